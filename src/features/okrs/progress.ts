import { type Decimal, type Exactly, exact, ratio } from "./decimals.ts";
import type { Measure, Metric, Milestones, Range, ScoreTable, Threshold } from "./measures.ts";

/** Where a key result stands now. */
export interface Current {
  /** The value of the latest check-in; null before the first. For done / not done: "1" or "0". */
  value: Decimal | null;
  /** Roll-up of the objectives that contribute to it, for "from contributions" only. */
  contributed?: Decimal | null;
}

/**
 * Raw progress of a key result (PRODUCT: "Progress of a key result"): (c − s)/(t − s) in either direction and not
 * clamped, so −0.2 and 1.1 are kept. Before the first check-in a key result stands at its start: 0, and it counts as
 * such in the roll-up; that it is not started is its status. null: there is no progress to speak of ("–").
 */
export function progressOf(measure: Measure, current: Current): Decimal | null {
  switch (measure.kind) {
    case "metric":
      return metricProgress(measure, current.value ?? measure.start);
    case "threshold":
    case "range":
      return standingOf(measure, current.value) === "holds" ? "1" : "0";
    case "milestones":
      return milestoneProgress(measure);
    case "score-table":
      return scoreProgress(measure);
    case "done":
      return current.value !== null && exact(current.value).gte(1) ? "1" : "0";
    case "contributions":
      return current.contributed ?? null;
    case "baseline":
      return null;
  }
}

/** Progress that a value of this metric stands for, raw. */
export function metricProgress({ start, target }: Metric, value: Decimal): Decimal {
  return ratio(exact(value).minus(start).div(exact(target).minus(start)));
}

/** Raw progress as the roll-up counts it: 0..1. */
export function clamped(progress: Decimal): Exactly {
  const raw = exact(progress);
  if (raw.lt(0)) return exact(0);
  return raw.gt(1) ? exact(1) : raw;
}

/** What is said of raw progress in words beside its number; a regression is never only a minus sign. */
export function progressInWords(progress: Decimal | null): ProgressWords {
  if (progress === null) return "no-progress";
  const raw = exact(progress);
  if (raw.lt(0)) return "worse-than-start";
  if (raw.eq(0)) return "at-start";
  if (raw.lt(1)) return "under-way";
  return raw.eq(1) ? "at-target" : "beyond-target";
}

export type ProgressWords =
  | "no-progress"
  | "worse-than-start"
  | "at-start"
  | "under-way"
  | "at-target"
  | "beyond-target";

export type Standing = "holds" | "in-risk-band" | "broken";

/**
 * Whether a threshold or range holds at a value. The risk limit itself still lies in the risk band; a value that was
 * never reported does not hold.
 */
export function standingOf(measure: Threshold | Range, value: Decimal | null): Standing {
  if (value === null) return "broken";
  if (measure.kind === "range") {
    return exact(value).gte(measure.low) && exact(value).lte(measure.high) ? "holds" : "broken";
  }
  const { operator, target, riskLimit } = measure;
  const upward = operator === "above" || operator === "at-or-above";
  const beyond = upward ? exact(value).minus(target) : exact(target).minus(value);
  const holds = operator === "above" || operator === "below" ? beyond.gt(0) : beyond.gte(0);
  if (holds) return "holds";
  if (riskLimit === null) return "broken";
  const slack = upward ? exact(value).minus(riskLimit) : exact(riskLimit).minus(value);
  return slack.gte(0) ? "in-risk-band" : "broken";
}

/**
 * Share of the planned check-ins whose value lay in range, 0..1; a missed one (null) counts as out. null before the
 * first planned check-in.
 */
export function shareInRange(range: Range, planned: readonly (Decimal | null)[]): Decimal | null {
  if (planned.length === 0) return null;
  const inside = planned.filter((value) => standingOf(range, value) === "holds").length;
  return ratio(exact(inside).div(planned.length));
}

function milestoneProgress({ milestones }: Milestones): Decimal | null {
  const sum = (counted: Milestones["milestones"]) =>
    counted.reduce((total, { weight }) => total.plus(weight), exact(0));
  const all = sum(milestones);
  return all.eq(0) ? null : ratio(sum(milestones.filter(({ done }) => done)).div(all));
}

/** The furthest step that is done carries the score of those before it: the table is cumulative. */
function scoreProgress({ steps }: ScoreTable): Decimal {
  const reached = steps.filter(({ done }) => done).map(({ score }) => exact(score));
  return ratio(reached.reduce((best, score) => (score.gt(best) ? score : best), exact(0)));
}
