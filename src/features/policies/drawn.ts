import { dayBefore, type ScopeRow, shifted } from "./covered.ts";
import { drawBlocks, drawTeams } from "./evidence/designs/lot.ts";
import { comparedWith, type Hypothesis, type Scope } from "./hypothesis.ts";

/** A team as the seal fixed it; `firstOn`: for each pair of blocks whether the first is covered. */
export interface Arm {
  teamId: string;
  arm: "covered" | "others" | "both";
  firstOn: readonly boolean[] | null;
}

/** The teams that are compared: drawn from the seed, or those that the hypothesis names. */
export function armsAtSeal({ comparison, scope }: Hypothesis, seed: string): Arm[] {
  if (comparison?.kind === "randomised-by-team") {
    const drawn = new Set(drawTeams(scope.teamIds, comparison.draw, seed));
    return scope.teamIds.map((teamId) => ({ teamId, arm: drawn.has(teamId) ? "covered" : "others", firstOn: null }));
  }
  if (comparison?.kind === "randomised-on-and-off") {
    const coins = drawBlocks(scope.teamIds, comparison.pairs, seed);
    return scope.teamIds.map((teamId) => ({ teamId, arm: "both", firstOn: coins.get(teamId) as boolean[] }));
  }
  return [
    ...scope.teamIds.map((teamId) => ({ teamId, arm: "covered" as const, firstOn: null })),
    ...comparedWith(comparison).map((teamId) => ({ teamId, arm: "others" as const, firstOn: null })),
  ];
}

/** Whom it covers when, as the seal fixed it. `startsOn` is set. */
export function scopesAtSeal(
  policyId: string,
  { comparison, scope, startsOn }: Hypothesis,
  arms: readonly Arm[],
): ScopeRow[] {
  const start = startsOn as string;
  const row = (from: string, to: string | null, teamIds: readonly string[]): ScopeRow => {
    const limits: Scope = { ...scope, teamIds };
    return { policyId, from, to, ...limits };
  };
  if (comparison?.kind === "randomised-by-team") {
    const covered = arms.filter(({ arm }) => arm === "covered").map(({ teamId }) => teamId);
    const { othersFrom } = comparison;
    if (othersFrom === null) return [row(start, null, covered)];
    return [row(start, dayBefore(othersFrom), covered), row(othersFrom, null, scope.teamIds)];
  }
  if (comparison?.kind === "randomised-on-and-off") {
    const long = comparison.weeksEach * 7;
    return Array.from({ length: comparison.pairs * 2 }, (_, block) => {
      const teams = arms.filter(({ firstOn }) => firstOn?.[Math.floor(block / 2)] === (block % 2 === 0));
      const from = shifted(start, block * long);
      return row(
        from,
        shifted(from, long - 1),
        teams.map(({ teamId }) => teamId),
      );
    }).filter(({ teamIds }) => teamIds.length > 0);
  }
  return [row(start, null, scope.teamIds)];
}

/** Rows as they are once the policy ends with a day. */
export function endedWith(rows: readonly ScopeRow[], lastDay: string): ScopeRow[] {
  return rows
    .filter(({ from }) => from <= lastDay)
    .map((row) => (row.to === null || row.to > lastDay ? { ...row, to: lastDay } : row));
}

/** Rows as they are once another scope holds from a day on, until further notice. */
export function followedBy(rows: readonly ScopeRow[], next: ScopeRow): ScopeRow[] {
  return [...endedWith(rows, dayBefore(next.from)), next];
}
