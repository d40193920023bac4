import { useState } from "react";
import { useTell } from "../../../../web/ask.ts";
import { Conflict, versionMet } from "../../../../web/conflict.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { useKept } from "../../../../web/kept.ts";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Field, Input, TextArea } from "../../../../web/ui/field.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { ActForm } from "../../../okrs/web/public.tsx";
import { MemberPicker } from "../../../people/web/public.tsx";
import { invalidates, type Policy } from "../words.ts";
import { m } from "./page-words.ts";

const fields = ["reason", "title", "rule", "why", "decidesOn", "ownerId"];

/** Name, rule, why, decision date and who decides, beside what was sealed, with the reason. */
export default function AmendForm({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { title, rule, why, decidesOn, owner } = policy;
  const [id] = useState(newId);
  const [value, set, forget] = useKept(`amendment.${policy.id}`, () => {
    return { reason: "", title, rule, why, decidesOn: decidesOn ?? "", owner };
  });
  const change = (part: Partial<typeof value>) => set({ ...value, ...part });
  const close = () => {
    forget();
    onClose();
  };
  const amend = useTell("policies.policyAmendments.create", {
    invalidates,
    onDone: () => {
      say(m.amendDone());
      close();
    },
  });
  const send = (version: number) =>
    amend.mutate({
      ...{ id, policyId: policy.id, version, reason: value.reason },
      ...(value.title === title ? {} : { title: value.title }),
      ...(value.rule === rule ? {} : { rule: value.rule }),
      ...(value.why === why ? {} : { why: value.why }),
      ...(value.owner.id === owner.id ? {} : { ownerId: value.owner.id }),
      ...(value.decidesOn === (decidesOn ?? "") ? {} : { decidesOn: value.decidesOn }),
    });
  const wrong = (field: string) => amend.error?.at(field);
  return (
    <Dialog open onClose={onClose} title={m.amendTitle({ title })}>
      <ActForm verb={m.amend()} busy={amend.isPending} onSubmit={() => send(policy.version)} onClose={close}>
        <p>{m.amendWords()}</p>
        <Field label={m.amendReason()} error={wrong("reason")}>
          <TextArea value={value.reason} onChange={({ target }) => change({ reason: target.value })} />
        </Field>
        <Field label={m.amendName()} error={wrong("title")}>
          <Input value={value.title} onChange={({ target }) => change({ title: target.value })} />
        </Field>
        <Field label={m.amendRule()} error={wrong("rule")}>
          <TextArea value={value.rule} onChange={({ target }) => change({ rule: target.value })} />
        </Field>
        <Field label={m.amendWhy()} optional error={wrong("why")}>
          <TextArea value={value.why} onChange={({ target }) => change({ why: target.value })} />
        </Field>
        <MemberPicker
          label={m.amendOwner()}
          guests={false}
          value={value.owner}
          error={wrong("ownerId")}
          onPick={(picked) => change({ owner: picked })}
          onClear={() => change({ owner: { id: "", name: "" } })}
        />
        <Field label={m.amendDate()} error={wrong("decidesOn")}>
          <Input type="date" value={value.decidesOn} onChange={({ target }) => change({ decidesOn: target.value })} />
        </Field>
        <Conflict of={amend.error} words={() => undefined} onMine={send} onTheirs={close} />
        <FormProblem of={versionMet(amend.error) ? null : amend.error} fields={fields} />
      </ActForm>
    </Dialog>
  );
}
