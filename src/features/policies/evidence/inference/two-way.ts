import type { Panel } from "../panel.ts";

/** Which means are taken off: of each week alone, of each team alone, or of both. */
export type Levels = "weeks" | "teams" | "teams-and-weeks";

/**
 * What is left of `column` when the levels of teams and weeks are taken off by weighted least squares: the residual of
 * a two-way fixed-effects regression, so that teams may miss different weeks and none is compared with another's
 * season. Means are taken off in turn until nothing moves (Guimarães & Portugal 2010, Stata Journal 10(4)).
 */
export function withoutLevels(panel: Panel, column: ArrayLike<number>, levels: Levels): Float64Array {
  const rest = Float64Array.from(column);
  const scale = rest.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  const takeOff = (byTeam: boolean) =>
    byTeam
      ? takeOffMeans(rest, panel.teamOf, panel.weight, panel.teams.length)
      : takeOffMeans(rest, panel.weekOf, panel.weight, panel.weeks.length);
  if (levels !== "teams-and-weeks") {
    takeOff(levels === "teams");
    return rest;
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const moved = Math.max(takeOff(true), takeOff(false));
    if (moved <= scale * CLOSE_ENOUGH) break;
  }
  return rest;
}

const MOST_ROUNDS = 2000;
const CLOSE_ENOUGH = 1e-11;

/** Takes the weighted mean of each group off, in place; answers with the largest mean that was there. */
function takeOffMeans(rest: Float64Array, groupOf: Int32Array, weight: Float64Array, groups: number): number {
  const sums = new Float64Array(groups);
  const weights = new Float64Array(groups);
  for (let row = 0; row < rest.length; row++) {
    sums[groupOf[row]!]! += weight[row]! * rest[row]!;
    weights[groupOf[row]!]! += weight[row]!;
  }
  let most = 0;
  for (let group = 0; group < groups; group++) {
    sums[group] = weights[group]! > 0 ? sums[group]! / weights[group]! : 0;
    most = Math.max(most, Math.abs(sums[group]!));
  }
  for (let row = 0; row < rest.length; row++) rest[row]! -= sums[groupOf[row]!]!;
  return most;
}
