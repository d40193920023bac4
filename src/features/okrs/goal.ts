import { type Decimal, decimal, exact } from "./decimals.ts";
import { directionOf, type Measure, type Metric } from "./measures.ts";
import { type Current, progressOf, standingOf } from "./progress.ts";

/** What an objective promises. */
export const COMMITMENTS = ["committed", "aspirational", "learning"] as const;
export type Commitment = (typeof COMMITMENTS)[number];

/** Share of the way that counts as the goal: 0.7 for an aspirational objective, else 1 (PRODUCT: "The goal"). */
export function goalShare(commitment: Commitment): Decimal {
  return commitment === "aspirational" ? "0.7" : "1";
}

/** The value that is the goal of a metric: its target, or s + 0.7 · (t − s) when its objective is aspirational. */
export function goalOf({ start, target }: Metric, commitment: Commitment): Decimal {
  return decimal(exact(start).plus(exact(target).minus(start).times(goalShare(commitment))));
}

/**
 * Whether a key result is at or beyond its goal: "target reached" while it is open, Achieved once it is closed.
 * Thresholds and ranges hold or do not, whatever the commitment; a baseline has reached its goal once it is found.
 */
export function goalReached(measure: Measure, current: Current, commitment: Commitment): boolean {
  switch (measure.kind) {
    case "metric": {
      if (current.value === null) return false;
      const beyond = exact(current.value).minus(goalOf(measure, commitment));
      return directionOf(measure) === "increase" ? beyond.gte(0) : beyond.lte(0);
    }
    case "threshold":
    case "range":
      return standingOf(measure, current.value) === "holds";
    case "baseline":
      return current.value !== null;
    default:
      return shareReached(progressOf(measure, current), commitment);
  }
}

/** The same for what has progress only: an objective, milestones, contributions. */
export function shareReached(progress: Decimal | null, commitment: Commitment): boolean {
  return progress !== null && exact(progress).gte(goalShare(commitment));
}
