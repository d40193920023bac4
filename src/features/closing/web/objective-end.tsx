import { Suspense, useState } from "react";
import { Link } from "wouter";
import { useAsk, useTell } from "../../../web/ask.ts";
import { Asked } from "../../../web/asked.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { later } from "../../../web/later.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { SectionHead } from "../../../web/ui/section-head.tsx";
import { say } from "../../../web/ui/status-line.tsx";
import { figureOf } from "../../okrs/web/public.tsx";
import catalogue from "./closing.messages.json";
import { ClosureForm } from "./closure-form.tsx";
import { KeyResultEnd } from "./grade-form.tsx";
import { invalidates, isUngraded, type Objective, scoreWords } from "./words.ts";
import "./closing.css";

const m = messages(catalogue);
const AmendForm = later(() => import("./amend-form.tsx"));

/** One objective at the end of its cycle: each key result, then the objective, then what was corrected since. */
export function ObjectiveEnd({ id }: { id: string }) {
  const asked = useAsk("closing.objectives.get", { id }, { live: ["key-result", "ask", "cycle"] });
  return (
    <Asked of={asked} what={m.objective()} rows={6}>
      {(objective) => <Whole objective={objective} />}
    </Asked>
  );
}

function Whole({ objective }: { objective: Objective }) {
  const { keyResults, closure, can } = objective;
  const counted = keyResults.filter(({ isGraded }) => isGraded);
  const first = counted.find(isUngraded);
  const graded = counted.filter((keyResult) => !isUngraded(keyResult));
  return (
    <section className="clo-one" aria-labelledby="one">
      <h2 id="one" className="clo-title" dir="auto">
        <Link href={`/objectives/${objective.id}`}>{objective.title}</Link>
      </h2>
      {keyResults.length > 0 && (
        <>
          <SectionHead title={m.keyResults()} aside={m.gradedCount({ graded: graded.length, all: counted.length })} />
          <ol className="clo-krs">
            {keyResults.map((keyResult) => (
              <KeyResultEnd
                key={keyResult.id}
                keyResult={keyResult}
                objective={objective}
                isNext={keyResult.id === first?.id}
              />
            ))}
          </ol>
        </>
      )}
      <SectionHead title={closure ? m.isClosed() : m.thenObjective()} />
      {closure ? <Closed objective={objective} /> : can.close && <ClosureForm objective={objective} />}
      <Amendments objective={objective} />
    </section>
  );
}

function Closed({ objective }: { objective: Objective }) {
  const format = useFormat();
  const { id, title, closure, score, can, settledAsks } = objective;
  const reopen = useTell("closing.objectives.reopen", {
    invalidates,
    onDone: () => say(m.reopenedSaid({ title })),
  });
  if (!closure) return null;
  return (
    <div className="clo-written">
      <p>
        <b className="num clo-score">{closure.outcome ? m[closure.outcome]() : scoreWords(score, format)}</b>{" "}
        <span className="small">
          {m[`${closure.next}Said`]()} · {m.by({ name: closure.member.name, day: format.day(closure.closedAt) })}
          {closure.suggested !== null && ` · ${m.suggested({ score: scoreWords(closure.suggested, format) })}`}
        </span>
      </p>
      {closure.note && <p dir="auto">{closure.note}</p>}
      {closure.learned && (
        <p dir="auto">
          <span className="meta">{m.learned()}</span> {closure.learned}
        </p>
      )}
      {settledAsks.map((ask) => (
        <p key={ask.id} className="small" dir="auto">
          {m[`settled${ask.settled}`]()}: {ask.text} {ask.word && `– ${ask.word}`}
        </p>
      ))}
      {can.reopen && (
        <p className="row">
          <Button size="sm" busy={reopen.isPending} onClick={() => reopen.mutate({ id })}>
            {m.reopen()}
          </Button>
        </p>
      )}
      <FormProblem of={reopen.error} fields={[]} />
    </div>
  );
}

function Amendments({ objective }: { objective: Objective }) {
  const format = useFormat();
  const [amending, amend] = useState(false);
  const { amendments, can, keyResults } = objective;
  if (amendments.length === 0 && !can.amend) return null;
  const keyResultOf = (id: string | null) => keyResults.find((each) => each.id === id);
  return (
    <>
      {amendments.length > 0 && <SectionHead title={m.amended()} />}
      <ul className="clo-amended">
        {amendments.map(({ id, keyResultId, score, endValue, reason, member, amendedAt }) => {
          const keyResult = keyResultOf(keyResultId);
          return (
            <li key={id}>
              <b dir="auto">{keyResult?.title ?? m.theObjective()}</b>{" "}
              {score !== null && m.amendedScore({ score: scoreWords(score, format) })}{" "}
              {endValue !== null && keyResult && m.amendedValue({ value: figureOf(endValue, keyResult, format) })}
              <p className="small" dir="auto">
                {reason}
              </p>
              <span className="meta">{m.by({ name: member.name, day: format.day(amendedAt) })}</span>
            </li>
          );
        })}
      </ul>
      {can.amend && (
        <p className="row">
          <Button size="sm" onClick={() => amend(true)}>
            {m.amend()}
          </Button>
        </p>
      )}
      <Suspense>{amending && <AmendForm objective={objective} onClose={() => amend(false)} />}</Suspense>
    </>
  );
}
