import { z } from "zod";
import { Decimal, FieldProblem, Id, Instant, PlainDate } from "../../../platform/contract.ts";
import { Commitment, Forecast, Level, Mode, Named } from "../../okrs/contract.ts";
import { PlanAdvice } from "./advice.ts";
import { DraftMeasure, LineKind, LocalTime, ParentKind, PlanState } from "./words.ts";

/** How many threads of comments are open and settled. */
const Comments = z.object({ open: z.number(), resolved: z.number() });

const ofAPlan = {
  id: Id,
  cycle: z.object({ id: Id, name: z.string(), startsOn: PlainDate, endsOn: PlainDate, state: z.string() }),
  level: Level,
  /** Of a team's plan. */
  team: Named.nullable(),
  /** Of a personal plan. */
  owner: Named.nullable(),
  state: PlanState,
  /** 1 while it is first drafted; one more each time review is asked for again. */
  round: z.number(),
  openedAt: Instant,
  /** When one of its lines that you can see changed last. */
  changedAt: Instant,
  version: z.number(),
};

export const PlanRow = z.object({
  ...ofAPlan,
  /** Drafts you can see. */
  objectiveCount: z.number(),
  keyResultCount: z.number(),
  reviewers: z.object({ asked: z.number(), approved: z.number(), changes: z.number() }),
  /** When its review closes: a local day and time, where each reviewer is. */
  closes: z.object({ on: PlainDate, at: LocalTime }).nullable(),
  /** Whether your review is waited for. */
  awaitsYou: z.boolean(),
});

/** Something on the way up from a draft: the first is highest. */
const Above = z.object({
  kind: ParentKind,
  id: Id,
  title: z.string(),
  /** The plan of a draft that is not activated. */
  plan: z.object({ id: Id, level: Level, team: Named.nullable() }).nullable(),
});

/** Where the owner of a key result stands to it. Other words or figures after the answer ask again. */
const Acceptance = z.object({
  answer: z.enum(["waiting", "accepted", "declined"]),
  /** 0 to 10, of who accepted. */
  confidence: z.number().nullable(),
  /** Of who declined. */
  reason: z.string(),
  at: Instant.nullable(),
  /** What its owner had answered, and to what, before that changed; null where it did not. */
  before: z
    .object({
      answer: z.enum(["accepted", "declined"]),
      title: z.string(),
      measure: DraftMeasure,
      unit: z.string(),
      decimals: z.number(),
    })
    .nullable(),
});

const ofALine = {
  id: Id,
  title: z.string(),
  owner: Named.nullable(),
  /** Its owner left the organisation: somebody else has to own it. */
  ownerLeft: z.boolean(),
  rank: z.number(),
  comments: Comments,
  advice: PlanAdvice,
  version: z.number(),
};

const DraftKeyResult = z.object({
  ...ofALine,
  draftObjectiveId: Id,
  measure: DraftMeasure,
  unit: z.string(),
  decimals: z.number(),
  weight: Decimal,
  source: z.string(),
  /** Its writer keeps it as it is, whatever the coach says; a new title asks the coach again. */
  keptAsIs: z.boolean(),
  acceptance: Acceptance,
  can: z.object({ accept: z.boolean() }),
});

const DraftObjective = z.object({
  ...ofALine,
  why: z.string(),
  commitment: Commitment,
  /** Percent of the owning team's capacity; null when not stated. */
  energy: Decimal.nullable(),
  parent: z.object({ kind: ParentKind, id: Id, title: z.string() }).nullable(),
  mode: Mode,
  /** Of the link to its parent. */
  weight: Decimal,
  private: z.boolean(),
  keptAsIs: z.boolean(),
  /** From the imperative down to the parent. */
  line: z.array(Above),
  keyResults: z.array(DraftKeyResult),
});

const DraftInitiative = z.object({
  ...ofALine,
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  /** Yours alone, because it moves what is. */
  private: z.boolean(),
  /** The drafts of this plan that it should move. */
  moves: z.array(z.object({ draftKeyResultId: Id, title: z.string(), expectedMove: Decimal.nullable() })),
});

const Reviewer = z.object({
  member: Named,
  timeZone: z.string(),
  verdict: z.enum(["waiting", "approved", "changes"]),
  note: z.string(),
  at: Instant.nullable(),
  /** Whether they had approved and a line changed since. */
  changedSince: z.boolean(),
  /** The closing time where they are; null where none was set. */
  closesAt: Instant.nullable(),
  /** They left the organisation: nobody waits for them. */
  left: z.boolean(),
});

const Known = z.object({
  kind: z.enum(["key-result", "health-metric"]),
  id: Id,
  title: z.string(),
  objective: z.object({ id: Id, title: z.string() }),
  cycle: Named,
  team: Named.nullable(),
  unit: z.string(),
  decimals: z.number(),
  /** Of a metric; null for what has none. */
  start: Decimal.nullable(),
  /** The target of a key result, the limit of a health metric. */
  target: Decimal.nullable(),
  /** The last value reported: a starting figure. */
  now: Decimal.nullable(),
  at: Instant.nullable(),
  /** Where a key result of a cycle that is not over will end, as its check-ins tell: a better figure to start from. */
  heading: Forecast.pick({ middle: true, range80: true }).nullable(),
});

/** One team's, or the company's, work under the same imperatives in this cycle. */
const Other = z.object({
  level: Level,
  team: Named.nullable(),
  items: z.array(
    z.object({
      kind: z.enum(["objective", "draft-objective"]),
      id: Id,
      title: z.string(),
      imperativeId: Id,
      planId: Id.nullable(),
    }),
  ),
});

export const Present = z.object({
  member: Named,
  /** The line they look at; null for the plan as a whole. */
  lineId: Id.nullable(),
  seenAt: Instant,
});

/** The whole page of a plan, as far as you can see it. */
export const Studio = z.object({
  ...ofAPlan,
  openedBy: Named.nullable(),
  activated: z.object({ by: Named.nullable(), at: Instant }).nullable(),
  above: z.object({
    vision: z.string().nullable(),
    mission: z.string().nullable(),
    imperatives: z.array(
      z.object({ id: Id, statement: z.string(), why: z.string(), priorityShare: Decimal.nullable() }),
    ),
  }),
  objectives: z.array(DraftObjective),
  initiatives: z.array(DraftInitiative),
  /** Lines that were removed and can be put back, the last one first. */
  removed: z.array(z.object({ kind: LineKind, id: Id, title: z.string(), at: Instant })),
  review: z
    .object({
      askedBy: Named.nullable(),
      askedAt: Instant,
      /** A local day and time, where each reviewer is. */
      closes: z.object({ on: PlainDate, at: LocalTime }).nullable(),
      reviewers: z.array(Reviewer),
    })
    .nullable(),
  /** Of the plan as a whole; every line has its own. */
  comments: Comments,
  presence: z.array(Present),
  /** Starting figures: what the team measured in the last cycles, and what is measured above. */
  whatWeKnow: z.array(Known),
  others: z.array(Other),
  /** Percent of the team's capacity: what the objectives ask for together, and what the organisation plans at most. */
  energy: z.object({ stated: Decimal, planned: Decimal }),
  advice: PlanAdvice,
  /** What stops activation, for whoever may activate. */
  stops: z.array(FieldProblem),
  can: z.object({
    draft: z.boolean(),
    askForReview: z.boolean(),
    review: z.boolean(),
    activate: z.boolean(),
    discard: z.boolean(),
    restore: z.boolean(),
    comment: z.boolean(),
    private: z.boolean(),
  }),
});
