import { type Decimal, exact, ratio } from "./decimals.ts";
import { clamped } from "./progress.ts";

/** Where an objective or key result is in its life. */
export const STATES = ["open", "paused", "postponed", "dropped", "closed"] as const;
export type State = (typeof STATES)[number];

/** What an objective's progress is made of: a key result, or a child that contributes to it. */
export interface Term {
  kind: "key-result" | "objective";
  id: string;
  /** Raw; null when it has none (a baseline, a child without key results). */
  progress: Decimal | null;
  weight: Decimal;
  state: State;
}

export interface WeighedTerm extends Term {
  /** Its part in the mean, 0..1; "0" when it is left out. */
  share: Decimal;
  leftOut: "dropped" | "postponed" | "paused" | "no-progress" | "weight-0" | null;
}

export interface RollUp {
  /** 0..1; null ("–") when no term counts. */
  progress: Decimal | null;
  terms: WeighedTerm[];
}

/**
 * Weighted mean of an objective's terms (PRODUCT: "Roll-up"), each clamped to 0..1. 60 % (weight 40), 20 % (60) and a
 * child of 50 % (100) make 86/200 = 43 %. It returns what it was made of, so that the figure can be opened.
 */
export function rollUp(terms: readonly Term[]): RollUp {
  const counted = terms.filter((term) => leftOut(term) === null);
  const weights = counted.reduce((sum, { weight }) => sum.plus(weight), exact(0));
  const weighed = terms.map((term): WeighedTerm => {
    const reason = leftOut(term);
    return { ...term, leftOut: reason, share: reason ? "0" : ratio(exact(term.weight).div(weights)) };
  });
  if (counted.length === 0) return { progress: null, terms: weighed };
  const sum = counted.reduce(
    (total, { progress, weight }) => total.plus(clamped(progress ?? "0").times(weight)),
    exact(0),
  );
  return { progress: ratio(sum.div(weights)), terms: weighed };
}

function leftOut({ state, progress, weight }: Term): WeighedTerm["leftOut"] {
  if (state === "dropped" || state === "postponed" || state === "paused") return state;
  if (progress === null) return "no-progress";
  return exact(weight).gt(0) ? null : "weight-0";
}
