import { type FormEvent, useId } from "react";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { useDraft } from "../../../web/draft.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./organisation.messages.json";
import { type Organisation, useSaveOrganisation } from "./organisation-form.tsx";
import "./status-rule.css";

const m = messages(catalogue);
type StatusRule = Organisation["statusRule"];
const words: Record<StatusRule, { name: string; says: string }> = {
  default: { name: m.defaultRule(), says: m.defaultRuleSays() },
  pace: { name: m.pace(), says: m.paceSays() },
  "pace-only": { name: m.paceOnly(), says: m.paceOnlySays() },
  ratio: { name: m.ratio(), says: m.ratioSays() },
  "worst-key-result": { name: m.worstKeyResult(), says: m.worstKeyResultSays() },
};
const rules = Object.entries(words) as [StatusRule, (typeof words)[StatusRule]][];

/** By which rule a status is proposed, each explained with its numbers. */
export function StatusRuleForm({ organisation }: { organisation: Organisation }) {
  const group = useId();
  const draft = useDraft(organisation);
  const save = useSaveOrganisation(draft.forget);
  const { changeRules } = organisation.can;
  const write = (version: number) => save.mutate({ version, statusRule: draft.value.statusRule });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(draft.version);
  };
  const letGo = () => {
    draft.forget();
    save.reset();
  };
  const said = (_: string, value: unknown) => ({ label: m.statusRule(), value: words[value as StatusRule].name });
  return (
    <form className="narrow" onSubmit={submit}>
      <fieldset className="rules" disabled={!changeRules}>
        <legend className="sr">{m.statusRule()}</legend>
        {rules.map(([rule, { name, says }]) => (
          <label key={rule}>
            <input
              type="radio"
              name={group}
              checked={draft.value.statusRule === rule}
              onChange={() => draft.change({ statusRule: rule })}
            />
            <span>
              <b>{name}</b>
              <small>{says}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <p className="meta">{m.always()}</p>
      <Conflict of={save.error} words={said} onMine={write} onTheirs={letGo} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={[]} />
      {changeRules && (
        <p className="row form-acts">
          <Button type="submit" disabled={!draft.changed} busy={save.isPending}>
            {m.saveRule()}
          </Button>
        </p>
      )}
    </form>
  );
}
