import type { Range } from "../inference/range.ts";

/** What must not get worse, and what the data say of it. */
export interface Guardrail {
  /** Which side of the limit is safe. */
  safe: "at-least" | "at-most";
  limit: number;
  /** How much worse than the others still counts as no harm; above 0, set before the start. */
  margin: number;
  /** Where the covered stand since the start, with its 90 % range. */
  level: { value: number; range90: Range } | null;
  /** Covered minus not covered, where the design can show a difference at all. */
  against: { difference: number; range90: Range } | null;
}

/**
 * broken: shown to be beyond its limit, or worse than the others by more than the margin, each with its whole 90 %
 * range: this alone makes a policy harm. beyond-limit: the figure is beyond, chance could have put it there; people are
 * told. no-harm: inside the limit, and shown not to be worse than the others by the margin. holding: inside the limit,
 * no more is known. no-data: nothing is.
 */
export type GuardrailWord = "broken" | "beyond-limit" | "no-harm" | "holding" | "no-data";

/**
 * "No harm" is the one of the two one-sided tests of equivalence (Schuirmann 1987) that looks at the worse side: a
 * guardrail that got much better was not harmed.
 */
export function guardrailWord({ safe, limit, margin, level, against }: Guardrail): GuardrailWord {
  if (!level) return "no-data";
  const side = safe === "at-least" ? 1 : -1;
  // From here on higher is better.
  const [value, best] = [side * level.value, bestOf(level.range90, side)];
  const allowed = side * limit;
  if (best < allowed) return "broken";
  if (against && bestOf(against.range90, side) < -margin) return "broken";
  if (value < allowed) return "beyond-limit";
  if (against && worstOf(against.range90, side) > -margin) return "no-harm";
  return "holding";
}

function bestOf({ low, high }: Range, side: number): number {
  return Math.max(side * low, side * high);
}

function worstOf({ low, high }: Range, side: number): number {
  return Math.min(side * low, side * high);
}
