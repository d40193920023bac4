/**
 * What an outcome or a guardrail is measured by, team by team and week by week.
 * - `key-results`: those named; one goes on where its team has another of the same words and unit, as in the next cycle.
 * - `health-metrics`: the same.
 * - `check-ins`: of those that fell due in a team's objectives, the share that was there; or how confident they were.
 * - `pulse-question`: answers never come this far, but only what was published of each arm.
 */
export type Measure =
  | { kind: "key-results" | "health-metrics"; ids: readonly string[] }
  | { kind: "check-ins"; reads: "on-time" | "confidence" }
  | { kind: "pulse-question"; question: string };

/** A measure under the id that its outcome or guardrail has in the policy. */
export interface Named {
  id: string;
  measure: Measure;
}

/**
 * What a team reported in a week; shares in percent, so that their differences are points. A week without a check-in
 * has no row: it is missing, and no earlier value is carried into it.
 */
export interface Reported {
  series: string;
  team: string;
  week: number;
  value: number;
  /** Check-ins due, behind a share of them; 1 behind any other value. */
  weight: number;
}

/** Whether its figures are shares of 100. */
export function isShare(measure: Measure): boolean {
  return measure.kind === "pulse-question" || (measure.kind === "check-ins" && measure.reads === "on-time");
}
