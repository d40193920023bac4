/** The schemas that several operations of OKRs share. */
import { z } from "zod";
import { Decimal, DecimalInput, Id, Instant, PlainDate, text } from "../../../platform/contract.ts";

/** A figure as asked. */
export const Figure = DecimalInput;
const weightExpected = "a weight of 0 or more, at most 99999; 0 is aligned and not counted";
export const Weight = Figure.refine((value) => Number(value) >= 0 && Number(value) <= 99_999, {
  error: weightExpected,
});
export const Reason = text(0, 2000);
export const Decimals = z.number({ error: "a whole number from 0 to 6" }).int().min(0).max(6);

export const Named = z.object({ id: Id, name: z.string() });
export const Commitment = z.enum(["committed", "aspirational", "learning"], {
  error: "committed, aspirational or learning",
});
export const Level = z.enum(["company", "team", "personal"], { error: "company, team or personal" });
export const State = z.enum(["open", "paused", "postponed", "dropped", "closed"], {
  error: "open, paused, postponed, dropped or closed",
});
export const Learned = z.enum(["validated", "invalidated", "not-yet-observable"], {
  error: "validated, invalidated or not-yet-observable",
});
export const Verdict = z.enum(["on-track", "at-risk", "off-track"], { error: "on-track, at-risk or off-track" });
/** Worst first. */
export const Status = z.enum([
  "off-track",
  "at-risk",
  "no-update",
  "not-started",
  "on-track",
  "closed",
  "achieved",
  "paused",
  "postponed",
  "dropped",
]);

const paced = { progress: Decimal, expected: Decimal, goalShare: Decimal };
/** Why the rule says so, with the numbers it was found by; shares of 1. */
export const Because = z.discriminatedUnion("rule", [
  z.object({
    rule: z.enum([
      "dropped",
      "postponed",
      "paused",
      "closed-at-goal",
      "closed",
      "no-progress",
      "baseline-found",
      "last-two-check-ins-missed",
      "none-reported",
    ]),
  }),
  z.object({ rule: z.enum(["not-started", "first-check-in-missed"]), firstDueOn: PlainDate.nullable() }),
  z.object({ rule: z.literal("holds"), standing: z.enum(["holds", "in-risk-band", "broken"]), value: Decimal }),
  z.object({
    rule: z.literal("forecast"),
    checkIns: z.number().int(),
    middle: Decimal,
    low: Decimal,
    high: Decimal,
    goal: Decimal,
    progress: Decimal,
    short: Decimal,
    onTrackUpTo: Decimal,
  }),
  z.object({ rule: z.literal("gap"), ...paced, gap: Decimal, onTrackUpTo: Decimal, atRiskUpTo: Decimal }),
  z.object({
    rule: z.literal("ratio"),
    ...paced,
    ratio: Decimal.nullable(),
    onTrackFrom: Decimal,
    atRiskFrom: Decimal,
  }),
  z.object({ rule: z.literal("worst-key-result"), id: Id }),
]);

/** What closed or achieved stands with: a score, an outcome, or neither where it was closed without a grade. */
export const End = z.object({ score: Decimal.nullable(), outcome: Learned.nullable() });

/** The status shown, what the rule proposes, and the person's word where it decides. */
export const StatusReading = z.object({
  status: Status,
  proposed: z.object({ status: Status, targetReached: z.boolean(), because: Because }),
  overrule: z.object({ status: Verdict, reason: z.string(), memberId: z.string(), at: z.string() }).nullable(),
  end: End.nullable(),
});

const Between = z.object({ low: Decimal, high: Decimal });
/** Where a key result will stand at the end of its cycle, in its unit, as its check-ins tell. */
export const Forecast = z.object({
  /** It is made of. */
  checkIns: z.number().int(),
  /** As many ends lie above as below. */
  middle: Decimal,
  range50: Between.describe("Holds half of the ends"),
  range80: Between.describe("Holds eight ends in ten"),
  chance: Decimal.nullable().describe("Of reaching its goal, 0 to 1; null where it has none to reach"),
});

const confidence = z.number();
const chance = Decimal;
/** Where a person, the rule and the data do not say the same; with the numbers that differ. */
export const Disagreement = z.discriminatedUnion("key", [
  z.object({ key: z.enum(["confident-forecast-unlikely", "doubtful-forecast-likely"]), confidence, chance }),
  z.object({ key: z.enum(["confident-status-off-track", "doubtful-status-on-track"]), confidence }),
  z.object({ key: z.enum(["on-track-forecast-unlikely", "off-track-forecast-likely"]), chance }),
  z.object({ key: z.literal("on-track-behind-pace"), behind: Decimal }),
]);

const operators = ["above", "at-or-above", "below", "at-or-below"] as const;
export const Operator = z.enum(operators, { error: "above, at-or-above, below or at-or-below" });
const StepTitle = text(0, 300);
const Steps = <T extends z.ZodType>(step: T) => z.array(step).max(50, { error: "at most 50 steps" });

const done = z.boolean().optional().describe("As it was where left out");

/** What a key result is measured by, as asked. */
export const MeasureInput = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("metric"), start: Figure, target: Figure }),
    z.object({
      kind: z.literal("threshold"),
      operator: Operator,
      target: Figure,
      riskLimit: Figure.nullable().default(null),
    }),
    z.object({ kind: z.literal("range"), low: Figure, high: Figure }),
    z.object({
      kind: z.literal("milestones"),
      milestones: Steps(z.object({ id: Id, title: StepTitle, weight: Weight.default("1"), done })),
    }),
    z.object({
      kind: z.literal("score-table"),
      steps: Steps(z.object({ id: Id, title: StepTitle, score: Figure, done })),
    }),
    z.object({ kind: z.literal("done") }),
    z.object({ kind: z.literal("baseline") }),
    z.object({ kind: z.literal("contributions") }),
  ],
  { error: "metric, threshold, range, milestones, score-table, done, baseline or contributions as its kind" },
);

/** The same as answered. */
export const Measure = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("metric"), start: Decimal, target: Decimal }),
  z.object({ kind: z.literal("threshold"), operator: Operator, target: Decimal, riskLimit: Decimal.nullable() }),
  z.object({ kind: z.literal("range"), low: Decimal, high: Decimal }),
  z.object({
    kind: z.literal("milestones"),
    milestones: z.array(z.object({ id: Id, title: z.string(), weight: Decimal, done: z.boolean() })),
  }),
  z.object({
    kind: z.literal("score-table"),
    steps: z.array(z.object({ id: Id, title: z.string(), score: Decimal, done: z.boolean() })),
  }),
  z.object({ kind: z.literal("done") }),
  z.object({ kind: z.literal("baseline") }),
  z.object({ kind: z.literal("contributions") }),
]);

export const TargetsInput = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("metric"), target: Figure }),
    z.object({ kind: z.literal("threshold"), target: Figure, riskLimit: Figure.nullable().default(null) }),
    z.object({ kind: z.literal("range"), low: Figure, high: Figure }),
  ],
  { error: "metric, threshold or range as its kind" },
);
export const Targets = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("metric"), target: Decimal }),
  z.object({ kind: z.literal("threshold"), target: Decimal, riskLimit: Decimal.nullable() }),
  z.object({ kind: z.literal("range"), low: Decimal, high: Decimal }),
]);
export const TargetChange = z.object({
  id: Id,
  before: Targets,
  after: Targets,
  reason: z.string(),
  member: Named.nullable(),
  recordedAt: Instant,
});
export const PhasedTargets = z
  .array(z.object({ on: PlainDate, value: Figure }))
  .max(60, { error: "at most 60 phased targets" });

/** What the line runs through. */
export const PlaceKind = z.enum(["objective", "key-result", "imperative"], {
  error: "objective, key-result or imperative",
});
export const Mode = z.enum(["contributes", "supports"], { error: "contributes or supports" });
export const TitledPlace = z.object({ kind: PlaceKind, id: Id, title: z.string() });
