/** From a course to how its end is spread: a middle, and how far the end may lie above and below it. */
import type { Course } from "./course.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** What bench/forecast/train.ts learns, a set for each group of check-ins: 3, 4–5, 6 and more. */
export interface Learned {
  /** Weights of the drifts: together the middle. */
  middle: readonly number[];
  /** Weights of the spreads, never negative: together how far up and down nine in ten ends lie. */
  up: readonly number[];
  down: readonly number[];
  /** For each of KNOTS, by how much of the distance down the middle is moved up, so that as many ends lie above as below. */
  tilt: readonly number[];
  /**
   * Corrections that make the shares true (split conformal prediction), for each of KNOTS: by how much those distances
   * are multiplied so that a share SHARES[i] of the ends lies nearer.
   */
  reachUp: readonly (readonly number[])[];
  reachDown: readonly (readonly number[])[];
}

/** Shares of the ends below the distance: up to 0.75 makes half of them with both sides, up to 0.9 makes 80 %. */
export const SHARES = [0.75, 0.9, 0.97, 0.995] as const;
/** Shares of the cycle that have gone at the last check-in for which corrections were learned; straight between. */
export const KNOTS = [0.2, 0.45, 0.7, 0.9] as const;

/** Seen from the last check-in, in ways: the middle and, for each of SHARES, the ends above and below it. */
export interface Spread {
  middle: number;
  above: number[];
  below: number[];
}

export function spreadOf(course: Course, learned: readonly Learned[]): Spread {
  const of = learned[groupOf(course.count)] as Learned;
  const traits = traitsOf(course);
  const { middle: drifted, up, down } = distancesOf(traits, of);
  const [from, along] = knotAt(1 - course.horizon);
  const learnedAt = (numbers: readonly number[]) =>
    (numbers[from] as number) * (1 - along) + (numbers[from + 1] as number) * along;
  const reach = (table: readonly (readonly number[])[], share: number) =>
    learnedAt(table.map((shares) => shares[share] as number));
  const middle = drifted + down * learnedAt(of.tilt);
  return {
    middle,
    above: SHARES.map((_, share) => middle + up * reach(of.reachUp, share)),
    below: SHARES.map((_, share) => middle - down * reach(of.reachDown, share)),
  };
}

/** 0: three check-ins, 1: four or five, 2: more. Six already tell a trend, so they share the weights of longer courses. */
export function groupOf(count: number): number {
  return count <= 3 ? 0 : count <= 5 ? 1 : 2;
}

/** Before the corrections. */
export function distancesOf(
  { drifts, spreads }: Traits,
  { middle, up, down }: Pick<Learned, "middle" | "up" | "down">,
) {
  return { middle: weighed(drifts, middle), up: weighed(spreads, up), down: weighed(spreads, down) };
}

/** The knot before a share of the cycle, and how far on the way to the next one it lies, 0..1. */
export function knotAt(gone: number): [knot: number, weight: number] {
  let knot = 0;
  while (knot < KNOTS.length - 2 && gone > (KNOTS[knot + 1] as number)) knot += 1;
  const [from, to] = [KNOTS[knot], KNOTS[knot + 1]] as [number, number];
  return [knot, Math.min(1, Math.max(0, (gone - from) / (to - from)))];
}

function weighed(traits: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < traits.length; at += 1) sum += (traits[at] as number) * (weights[at] as number);
  return sum;
}
