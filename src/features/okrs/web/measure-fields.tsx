import { Field, Select } from "../../../web/ui/field.tsx";
import { FigureField } from "./figure-field.tsx";
import { m } from "./form-words.ts";
import type { Draft, Kind, Operator } from "./key-result-draft.ts";
import { PhaseFields } from "./phase-fields.tsx";
import { StepFields } from "./step-fields.tsx";

export interface MeasureFieldsProps {
  value: Draft;
  change: (part: Partial<Draft>) => void;
  wrong: (field: string) => string | undefined;
  /** It has check-ins, whose meaning stays: only steps may change here. */
  fixed?: boolean;
  /** false: without targets on the way. */
  phases?: boolean;
}

const kinds: Record<Kind, () => string> = {
  metric: m.metric,
  threshold: m.threshold,
  range: m.range,
  milestones: m.milestones,
  "score-table": m["score-table"],
  done: m.done,
  baseline: m.baseline,
  contributions: m.contributionsKind,
};
const operators: readonly Operator[] = ["above", "at-or-above", "below", "at-or-below"];

/** How a type of key result is called. */
export function kindWords(kind: Kind): string {
  return kinds[kind]();
}

/** What a key result is measured by, and the figures of its type. */
export function MeasureFields(props: MeasureFieldsProps) {
  const { value, change, wrong, fixed = false } = props;
  const hasSteps = value.kind === "milestones" || value.kind === "score-table";
  if (fixed) {
    return (
      <>
        <p className="small">{m.measureStays({ kind: kindWords(value.kind) })}</p>
        {hasSteps && <StepFields {...props} />}
        {value.kind === "metric" && <PhaseFields {...props} />}
      </>
    );
  }
  return (
    <>
      <Field label={m.measuredBy()} error={wrong("measure")}>
        <Select value={value.kind} onChange={({ target }) => change({ kind: target.value as Kind })}>
          {Object.keys(kinds).map((kind) => (
            <option key={kind} value={kind}>
              {kindWords(kind as Kind)}
            </option>
          ))}
        </Select>
      </Field>
      <FiguresOf {...props} />
    </>
  );
}

function FiguresOf(props: MeasureFieldsProps) {
  const { value, change, wrong, phases = true } = props;
  switch (value.kind) {
    case "metric":
      return (
        <>
          <div className="act-f-two">
            <Typed {...props} of="start" label={m.start()} />
            <Typed {...props} of="target" label={m.targetField()} />
          </div>
          {phases && <PhaseFields {...props} />}
        </>
      );
    case "threshold":
      return (
        <div className="act-f-two">
          <Field label={m.operator()} error={wrong("measure.operator")}>
            <Select value={value.operator} onChange={({ target }) => change({ operator: target.value as Operator })}>
              {operators.map((each) => (
                <option key={each} value={each}>
                  {m[`is-${each}`]()}
                </option>
              ))}
            </Select>
          </Field>
          <Typed {...props} of="target" label={m.limit()} />
          <Typed {...props} of="riskLimit" label={m.riskLimit()} hint={m.riskHint()} optional />
        </div>
      );
    case "range":
      return (
        <div className="act-f-two">
          <Typed {...props} of="low" label={m.low()} />
          <Typed {...props} of="high" label={m.high()} />
        </div>
      );
    case "milestones":
    case "score-table":
      return <StepFields {...props} />;
    default:
      return <p className="small">{m[`${value.kind}Words`]()}</p>;
  }
}

interface TypedProps extends MeasureFieldsProps {
  of: "start" | "target" | "riskLimit" | "low" | "high";
  label: string;
  hint?: string;
  optional?: boolean;
}

function Typed({ of, label, hint, optional, value, change, wrong }: TypedProps) {
  return (
    <FigureField
      label={label}
      hint={hint}
      optional={optional ?? false}
      value={value[of]}
      onChange={(typed) => change({ [of]: typed })}
      onUnit={(unit) => value.unit === "" && change({ unit })}
      error={wrong(`measure.${of}`)}
    />
  );
}
