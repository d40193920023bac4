import { useState } from "react";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { useKept } from "../../../../web/kept.ts";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../../../web/ui/field.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { say } from "../../../../web/ui/status-line.tsx";
import { ActForm } from "../../../okrs/web/public.tsx";
import { e } from "./evidence-words.ts";

interface MarkFormProps {
  policyId: string;
  onClose: () => void;
}

/** Something that could explain the figures, with its day and whom it met. */
export default function MarkForm({ policyId, onClose }: MarkFormProps) {
  const { today } = useFormat();
  const [id] = useState(newId);
  const [value, set, forget] = useKept(`happening.${policyId}`, () => ({ text: "", on: today(), teamId: "" }));
  const teams = useAsk("people.teams.list", {});
  const close = () => {
    forget();
    onClose();
  };
  const mark = useTell("policies.policyEvidence.mark", {
    invalidates: ["policies.policyEvidence"],
    onDone: () => {
      say(e.marked());
      close();
    },
  });
  const wrong = (field: string) => mark.error?.at(field);
  const change = (part: Partial<typeof value>) => set({ ...value, ...part });
  return (
    <Dialog open onClose={onClose} title={e.mark()}>
      <ActForm
        verb={e.markVerb()}
        busy={mark.isPending}
        onSubmit={() =>
          mark.mutate({
            id,
            policyId,
            on: value.on,
            text: value.text,
            teamId: value.teamId === "" ? null : value.teamId,
          })
        }
        onClose={close}
      >
        <p>{e.markWords()}</p>
        <Field label={e.markText()} error={wrong("text")}>
          <TextArea value={value.text} onChange={({ target }) => change({ text: target.value })} />
        </Field>
        <Field label={e.markOn()} error={wrong("on")}>
          <Input type="date" value={value.on} onChange={({ target }) => change({ on: target.value })} />
        </Field>
        <Field label={e.markTeam()} error={wrong("teamId")}>
          <Select value={value.teamId} onChange={({ target }) => change({ teamId: target.value })}>
            <option value="">{e.everybody()}</option>
            {teams.data?.items.map(({ id: teamId, name }) => (
              <option key={teamId} value={teamId}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <FormProblem of={mark.error} fields={["text", "on", "teamId"]} />
      </ActForm>
    </Dialog>
  );
}
