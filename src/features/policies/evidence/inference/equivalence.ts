import { tAbove, tQuantile } from "./distributions.ts";
import type { Range } from "./range.ts";

/**
 * "No difference beyond the margin": two one-sided tests at 5 % (Schuirmann 1987, J. Pharmacokinet. Biopharm. 15),
 * which is the 90 % range lying within the margin on both sides. `margin` above 0, set before the start.
 */
export function liesWithin(range90: Range, margin: number): boolean {
  return range90.low > -margin && range90.high < margin;
}

/** The larger of the two one-sided p, for an estimate with a standard error and t's degrees of freedom. */
export function equivalenceP(difference: number, error: number, df: number, margin: number): number {
  return Math.max(tAbove((difference + margin) / error, df), tAbove((margin - difference) / error, df));
}

/** difference ± t · error. */
export function tRange(difference: number, error: number, df: number, level: number): Range {
  const reach = tQuantile(1 - (1 - level) / 2, df) * error;
  return { low: difference - reach, high: difference + reach };
}
