import { type FormEvent, useState } from "react";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Dialog } from "../../../web/ui/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./closing.messages.json";
import { readScore } from "./grade-form.tsx";
import { invalidates, type Objective } from "./words.ts";

const m = messages(catalogue);
const fields = ["score", "endValue", "reason"];

/** Corrects a grade or an end value of a closed cycle, with a reason; the original stays. */
export default function AmendForm({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const { locale } = useFormat();
  const [id] = useState(newId);
  const [keyResultId, choose] = useState("");
  const [score, setScore] = useState("");
  const [endValue, setEndValue] = useState("");
  const [reason, because] = useState("");
  const save = useTell("closing.amendments.create", {
    invalidates,
    onDone: () => {
      say(m.amendedSaid());
      onClose();
    },
  });
  const read = (typed: string) => (typed.trim() === "" ? null : readScore(typed, locale));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      ...{ id, objectiveId: objective.id, reason, score: read(score) },
      keyResultId: keyResultId || null,
      endValue: keyResultId ? read(endValue) : null,
    });
  };
  return (
    <Dialog open onClose={onClose} title={m.amendTitle({ title: objective.title })}>
      <form className="clo-form" onSubmit={submit} noValidate>
        <p>{m.amendWords()}</p>
        <Field label={m.amendWhat()}>
          <Select value={keyResultId} onChange={({ target }) => choose(target.value)}>
            <option value="">{m.theObjective()}</option>
            {objective.keyResults.map(({ id: each, title }) => (
              <option key={each} value={each}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={m.score()} hint={m.scoreHint()} error={save.error?.at("score")}>
          <Input inputMode="decimal" dir="ltr" value={score} onChange={({ target }) => setScore(target.value)} />
        </Field>
        {keyResultId && (
          <Field label={m.endValue()} optional error={save.error?.at("endValue")}>
            <Input
              inputMode="decimal"
              dir="ltr"
              value={endValue}
              onChange={({ target }) => setEndValue(target.value)}
            />
          </Field>
        )}
        <Field label={m.reason()} error={save.error?.at("reason")}>
          <TextArea value={reason} onChange={({ target }) => because(target.value)} />
        </Field>
        <FormProblem of={save.error} fields={fields} />
        <p className="row">
          <Button onClick={onClose}>{m.cancel()}</Button>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {m.amend()}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
