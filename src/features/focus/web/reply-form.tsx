import { type FormEvent, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./forms.messages.json";

const m = messages(catalogue);

/** Answers an ask and closes it. What was typed stays until it arrived. */
export default function ReplyForm({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const [reply, write] = useState("");
  const close = useTell("cadence.asks.close", {
    invalidates: ["focus", "cadence"],
    onDone: () => {
      say(m.answered({ name }));
      document.getElementById("asks")?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close.mutate({ id, reply: reply.trim() });
  };
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onClose()} noValidate>
      <Field label={m.yourReply({ name })} error={close.error?.at("reply")}>
        <TextArea autoFocus value={reply} onChange={(event) => write(event.target.value)} />
      </Field>
      <FormProblem of={close.error} fields={["reply"]} />
      <p className="ask-a">
        <Button type="submit" kind="primary" size="sm" busy={close.isPending}>
          {m.answer()}
        </Button>
        <Button size="sm" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </form>
  );
}
