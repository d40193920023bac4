import type { Finding } from "../assess.ts";
import { TEAMS_AN_ARM } from "../designs/design.ts";
import { startOf, type Told } from "./sentence.ts";

/** What would settle it: keys and figures, the most telling first; none where it is settled. */
export type Settling =
  /** Nobody was drawn: so many teams on each side, and so many are needed. */
  | { key: "more-teams"; outcome: string; covered: number; others: number; needed: number }
  /** A lot that could have fallen in `possible` ways, and has to be able to in `needed`. */
  | { key: "more-possible-lots"; outcome: string; possible: number; needed: number }
  | { key: "wait"; weeks: number }
  /** The design describes: a lot would tell. */
  | { key: "draw-by-lot" }
  | { key: "measure"; outcome: string }
  /** Trends before the start: their drift, carried on, could be as large as this; it must stay within the size. */
  | { key: "more-weeks-before"; outcome: string; weeks: number; drift: number; sizeThatMatters: number }
  /** The 90 % range is wider than the size that matters. */
  | { key: "more-teams-or-weeks"; outcome: string; reach: number; sizeThatMatters: number }
  /** Would clear 5 % on its own, not as one of `outcomes`. */
  | { key: "fewer-outcomes"; outcome: string; outcomes: number }
  | { key: "mend-guardrail"; guardrail: string };

export function settledBy(told: Told): Settling[] {
  const { design, outcomes, guardrails, now, decision } = told;
  const found: Settling[] = guardrails
    .filter(({ word }) => word === "broken" || word === "beyond-limit")
    .map(({ id }) => ({ key: "mend-guardrail", guardrail: id }));
  for (const outcome of outcomes) found.push(...forOutcome(outcome, outcomes.length));
  if (now < decision && startOf(design) !== null) found.push({ key: "wait", weeks: decision - now });
  const isAny = (why: string) => outcomes.some(({ word }) => word.word === "cant-tell" && word.why === why);
  if (isAny("describes-only") || isAny("trends-apart")) found.push({ key: "draw-by-lot" });
  return found;
}

function forOutcome(finding: Finding, outcomes: number): Settling[] {
  const { id: outcome, word, arms, possible, estimate, trends, sizeThatMatters } = finding;
  if (word.word === "too-few-teams") {
    if (possible !== null) return [{ key: "more-possible-lots", outcome, possible, needed: 40 * outcomes }];
    const [covered, others] = [arms.covered.length, arms.others.length];
    return [{ key: "more-teams", outcome, covered, others, needed: TEAMS_AN_ARM }];
  }
  if (word.word !== "cant-tell") return [];
  if (word.why === "no-data") return [{ key: "measure", outcome }];
  if (word.why === "trends-not-known") {
    const { weeks, range90 } = trends!;
    return [{ key: "more-weeks-before", outcome, weeks, drift: widest(range90), sizeThatMatters }];
  }
  if (word.why !== "too-noisy") return [];
  if (estimate!.p <= 0.05) return [{ key: "fewer-outcomes", outcome, outcomes }];
  const reach = (estimate!.range90.high - estimate!.range90.low) / 2;
  return [{ key: "more-teams-or-weeks", outcome, reach, sizeThatMatters }];
}

function widest({ low, high }: { low: number; high: number }): number {
  return Math.max(Math.abs(low), Math.abs(high));
}
