/** The schemas that several operations of planning share. */
import { z } from "zod";
import { Decimal, Id, text, Version } from "../../../platform/contract.ts";
import { Decimals, Figure, Measure, MeasureInput, Weight } from "../../okrs/contract.ts";

export const tag = "Planning";

export const PlanState = z.enum(["drafting", "in-review", "changes-asked", "approved", "activated", "discarded"], {
  error: "drafting, in-review, changes-asked, approved, activated or discarded",
});

const energyExpected = "a percentage of the team's capacity from 0 to 100";
export const Energy = Figure.refine((value) => Number(value) >= 0 && Number(value) <= 100, { error: energyExpected });
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "a time of day, such as 17:00" });
export const LineKind = z.enum(["draft-objective", "draft-key-result", "draft-initiative"]);
export const Rank = z.number({ error: "a place in the order, counted from 1" }).int().min(1).max(10_000);

/** What a draft objective supports: what stands already, or another draft. */
export const ParentKind = z.enum(["imperative", "objective", "key-result", "draft-objective"], {
  error: "imperative, objective, key-result or draft-objective",
});
export const ParentInput = z.object({ kind: ParentKind, id: Id });

/** As a key result's; a metric's start or target may still be open. */
const [, ...measures] = MeasureInput.options;
export const DraftMeasureInput = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("metric"),
      start: Figure.nullable().default(null),
      target: Figure.nullable().default(null),
    }),
    ...measures,
  ],
  { error: "metric, threshold, range, milestones, score-table, done, baseline or contributions as its kind" },
);
const [, ...answeredMeasures] = Measure.options;
/** The same as answered. */
export const DraftMeasure = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("metric"), start: Decimal.nullable(), target: Decimal.nullable() }),
  ...answeredMeasures,
]);

/** What of a key result is asked for beside its title and owner. */
export const measured = {
  measure: DraftMeasureInput,
  unit: text(0, 30),
  decimals: Decimals,
  weight: Weight,
  source: text(0, 500),
};
/** The same for a new one. */
export const newlyMeasured = {
  measure: measured.measure.default({ kind: "metric", start: null, target: null }),
  unit: measured.unit.default(""),
  decimals: measured.decimals.default(0),
  weight: measured.weight.default("1"),
  source: measured.source.default(""),
};

const moveExpected = { error: "a move up or down such as 3 or -0.8, or nothing" };
const ExpectedMove = Figure.refine((value) => Number(value) !== 0, moveExpected).nullable();
export const Moves = z
  .array(z.object({ draftKeyResultId: Id, expectedMove: ExpectedMove.default(null) }))
  .max(20, { error: "at most 20 key results" })
  .refine((moves) => new Set(moves.map(({ draftKeyResultId }) => draftKeyResultId)).size === moves.length, {
    error: "each key result once",
  });

export const versioned = { id: Id, version: Version };
