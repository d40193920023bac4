import { useState } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { useKept } from "../../../../web/kept.ts";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Field, Input, TextArea } from "../../../../web/ui/field.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { ActForm } from "../../../okrs/web/public.tsx";
import { invalidates, type Policy, useSentenceWords, w } from "../words.ts";
import { m } from "./page-words.ts";

const decisions = ["keep", "change", "stop"] as const;
type What = (typeof decisions)[number];
const meaning: Record<What, () => string> = { keep: m.keepWords, change: m.changeWords, stop: m.stopWords };

/** Keep, change or stop, with a reason; before its date with a reason for that too. To change begins a new draft. */
export default function DecideForm({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { format, day } = useSentenceWords();
  const [, go] = useLocation();
  const [ids] = useState(() => ({ id: newId(), draftId: newId() }));
  const [value, set, forget] = useKept(`decision.${policy.id}`, () => {
    return { decision: "keep" as What, reason: "", earlyReason: "", lastDay: "" };
  });
  const change = (part: Partial<typeof value>) => set({ ...value, ...part });
  const close = () => {
    forget();
    onClose();
  };
  const { decision, reason, earlyReason, lastDay } = value;
  const decide = useTell("policies.policies.decide", {
    invalidates,
    onDone: () => {
      say(m.decideDone());
      close();
      if (decision === "change") go(`/policies/${ids.draftId}/edit`);
    },
  });
  const isEarly = policy.decidesOn !== null && format.today() < policy.decidesOn;
  const wrong = (field: string) => decide.error?.at(field);
  const submit = () =>
    decide.mutate({
      ...{ id: ids.id, policyId: policy.id, version: policy.version, decision, reason },
      ...(earlyReason ? { earlyReason } : {}),
      ...(decision === "stop" && lastDay ? { lastDay } : {}),
      ...(decision === "change" ? { draftId: ids.draftId } : {}),
    });
  return (
    <Dialog open onClose={onClose} title={m.decideTitle({ title: policy.title })}>
      <ActForm verb={w[decision]()} busy={decide.isPending} onSubmit={submit} onClose={close}>
        <fieldset>
          <legend className="label">{m.what()}</legend>
          {decisions.map((each) => (
            <label key={each} className="ck pol-d">
              <input
                type="radio"
                name="decision"
                checked={decision === each}
                onChange={() => change({ decision: each })}
              />
              <span>
                {w[each]()} <small>{meaning[each]()}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <Field label={m.because()} hint={m.decideWords()} error={wrong("reason")}>
          <TextArea value={reason} onChange={({ target }) => change({ reason: target.value })} />
        </Field>
        {(isEarly || wrong("earlyReason")) && (
          <Field
            label={m.earlyReason({ day: policy.decidesOn ? day(policy.decidesOn) : "" })}
            error={wrong("earlyReason")}
          >
            <TextArea value={earlyReason} onChange={({ target }) => change({ earlyReason: target.value })} />
          </Field>
        )}
        {decision === "stop" && (
          <Field label={m.lastDay()} optional error={wrong("lastDay")}>
            <Input type="date" value={lastDay} onChange={({ target }) => change({ lastDay: target.value })} />
          </Field>
        )}
        <FormProblem of={decide.error} fields={["reason", "earlyReason", "lastDay"]} />
      </ActForm>
    </Dialog>
  );
}
