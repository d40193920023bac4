import { chanceFrom } from "../inference/chance.ts";
import { liesWithin } from "../inference/equivalence.ts";
import type { Range } from "../inference/range.ts";
import { resampledByTeam } from "../inference/wild-bootstrap.ts";
import { type Arms, type Panel, panelOf, type TeamWeek } from "../panel.ts";
import type { Resampling } from "./resampling.ts";

/** How the two arms moved against each other before the start. */
export interface Trends {
  /** Weeks before the start that were looked at. */
  weeks: number;
  /** By how much the covered moved away from the others, in units of the value a week. */
  perWeek: number;
  /** That drift carried on from the mean week before the start to the mean week after it: what it alone would show. */
  carriedOn: number;
  /** 90 % range of `carriedOn`. */
  range90: Range;
  /** Two-sided, of no drift. */
  p: number;
  /** Alike, apart, or too few or too noisy weeks to know. Only "alike" lets a verdict stand. */
  word: "alike" | "apart" | "not-known";
}

/**
 * Did both arms move together before the start? Not finding a difference would be no answer: where weeks are few and
 * noisy it is never found (Roth 2022). So the trends must be shown to be alike, as guardrails must: the drift of the
 * covered against the others, carried on over the policy, lies within the size that matters with its whole 90 % range
 * (Bilinski & Hatfield 2018; Schuirmann 1987), and is not itself told from none at 95 %. The drift is the coefficient
 * of (covered arm × week) on the weeks before, teams' and weeks' levels taken off, resampled by team.
 */
export function trendsBefore(
  rows: readonly TeamWeek[],
  { covered, others }: Pick<Arms, "covered" | "others">,
  start: number,
  sizeThatMatters: number,
  { seed, most }: Resampling,
): Trends {
  const coveredArm = new Set(covered);
  const inArms = new Set([...covered, ...others]);
  const all = panelOf(rows.filter(({ team }) => inArms.has(team)));
  const panel = panelOf(rows.filter(({ team, week }) => inArms.has(team) && week < start));
  const slope = Float64Array.from(panel.teamOf, (team, row) =>
    coveredArm.has(panel.teams[team]!) ? panel.weeks[panel.weekOf[row]!]! - start : 0,
  );
  const found = resampledByTeam(panel, slope, most, chanceFrom(seed));
  if (!found || panel.weeks.length < FEWEST_WEEKS) return unknown(panel.weeks.length);
  const distance = distanceOver(all, start);
  const weekly = found.range(0.1);
  const range90 = { low: weekly.low * distance, high: weekly.high * distance };
  const p = found.p(0);
  const word = p <= 0.05 ? "apart" : liesWithin(range90, sizeThatMatters) ? "alike" : "not-known";
  return {
    weeks: panel.weeks.length,
    perWeek: found.difference,
    carriedOn: found.difference * distance,
    range90,
    p,
    word,
  };
}

/** A line through fewer says nothing about a trend. */
const FEWEST_WEEKS = 3;

/** Weeks from the mean week before the start to the mean week after it, over all rows of the arms. */
function distanceOver(panel: Panel, start: number): number {
  const mean = (isIn: (week: number) => boolean) => {
    let [sum, weights] = [0, 0];
    for (let row = 0; row < panel.value.length; row++) {
      const week = panel.weeks[panel.weekOf[row]!]!;
      if (!isIn(week)) continue;
      sum += panel.weight[row]! * week;
      weights += panel.weight[row]!;
    }
    return sum / weights;
  };
  return mean((week) => week >= start) - mean((week) => week < start);
}

function unknown(weeks: number): Trends {
  const range90 = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return { weeks, perWeek: 0, carriedOn: 0, range90, p: 1, word: "not-known" };
}
