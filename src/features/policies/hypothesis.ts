/** What a policy says before it starts. Days are "YYYY-MM-DD", numbers decimals in text. */
export interface Hypothesis {
  kind: Kind;
  title: string;
  rule: string;
  why: string;
  /** Days a week in the office, and on which ISO weekdays where they are fixed. */
  office: { days: number | null; weekdays: readonly string[] };
  ownerId: string;
  imperativeIds: readonly string[];
  scope: Scope;
  startsOn: string | null;
  decidesOn: string | null;
  outcomes: readonly Outcome[];
  guardrails: readonly Guardrail[];
  comparison: Comparison | null;
}

const arrangements = ["remote-first", "hybrid-flexible", "hybrid-anchored", "office-first"] as const;

export type Kind =
  | (typeof arrangements)[number]
  | "core-hours"
  | "overlap"
  | "meeting-free"
  | "writing-first"
  | "travel";

/** Of arrangements exactly one covers a member on a day; of rules several may. */
export function isArrangement(kind: string): boolean {
  return arrangements.some((each) => each === kind);
}

/** Whom it covers: whoever fits every list that is not empty. Teams are meant with those below them. */
export interface Scope {
  teamIds: readonly string[];
  exceptTeamIds: readonly string[];
  siteIds: readonly string[];
  roles: readonly string[];
}

export type Measure =
  | { kind: "key-results" | "health-metrics"; ids: readonly string[] }
  | { kind: "pulse-question"; question: string }
  | { kind: "check-ins"; reads: "on-time" | "confidence" };

export interface Outcome {
  id: string;
  name: string;
  measure: Measure;
  wanted: "up" | "down";
  sizeThatMatters: string;
}

export interface Guardrail {
  id: string;
  name: string;
  measure: Measure;
  safe: "at-least" | "at-most";
  limit: string;
  margin: string;
}

export type Comparison =
  | { kind: "randomised-by-team"; draw: number; othersFrom: string | null }
  | { kind: "randomised-on-and-off"; weeksEach: number; pairs: number; wearingOff: number }
  | { kind: "difference-in-differences" | "comparison" | "survey"; teamIds: readonly string[] }
  | { kind: "before-after" };

/** The teams a design compares with, where it draws none. */
export function comparedWith(comparison: Comparison | null): readonly string[] {
  return comparison && "teamIds" in comparison ? comparison.teamIds : [];
}

export function isDrawn(comparison: Comparison | null): boolean {
  return comparison?.kind === "randomised-by-team" || comparison?.kind === "randomised-on-and-off";
}

/** One field that needs another look, in the words of every refusal. */
export interface Problem {
  field: string;
  expected: string;
  todo: string;
}
