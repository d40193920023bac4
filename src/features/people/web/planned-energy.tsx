import type { FormEvent } from "react";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { useDraft } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./organisation.messages.json";
import { type Organisation, useSaveOrganisation } from "./organisation-form.tsx";

const m = messages(catalogue);

/** How much of a team's capacity plans should place at most: advice, of which plans remind. */
export function PlannedEnergyForm({ organisation }: { organisation: Organisation }) {
  const draft = useDraft(organisation);
  const save = useSaveOrganisation(draft.forget);
  const { changeRules } = organisation.can;
  const write = (version: number) => save.mutate({ version, plannedEnergy: draft.value.plannedEnergy });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(draft.version);
  };
  const letGo = () => {
    draft.forget();
    save.reset();
  };
  const said = (_: string, value: unknown) => ({ label: m.plannedEnergy(), value: `${value} %` });
  return (
    <form className="narrow" onSubmit={submit} noValidate>
      <Field label={m.plannedEnergy()} hint={m.plannedEnergyHint()} error={save.error?.at("plannedEnergy")}>
        <Input
          inputMode="decimal"
          dir="ltr"
          disabled={!changeRules}
          value={draft.value.plannedEnergy}
          onChange={({ target }) => draft.change({ plannedEnergy: target.value.trim() })}
        />
      </Field>
      <Conflict of={save.error} words={said} onMine={write} onTheirs={letGo} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={["plannedEnergy"]} />
      {changeRules && (
        <p className="row form-acts">
          <Button type="submit" disabled={!draft.changed} busy={save.isPending}>
            {m.saveEnergy()}
          </Button>
        </p>
      )}
    </form>
  );
}
