import { chanceFrom } from "../inference/chance.ts";
import type { Estimate } from "../inference/range.ts";
import { resampledByTeam } from "../inference/wild-bootstrap.ts";
import { type Arms, panelOf, type TeamWeek } from "../panel.ts";
import type { Resampling } from "./resampling.ts";

/**
 * Change of the covered teams minus change of the others: the coefficient of "covered" in
 * value = team + week + τ · covered + rest, weighted, over teams of both arms. Nobody was drawn, so τ is a difference
 * and called an effect by no one: it stands for the policy only if both arms would have moved alike without it. The
 * weeks of a team are no independent witnesses (Bertrand, Duflo & Mullainathan 2004): inference resamples teams.
 * Null: an arm is empty.
 */
export function differenceInDifferences(
  rows: readonly TeamWeek[],
  { covered, others }: Pick<Arms, "covered" | "others">,
  { seed, most }: Resampling,
): Estimate | null {
  if (covered.length === 0 || others.length === 0) return null;
  const inArms = new Set([...covered, ...others]);
  const panel = panelOf(rows.filter(({ team }) => inArms.has(team)));
  const found = resampledByTeam(panel, panel.covered, most, chanceFrom(seed));
  if (!found) return null;
  return {
    difference: found.difference,
    range95: found.range(0.05),
    range90: found.range(0.1),
    p: found.p(0),
    method: { inference: "wild-cluster-bootstrap", draws: found.draws, seed: found.exact ? null : seed, df: null },
  };
}
