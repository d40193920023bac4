/**
 * Whether a key result counts as measurable: owner, baseline and target (PRODUCT: "Alignment index"). A metric has both
 * figures. A threshold or range has a target, and a baseline once a value is known. Steps begin at nothing done. What
 * is made of contributions needs some; "find a baseline" has none yet.
 */
export function isMeasurable(keyResult: MeasurableGiven): boolean {
  return missingToMeasure(keyResult) === null;
}

export interface MeasurableGiven {
  /** Somebody owns it. */
  owned: boolean;
  /** A kind of measure. */
  type: string;
  /** It has a latest value, and a roll-up of its contributions. */
  valued: boolean;
  progressed: boolean;
}

export type MissingToMeasure = "owner" | "baseline" | "contributions";

/** What it lacks, the first thing first. */
export function missingToMeasure({ owned, type, valued, progressed }: MeasurableGiven): MissingToMeasure | null {
  if (!owned) return "owner";
  if (type === "baseline" || ((type === "threshold" || type === "range") && !valued)) return "baseline";
  return type === "contributions" && !progressed ? "contributions" : null;
}
