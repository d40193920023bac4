import type { Lots } from "../inference/assignments.ts";
import type { Turned } from "../inference/inversion.ts";
import type { Estimate } from "../inference/range.ts";

/** How a figure is drawn again: the seed is published with it; up to `most` ways all are looked at, beyond a sample. */
export interface Resampling {
  seed: number;
  most: number;
}

/** What the product uses: every lot up to 10 of 20 teams, every sign up to 14 teams. */
export const DRAWS = { byLot: 200_000, byTeam: 19_999 };

export function estimateOf(turned: Turned, { exact, looked }: Lots, seed: number): Estimate {
  return {
    difference: turned.difference,
    range95: turned.range(0.05, !exact),
    range90: turned.range(0.1, !exact),
    p: turned.p(0, !exact),
    method: {
      inference: exact ? "exact-permutation" : "sampled-permutation",
      draws: looked,
      seed: exact ? null : seed,
      df: null,
    },
  };
}
