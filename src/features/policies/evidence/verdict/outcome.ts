import type { Trends } from "../designs/parallel-trends.ts";
import { liesWithin } from "../inference/equivalence.ts";
import type { Estimate } from "../inference/range.ts";

/** What an outcome was sealed with. */
export interface Wish {
  wanted: "up" | "down";
  /** Above 0, units of the value; also the margin of "no difference". */
  sizeThatMatters: number;
}

/** What the data say of one outcome, and why no more. */
export type OutcomeWord =
  | { word: "better" | "worse" | "no-difference" }
  | { word: "cant-tell"; why: WhyNot }
  | { word: "too-few-teams" };

/**
 * describes-only: the design compares nothing that chance made alike. not-yet: there are teams enough, and too few of
 * them have reported since the start; before the decision date that is no lack of teams.
 */
export type WhyNot = "describes-only" | "not-yet" | "no-data" | "trends-apart" | "trends-not-known" | "too-noisy";

export interface Read {
  estimate: Estimate | null;
  /** p by Holm over all outcomes. */
  adjustedP: number;
  /** Null where the design needs no such check. */
  trends: Trends | null;
  /** Whether the design can carry a verdict with any number of teams, and whether it has enough. */
  describesOnly: boolean;
  enoughTeams: boolean;
  /** Whether those that are to be compared will be enough, once they have reported. */
  willBeEnough: boolean;
}

/**
 * In this order: too few teams; only described; no data; trends that were not shown to be alike; a 90 % range within
 * the size that matters is no difference beyond it, even where a smaller one is certain, for that is not what was
 * believed; p by Holm ≤ 5 % is better or worse; all else can't be told.
 */
export function outcomeWord({ wanted, sizeThatMatters }: Wish, read: Read): OutcomeWord {
  const { estimate, trends } = read;
  if (!read.enoughTeams) return read.willBeEnough ? { word: "cant-tell", why: "not-yet" } : { word: "too-few-teams" };
  if (read.describesOnly) return { word: "cant-tell", why: "describes-only" };
  if (!estimate) return { word: "cant-tell", why: "no-data" };
  if (trends?.word === "apart") return { word: "cant-tell", why: "trends-apart" };
  if (trends?.word === "not-known") return { word: "cant-tell", why: "trends-not-known" };
  if (liesWithin(estimate.range90, sizeThatMatters)) return { word: "no-difference" };
  if (read.adjustedP > ALPHA) return { word: "cant-tell", why: "too-noisy" };
  return { word: isBetter(wanted, estimate.difference) ? "better" : "worse" };
}

/** All but equivalence is said at 95 %. */
const ALPHA = 0.05;

export function isBetter(wanted: Wish["wanted"], difference: number): boolean {
  return wanted === "up" ? difference > 0 : difference < 0;
}
