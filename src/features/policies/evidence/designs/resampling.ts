import type { Lots } from "../inference/assignments.ts";
import type { Turned } from "../inference/inversion.ts";
import type { Estimate } from "../inference/range.ts";

/** How a figure is drawn again: the seed is published with it, `most` draws are looked at (exact up to there). */
export interface Resampling {
  seed: number;
  most: number;
}

/** What the product uses: exact up to 10 of 20 teams, and a p within 0.001 of exact beyond. */
export const DRAWS = { byLot: 200_000, byTeam: 19_999 };

export function estimateOf(turned: Turned, { possible, exact }: Lots, seed: number, most: number): Estimate {
  return {
    difference: turned.difference,
    range95: turned.range(0.05, !exact),
    range90: turned.range(0.1, !exact),
    p: turned.p(0, !exact),
    method: {
      inference: exact ? "exact-permutation" : "sampled-permutation",
      draws: exact ? possible : most,
      seed: exact ? null : seed,
      df: null,
    },
  };
}
