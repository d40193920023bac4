import { coinsFor } from "../inference/assignments.ts";
import { chanceFrom } from "../inference/chance.ts";
import { drawnAgain, type Units } from "../inference/drawn-again.ts";
import type { Estimate } from "../inference/range.ts";
import { type Panel, panelOf, type TeamWeek } from "../panel.ts";
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
  const panel = panelOf(placed);
  const names = [...new Set(placed.map((row) => unitOf(row, blocks)))];
  const units = unitsOf(panel, names, blocks);
  const lots = coinsFor(names.length, most, chanceFrom(seed));
  const turned = drawnAgain(panel, panel.teams.length > 1 ? "teams-and-weeks" : "teams", units, lots);
  return turned && estimateOf(turned, lots, seed);
}

/** A coin's side: 1 covers the first block of its pair, −1 the second; covered = ½ + side · (½ in the first, −½ in the second). */
function unitsOf(panel: Panel, names: readonly string[], blocks: Blocks): Units {
  const placeOf = new Map(names.map((name, at) => [name, at]));
  const real = new Float64Array(names.length);
  const part = new Float64Array(panel.value.length);
  const of = new Int32Array(panel.value.length);
  for (let row = 0; row < part.length; row++) {
    const place = { team: panel.teams[panel.teamOf[row]!]!, week: panel.weeks[panel.weekOf[row]!]! };
    of[row] = placeOf.get(unitOf(place, blocks))!;
    part[row] = isFirst(place, blocks) ? 0.5 : -0.5;
    real[of[row]!] = panel.covered[row] === 1 ? 2 * part[row]! : -2 * part[row]!;
  }
  return { count: names.length, of, part, real, sideOf: (drawn) => 2 * drawn - 1 };
}

function rowsOfPairs(rows: readonly TeamWeek[], blocks: Blocks): TeamWeek[] {
  const { start, weeksEach, pairs, wearingOff } = blocks;
  const within = rows.filter(
    ({ week }) => week >= start && week < start + pairs * 2 * weeksEach && (week - start) % weeksEach >= wearingOff,
  );
  const byUnit = Map.groupBy(within, (row) => unitOf(row, blocks));
  const hasBoth = (of: readonly TeamWeek[]) =>
    of.some((row) => isFirst(row, blocks)) && of.some((row) => !isFirst(row, blocks));
  return [...byUnit.values()].filter(hasBoth).flat();
}

type Place = Pick<TeamWeek, "team" | "week">;

function unitOf({ team, week }: Place, { start, weeksEach }: Blocks): string {
  return `${team}\n${Math.floor((week - start) / (2 * weeksEach))}`;
}

function isFirst({ week }: Place, { start, weeksEach }: Blocks): boolean {
  return Math.floor((week - start) / weeksEach) % 2 === 0;
}
