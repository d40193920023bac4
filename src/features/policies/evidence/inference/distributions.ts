import jstat from "jstat";

const { studentt, normal } = jstat.jStat;

/** The t that a share of Student's distribution lies below; `df` above 0, parts allowed. */
export function tQuantile(share: number, df: number): number {
  return studentt.inv(share, df);
}

/** Two-sided p of a t. */
export function tTwoSided(t: number, df: number): number {
  return Math.min(1, 2 * studentt.cdf(-Math.abs(t), df));
}

/** One-sided p: the chance of a t at least as high. */
export function tAbove(t: number, df: number): number {
  return studentt.cdf(-t, df);
}

export function normalQuantile(share: number): number {
  return normal.inv(share, 0, 1);
}
