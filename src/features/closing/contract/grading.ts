import { z } from "zod";
import { allButGuests, Decimal, everyRole, Id, Instant, operation, Prose } from "../../../platform/contract.ts";
import { Commitment, Figure, Level, Measure, Named } from "../../okrs/contract.ts";
import { Amendment, Band, CycleNamed, Next, Outcome, Score, SuggestedGrade } from "./words.ts";

const tag = "Closing";
const versionExpected = "the version number you read; 0 where there is none yet";
const VersionOrNone = z.coerce.number({ error: versionExpected }).int().min(0);

const Graded = z.object({
  score: Decimal.nullable(),
  note: z.string(),
  learned: z.string(),
  next: Next,
  suggested: Decimal.nullable(),
  member: Named,
  version: z.number(),
});

const OpenAsk = z.object({ id: Id, text: z.string(), from: Named, to: Named, createdAt: Instant });

export const ClosingKeyResult = z.object({
  id: Id,
  title: z.string(),
  owner: Named.nullable(),
  measure: Measure,
  unit: z.string(),
  decimals: z.number(),
  weight: Decimal,
  state: z.string(),
  /** What it ended with: its last check-in, or the value it was amended to. */
  endValue: Decimal.nullable(),
  lastCheckInAt: Instant.nullable(),
  progress: Decimal.nullable(),
  /** Against its present target; null where there is nothing to grade. */
  suggested: SuggestedGrade.nullable(),
  /** Against each target that was changed, oldest first. */
  before: z.array(SuggestedGrade),
  /** `isStale`: another check-in came since, so it is to be looked at again. */
  grade: Graded.extend({
    notYetObservable: z.boolean(),
    endValue: Decimal.nullable(),
    gradedAt: Instant,
    isStale: z.boolean(),
  }).nullable(),
  /** What stands in the end: as graded or, if it was, as amended. */
  score: Decimal.nullable(),
  band: Band.nullable(),
  /** false where it was dropped or postponed on the way. */
  isGraded: z.boolean(),
  asks: z.array(OpenAsk),
  can: z.object({ grade: z.boolean(), checkIn: z.boolean() }),
});

const Successor = z.object({ id: Id, title: z.string(), cycle: z.object({ id: Id, name: z.string() }) });

export const ClosingObjective = z.object({
  id: Id,
  title: z.string(),
  level: Level,
  team: Named.nullable(),
  owner: Named.nullable(),
  commitment: Commitment,
  private: z.boolean(),
  state: z.string(),
  cycle: CycleNamed,
  keyResults: z.array(ClosingKeyResult),
  suggested: z.object({ score: Decimal, band: Band }).nullable(),
  closure: Graded.extend({ outcome: Outcome.nullable(), closedAt: Instant }).nullable(),
  score: Decimal.nullable(),
  band: Band.nullable(),
  amendments: z.array(Amendment),
  /** What became of the asks that were open when it was closed. */
  settledAsks: z.array(OpenAsk.extend({ settled: z.enum(["closed", "moved", "left"]), word: z.string() })),
  rolledOverFrom: Successor.nullable(),
  rolledOverTo: z.array(Successor),
  can: z.object({ close: z.boolean(), reopen: z.boolean(), amend: z.boolean() }),
});

const ObjectiveToClose = z.object({
  id: Id,
  title: z.string(),
  level: Level,
  owner: Named.nullable(),
  commitment: Commitment,
  private: z.boolean(),
  state: z.string(),
  keyResults: z.number(),
  graded: z.number(),
  openAsks: z.number(),
  closure: z
    .object({ score: Decimal.nullable(), band: Band.nullable(), outcome: Outcome.nullable(), next: Next })
    .nullable(),
  can: z.object({ close: z.boolean() }),
});

export const waiting = operation({
  method: "GET",
  path: "/closing",
  summary: "List the cycles that are closing, and what of yours waits to be graded and closed",
  tag,
  may: everyRole,
}).output(
  z.object({
    items: z.array(z.object({ cycle: CycleNamed, objectives: z.number(), keyResults: z.number() })),
  }),
);

export const cycles = {
  get: operation({
    method: "GET",
    path: "/cycles/{id}/closing",
    summary: "Read how far the closing of a cycle is, team by team",
    tag,
    may: everyRole,
  })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        cycle: CycleNamed.extend({ version: z.number() }),
        /** null: the organisation's own objectives, then personal ones you see. */
        teams: z.array(
          z.object({
            team: Named.nullable(),
            level: Level,
            open: z.number(),
            openAsks: z.number(),
            objectives: z.array(ObjectiveToClose),
          }),
        ),
        open: z.number(),
        can: z.object({ closeCycle: z.boolean() }),
      }),
    ),
};

export const keyResults = {
  grade: operation({
    method: "PUT",
    path: "/key-results/{id}/grade",
    summary: "Grade a key result at the end of its cycle, and say whether it goes on",
    description:
      "The score is suggested from where it ended, against every target it had; another one needs a note. Its end value is its last check-in: correct it by checking in.",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        version: VersionOrNone,
        score: Score.default(null),
        notYetObservable: z.boolean().default(false),
        note: Prose.default(""),
        learned: Prose.default(""),
        next: Next,
      }),
    )
    .output(ClosingObjective),
};

const AskSettled = z.object({
  id: Id,
  settle: z.enum(["close", "move", "leave"], {
    error: "close, move (to the next cycle with its key result) or leave",
  }),
  word: Prose.default(""),
});

export const objectives = {
  get: operation({
    method: "GET",
    path: "/objectives/{id}/closing",
    summary:
      "Read how an objective ends: its key results with suggested scores, grades, open asks, and where it goes on",
    tag,
    may: everyRole,
  })
    .input(z.object({ id: Id }))
    .output(ClosingObjective),
  close: operation({
    method: "PUT",
    path: "/objectives/{id}/closure",
    summary: "Grade an objective and close it with its key results",
    description: "Every key result is graded before, and every open ask on them is closed, moved or left with a word.",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        version: VersionOrNone,
        score: Score.default(null),
        outcome: Outcome.nullable().default(null),
        note: Prose.default(""),
        learned: Prose.default(""),
        next: Next,
        asks: z.array(AskSettled).max(200, { error: "at most 200 asks" }).default([]),
      }),
    )
    .output(ClosingObjective),
  reopen: operation({
    method: "DELETE",
    path: "/objectives/{id}/closure",
    summary: "Open an objective that was closed, while its cycle is still closing",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(ClosingObjective),
};

export const amendments = {
  create: operation({
    method: "POST",
    path: "/objectives/{objectiveId}/amendments",
    summary: "Correct a grade or an end value after the cycle was closed, with a reason; the original stays visible",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        objectiveId: Id,
        keyResultId: Id.nullable().default(null).describe("Left out, the objective's own grade"),
        score: Score.default(null),
        endValue: Figure.nullable().default(null),
        reason: Prose,
      }),
    )
    .output(ClosingObjective),
};
