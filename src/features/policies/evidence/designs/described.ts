import { tTwoSided } from "../inference/distributions.ts";
import { tRange } from "../inference/equivalence.ts";
import type { Estimate } from "../inference/range.ts";
import { newcombe, type Share } from "../inference/shares.ts";
import type { Arms, TeamWeek } from "../panel.ts";

/**
 * Designs that describe and never carry a verdict: whatever else changed on that day, or sets these teams apart, is in
 * the figure too. Their ranges are over teams, so that a large team does not speak for many.
 */

/** Covered teams, after the start against before: the mean of the teams' changes, Student's t over teams. */
export function beforeAndAfter(rows: readonly TeamWeek[], covered: readonly string[], start: number): Estimate | null {
  const before = meansByTeam(rows.filter(({ week }) => week < start));
  const after = meansByTeam(rows.filter(({ week }) => week >= start));
  const changes = covered.flatMap((team) => {
    const [from, to] = [before.get(team), after.get(team)];
    return from === undefined || to === undefined ? [] : [to - from];
  });
  if (changes.length === 0) return null;
  return byT(mean(changes), Math.sqrt(variance(changes) / changes.length), changes.length - 1);
}

/** Covered teams against the others, weeks from the start on: Welch's t over teams (Welch 1947). */
export function compared(
  rows: readonly TeamWeek[],
  { covered, others }: Pick<Arms, "covered" | "others">,
  start: number,
): Estimate | null {
  const means = meansByTeam(rows.filter(({ week }) => week >= start));
  const of = (teams: readonly string[]) =>
    teams.map((team) => means.get(team)).filter((each): each is number => each !== undefined);
  const [one, other] = [of(covered), of(others)];
  if (one.length === 0 || other.length === 0) return null;
  const [first, second] = [variance(one) / one.length, variance(other) / other.length];
  const df = (first + second) ** 2 / (first ** 2 / (one.length - 1) + second ** 2 / (other.length - 1));
  return byT(mean(one) - mean(other), Math.sqrt(first + second), df);
}

/** Shares of answers, covered minus others, Newcombe's ranges; p is the largest α whose range holds 0. */
export function surveyed(covered: Share, others: Share): Estimate | null {
  if (covered.of === 0 || others.of === 0) return null;
  const { difference, range: range95 } = newcombe(covered, others, 0.95);
  const holdsNone = (p: number) => {
    const { range } = newcombe(covered, others, 1 - p);
    return range.low > 0 || range.high < 0;
  };
  let [low, high] = [1e-12, 1 - 1e-12];
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (holdsNone(middle)) high = middle;
    else low = middle;
  }
  const method = { inference: "newcombe" as const, draws: 0, seed: null, df: null };
  return { difference, range95, range90: newcombe(covered, others, 0.9).range, p: difference === 0 ? 1 : high, method };
}

/** The level of an arm: mean of its teams' means, weeks from the start on, with Student's 90 % range over teams. */
export function levelOf(rows: readonly TeamWeek[], teams: readonly string[], start: number): Estimate | null {
  const means = meansByTeam(rows.filter(({ week }) => week >= start));
  const levels = teams.flatMap((team) => means.get(team) ?? []);
  if (levels.length === 0) return null;
  return byT(mean(levels), Math.sqrt(variance(levels) / levels.length), levels.length - 1);
}

/** One team gives no variance: the range is without bounds. */
function byT(difference: number, error: number, df: number): Estimate {
  const method = { inference: "t" as const, draws: 0, seed: null, df };
  if (Number.isNaN(error) || !(df > 0)) {
    const range = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const still = error === 0 ? { low: difference, high: difference } : range;
    return { difference, range95: still, range90: still, p: 1, method: { ...method, df: null } };
  }
  return {
    difference,
    range95: tRange(difference, error, df, 0.95),
    range90: tRange(difference, error, df, 0.9),
    p: error === 0 ? Number(difference === 0) : tTwoSided(difference / error, df),
    method,
  };
}

function meansByTeam(rows: readonly TeamWeek[]): Map<string, number> {
  const means = new Map<string, number>();
  for (const [team, weeks] of Map.groupBy(rows, (row) => row.team)) {
    const weight = weeks.reduce((sum, row) => sum + (row.weight ?? 1), 0);
    means.set(team, weeks.reduce((sum, row) => sum + (row.weight ?? 1) * row.value, 0) / weight);
  }
  return means;
}

function mean(of: readonly number[]): number {
  return of.reduce((sum, each) => sum + each, 0) / of.length;
}

/** With n − 1; NaN of a single one. */
function variance(of: readonly number[]): number {
  const middle = mean(of);
  return of.reduce((sum, each) => sum + (each - middle) ** 2, 0) / (of.length - 1);
}
