import type { Context } from "../coach/public.ts";
import type { Measure, Operator } from "./measures.ts";

/** Figures as they stand, or as they are being written: "" while one is not there yet. */
type Measured =
  | { kind: "metric"; start: string | number; target: string | number }
  | { kind: "threshold"; operator: Operator; target: string | number }
  | { kind: "range"; low: string | number; high: string | number }
  | { kind: Exclude<Measure["kind"], "metric" | "threshold" | "range"> };

/** What of a key result the coach is told, beside its words. */
export interface Coached {
  measure: Measured;
  unit: string;
  source: string;
}

/** A key result as the coach is asked about it. Its owner is advised on by us. */
export function coachContextOf({ measure, unit, source }: Coached, around: Partial<Context> = {}): Context {
  return { ...around, kind: "key-result", fields: { type: measure.kind, unit, ...figuresOf(measure, source) } };
}

function figuresOf(measure: Measured, dataSource: string): NonNullable<Context["fields"]> {
  if (measure.kind === "metric") return { baseline: String(measure.start), target: String(measure.target), dataSource };
  // The coach knows no range: the end that is not to be passed stands for it.
  if (measure.kind === "range")
    return { baseline: null, target: String(measure.high), direction: "decrease", dataSource };
  if (measure.kind !== "threshold") return { baseline: null, target: null };
  const direction = measure.operator.endsWith("above") ? "increase" : "decrease";
  return { baseline: null, target: String(measure.target), direction, dataSource };
}
