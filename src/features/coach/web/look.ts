import type { Advice } from "../answer.ts";

export type CoachLook = "good" | "output" | "vague" | "kept";

/** How a note is drawn, and the words it is about. */
export function lookOf({ verdict }: Pick<Advice, "verdict">, kept: boolean): CoachLook {
  if (kept) return "kept";
  return verdict === "outcome" ? "good" : verdict === "output" ? "output" : "vague";
}
