import { type FormEvent, useRef, useState } from "react";
import type { InputOf, OutputOf } from "../../../web/api.ts";
import { keyOf, useTell } from "../../../web/ask.ts";
import { FormProblem } from "../../../web/form-problem.tsx";
import { queryClient } from "../../../web/query-client.ts";
import { Banner } from "../../../web/ui/banner.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { AnswerScale } from "./answer-scale.tsx";
import catalogue from "./engagement.messages.json";
import { groupName } from "./figure-words.ts";

const m = messages(catalogue);

type Mine = OutputOf<"engagement.pulse.mine">;
export type OpenPulse = NonNullable<Mine["pulse"]>;
type Question = InputOf<"engagement.pulse.answer">["answers"][number]["question"];

/** Ten seconds: a step for each question, and Send. What is typed stays when sending fails. */
export function AnswerForm({ pulse, mine: { countsIn, countsForPolicies } }: { pulse: OpenPulse; mine: Mine }) {
  const format = useFormat();
  const [answers, answer] = useState<Partial<Record<Question, number>>>({});
  const [comment, write] = useState("");
  const [early, tell] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const send = useTell("engagement.pulse.answer", {
    invalidates: ["engagement.pulse.mine"],
    onDone: () => {
      queryClient.setQueryData<Mine>(keyOf("engagement.pulse.mine"), (mine) => mine && { ...mine, answered: true });
      say(pulse.confidential ? m.sentConfidential() : m.sent());
    },
  });
  const given = pulse.questions.flatMap(({ question }) => {
    const step = answers[question];
    return step === undefined ? [] : [{ question, answer: step }];
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    tell(given.length === 0);
    if (given.length > 0) send.mutate({ id: pulse.id, answers: given, comment });
  };
  const groups = countsIn.map((cell) => m.group({ name: groupName(cell.team), asked: cell.asked }));
  return (
    <form ref={form} className="pulse-a" onSubmit={submit} noValidate>
      <p className="meta">
        {pulse.confidential ? m.confidential({ answers: pulse.answers }) : m.anonymous({ answers: pulse.answers })}{" "}
        <span className="keys-only">{m.keys()}</span>
      </p>
      {pulse.questions.map(({ question }) => (
        <AnswerScale
          key={question}
          question={m[question]()}
          value={answers[question] ?? null}
          onChange={(step) => answer((before) => ({ ...before, [question]: step }))}
          onKeyed={(from) => goOn(form.current, from)}
        />
      ))}
      <details>
        <summary>{m.comment()}</summary>
        <Field
          label={m.comment()}
          optional
          hint={m.commentHint({ comments: pulse.comments })}
          error={send.error?.at("comment")}
        >
          <TextArea rows={3} value={comment} onChange={({ target }) => write(target.value)} />
        </Field>
      </details>
      <details>
        <summary>{m.whatHappens()}</summary>
        <p className="meta">
          {pulse.confidential
            ? m.whatHappensConfidential({ groups: format.list(groups) })
            : m.whatHappensAnonymous({ groups: format.list(groups) })}
          {countsForPolicies && ` ${m.countsForPolicies()}`}
        </p>
      </details>
      {early && given.length === 0 && <Banner kind="note" fact={m.answerOne()} />}
      <FormProblem of={send.error} fields={["comment"]} />
      <Button type="submit" kind="primary" size="big" busy={send.isPending}>
        {m.send()}
      </Button>
    </form>
  );
}

/** The focus goes to the next question, and after the last one to Send. */
function goOn(form: HTMLFormElement | null, from: HTMLElement): void {
  const rows = [...(form?.querySelectorAll<HTMLElement>(".pq-r") ?? [])];
  const next = rows[rows.indexOf(from) + 1];
  (next?.querySelector("input") ?? form?.querySelector<HTMLElement>("[type=submit]"))?.focus();
}
