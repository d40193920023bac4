import type { OutputOf } from "../../../web/api.ts";
import { useAsk, useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Field, Select } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./presence.messages.json";

const m = messages(catalogue);

/** The site one belongs to, chosen at once. */
export function HomeSite({ mine }: { mine: OutputOf<"workplace.presence.mine"> }) {
  const sites = useAsk("workplace.sites.list", undefined, { live: ["organisation"] });
  const save = useTell("workplace.presence.setProfile", { invalidates: ["workplace"] });
  if (sites.data?.items.length === 0) return <p className="meta">{m.noSites()}</p>;
  const siteId = save.isPending ? (save.variables.siteId ?? "") : (mine.home?.id ?? "");
  return (
    <form noValidate>
      <Field label={m.homeSite()} hint={m.homeSiteHint()} error={save.error?.at("siteId")}>
        <Select
          value={siteId}
          onChange={({ target }) => save.mutate({ version: mine.version, siteId: target.value || null })}
        >
          <option value="">{m.none()}</option>
          {sites.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <FormProblem of={save.error} fields={["siteId"]} />
    </form>
  );
}
