/** A range of values that the data leave possible; an end is ±Infinity where they set it no bound. */
export interface Range {
  low: number;
  high: number;
}

/** What a design found for one outcome, in units of the value: covered minus not covered. */
export interface Estimate {
  difference: number;
  /** 95 % range; what every verdict but "no difference" is read from. */
  range95: Range;
  /** 90 % range; what equivalence is read from (two one-sided tests at 5 % each). */
  range90: Range;
  /** Two-sided, of no difference. */
  p: number;
  /** How it was reached, so that it can be repeated. */
  method: Method;
}

export interface Method {
  inference: "exact-permutation" | "sampled-permutation" | "wild-cluster-bootstrap" | "t" | "newcombe";
  /** Draws looked at; for t and Newcombe none. */
  draws: number;
  /** Null where every draw was looked at, or none. */
  seed: number | null;
  /** Degrees of freedom of t. */
  df: number | null;
}
