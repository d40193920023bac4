/**
 * Organisations made up to try the evidence on: weekly values of teams under a policy whose difference we know. They
 * were committed before the estimators, so that none was fitted to what it has to find.
 */
import type { TeamWeek } from "../../src/features/policies/evidence/panel.ts";
import type { Draws } from "../forecast/draws.ts";

/** What the policy owner wrote down as the size that matters, in units of the value. */
export const SIZE_THAT_MATTERS = 4;
/** Standard deviation of a team's weeks around its own course. */
const NOISE = 4;
const BETWEEN_TEAMS = 8;
export const WEEKS_BEFORE = 26;
export const WEEKS_AFTER = 13;

export interface Situation {
  teams: number;
  /** What the policy truly does to a covered team. */
  difference: number;
  /** By how much the covered teams would have drifted apart, without the policy, from the mean week before to the mean week after. */
  divergence: number;
  /** Share of one week's noise that is still there in the next (autoregressive, first order). */
  correlation: number;
  /** Share of the weeks without a value. */
  missing: number;
}

/** Who is covered: drawn by lot, or the teams that stand highest (whose level differs, and not their trend). */
export type Chosen = "drawn" | "highest";

/** The policy starts in week 0 and covers half of the teams from then on. */
export function startingOnce(situation: Situation, chosen: Chosen, draws: Draws): TeamWeek[] {
  const weeks = Array.from({ length: WEEKS_BEFORE + WEEKS_AFTER }, (_, at) => at - WEEKS_BEFORE);
  const shared = sharedCourse(weeks.length, draws);
  const levels = Array.from({ length: situation.teams }, () => 50 + BETWEEN_TEAMS * draws.normal());
  const covered = half(chosen === "drawn" ? levels.map(() => draws.share()) : levels);
  return levels.flatMap((level, at) => {
    const noise = noiseOf(weeks.length, situation.correlation, draws);
    return weeks.flatMap((week, row): TeamWeek[] => {
      const isCovered = covered.has(at) && week >= 0;
      const drift = covered.has(at) ? (situation.divergence * week) / ((WEEKS_BEFORE + WEEKS_AFTER) / 2) : 0;
      const value = level + shared[row]! + noise[row]! + drift + (isCovered ? situation.difference : 0);
      return draws.happens(situation.missing) ? [] : [{ team: nameOf(at), week, value, covered: isCovered }];
    });
  });
}

/** The policy goes on and off: `firstOn[team][pair]` says which of the two blocks of `weeksEach` weeks is covered. */
export function onAndOff(
  situation: Situation,
  firstOn: readonly (readonly boolean[])[],
  weeksEach: number,
  draws: Draws,
): TeamWeek[] {
  const count = firstOn[0]!.length * 2 * weeksEach;
  const shared = sharedCourse(count, draws);
  return firstOn.flatMap((pairs, at) => {
    const level = 50 + BETWEEN_TEAMS * draws.normal();
    const noise = noiseOf(count, situation.correlation, draws);
    return Array.from({ length: count }, (_, week): TeamWeek => {
      const block = Math.floor(week / weeksEach);
      const covered = pairs[Math.floor(block / 2)] === (block % 2 === 0);
      const value = level + shared[week]! + noise[week]! + (covered ? situation.difference : 0);
      return { team: nameOf(at), week, value, covered };
    }).filter(() => !draws.happens(situation.missing));
  });
}

/** Seasons and surprises that meet all teams alike: a random walk. */
function sharedCourse(length: number, draws: Draws): number[] {
  let level = 0;
  return Array.from({ length }, () => {
    level += draws.normal();
    return level;
  });
}

function noiseOf(length: number, correlation: number, draws: Draws): number[] {
  let last = NOISE * draws.normal();
  return Array.from({ length }, (_, at) => {
    if (at > 0) last = correlation * last + Math.sqrt(1 - correlation ** 2) * NOISE * draws.normal();
    return last;
  });
}

/** The places of the upper half. */
function half(of: readonly number[]): Set<number> {
  const places = of.map((_, at) => at).sort((one, other) => of[other]! - of[one]!);
  return new Set(places.slice(0, Math.floor(of.length / 2)));
}

function nameOf(at: number): string {
  return `team-${String(at + 1).padStart(2, "0")}`;
}
