import { setsOf } from "../inference/assignments.ts";
import { chanceFrom } from "../inference/chance.ts";
import { drawnAgain } from "../inference/drawn-again.ts";
import type { Estimate } from "../inference/range.ts";
import { type Arms, panelOf, type TeamWeek } from "../panel.ts";
import { estimateOf, type Resampling } from "./resampling.ts";

/**
 * Teams drawn by lot, covered from `start` on. The figure is the two-way estimate: change of the covered minus change
 * of the others, week by week; without weeks before the start, the difference of the weeks after it. Inference is the
 * lot itself: every set of as many teams could have been drawn, and under a given τ its figure is known (`Turned`). It
 * holds for any number of teams, any noise and any correlation between weeks. Null: an arm is empty.
 */
export function randomisedByTeam(
  rows: readonly TeamWeek[],
  { covered, others }: Pick<Arms, "covered" | "others">,
  start: number,
  { seed, most }: Resampling,
): Estimate | null {
  if (covered.length === 0 || others.length === 0) return null;
  const real = new Set(covered);
  const inArms = new Set([...covered, ...others]);
  const panel = panelOf(rows.filter(({ team }) => inArms.has(team)));
  const hasBefore = panel.weeks[0]! < start;
  const units = {
    count: panel.teams.length,
    of: panel.teamOf,
    part: Float64Array.from(panel.weekOf, (week) => Number(panel.weeks[week]! >= start)),
    real: Float64Array.from(panel.teams, (team) => Number(real.has(team))),
    sideOf: (drawn: number) => drawn,
  };
  const lots = setsOf(panel.teams.length, covered.length, most, chanceFrom(seed));
  const turned = drawnAgain(panel, hasBefore ? "teams-and-weeks" : "weeks", units, lots);
  return turned && estimateOf(turned, lots, seed);
}
