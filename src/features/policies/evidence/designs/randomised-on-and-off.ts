import { coinsFor } from "../inference/assignments.ts";
import { chanceFrom } from "../inference/chance.ts";
import { Turned } from "../inference/inversion.ts";
import type { Estimate } from "../inference/range.ts";
import { withoutLevels } from "../inference/two-way.ts";
import { panelOf, type TeamWeek } from "../panel.ts";
import { estimateOf, type Resampling } from "./resampling.ts";

/** Blocks of equal length, two and two a pair; a coin for each team and pair says which of the two is covered. */
export interface Blocks {
  /** First week of the first block. */
  start: number;
  weeksEach: number;
  pairs: number;
  /** Weeks at the head of each block that do not count, while what was before wears off; fewer than `weeksEach`. */
  wearingOff: number;
}

/**
 * A policy that goes on and off by coin, for organisations with few teams. Weeks are compared with weeks of the same
 * team; inference is the coins themselves, so seasons, trends and correlation between weeks cannot deceive it
 * (crossover and switchback trials: Senn 2002; Bojinov, Simchi-Levi & Zhao 2023). A team and pair without a week on
 * both sides is left out. Null: nothing can be compared.
 */
export function randomisedOnAndOff(
  rows: readonly TeamWeek[],
  blocks: Blocks,
  { seed, most }: Resampling,
): Estimate | null {
  const placed = rowsOfPairs(rows, blocks);
  if (placed.length === 0) return null;
  const panel = panelOf(placed.map(({ row }) => row));
  const levels = panel.teams.length > 1 ? "teams-and-weeks" : "teams";
  const values = withoutLevels(panel, panel.value, levels);
  const pulls = withoutLevels(panel, panel.covered, levels);
  const units = [...new Set(placed.map(({ unit }) => unit))];
  const placeOf = new Map(units.map((unit, at) => [unit, at]));
  const [value, pull, real] = [units, units, units].map(() => new Float64Array(units.length)) as [A, A, A];
  for (let at = 0; at < values.length; at++) {
    const week = panel.weeks[panel.weekOf[at]!]!;
    const { unit, isFirst } = placeIn(panel.teams[panel.teamOf[at]!]!, week, blocks);
    const place = placeOf.get(unit)!;
    const side = isFirst ? 1 : -1;
    value[place]! += side * panel.weight[at]! * values[at]!;
    pull[place]! += side * panel.weight[at]! * pulls[at]!;
    if (panel.covered[at]) real[place] = side;
  }
  const along = (of: A) => of.reduce((sum, each, at) => sum + each * real[at]!, 0);
  if (!(along(pull) > 1e-9)) return null;
  const turned = new Turned(along(value), along(pull));
  const lots = coinsFor(units.length, most, chanceFrom(seed));
  lots.each((drawn) => {
    let [ofValue, ofPull] = [0, 0];
    for (let place = 0; place < drawn.length; place++) {
      ofValue += (2 * drawn[place]! - 1) * value[place]!;
      ofPull += (2 * drawn[place]! - 1) * pull[place]!;
    }
    turned.add(ofValue, ofPull);
  });
  return estimateOf(turned, lots, seed, most);
}

type A = Float64Array;

function rowsOfPairs(rows: readonly TeamWeek[], blocks: Blocks) {
  const placed = rows
    .filter(({ week }) => week >= blocks.start && week < blocks.start + blocks.pairs * 2 * blocks.weeksEach)
    .map((row) => ({ row, ...placeIn(row.team, row.week, blocks) }))
    .filter(({ weekOfBlock }) => weekOfBlock >= blocks.wearingOff);
  const bothSides = new Set<string>();
  for (const [unit, of] of Map.groupBy(placed, ({ unit }) => unit)) {
    if (of.some(({ isFirst }) => isFirst) && of.some(({ isFirst }) => !isFirst)) bothSides.add(unit);
  }
  return placed.filter(({ unit }) => bothSides.has(unit));
}

function placeIn(team: string, week: number, { start, weeksEach }: Blocks) {
  const block = Math.floor((week - start) / weeksEach);
  return {
    unit: `${team}\n${Math.floor(block / 2)}`,
    isFirst: block % 2 === 0,
    weekOfBlock: (week - start) % weeksEach,
  };
}
