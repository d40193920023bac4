import { useState } from "react";
import { useAsk } from "../../../../web/ask.ts";
import { Field, Input } from "../../../../web/ui/field.tsx";
import { useFormat } from "../../../../web/ui/format.ts";
import { useSettled } from "../../../../web/ui/settled.ts";
import { figureOf } from "../../../okrs/web/public.tsx";
import type { Measure } from "../words.ts";
import { m } from "./edit-words.ts";

type Subject = Measure["subjects"][number];
/** Objectives whose figures are listed at once. */
const most = 6;

interface SubjectFinderProps {
  kind: "key-results" | "health-metrics";
  value: Subject[];
  onChange: (subjects: Subject[]) => void;
}

/** Ticks key results, or health metrics of the objectives that are found; what is ticked stays on top. */
export function SubjectFinder({ kind, value, onChange }: SubjectFinderProps) {
  const [typed, type] = useState("");
  const q = useSettled(typed.trim(), 150);
  const found = useAsk("okrs.search", { q, limit: 20 }, { enabled: q !== "", keepPrevious: true });
  const hits = q === "" ? [] : (found.data?.items ?? []);
  const named = new Set(hits.filter((hit) => hit.kind === "key-result").map(({ id }) => id));
  const whole = new Set(hits.filter((hit) => hit.kind === "objective").map(({ id }) => id));
  const objectives = [
    ...new Set(hits.flatMap(({ kind: each, id, objectiveId }) => (each === "objective" ? id : (objectiveId ?? [])))),
  ].slice(0, most);
  const toggle = (subject: Subject) =>
    onChange(
      value.some(({ id }) => id === subject.id) ? value.filter(({ id }) => id !== subject.id) : [...value, subject],
    );
  return (
    <>
      <Field label={kind === "key-results" ? m.findKeyResults() : m.findObjectives()} hint={m.findHint()}>
        <Input type="search" autoComplete="off" value={typed} onChange={({ target }) => type(target.value)} />
      </Field>
      <fieldset className="pe-c">
        <legend className="sr">{m.found()}</legend>
        {value.map((subject) => (
          <Choice key={subject.id} subject={subject} ticked onToggle={toggle} />
        ))}
        {objectives.map((id) => (
          <Offered
            key={id}
            {...{ id, kind }}
            only={kind === "key-results" && !whole.has(id) ? named : null}
            without={value}
            onToggle={toggle}
          />
        ))}
        <p className="meta" role="status">
          {q !== "" && found.isSuccess && !found.isPlaceholderData && objectives.length === 0 ? m.noneFound() : ""}
        </p>
      </fieldset>
    </>
  );
}

interface OfferedProps {
  /** Of an objective. */
  id: string;
  kind: SubjectFinderProps["kind"];
  /** The key results that were found themselves; null: the objective was, so all of its. */
  only: ReadonlySet<string> | null;
  without: readonly Subject[];
  onToggle: (subject: Subject) => void;
}

function Offered({ id, kind, only, without, onToggle }: OfferedProps) {
  const asked = useAsk("okrs.objectives.get", { id });
  if (!asked.data) return null;
  const { team, title, keyResults, healthMetrics } = asked.data;
  const all = (kind === "key-results" ? keyResults : healthMetrics).map((each) => {
    return { id: each.id, objectiveId: id, title: each.title, team, ...figureIn(each) };
  });
  const offered = all.filter(
    (subject) => (only?.has(subject.id) ?? true) && without.every((each) => each.id !== subject.id),
  );
  if (kind === "health-metrics" && all.length === 0)
    return (
      <p className="meta" dir="auto">
        {title}: {m.noHealthMetrics()}
      </p>
    );
  return offered.map((subject) => <Choice key={subject.id} subject={subject} ticked={false} onToggle={onToggle} />);
}

function figureIn({ unit, decimals, current }: Pick<Subject, "unit" | "decimals" | "current">) {
  return { unit, decimals, current };
}

function Choice({ subject, ticked, onToggle }: { subject: Subject; ticked: boolean; onToggle: (of: Subject) => void }) {
  const { title, team, current } = subject;
  const format = useFormat();
  return (
    <label className="ck">
      <input type="checkbox" checked={ticked} onChange={() => onToggle(subject)} />
      <span dir="auto">
        {title}{" "}
        <small>
          {[team?.name, current === null ? null : figureOf(current, subject, format)].filter(Boolean).join(" · ")}
        </small>
      </span>
    </label>
  );
}
