import { type KeyboardEvent, useState } from "react";
import { Field, Input } from "../../../web/ui/field.tsx";
import { useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./check-in.messages.json";
import { type Draft, type Reading, type Subject, stepsOf } from "./draft.ts";
import { figure, standsAt } from "./figures.ts";

const m = messages(catalogue);

export interface ReportFieldProps {
  subject: Subject;
  draft: Draft;
  reading: Reading;
  /** What is wrong with a field, once it is time to say so; the server's word or our own. */
  wrong: (field: string) => string | undefined;
  onChange: (part: Partial<Draft>) => void;
}

/** Where the key result stands now, as its measure is reported: a number, steps, or done. */
export function ReportField(props: ReportFieldProps) {
  const { kind } = props.subject.keyResult.measure;
  if (kind === "contributions") return <p className="small">{m.contributed()}</p>;
  if (kind === "milestones" || kind === "score-table") return <StepsField {...props} />;
  return kind === "done" ? <DoneField {...props} /> : <ValueField {...props} />;
}

/** The value as it was, for the key "=". */
export function sameAsBefore({ keyResult }: Subject): Partial<Draft> {
  const { measure, current } = keyResult;
  if (measure.kind === "done") return { done: current === "1" };
  return current === null || stepsOf(measure).length > 0 ? {} : { value: current };
}

function ValueField({ subject, draft, reading, wrong, onChange }: ReportFieldProps) {
  const [left, leave] = useState(false);
  const own = reading.problems.find(({ field }) => field === "value");
  const error = wrong("value") ?? (left && draft.value.trim() !== "" && own ? sentence(own) : undefined);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "=" || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onChange(sameAsBefore(subject));
  };
  return (
    <div className="ci-val" data-field="value">
      <Field label={m.newValue()} error={error} hint={<ValueHint subject={subject} draft={draft} reading={reading} />}>
        <Input
          inputMode="decimal"
          autoComplete="off"
          aria-keyshortcuts="="
          placeholder={subject.keyResult.current ?? ""}
          value={draft.value}
          onChange={(event) => {
            leave(false);
            onChange({ value: event.target.value });
          }}
          onBlur={() => leave(true)}
          onKeyDown={press}
        />
      </Field>
    </div>
  );
}

/** What it was, and what was understood where that is not what was typed. */
function ValueHint({
  subject: { keyResult, last },
  draft,
  reading,
}: Pick<ReportFieldProps, "subject" | "draft" | "reading">) {
  const format = useFormat();
  const stood = standsAt(keyResult, format);
  const { value } = reading.report;
  const isPlain = value === undefined || draft.value.trim() === String(value);
  const before =
    stood === null
      ? keyResult.measure.kind === "baseline"
        ? m.baselineHint()
        : m.wasNot()
      : last
        ? m.was({ value: stood, day: format.day(last.recordedAt) })
        : m.stands({ value: stood });
  return (
    <>
      {before}{" "}
      {!isPlain && (
        <b className="num">{m.readAs({ value: figure(String(value), exactly(keyResult, String(value)), format) })}</b>
      )}
    </>
  );
}

/** Every digit that was understood is shown, also those the key result usually leaves out. */
function exactly(keyResult: Subject["keyResult"], value: string): Subject["keyResult"] {
  return { ...keyResult, decimals: Math.max(keyResult.decimals, value.split(".")[1]?.length ?? 0) };
}

function StepsField({ subject, draft, onChange }: ReportFieldProps) {
  return (
    <fieldset className="ci-steps" data-field="milestonesDone">
      <legend className="label">{m.stepsDone()}</legend>
      {stepsOf(subject.keyResult.measure).map(({ id, title }) => (
        <label className="ck" key={id}>
          <input
            type="checkbox"
            checked={draft.steps.includes(id)}
            onChange={({ target }) =>
              onChange({ steps: target.checked ? [...draft.steps, id] : draft.steps.filter((step) => step !== id) })
            }
          />
          <span dir="auto">{title}</span>
        </label>
      ))}
    </fieldset>
  );
}

function DoneField({ subject, draft, wrong, onChange }: ReportFieldProps) {
  const error = wrong("done");
  return (
    <fieldset className="ci-steps" data-field="done" aria-describedby={error && `done-${draft.id}`}>
      <legend className="label">{m.isDone()}</legend>
      {[true, false].map((done) => (
        <label className="ck" key={String(done)}>
          <input
            type="radio"
            name={`done-of-${subject.keyResult.id}`}
            checked={draft.done === done}
            onChange={() => onChange({ done })}
          />
          <span>{done ? m.done() : m.notYet()}</span>
        </label>
      ))}
      <Wrong id={`done-${draft.id}`}>{error}</Wrong>
    </fieldset>
  );
}

/** What is wrong with a group of choices, beneath it. */
export function Wrong({ id, children }: { id?: string; children: string | undefined }) {
  return (
    children && (
      <small id={id} className="ci-wrong">
        {children}
      </small>
    )
  );
}

/** "Expected a number from 0 to 10. Choose how sure you are." */
export function sentence({ expected, todo }: { expected: string; todo: string }): string {
  return m.wrong({ what: m.expected({ expected }), todo });
}
