import { type FormEvent, type ReactNode, useState } from "react";
import type { OutputOf } from "../../../../web/api.ts";
import { useAsk, useTell } from "../../../../web/ask.ts";
import { Asked } from "../../../../web/asked.tsx";
import { FormProblem } from "../../../../web/form-problem.tsx";
import { useKept } from "../../../../web/kept.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Field, TextArea } from "../../../../web/ui/field.tsx";
import { PageHead } from "../../../../web/ui/page-head.tsx";
import { SectionHead } from "../../../../web/ui/section-head.tsx";
import { Comments, Composer } from "../../../conversation/web/public.tsx";
import { m, useMoments } from "./words.ts";
import "./meeting.css";

type Decision = OutputOf<"workplace.decisions.get">;

/** A question, who is asked until when by their own clocks, their answers, and what was decided. */
export function DecisionPage({ id, missing }: { id: string; missing: ReactNode }) {
  const asked = useAsk("workplace.decisions.get", { id }, { live: ["written-decision"] });
  if (asked.error?.leadsNowhere) return missing;
  return (
    <Asked of={asked} what={m.decision()} head={<PageHead title={m.decision()} />}>
      {(decision) => <Whole decision={decision} />}
    </Asked>
  );
}

function Whole({ decision }: { decision: Decision }) {
  const format = useMoments();
  const { question, context, askedBy, closesAt, state, decided, can } = decision;
  return (
    <>
      <PageHead
        title={question}
        sub={
          state === "open"
            ? m.askedBy({ name: askedBy.name, when: format.dayAndTime(closesAt) })
            : m.wasAsked({ name: askedBy.name })
        }
      />
      <div className="split">
        <div className="stack">
          {decided && (
            <section>
              <SectionHead
                title={m.wasDecided()}
                aside={m.recorded({ name: decided.by.name, when: format.moment(decided.at) })}
              />
              <p className="tog-decided" dir="auto">
                {decided.text}
              </p>
            </section>
          )}
          {context && (
            <p className="tog-context" dir="auto">
              {context}
            </p>
          )}
          <Answers id={decision.id} />
          {can.decide && <Record id={decision.id} />}
        </div>
        <People decision={decision} />
      </div>
    </>
  );
}

function Answers({ id }: { id: string }) {
  const subject = { kind: "written-decision" as const, id };
  const [writing, write] = useState(false);
  const asked = useAsk(
    "conversation.comments.list",
    { subjectKind: "written-decision", subjectId: id },
    { live: ["written-decision"] },
  );
  return (
    <section>
      <SectionHead title={m.answers()} />
      <Asked of={asked} what={m.answers()} rows={3}>
        {({ items }) => (
          <>
            <Comments items={items} whereOf={() => null} invalidates={["workplace.decisions"]} mayWrite />
            {writing ? (
              <Composer
                subject={subject}
                label={m.answer()}
                verb={m.send()}
                invalidates={["workplace.decisions"]}
                onClose={() => write(false)}
              />
            ) : (
              <Button onClick={() => write(true)}>{m.send()}</Button>
            )}
          </>
        )}
      </Asked>
    </section>
  );
}

function Record({ id }: { id: string }) {
  const [text, write, forget] = useKept<string>(`decision.${id}`, () => "");
  const decide = useTell("workplace.decisions.decide", { invalidates: ["workplace.decisions"], onDone: forget });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    decide.mutate({ id, text });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Field label={m.record()} hint={m.recordHint()} error={decide.error?.at("text")}>
        <TextArea value={text} onChange={({ target }) => write(target.value)} />
      </Field>
      <FormProblem of={decide.error} fields={["text"]} />
      <p className="row form-acts">
        <Button type="submit" kind="primary" busy={decide.isPending}>
          {m.recordVerb()}
        </Button>
      </p>
    </form>
  );
}

function People({ decision: { people, closesAt, state } }: { decision: Decision }) {
  const format = useMoments();
  return (
    <section>
      <SectionHead title={m.whoIsAsked()} aside={m.people({ count: people.length })} />
      <ul className="tog-m">
        {people.map(({ id, name, timeZone, answered }) => (
          <li key={id}>
            <span dir="auto">{name}</span>
            <span className="meta">
              {answered || state === "decided"
                ? answered
                  ? m.answered()
                  : m.notYet()
                : m.until({ when: format.dayAndTime(closesAt, timeZone) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
