import { z } from "zod";
import { champions, Decimal, everyRole, Id, Name, operation, PlainDate, Version } from "../../../platform/contract.ts";

const tag = "Cycles";
const Kind = z.enum(["year", "half", "quarter", "custom"], { error: "year, half, quarter or custom" });
export const CycleState = z.enum(["planning", "active", "closing", "closed"], {
  error: "planning, active, closing or closed",
});
const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "a time of day, such as 17:00" });
/** A check-in every N weeks on an ISO weekday (1 is Monday) by a local time of the organisation. */
const Rhythm = z.object({
  weeks: z.number({ error: "a whole number of weeks from 1 to 13" }).int().min(1).max(13),
  day: z.number({ error: "a weekday from 1 (Monday) to 7" }).int().min(1).max(7),
  time: LocalTime,
});

export const Cycle = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  kind: Kind,
  startsOn: PlainDate,
  endsOn: PlainDate,
  state: CycleState,
  nextStates: z.array(CycleState),
  rhythm: Rhythm,
  /** Where today lies: week and day are null outside the cycle. */
  where: z.object({
    day: z.number().nullable(),
    days: z.number(),
    week: z.number().nullable(),
    weeks: z.number(),
    daysLeft: z.number(),
  }),
  /** Share of the cycle gone, 0..1: what pace expects today. */
  expected: Decimal,
  /** Objectives you can see. */
  objectiveCount: z.number(),
  version: z.number(),
  can: z.object({ edit: z.boolean() }),
});

export const cycles = {
  list: operation({ method: "GET", path: "/cycles", summary: "List the cycles, the latest first", tag, may: everyRole })
    .input(z.object({ state: CycleState.optional() }))
    .output(z.object({ items: z.array(Cycle), currentId: Id.nullable(), can: z.object({ create: z.boolean() }) })),
  propose: operation({
    method: "GET",
    path: "/cycles/proposal",
    summary: "Propose the name and dates of a year, half or quarter by the fiscal year",
    tag,
    may: everyRole,
  })
    .input(
      z.object({
        kind: Kind.exclude(["custom"]),
        on: PlainDate.optional().describe("A day in it; today where left out"),
      }),
    )
    .output(z.object({ name: z.string(), startsOn: PlainDate, endsOn: PlainDate })),
  get: operation({ method: "GET", path: "/cycles/{id}", summary: "Read a cycle", tag, may: everyRole })
    .input(z.object({ id: Id }))
    .output(Cycle),
  create: operation({ method: "POST", path: "/cycles", summary: "Plan a cycle", tag, may: champions })
    .input(
      z.object({
        id: Id,
        name: Name,
        kind: Kind,
        startsOn: PlainDate,
        endsOn: PlainDate,
        parentId: Id.nullable().default(null),
        rhythm: Rhythm.default({ weeks: 1, day: 3, time: "17:00" }),
      }),
    )
    .output(Cycle),
  update: operation({
    method: "PATCH",
    path: "/cycles/{id}",
    summary: "Change a cycle's name, dates or rhythm",
    tag,
    may: champions,
  })
    .input(
      z.object({
        id: Id,
        version: Version,
        name: Name.optional(),
        kind: Kind.optional(),
        startsOn: PlainDate.optional(),
        endsOn: PlainDate.optional(),
        parentId: Id.nullable().optional(),
        rhythm: Rhythm.optional(),
      }),
    )
    .output(Cycle),
  setState: operation({
    method: "PUT",
    path: "/cycles/{id}/state",
    summary: "Take a cycle one step on: planning, active, closing, closed; or from closing back to active",
    description:
      "Closing is refused, with what is left named team by team, while objectives are neither closed, dropped nor postponed, unless `withOpen` says that they stay as they are: locked, without a score, and rolled over only where they are named. Nothing leads back.",
    tag,
    may: champions,
  })
    .input(
      z.object({
        id: Id,
        version: Version,
        state: CycleState,
        withOpen: z
          .boolean({ error: "true or false" })
          .default(false)
          .describe("Close the cycle although objectives of it are open; they are locked as they stand"),
      }),
    )
    .output(Cycle),
};
