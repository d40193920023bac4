import { setsOf } from "../inference/assignments.ts";
import { chanceFrom } from "../inference/chance.ts";
import { Turned } from "../inference/inversion.ts";
import type { Estimate } from "../inference/range.ts";
import { withoutLevels } from "../inference/two-way.ts";
import { type Arms, panelOf, type TeamWeek } from "../panel.ts";
import { estimateOf, type Resampling } from "./resampling.ts";

/**
 * Teams drawn by lot, covered from `start` on. The figure is the two-way estimate: change of the covered minus change
 * of the others, week by week; without weeks before the start, the difference of the weeks after it. Inference is the
 * lot itself: every set of as many teams could have been drawn, and under a given τ its figure is known
 * (`Turned`). It holds for any number of teams, any noise and any correlation between weeks. Null: an arm is empty.
 */
export function randomisedByTeam(
  rows: readonly TeamWeek[],
  { covered, others }: Pick<Arms, "covered" | "others">,
  start: number,
  { seed, most }: Resampling,
): Estimate | null {
  if (covered.length === 0 || others.length === 0) return null;
  const inArms = new Set([...covered, ...others]);
  const panel = panelOf(rows.filter(({ team }) => inArms.has(team)));
  const levels = rows.some(({ week }) => week < start) ? "teams-and-weeks" : "weeks";
  const values = withoutLevels(panel, panel.value, levels);
  const pulls = withoutLevels(panel, panel.covered, levels);
  // What each team would bring to the figure, were it covered from the start on.
  const [value, pull] = [new Float64Array(panel.teams.length), new Float64Array(panel.teams.length)];
  for (let row = 0; row < values.length; row++) {
    if (panel.weeks[panel.weekOf[row]!]! < start) continue;
    value[panel.teamOf[row]!]! += panel.weight[row]! * values[row]!;
    pull[panel.teamOf[row]!]! += panel.weight[row]! * pulls[row]!;
  }
  const real = new Set(covered);
  const sum = (of: Float64Array, isIn: (team: number) => boolean) => of.reduce((s, x, at) => s + (isIn(at) ? x : 0), 0);
  const isReal = (team: number) => real.has(panel.teams[team]!);
  const turned = new Turned(sum(value, isReal), sum(pull, isReal));
  const lots = setsOf(panel.teams.length, covered.length, most, chanceFrom(seed));
  lots.each((drawn) => {
    let [ofValue, ofPull] = [0, 0];
    for (let team = 0; team < drawn.length; team++) {
      if (drawn[team]) {
        ofValue += value[team]!;
        ofPull += pull[team]!;
      }
    }
    turned.add(ofValue, ofPull);
  });
  return estimateOf(turned, lots, seed, most);
}
