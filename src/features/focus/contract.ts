/** What a member does this week, and the page that shows why: Today. */
import { z } from "zod";
import {
  allButGuests,
  Decimal,
  Done,
  everyRole,
  Id,
  Instant,
  operation,
  PlainDate,
  TimeZone,
  Title,
  Version,
} from "../../platform/contract.ts";
import { Commitment, Forecast, Level, Measure, Named, StatusReading } from "../okrs/contract.ts";

const tag = "Intentions";

/** An intention is its member's alone. */
export const Intention = z.object({
  id: Id,
  /** The first day of its week. */
  weekOf: PlainDate,
  text: z.string(),
  /** What it is done for; title and objective are null where that is gone or no longer yours to see. */
  tie: z.object({
    kind: z.enum(["key-result", "initiative"]),
    id: Id,
    title: z.string().nullable(),
    objectiveId: Id.nullable(),
  }),
  doneAt: Instant.nullable(),
  letGoAt: Instant.nullable(),
  /** The intention of an earlier week that goes on as this one. */
  carriedFrom: Id.nullable(),
  rank: z.number(),
  version: z.number(),
});

const ties = { keyResultId: Id.optional(), initiativeId: Id.optional() };
type Ties = { keyResultId?: string; initiativeId?: string };
const oneTie = { path: ["keyResultId"], error: "either keyResultId or initiativeId" };

const intentions = {
  list: operation({
    method: "GET",
    path: "/intentions",
    summary: "List your intentions of a week, and what earlier weeks left over",
    tag,
    may: everyRole,
  })
    .input(z.object({ on: PlainDate.optional().describe("A day of the week; today where left out") }))
    .output(
      z.object({
        weekOf: PlainDate,
        items: z.array(Intention),
        /** Of earlier weeks, neither done nor carried over nor let go, the latest first; this week only. */
        leftovers: z.array(Intention),
      }),
    ),
  create: operation({
    method: "POST",
    path: "/intentions",
    summary: "Say what you will do this week, and for which key result or initiative",
    tag,
    may: allButGuests,
  })
    .input(
      z
        .object({
          id: Id,
          text: Title,
          ...ties,
          on: PlainDate.optional().describe("A day of the week it is for; today where left out"),
        })
        .refine(
          ({ keyResultId, initiativeId }: Ties) => (keyResultId === undefined) !== (initiativeId === undefined),
          oneTie,
        ),
    )
    .output(Intention),
  update: operation({
    method: "PATCH",
    path: "/intentions/{id}",
    summary: "Change what you wrote, or what it is tied to",
    tag,
    may: allButGuests,
  })
    .input(
      z
        .object({ id: Id, version: Version, text: Title.optional(), ...ties })
        .refine(
          ({ keyResultId, initiativeId }: Ties) => keyResultId === undefined || initiativeId === undefined,
          oneTie,
        ),
    )
    .output(Intention),
  setDone: operation({
    method: "PUT",
    path: "/intentions/{id}/done",
    summary: "Say that an intention is done, or not yet",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, done: z.boolean({ error: "true or false" }) }))
    .output(Intention),
  carry: operation({
    method: "POST",
    path: "/intentions/{id}/carrying",
    summary: "Carry an intention of an earlier week over to this one",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, carriedAs: Id.describe("The id of the intention that it goes on as") }))
    .output(Intention),
  letGo: operation({
    method: "PUT",
    path: "/intentions/{id}/let-go",
    summary: "Let an intention go, or take it up again",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, letGo: z.boolean({ error: "true or false" }).default(true) }))
    .output(Intention),
  reorder: operation({
    method: "PUT",
    path: "/intentions/order",
    summary: "Put the intentions of a week in order; those not named follow",
    tag,
    may: allButGuests,
  })
    .input(z.object({ ids: z.array(Id).min(1).max(100) }))
    .output(Done),
};

const LineObjective = z.object({
  id: Id,
  title: z.string(),
  level: Level,
  team: Named.nullable(),
  owner: Named.nullable(),
  cycle: Named,
  commitment: Commitment,
  private: z.boolean(),
  progress: Decimal.nullable(),
  expected: Decimal,
  status: StatusReading,
});

const LineKeyResult = z.object({
  id: Id,
  title: z.string(),
  objective: z.object({ id: Id, title: z.string(), level: Level }),
  owner: Named.nullable(),
  measure: Measure,
  unit: z.string(),
  decimals: z.number(),
  lowerIsBetter: z.boolean(),
  current: Decimal.nullable(),
  /** Raw: −0.2 and 1.1 are kept; null ("–") where there is none. */
  progress: Decimal.nullable(),
  /** What pace expects today; null where pace does not decide. */
  expected: Decimal.nullable(),
  status: StatusReading,
  forecast: Forecast.nullable(),
  lastConfidence: z.number().nullable(),
  lastCheckInAt: Instant.nullable(),
});

export const Today = z.object({
  now: Instant,
  /** In the member's zone. */
  on: PlainDate,
  timeZone: TimeZone,
  /** The city of the zone: "Lisbon". */
  place: z.string(),
  /** The current one, else the next that is planned; week is null outside it. */
  cycle: z
    .object({
      id: Id,
      name: z.string(),
      state: z.enum(["planning", "active", "closing"]),
      startsOn: PlainDate,
      endsOn: PlainDate,
      week: z.number().nullable(),
      weeks: z.number(),
      daysLeft: z.number(),
    })
    .nullable(),
  line: z.object({
    vision: z.string().nullable(),
    /** null where the line does not reach one. */
    imperative: z.object({ id: Id, statement: z.string() }).nullable(),
    /** From the top down to the member's own, or their team's: the eight nearest to them, and how many there are. */
    objectives: z.array(LineObjective),
    objectiveCount: z.number(),
    /** Whose the key results are: the member's or, where they own none, the last objective's. */
    measuredBy: z.enum(["mine", "ours"]),
    /** Those of the last objective first, then those on the objectives above it, then those elsewhere: twelve, and how many there are. */
    keyResults: z.array(LineKeyResult),
    keyResultCount: z.number(),
    /** The first thing the line lacks, and whether the member may make it. */
    missing: z.object({ what: z.enum(["vision", "cycle", "objective", "key-result"]), may: z.boolean() }).nullable(),
  }),
  /** Check-ins that wait for the member, the most urgent first: twelve, and how many there are. */
  due: z.array(
    z.object({
      keyResult: z.object({ id: Id, title: z.string() }),
      status: StatusReading,
      lastCheckInAt: Instant.nullable(),
      at: Instant,
      on: PlainDate,
      timeZone: TimeZone,
      place: z.string(),
      overdue: z.boolean(),
    }),
  ),
  dueCount: z.number(),
  /** Asks that wait for the member, the latest first: five of them, and how many there are. */
  asks: z.object({
    count: z.number(),
    items: z.array(
      z.object({
        id: Id,
        text: z.string(),
        from: Named,
        keyResult: z.object({ id: Id, title: z.string() }),
        objectiveId: Id,
        createdAt: Instant,
      }),
    ),
  }),
  week: z.object({ weekOf: PlainDate, intentions: z.array(Intention), leftovers: z.array(Intention) }),
});

const today = operation({
  method: "GET",
  path: "/today",
  summary: "Read your line from the vision to this week, and what waits for you",
  tag: "Today",
  may: everyRole,
}).output(Today);

export const focus = { intentions, today };
