/** The schemas that several operations of closing share. */
import { z } from "zod";
import { Decimal, Id, Instant } from "../../../platform/contract.ts";
import { Figure, Named } from "../../okrs/contract.ts";

/** 0.0–1.0 with one decimal; the rule that refuses others stands with the scores. */
export const Score = Figure.nullable().describe("0.0 to 1.0 with one decimal");
export const Band = z.enum(["low", "middle", "high"]);
export const Outcome = z.enum(["validated", "invalidated", "not-yet-observable"], {
  error: "validated, invalidated or not-yet-observable",
});
export const Next = z.enum(["keep", "change", "drop"], { error: "keep, change or drop" });

/** What a change of target replaces: the figures that a grade was given against. */
const Against = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("metric"), target: Decimal }),
  z.object({ kind: z.literal("threshold"), target: Decimal, riskLimit: Decimal.nullable() }),
  z.object({ kind: z.literal("range"), low: Decimal, high: Decimal }),
]);

/** A suggested score and what it was given against. */
export const SuggestedGrade = z.object({
  targets: Against.nullable(),
  /** Progress, clamped to 0–1, unrounded. */
  exactly: Decimal,
  score: Decimal,
  band: Band,
  /** Whether it is what its commitment expects: 1.0, or 0.7 where aspirational. */
  asExpected: z.boolean(),
});

/** Written after the cycle was closed; the original stays beside it. */
export const Amendment = z.object({
  id: Id,
  keyResultId: Id.nullable(),
  score: Decimal.nullable(),
  endValue: Decimal.nullable(),
  reason: z.string(),
  member: Named,
  amendedAt: Instant,
});

export const CycleNamed = z.object({
  id: Id,
  name: z.string(),
  state: z.enum(["planning", "active", "closing", "closed"]),
  startsOn: z.string(),
  endsOn: z.string(),
});
