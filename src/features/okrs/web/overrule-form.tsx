import { useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Select, TextArea } from "../../../web/ui/field.tsx";
import { type Status, statusWord } from "../../../web/ui/status.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { ActForm } from "./act-form.tsx";
import { invalidates, type Objective } from "./asking.ts";
import { m } from "./form-words.ts";

type Reading = Objective["status"];
type Verdict = NonNullable<Reading["overrule"]>["status"];
const verdicts: readonly Verdict[] = ["on-track", "at-risk", "off-track"];

export interface OverruleFormProps {
  open: boolean;
  onClose: () => void;
  of: "objective" | "key-result";
  id: string;
  version: number;
  reading: Reading;
}

/** A person's word in place of the rule's, with a reason; or the rule again, in one step. */
export function OverruleForm({ open, onClose, ...props }: OverruleFormProps) {
  return (
    <Dialog open={open} onClose={onClose} title={m.overrule()}>
      <Form {...props} onClose={onClose} />
    </Dialog>
  );
}

function Form({ of, id, version: read, reading, onClose }: Omit<OverruleFormProps, "open">) {
  const { overrule, proposed } = reading;
  const [version] = useState(read);
  const [status, choose] = useState<Verdict>(overrule?.status ?? beside(proposed.status));
  const [reason, because] = useState(overrule?.reason ?? "");
  const room = of === "objective" ? "okrs.objectives" : "okrs.keyResults";
  const done = (words: string) => {
    say(words);
    onClose();
  };
  const save = useTell(`${room}.overruleStatus`, { invalidates, onDone: () => done(m.overruledNow()) });
  const resume = useTell(`${room}.resumeStatus`, { invalidates, onDone: () => done(m.resumed()) });
  const send = (at: number) => save.mutate({ id, version: at, status, reason });
  const resumeAct = overrule && (
    <Button kind="quiet" busy={resume.isPending} onClick={() => resume.mutate({ id })}>
      {m.resume()}
    </Button>
  );
  return (
    <ActForm
      verb={m.overruleVerb()}
      busy={save.isPending}
      onSubmit={() => void send(version)}
      onClose={onClose}
      other={resumeAct}
    >
      <p>{m.proposes({ word: statusWord(proposed.status) })}</p>
      <Field label={m.statusField()} error={save.error?.at("status")}>
        <Select value={status} onChange={({ target }) => choose(target.value as Verdict)}>
          {verdicts.map((each) => (
            <option key={each} value={each}>
              {statusWord(each)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.reason()} error={save.error?.at("reason")}>
        <TextArea value={reason} onChange={({ target }) => because(target.value)} />
      </Field>
      <Conflict of={save.error} words={verdictWords} onMine={send} onTheirs={onClose} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={["status", "reason"]} />
      <FormProblem of={resume.error} fields={[]} />
    </ActForm>
  );
}

/** Another word than the rule's, to begin with. */
function beside(proposed: Status): Verdict {
  return proposed === "at-risk" ? "on-track" : "at-risk";
}

function verdictWords(field: string, value: unknown) {
  if (field !== "overruledStatus") return undefined;
  return { label: m.statusField(), value: value === null ? m.noOverrule() : statusWord(value as Status) };
}
