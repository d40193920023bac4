import { useState } from "react";
import { newId } from "../../../../web/id.ts";
import { Button } from "../../../../web/ui/button.tsx";
import { Field, Input, Select } from "../../../../web/ui/field.tsx";
import { type Measure, questions, w } from "../words.ts";
import { m } from "./edit-words.ts";
import { SubjectFinder } from "./subject-finder.tsx";

const sources = ["key-results", "health-metrics", "pulse-question", "check-ins"] as const;
type Source = (typeof sources)[number];

interface MeasurePickerProps {
  onAdd: (measured: { id: string; name: string; measure: Measure }) => void;
  onClose: () => void;
}

/** Chooses what is measured: key results or health metrics of several teams, a pulse question, or what check-ins tell. */
export function MeasurePicker({ onAdd, onClose }: MeasurePickerProps) {
  const [measure, choose] = useState<Measure>(measureOf("key-results"));
  const [typed, type] = useState<string | null>(null);
  const name = typed ?? nameOf(measure);
  const isReady =
    name.trim() !== "" && (measure.question !== null || measure.reads !== null || measure.subjects.length > 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a form cannot stand inside the form around it
    <div className="pe-p" role="group" aria-label={m.source()}>
      <Field label={m.source()}>
        <Select autoFocus value={measure.kind} onChange={({ target }) => choose(measureOf(target.value as Source))}>
          {sources.map((kind) => (
            <option key={kind} value={kind}>
              {m[kind]()}
            </option>
          ))}
        </Select>
      </Field>
      {measure.kind === "pulse-question" && (
        <Field label={m.question()}>
          <Select
            value={measure.question ?? ""}
            onChange={({ target }) => choose({ ...measure, question: target.value as (typeof questions)[number] })}
          >
            {questions.map((question) => (
              <option key={question} value={question}>
                {w[question]()}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {measure.kind === "check-ins" && (
        <Field label={m.reads()}>
          <Select
            value={measure.reads ?? ""}
            onChange={({ target }) => choose({ ...measure, reads: target.value as "on-time" })}
          >
            <option value="on-time">{w["on-time"]()}</option>
            <option value="confidence">{w.confidence()}</option>
          </Select>
        </Field>
      )}
      {(measure.kind === "key-results" || measure.kind === "health-metrics") && (
        <SubjectFinder
          key={measure.kind}
          kind={measure.kind}
          value={measure.subjects}
          onChange={(subjects) => choose({ ...measure, subjects })}
        />
      )}
      <Field label={m.measureName()}>
        <Input value={name} onChange={({ target }) => type(target.value)} />
      </Field>
      <p className="row">
        <Button size="sm" disabled={!isReady} onClick={() => onAdd({ id: newId(), name, measure })}>
          {m.add()}
        </Button>
        <Button size="sm" kind="quiet" onClick={onClose}>
          {m.cancel()}
        </Button>
      </p>
    </div>
  );
}

function measureOf(kind: Source): Measure {
  return {
    ...{ kind, subjects: [] },
    question: kind === "pulse-question" ? "work-well-from-here" : null,
    reads: kind === "check-ins" ? "on-time" : null,
  };
}

/** What it is called until somebody says otherwise. */
function nameOf({ question, reads, subjects }: Measure): string {
  if (question) return w[question]();
  return reads ? w[reads]() : (subjects[0]?.title ?? "");
}
