import { type FormEvent, useState } from "react";
import type { InputOf, OutputOf } from "../../../web/api.ts";
import { useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { newId } from "../../../web/id.ts";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Select } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import catalogue from "./engagement.messages.json";

const m = messages(catalogue);
const lengths = [1, 2, 3, 5, 7, 14];
const levels = [
  [9, m.levels9],
  [1, m.levels1],
  [0, m.levels0],
] as const;

type Question = InputOf<"engagement.pulse.launch">["questions"][number];

interface LaunchProps {
  settings: OutputOf<"engagement.pulse.settings">;
  /** A question that was proposed elsewhere; null: none. */
  asks: string | null;
  onClose: () => void;
}

/** Chooses what is asked, for how long, and how far down it is shown. */
export function LaunchForm({ settings, asks, onClose }: LaunchProps) {
  const format = useFormat();
  const [id] = useState(newId);
  const [chosen, choose] = useState<readonly Question[]>(() => {
    const proposed = settings.questions.find(({ question }) => question === asks);
    return [proposed?.question ?? "see-my-line"];
  });
  const [days, last] = useState(3);
  const [shown, show] = useState(9);
  const launch = useTell("engagement.pulse.launch", {
    invalidates: ["engagement"],
    onDone: ({ asked }) => {
      say(m.launched({ count: asked }));
      onClose();
    },
  });
  const closesAt = () => new Date(Date.now() + days * 86_400_000).toISOString();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    launch.mutate({ id, questions: [...chosen], closesAt: closesAt(), levels: shown });
  };
  const toggle = (question: Question) =>
    choose((before) =>
      before.includes(question) ? before.filter((each) => each !== question) : [...before, question],
    );
  return (
    <form className="pulse-f" onSubmit={submit} noValidate>
      <p className="meta">{m.launchWords()}</p>
      <fieldset className="pulse-q">
        <legend className="label">{m.questions()}</legend>
        {settings.questions.map(({ question }) => (
          <label key={question}>
            <input type="checkbox" checked={chosen.includes(question)} onChange={() => toggle(question)} />
            <span>{m[question]()}</span>
          </label>
        ))}
        <small className="meta">{launch.error?.at("questions") ?? m.questionsHint()}</small>
      </fieldset>
      <Field
        label={m.openFor()}
        hint={m.until({ when: format.moment(closesAt()) })}
        error={launch.error?.at("closesAt")}
      >
        <Select value={days} onChange={({ target }) => last(Number(target.value))}>
          {lengths.map((count) => (
            <option key={count} value={count}>
              {m.days({ count })}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.levels()}>
        <Select value={shown} onChange={({ target }) => show(Number(target.value))}>
          {levels.map(([value, words]) => (
            <option key={value} value={value}>
              {words()}
            </option>
          ))}
        </Select>
      </Field>
      <FormProblem of={launch.error} fields={["questions", "closesAt"]} />
      <p className="row">
        <Button type="submit" kind="primary" busy={launch.isPending} disabled={chosen.length === 0}>
          {m.launchVerb()}
        </Button>
        <Button onClick={onClose}>{m.cancel()}</Button>
      </p>
    </form>
  );
}
