import { useState } from "react";
import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { useKept } from "../../../../web/kept.ts";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Field, Input, TextArea } from "../../../../web/ui/field.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { say } from "../../../../web/ui/status-line.tsx";
import { ActForm } from "../../../okrs/web/public.tsx";
import { MemberPicker } from "../../../people/web/public.tsx";
import { invalidates, type Policy } from "../words.ts";
import { m } from "./page-words.ts";

interface Named {
  id: string;
  name: string;
}

interface Written {
  member: Named | null;
  approver: Named | null;
  reason: string;
  from: string;
  to: string;
}

/** Lets a member out, with who agreed and why. */
export default function ExceptionForm({ policy, onClose }: { policy: Policy; onClose: () => void }) {
  const { today } = useFormat();
  const [id] = useState(newId);
  const [value, set, forget] = useKept<Written>(`exception.${policy.id}`, () => {
    return { member: null, approver: null, reason: "", from: today(), to: "" };
  });
  const change = (part: Partial<Written>) => set({ ...value, ...part });
  const close = () => {
    forget();
    onClose();
  };
  const save = useTell("policies.policyExceptions.create", {
    invalidates,
    onDone: () => {
      say(m.letOutDone());
      close();
    },
  });
  const { member, approver, reason, from, to } = value;
  const wrong = (field: string) => save.error?.at(field);
  const submit = () =>
    save.mutate({
      ...{ id, policyId: policy.id, memberId: member?.id ?? "", reason, from, to: to || null },
      ...(approver ? { approverId: approver.id } : {}),
    });
  return (
    <Dialog open onClose={onClose} title={m.letOutTitle({ title: policy.title })}>
      <ActForm verb={m.letOut()} busy={save.isPending} onSubmit={submit} onClose={close}>
        <p>{m.letOutWords()}</p>
        <MemberPicker
          label={m.whom()}
          guests={false}
          value={member}
          error={wrong("memberId")}
          onPick={(picked) => change({ member: picked })}
          onClear={() => change({ member: null })}
        />
        <MemberPicker
          label={m.approver()}
          optional
          guests={false}
          value={approver}
          error={wrong("approverId")}
          onPick={(picked) => change({ approver: picked })}
          onClear={() => change({ approver: null })}
        />
        <Field label={m.reason()} error={wrong("reason")}>
          <TextArea value={reason} onChange={({ target }) => change({ reason: target.value })} />
        </Field>
        <Field label={m.from()} error={wrong("from")}>
          <Input type="date" value={from} onChange={({ target }) => change({ from: target.value })} />
        </Field>
        <Field label={m.to()} optional error={wrong("to")}>
          <Input type="date" value={to} onChange={({ target }) => change({ to: target.value })} />
        </Field>
        <FormProblem of={save.error} fields={["memberId", "approverId", "reason", "from", "to"]} />
      </ActForm>
    </Dialog>
  );
}
