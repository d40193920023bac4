import type { Panel } from "../panel.ts";
import type { Lots } from "./assignments.ts";
import { Turned } from "./inversion.ts";
import { type Levels, levellerOf } from "./two-way.ts";

/** What a lot decides on: teams, or pairs of blocks of a team. Covered = Σ over units of side · part, rows' levels apart. */
export interface Units {
  count: number;
  /** Row → its unit; −1: no lot decides on it. */
  of: Int32Array;
  /** Row → how it is covered when its unit's side is 1. */
  part: Float64Array;
  /** The side each unit drew. */
  real: Float64Array;
  /** Sides of another lot, from what was drawn: 0 or 1 for each unit. */
  sideOf(drawn: number): number;
}

/**
 * The two-way estimate under every other lot. Of a lot with coverage D (levels taken off: D̃) the figure is
 * Σwᵢ D̃ᵢ yᵢ / √Σwᵢ D̃ᵢ², the estimate in units of its own precision, so that a lot that compares little weighs little; for
 * complete panels drawn by team it orders lots as the difference of means does. Null: the real lot compares nothing.
 */
export function drawnAgain(panel: Panel, levels: Levels, units: Units, lots: Lots): Turned | null {
  const { takenOff } = levellerOf(panel, levels);
  const values = sumsByUnit(panel, units, takenOff(panel.value));
  const kernel = kernelOf(panel, units, takenOff);
  const pulls = kernel.map((row) => dot(row, units.real));
  const figureOf = (sides: Float64Array): [value: number, pull: number] => {
    const size = Math.sqrt(Math.max(0, along(kernel, sides)));
    // A lot that covers all alike, or nobody, compares nothing: its figure is 0 whatever the policy does.
    return size <= NOTHING ? [0, 0] : [dot(values, sides) / size, dot(pulls, sides) / size];
  };
  const real = figureOf(units.real);
  if (!(real[1] > NOTHING)) return null;
  const turned = new Turned(...real);
  const sides = new Float64Array(units.count);
  lots.each((drawn) => {
    for (let unit = 0; unit < drawn.length; unit++) sides[unit] = units.sideOf(drawn[unit]!);
    turned.add(...figureOf(sides));
  });
  return turned;
}

const NOTHING = 1e-9;

/** Σ weight · one unit's part, levels taken off · another's. */
function kernelOf(panel: Panel, units: Units, takenOff: (column: Float64Array) => Float64Array): Float64Array[] {
  return Array.from({ length: units.count }, (_, unit) => {
    const own = units.part.map((part, row) => (units.of[row] === unit ? part : 0));
    return sumsByUnit(panel, units, takenOff(own));
  });
}

function sumsByUnit(panel: Panel, units: Units, rest: Float64Array): Float64Array {
  const sums = new Float64Array(units.count);
  for (let row = 0; row < rest.length; row++) {
    const unit = units.of[row]!;
    if (unit >= 0) sums[unit]! += panel.weight[row]! * units.part[row]! * rest[row]!;
  }
  return sums;
}

/** sidesᵀ · kernel · sides of a symmetric kernel: half of it is walked, for every lot needs it. */
function along(kernel: readonly Float64Array[], sides: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit < sides.length; unit++) {
    const side = sides[unit]!;
    if (side === 0) continue;
    const row = kernel[unit]!;
    let before = 0;
    for (let other = 0; other < unit; other++) before += row[other]! * sides[other]!;
    sum += side * (2 * before + row[unit]! * side);
  }
  return sum;
}

function dot(one: ArrayLike<number>, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < other.length; at++) sum += one[at]! * other[at]!;
  return sum;
}
