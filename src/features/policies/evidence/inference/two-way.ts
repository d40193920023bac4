import type { Panel } from "../panel.ts";
import { definiteSolver, type Solve } from "./definite-solver.ts";

/** Which means are taken off: of each week alone, of each team alone, or of both. */
export type Levels = "weeks" | "teams" | "teams-and-weeks";

/**
 * What is left of `column` when the levels of teams and weeks are taken off by weighted least squares: the residual of
 * a two-way fixed-effects regression, so that teams may miss different weeks and none is compared with another's
 * season. Teams' means come off first; the weeks' levels then solve the equations of `weekSolver`.
 */
export function withoutLevels(panel: Panel, column: ArrayLike<number>, levels: Levels): Float64Array {
  const rest = Float64Array.from(column);
  const { teamOf, weekOf, weight, teams, weeks } = panel;
  if (levels !== "weeks") takeOff(rest, teamOf, meansOf(rest, teamOf, weight, teams.length));
  if (levels === "weeks") takeOff(rest, weekOf, meansOf(rest, weekOf, weight, weeks.length));
  if (levels !== "teams-and-weeks") return rest;
  takeOff(rest, weekOf, weekSolver(panel)(sumsOf(rest, weekOf, weight, weeks.length)));
  takeOff(rest, teamOf, meansOf(rest, teamOf, weight, teams.length));
  return rest;
}

/**
 * Weeks' levels of a column from its weekly sums, teams' means taken off: L · level = sums with
 * L = diag(weight of the weeks) − Σ over teams of wwᵀ / Σw, the normal equations with the teams eliminated. Levels of
 * weeks that no team ties to others are set against none.
 */
export function weekSolver({ teamOf, weekOf, weight, teams, weeks }: Panel): Solve {
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

function meansOf(rest: Float64Array, groupOf: Int32Array, weight: Float64Array, groups: number): Float64Array {
  const weights = sumsOf(new Float64Array(rest.length).fill(1), groupOf, weight, groups);
  return sumsOf(rest, groupOf, weight, groups).map((sum, group) => sum / weights[group]!);
}
