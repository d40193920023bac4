import type { Panel } from "../panel.ts";
import { definiteSolver, type Solve } from "./definite-solver.ts";

/** Which means are taken off: of each week alone, of each team alone, or of both. */
export type Levels = "weeks" | "teams" | "teams-and-weeks";

export interface Leveller {
  /** What is left of a column of the panel. */
  takenOff(column: ArrayLike<number>): Float64Array;
  /** Levels of the weeks from weekly sums of a column whose teams' means are off. */
  weeks: Solve;
}

/**
 * Takes the levels of teams and weeks off by weighted least squares: what is left is the residual of a two-way
 * fixed-effects regression, so that teams may miss different weeks and none is compared with another's season. Teams'
 * means come off first; the weeks' levels then solve the equations of `weekSolver`.
 */
export function levellerOf(panel: Panel, levels: Levels): Leveller {
  const { teamOf, weekOf, weight, teams, weeks } = panel;
  const solve = levels === "teams-and-weeks" ? weekSolver(panel) : (right: Float64Array) => right;
  const weightsOf = (groupOf: Int32Array, groups: number) =>
    sumsOf(new Float64Array(weight.length).fill(1), groupOf, weight, groups);
  const [perTeam, perWeek] = [weightsOf(teamOf, teams.length), weightsOf(weekOf, weeks.length)];
  const offMeans = (rest: Float64Array, groupOf: Int32Array, weights: Float64Array) => {
    const sums = sumsOf(rest, groupOf, weight, weights.length);
    takeOff(
      rest,
      groupOf,
      sums.map((sum, group) => sum / weights[group]!),
    );
  };
  const takenOff = (column: ArrayLike<number>) => {
    const rest = Float64Array.from(column);
    if (levels === "weeks") offMeans(rest, weekOf, perWeek);
    else offMeans(rest, teamOf, perTeam);
    if (levels !== "teams-and-weeks") return rest;
    takeOff(rest, weekOf, solve(sumsOf(rest, weekOf, weight, weeks.length)));
    offMeans(rest, teamOf, perTeam);
    return rest;
  };
  return { takenOff, weeks: solve };
}

/**
 * Weeks' levels of a column from its weekly sums, teams' means taken off: L · level = sums with
 * L = diag(weight of the weeks) − Σ over teams of wwᵀ / Σw, the normal equations with the teams eliminated. Levels of
 * weeks that no team ties to others are set against none.
 */
function weekSolver({ teamOf, weekOf, weight, teams, weeks }: Panel): Solve {
  const count = weeks.length;
  const perTeam = teams.map(() => new Float64Array(count));
  for (let row = 0; row < weight.length; row++) perTeam[teamOf[row]!]![weekOf[row]!]! += weight[row]!;
  const matrix = weeks.map(() => new Float64Array(count));
  for (const of of perTeam) {
    const whole = of.reduce((sum, each) => sum + each, 0);
    for (let one = 0; one < count; one++) {
      if (of[one] === 0) continue;
      matrix[one]![one]! += of[one]!;
      for (let other = 0; other < count; other++) matrix[one]![other]! -= (of[one]! * of[other]!) / whole;
    }
  }
  return definiteSolver(matrix);
}

function takeOff(rest: Float64Array, groupOf: Int32Array, levels: Float64Array) {
  for (let row = 0; row < rest.length; row++) rest[row]! -= levels[groupOf[row]!]!;
}

function sumsOf(rest: Float64Array, groupOf: Int32Array, weight: Float64Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let row = 0; row < rest.length; row++) sums[groupOf[row]!]! += weight[row]! * rest[row]!;
  return sums;
}
