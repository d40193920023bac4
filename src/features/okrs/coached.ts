import type { Context } from "../coach/public.ts";
import type { Measure } from "./measures.ts";

/** What of a key result the coach is told, beside its words. */
export interface Coached {
  measure: Measure;
  unit: string;
  source: string;
}

/** A key result as the coach is asked about it. Its owner is advised on by us. */
export function coachContextOf({ measure, unit, source }: Coached, around: Partial<Context> = {}): Context {
  return { ...around, kind: "key-result", fields: { type: measure.kind, unit, ...figuresOf(measure, source) } };
}

function figuresOf(measure: Measure, dataSource: string): NonNullable<Context["fields"]> {
  if (measure.kind === "metric") return { baseline: measure.start, target: measure.target, dataSource };
  if (measure.kind !== "threshold") return { baseline: null, target: null };
  const direction = measure.operator.endsWith("above") ? "increase" : "decrease";
  return { baseline: null, target: measure.target, direction, dataSource };
}
