/** Check-ins, when they are due, and what members ask of each other. */
import { z } from "zod";
import {
  allButGuests,
  Decimal,
  everyRole,
  Id,
  Instant,
  operation,
  PageInput,
  PlainDate,
  Prose,
  pageOf,
  TimeZone,
  Version,
  YesNo,
} from "../../platform/contract.ts";
import { Figure, Forecast, Measure, Named, StatusReading } from "../okrs/contract.ts";

const tag = "Check-ins";

const confidenceExpected = "a whole number from 0 (no chance) to 10 (certain)";
const Confidence = z
  .number({ error: confidenceExpected })
  .int({ error: confidenceExpected })
  .min(0, { error: confidenceExpected })
  .max(10, { error: confidenceExpected });
const Steps = z
  .array(Id, { error: "a list of milestone ids" })
  .max(50, { error: "at most 50 steps" })
  .describe("Every milestone or step that is done now, not only the new ones");
const Value = Figure.describe("Where the number stands now, for a key result that is measured by a number");

/** What is reported, by the type of the key result: a number, the steps that are done, or done or not. */
const report = {
  value: Value.optional(),
  milestonesDone: Steps.optional(),
  done: z.boolean({ error: "true or false" }).optional(),
};
const words = { whatChanged: Prose.default(""), blocker: Prose.default("") };
const AskText = Prose.refine((text) => text !== "", { error: "what you ask for, in a sentence" });

const AskInput = z.object({ id: Id, toMemberId: Id, text: AskText });

const KeyResultName = z.object({ id: Id, title: z.string() });

const AskOfCheckIn = z.object({
  id: Id,
  to: Named,
  text: z.string(),
  reply: z.string(),
  closedAt: Instant.nullable(),
});

export const CheckIn = z.object({
  id: Id,
  keyResult: KeyResultName,
  member: Named,
  value: Decimal.nullable(),
  milestonesDone: z.array(Id).nullable(),
  done: z.boolean().nullable(),
  confidence: z.number(),
  whatChanged: z.string(),
  blocker: z.string(),
  ask: AskOfCheckIn.nullable(),
  recordedAt: Instant,
  editedAt: Instant.nullable(),
  version: z.number(),
  /** Editing ends with the next due date. */
  can: z.object({ edit: z.boolean() }),
});

/** A check-in, and where its key result stands since. */
const Reported = CheckIn.extend({
  keyResult: KeyResultName.extend({
    current: Decimal.nullable(),
    /** Raw: −0.2 and 1.1 are kept; null ("–") where there is none. */
    progress: Decimal.nullable(),
  }),
});

const Standing = z.object({
  current: Decimal.nullable(),
  progress: Decimal.nullable(),
  /** What is said of the progress: a regression is "worse-than-start". */
  said: z.enum(["no-progress", "worse-than-start", "at-start", "under-way", "at-target", "beyond-target"]),
  status: StatusReading,
  /** null under three check-ins, and for what is no number. */
  forecast: Forecast.nullable(),
});

/** When a check-in is due: the instant, and the local day in the place whose clock decides. */
const Due = z.object({ at: Instant, on: PlainDate, timeZone: TimeZone, place: z.string(), overdue: z.boolean() });

const DueKeyResult = z.object({
  keyResult: KeyResultName.extend({
    measure: Measure,
    unit: z.string(),
    decimals: z.number(),
    current: Decimal.nullable(),
    progress: Decimal.nullable(),
    expected: Decimal.nullable(),
    status: StatusReading,
    forecast: Forecast.nullable(),
    checkInCount: z.number(),
  }),
  objective: z.object({ id: Id, title: z.string(), commitment: z.string() }),
  cycle: z.object({ id: Id, name: z.string(), startsOn: PlainDate, endsOn: PlainDate }),
  last: CheckIn.pick({ id: true, value: true, confidence: true, whatChanged: true, blocker: true, recordedAt: true })
    .extend({ member: Named })
    .nullable(),
  due: Due,
});

const Ask = AskOfCheckIn.extend({
  checkInId: Id,
  keyResult: KeyResultName,
  objective: KeyResultName,
  from: Named,
  createdAt: Instant,
  version: z.number(),
  can: z.object({ close: z.boolean() }),
});

const checkIns = {
  create: operation({
    method: "POST",
    path: "/key-results/{keyResultId}/check-ins",
    summary: "Check in on a key result",
    description:
      "Give value, milestonesDone or done, as the key result is measured. The same id with the same body is the same check-in, however often it is sent.",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        keyResultId: Id,
        ...report,
        confidence: Confidence,
        ...words,
        ask: AskInput.nullable().default(null),
      }),
    )
    .output(Reported),
  preview: operation({
    method: "GET",
    path: "/key-results/{keyResultId}/check-in-preview",
    summary: "See what a check-in would do, without making it",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        keyResultId: Id,
        ...report,
        done: YesNo.optional(),
        checkInId: Id.optional().describe("The check-in that it would correct"),
      }),
    )
    .output(z.object({ keyResult: KeyResultName, before: Standing, after: Standing })),
  list: operation({
    method: "GET",
    path: "/check-ins",
    summary: "List the check-ins of a key result or an objective, the latest first",
    tag,
    may: everyRole,
  })
    .input(
      z
        .object({ keyResultId: Id.optional(), objectiveId: Id.optional(), ...PageInput })
        .refine(({ keyResultId, objectiveId }) => (keyResultId === undefined) !== (objectiveId === undefined), {
          path: ["keyResultId"],
          error: "either keyResultId or objectiveId",
        }),
    )
    .output(pageOf(CheckIn)),
  update: operation({
    method: "PATCH",
    path: "/check-ins/{id}",
    summary: "Correct a check-in, until the next one is due",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        version: Version,
        ...report,
        confidence: Confidence.optional(),
        whatChanged: Prose.optional(),
        blocker: Prose.optional(),
        ask: AskInput.optional().describe("As it should be: the one that was made, while it is open, or a first one"),
      }),
    )
    .output(Reported),
  due: operation({
    method: "GET",
    path: "/check-ins/due",
    summary: "List the key results that wait for your check-in, the most urgent first",
    tag,
    may: everyRole,
  }).output(z.object({ items: z.array(DueKeyResult) })),
};

const asks = {
  list: operation({
    method: "GET",
    path: "/asks",
    summary: "List what others ask of you, or what you ask of others, the latest first",
    tag: "Asks",
    may: everyRole,
  })
    .input(
      z.object({
        of: z.enum(["me", "others"], { error: "me (I am asked) or others (I ask)" }).default("me"),
        closed: YesNo.default(false),
        ...PageInput,
      }),
    )
    .output(pageOf(Ask)),
  close: operation({
    method: "POST",
    path: "/asks/{id}/closure",
    summary: "Answer an ask and close it",
    tag: "Asks",
    may: allButGuests,
  })
    .input(z.object({ id: Id, reply: Prose.default("") }))
    .output(Ask),
};

export const cadence = { checkIns, asks };
