/** What of a key result and its check-ins its chart shows. */
import type { Course } from "./draw-chart.ts";
import type { KeyResult } from "./key-result-words.ts";

/** A check-in as far as the chart needs it. */
export interface CheckedIn {
  id: string;
  value: string | null;
  confidence: number;
  recordedAt: string;
}

/** Its course through a cycle, `checkIns` in any order; null for what is not measured by a number. */
export function courseOf(
  keyResult: Pick<KeyResult, "measure" | "phasedTargets" | "targetChanges" | "forecast">,
  cycle: { startsOn: string; endsOn: string },
  checkIns: readonly CheckedIn[],
  now: number,
): Course | null {
  const { measure } = keyResult;
  if (!["metric", "threshold", "range", "baseline"].includes(measure.kind)) return null;
  const reported = [...checkIns]
    .sort(byTime)
    .flatMap(({ value, confidence, recordedAt }) =>
      value === null ? [] : [{ at: Date.parse(recordedAt), value: Number(value), confidence }],
    );
  return {
    ...cycle,
    now,
    start: measure.kind === "metric" ? Number(measure.start) : null,
    limits: limitsOf(measure),
    reported,
    pace: paceOf(keyResult, cycle),
    changes: changesOf(keyResult),
    forecast: keyResult.forecast && endOf(keyResult.forecast),
  };
}

/** The oldest first, as the server tells them apart: to the microsecond, which Date.parse drops, then by id. */
function byTime(one: CheckedIn, other: CheckedIn): number {
  return (
    Date.parse(one.recordedAt) - Date.parse(other.recordedAt) ||
    microsecondsOf(one.recordedAt) - microsecondsOf(other.recordedAt) ||
    (one.id < other.id ? -1 : 1)
  );
}

function microsecondsOf(instant: string): number {
  return Number((/\.(\d+)/.exec(instant)?.[1] ?? "").slice(0, 6).padEnd(6, "0"));
}

function endOf({ middle, range50, range80 }: NonNullable<KeyResult["forecast"]>): Course["forecast"] {
  const between = ({ low, high }: typeof range50) => ({ low: Number(low), high: Number(high) });
  return { middle: Number(middle), range50: between(range50), range80: between(range80) };
}

function limitsOf(measure: KeyResult["measure"]): number[] {
  if (measure.kind === "metric") return [Number(measure.target)];
  if (measure.kind === "range") return [Number(measure.low), Number(measure.high)];
  if (measure.kind !== "threshold") return [];
  return [Number(measure.target), ...(measure.riskLimit === null ? [] : [Number(measure.riskLimit)])];
}

function paceOf(
  { measure, phasedTargets }: Pick<KeyResult, "measure" | "phasedTargets">,
  cycle: { startsOn: string; endsOn: string },
) {
  if (measure.kind !== "metric") return [];
  const phases = phasedTargets
    .filter(({ on }) => on < cycle.endsOn)
    .map(({ on, value }) => ({ on, value: Number(value) }));
  return [
    { on: cycle.startsOn, value: Number(measure.start) },
    ...phases,
    { on: cycle.endsOn, value: Number(measure.target) },
  ];
}

/** Former targets, the oldest first; a change of range limits is told in the history only. */
function changesOf({ targetChanges }: Pick<KeyResult, "targetChanges">) {
  return targetChanges
    .flatMap(({ before, recordedAt }) =>
      before.kind === "range" ? [] : [{ at: Date.parse(recordedAt), before: Number(before.target) }],
    )
    .sort((one, other) => one.at - other.at);
}
