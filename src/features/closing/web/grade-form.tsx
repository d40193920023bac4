import { type FormEvent, useState } from "react";
import { Link } from "wouter";
import { useTell } from "../../../web/ask.ts";
import { Conflict, versionMet } from "../../../web/conflict.tsx";
import { FormProblem } from "../../../web/form-problem.tsx";
import { Button } from "../../../web/ui/button.tsx";
import { Field, Input, Select, TextArea } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { readFigure } from "../../okrs/web/public.tsx";
import catalogue from "./closing.messages.json";
import {
  endWords,
  invalidates,
  type KeyResult,
  type Objective,
  reachWords,
  scoreWords,
  suggestedWhy,
  targetWords,
} from "./words.ts";

const m = messages(catalogue);

interface KeyResultEndProps {
  keyResult: KeyResult;
  objective: Objective;
  /** The first that waits: its act is the page's primary one. */
  isNext: boolean;
}

/** One key result at the end: where it ended, what is suggested, and the grade, written or to write. */
export function KeyResultEnd({ keyResult, objective, isNext }: KeyResultEndProps) {
  const [again, writeAgain] = useState(false);
  const { grade, can } = keyResult;
  const isWritten = grade !== null && !grade.isStale;
  return (
    <li className="clo-kr">
      <h3 dir="auto">{keyResult.title}</h3>
      <Ended keyResult={keyResult} />
      <SuggestedScores keyResult={keyResult} commitment={objective.commitment} />
      {grade?.isStale && <p className="small clo-stale">{m.stale()}</p>}
      {isWritten && !again && <Written keyResult={keyResult} />}
      {isWritten && !again && can.grade && (
        <Button size="sm" onClick={() => writeAgain(true)}>
          {m.again()}
        </Button>
      )}
      {can.grade && keyResult.isGraded && (!isWritten || again) && (
        <GradeForm
          key={grade?.version ?? 0}
          keyResult={keyResult}
          isNext={isNext || again}
          onDone={() => writeAgain(false)}
          onCancel={again ? () => writeAgain(false) : undefined}
        />
      )}
    </li>
  );
}

function Ended({ keyResult }: { keyResult: KeyResult }) {
  const format = useFormat();
  const { can, id, isGraded, state } = keyResult;
  const ended = endWords(keyResult, format);
  if (!isGraded) return <p className="small">{state === "dropped" ? m.dropped() : m.postponed()}</p>;
  return (
    <p className="small">
      <b className="num">{ended === null ? m.endedNowhere() : m.ended({ value: ended })}</b>,{" "}
      {reachWords(keyResult, format)}
      {can.checkIn && (
        <>
          {" · "}
          <Link className="link" href={`/check-in?keyResult=${id}`}>
            {m.correct()}
          </Link>
        </>
      )}
    </p>
  );
}

/** The suggested score, and beside it those against targets that were changed. */
function SuggestedScores({ keyResult, commitment }: { keyResult: KeyResult; commitment: string }) {
  const format = useFormat();
  const { suggested, before, isGraded, measure } = keyResult;
  if (!isGraded) return null;
  if (!suggested) {
    const isMeasured = measure.kind !== "baseline" && measure.kind !== "contributions";
    return <p className="small">{isMeasured ? m.unreported() : m.nothingToGrade()}</p>;
  }
  return (
    <p className="small">
      <b className="num">{m.suggested({ score: scoreWords(suggested.score, format) })}</b>,{" "}
      {suggestedWhy(suggested, commitment)}
      {before.map((each) => (
        <span key={JSON.stringify(each.targets)} className="clo-before">
          {m.against({ target: targetWords(each, keyResult, format), score: scoreWords(each.score, format) })}
        </span>
      ))}
    </p>
  );
}

function Written({ keyResult }: { keyResult: KeyResult }) {
  const format = useFormat();
  const { grade, score } = keyResult;
  if (!grade) return null;
  return (
    <div className="clo-written">
      <p>
        <b className="num clo-score">{grade.notYetObservable ? m.notYet() : scoreWords(score, format)}</b>{" "}
        <span className="small">
          {m[`${grade.next}Said`]()} · {m.by({ name: grade.member.name, day: format.day(grade.gradedAt) })}
        </span>
      </p>
      {grade.note && <p dir="auto">{grade.note}</p>}
      {grade.learned && (
        <p dir="auto">
          <span className="meta">{m.learned()}</span> {grade.learned}
        </p>
      )}
    </div>
  );
}

interface GradeFormProps {
  keyResult: KeyResult;
  isNext: boolean;
  onDone: () => void;
  onCancel: (() => void) | undefined;
}

const fields = ["score", "note", "learned", "next"];

function GradeForm({ keyResult, isNext, onDone, onCancel }: GradeFormProps) {
  const format = useFormat();
  const [before] = useState(keyResult);
  const { id, grade, suggested, title } = before;
  const given = grade?.score ?? suggested?.score ?? null;
  const [score, setScore] = useState(given === null ? "" : scoreWords(given, format));
  const [notYetObservable, observe] = useState(grade?.notYetObservable ?? false);
  const [note, setNote] = useState(grade?.note ?? "");
  const [learned, setLearned] = useState(grade?.learned ?? "");
  const [next, setNext] = useState(grade?.next ?? "keep");
  const save = useTell("closing.keyResults.grade", {
    invalidates,
    onDone: () => {
      say(m.gradedSaid({ title }));
      onDone();
    },
  });
  const write = (version: number) => {
    const typed = notYetObservable || score.trim() === "" ? null : readScore(score, format.locale);
    save.mutate({ id, version, score: typed, notYetObservable, note, learned, next });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    write(grade?.version ?? 0);
  };
  return (
    <form className="clo-form" onSubmit={submit} noValidate aria-label={m.scoreOf({ title })}>
      <div className="clo-pair">
        <Field label={m.score()} hint={m.scoreHint()} error={save.error?.at("score")}>
          <Input
            inputMode="decimal"
            autoComplete="off"
            dir="ltr"
            value={notYetObservable ? "" : score}
            disabled={notYetObservable}
            onChange={({ target }) => setScore(target.value)}
          />
        </Field>
        <NextField value={next} onChange={setNext} />
      </div>
      <label className="ck">
        <input type="checkbox" checked={notYetObservable} onChange={({ target }) => observe(target.checked)} />
        <span>{m.notYet()}</span>
      </label>
      <Field label={m.note()} hint={m.noteHint()} optional error={save.error?.at("note")}>
        <TextArea value={note} onChange={({ target }) => setNote(target.value)} />
      </Field>
      <Field label={m.learned()} optional error={save.error?.at("learned")}>
        <TextArea value={learned} onChange={({ target }) => setLearned(target.value)} />
      </Field>
      <Conflict of={save.error} words={gradeWords} onMine={write} onTheirs={onDone} />
      <FormProblem of={versionMet(save.error) ? null : save.error} fields={fields} />
      <p className="row">
        <Button type="submit" kind={isNext ? "primary" : "plain"} busy={save.isPending}>
          {m.gradeIt()}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {m.cancel()}
          </Button>
        )}
      </p>
    </form>
  );
}

type Next = "keep" | "change" | "drop";

export function NextField({ value, onChange }: { value: Next; onChange: (next: Next) => void }) {
  return (
    <Field label={m.next()}>
      <Select value={value} onChange={({ target }) => onChange(target.value as Next)}>
        <option value="keep">{m.keep()}</option>
        <option value="change">{m.change()}</option>
        <option value="drop">{m.drop()}</option>
      </Select>
    </Field>
  );
}

/** As the reader writes numbers; what cannot be read goes as it is, and is refused in words. */
export function readScore(typed: string, locale: string): string {
  const read = readFigure(typed, locale);
  return read.ok ? read.value : typed;
}

/** Of those a conflict names, what people read. */
export function gradeWords(field: string, value: unknown) {
  if (field === "score") return { label: m.score(), value: value === null ? "–" : String(value) };
  if (field === "next") return { label: m.next(), value: m[value as Next]() };
  if ((field === "note" || field === "learned") && value) return { label: m[field](), value: String(value) };
  return undefined;
}
