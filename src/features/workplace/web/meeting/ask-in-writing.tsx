import type { FormEvent } from "react";
import { useLocation } from "wouter";
import { useTell } from "../../../../web/ask.ts";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { newId } from "../../../../web/id.ts";
import { useKept } from "../../../../web/kept.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Dialog } from "../../../../web/ui/dialog.tsx";
import { Field, Input, TextArea } from "../../../../web/ui/field.tsx";
import { say } from "../../../../web/ui/status-line.tsx";
import { daysAfter, type Group, m } from "./words.ts";

interface AskInWritingProps {
  open: boolean;
  onClose: () => void;
  group: Group;
  /** What the meeting would have been about. */
  begun: string;
  /** The reader's day. */
  today: string;
}

/** The same people, asked a question with an hour until which they answer. */
export function AskInWriting({ open, onClose, group, begun, today }: AskInWritingProps) {
  return (
    <Dialog open={open} onClose={onClose} title={m.askTitle()}>
      <Form {...{ onClose, group, begun, today }} />
    </Dialog>
  );
}

function Form({ onClose, group, begun, today }: Omit<AskInWritingProps, "open">) {
  const [, go] = useLocation();
  const begin = () => ({
    id: newId(),
    question: begun,
    context: "",
    closesOn: daysAfter(today, 2),
    closesTime: "17:00",
  });
  const [typed, type, forget] = useKept(`in-writing.${today}`, begin);
  const ask = useTell("workplace.decisions.create", {
    invalidates: ["workplace.decisions"],
    onDone: ({ id }) => {
      forget();
      say(m.asked());
      go(`/decisions/${id}`);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ ...typed, ...group });
  };
  return (
    <form onSubmit={submit} noValidate>
      <p className="meta">{m.asksPeople()}</p>
      <Field label={m.question()} error={ask.error?.at("question")}>
        <Input value={typed.question} onChange={({ target }) => type({ ...typed, question: target.value })} />
      </Field>
      <Field label={m.context()} error={ask.error?.at("context")} optional>
        <TextArea value={typed.context} onChange={({ target }) => type({ ...typed, context: target.value })} />
      </Field>
      <div className="tog-f">
        <Field label={m.closesOn()} error={ask.error?.at("closesOn")}>
          <Input
            type="date"
            value={typed.closesOn}
            onChange={({ target }) => type({ ...typed, closesOn: target.value })}
          />
        </Field>
        <Field label={m.closesTime()} error={ask.error?.at("closesTime")}>
          <Input
            type="time"
            value={typed.closesTime}
            onChange={({ target }) => type({ ...typed, closesTime: target.value })}
          />
        </Field>
      </div>
      <FormProblem of={ask.error} fields={["question", "context", "closesOn", "closesTime"]} />
      <p className="row dlg-acts">
        <Button onClick={onClose}>{m.back()}</Button>
        <Button type="submit" kind="primary" busy={ask.isPending}>
          {m.ask()}
        </Button>
      </p>
    </form>
  );
}
