/** What the data say of a policy, as it is told: keys and figures, put into words where they are read. */
import { z } from "zod";
import { Id, Instant, PlainDate } from "../../../platform/contract.ts";
import { Question } from "../../engagement/contract.ts";
import { Named } from "../../okrs/contract.ts";

export const Verdict = z.enum(["harms", "too-few-teams", "too-early", "helps", "no-difference", "cant-tell"]);

/** An end is null where the data set no bound. */
const Range = z.object({ low: z.number().nullable(), high: z.number().nullable() });

/** What something is measured by, and how its figures are written; shares are told in percent, and differ in points. */
export const Measure = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(["key-results", "health-metrics", "on-time", "confidence", "pulse-question"]),
  /** What is asked; null for what is no question. */
  question: Question.nullable(),
  unit: z.string(),
  decimals: z.number(),
  share: z.boolean(),
});

/** Means of an arm over its weeks before the start and since; null where there are none, or it is withheld. */
const Level = z.object({ before: z.number().nullable(), after: z.number().nullable() });

const Week = z.object({
  week: z.number(),
  /** Its first day. */
  on: PlainDate,
  covered: z.number().nullable(),
  others: z.number().nullable(),
  /** Teams behind each mean. */
  teams: z.object({ covered: z.number(), others: z.number() }),
});

const TeamLevels = Level.extend({ id: Id, name: z.string(), weeks: z.number() });

/** How a figure was found, so that it can be found again. */
const Method = z.object({
  inference: z.enum(["exact-permutation", "sampled-permutation", "wild-cluster-bootstrap", "t", "newcombe"]),
  draws: z.number(),
  seed: z.number().nullable(),
  df: z.number().nullable(),
});

/** What a pulse told of an arm, as it was published; nothing finer is known here. */
export const ArmFigure = z.object({
  pulseId: Id,
  on: PlainDate,
  arm: z.enum(["covered", "others"]),
  reads: z.enum(["exactly", "about", "or-more", "or-less", "withheld"]),
  share: z.number().nullable(),
  within: z.number(),
  /** Answers in steps of five, downward. */
  answersFrom: z.number().nullable(),
});

export const Outcome = Measure.extend({
  wanted: z.enum(["up", "down"]),
  sizeThatMatters: z.number(),
  word: z.enum(["better", "worse", "no-difference", "too-few-teams", "cant-tell"]),
  /** Why it can't be told. */
  why: z.enum(["describes-only", "not-yet", "no-data", "trends-apart", "trends-not-known", "too-noisy"]).nullable(),
  estimate: z
    .object({
      difference: z.number(),
      range95: Range,
      range90: Range,
      p: z.number(),
      /** By Holm over all outcomes. */
      adjustedP: z.number(),
      method: Method,
    })
    .nullable(),
  /** How both arms moved before the start; null where the design needs no such look. */
  trends: z
    .object({
      weeks: z.number(),
      perWeek: z.number(),
      carriedOn: z.number(),
      range90: Range,
      p: z.number(),
      word: z.enum(["alike", "apart", "not-known"]),
    })
    .nullable(),
  covered: Level,
  others: Level,
  /** Who makes the figure; a pulse names no team. */
  teams: z.object({ covered: z.array(TeamLevels), others: z.array(TeamLevels) }),
  leftOut: z.array(
    z.object({
      id: Id,
      name: z.string(),
      why: z.enum(["no-week-before", "no-week-after", "covered-before", "changed-sides"]),
    }),
  ),
  weeks: z.array(Week),
  pulses: z.array(ArmFigure),
  /** The smallest difference told from chance four times in five, with the weeks there are and those there will be. */
  detectable: z.object({ now: z.number().nullable(), atDecision: z.number().nullable() }),
});

export const Guardrail = Measure.extend({
  safe: z.enum(["at-least", "at-most"]),
  limit: z.number(),
  margin: z.number(),
  word: z.enum(["broken", "beyond-limit", "no-harm", "holding", "no-data"]),
  /** Of the covered since the start. */
  level: z.object({ value: z.number(), range90: Range }).nullable(),
  against: z.object({ difference: z.number(), range90: Range }).nullable(),
  pulses: z.array(ArmFigure),
});

export const Settling = z.object({
  key: z.enum([
    "more-teams",
    "more-possible-lots",
    "wait",
    "draw-by-lot",
    "measure",
    "more-weeks-before",
    "more-teams-or-weeks",
    "fewer-outcomes",
    "mend-guardrail",
  ]),
  /** The outcome or guardrail that it is about. */
  of: Id.nullable(),
  /** "covered", "others", "needed", "possible", "weeks", "drift", "reach", "sizeThatMatters", "outcomes", as its key has them; null: no bound. */
  figures: z.record(z.string(), z.number().nullable()),
});

/** What happened meanwhile and could explain it: marked by people, or known from the record. No formula reads it. */
export const Happening = z.object({
  id: Id.nullable(),
  kind: z.enum(["marked", "target-changed", "team-joined", "team-left", "amended", "decided"]),
  on: PlainDate,
  /** What people wrote. */
  text: z.string(),
  team: Named.nullable(),
  /** The key result whose target was changed. */
  keyResult: z.object({ id: Id, title: z.string(), objectiveId: Id }).nullable(),
  /** How many members joined or left the team that day. */
  count: z.number().nullable(),
  /** Who marked it, or did it; null where the product did. */
  by: Named.nullable(),
  at: Instant,
  can: z.object({ remove: z.boolean() }),
});

export const DesignKind = z.enum([
  "randomised-by-team",
  "randomised-on-and-off",
  "difference-in-differences",
  "before-after",
  "comparison",
  "survey",
]);

export const Evidence = z.object({
  /** Neither a draft is judged nor what has not begun; waiting: the first look is on its way. */
  state: z.enum(["draft", "before-start", "waiting", "assessed"]),
  policyId: Id,
  design: DesignKind.nullable(),
  /** "Effect" only where chance decided who is covered. */
  called: z.enum(["effect", "difference"]),
  startsOn: PlainDate.nullable(),
  decidesOn: PlainDate.nullable(),
  verdict: Verdict.nullable(),
  /** Weeks over, and planned from the start to the decision. */
  weeks: z.object({ over: z.number(), planned: z.number() }),
  /** What stands before the chart; null where nothing could be measured. */
  sentence: z
    .object({
      outcome: Id,
      way: z.enum(["better", "worse", "level"]),
      sureness: z.enum(["told", "could-be-chance", "described"]),
      difference: z.number(),
      range95: Range,
    })
    .nullable(),
  broken: z.array(Id),
  beyondLimit: z.array(Id),
  settledBy: z.array(Settling),
  outcomes: z.array(Outcome),
  guardrails: z.array(Guardrail),
  happenings: z.array(Happening),
  /** With the rows' hash, seed and version anybody finds the same again; null before the first look. */
  assessed: z
    .object({ at: Instant, seed: z.number(), version: z.number(), rowsHash: z.string(), rows: z.number() })
    .nullable(),
  can: z.object({ mark: z.boolean() }),
});
