/** When people can meet within their own hours, and what a meeting outside of them costs whom. */
import { z } from "zod";
import { allButGuests, Id, Instant, operation, PlainDate } from "../../../platform/contract.ts";

const tag = "Workplace";

const peopleExpected = "1 to 200 members, each once";
const optionalExpected = "at most 200 members, each once";
const isOnce = (ids: readonly string[]) => new Set(ids.map((id) => id.toLowerCase())).size === ids.length;
/** Members who may miss it. */
export const OptionalIds = z
  .array(Id)
  .max(200, optionalExpected)
  .refine(isOnce, { error: optionalExpected })
  .default([]);
/** Whose hours: named members, a team with all below it, or one of the groups that the week knows. */
export const group = {
  memberIds: z
    .array(Id, { error: peopleExpected })
    .min(1, peopleExpected)
    .max(200, peopleExpected)
    .refine(isOnce, { error: peopleExpected })
    .optional()
    .describe("These members, whatever else is named"),
  teamId: Id.optional().describe("This team with all below it"),
  whose: z
    .enum(["mine", "depend", "everyone"], { error: "mine, depend or everyone" })
    .default("mine")
    .describe("Where nobody is named: your teams, the leads of teams you depend on, or everyone"),
};

const minutesExpected = "a length from 5 minutes to 8 hours, in steps of 5 minutes";
export const Minutes = z
  .number({ error: minutesExpected })
  .int({ error: minutesExpected })
  .min(5, minutesExpected)
  .max(480, minutesExpected)
  .multipleOf(5, minutesExpected);

const weeksExpected = "a whole number of weeks from 1 (one time) to 26";
export const Weeks = z
  .number({ error: weeksExpected })
  .int({ error: weeksExpected })
  .min(1, weeksExpected)
  .max(26, weeksExpected);

const Stretch = z.object({ from: Instant, to: Instant });

/** Told by place and never by person: nobody is compared. */
const Place = z.object({ name: z.string(), timeZone: z.string(), people: z.number() });

export const Paying = Place.extend({
  /** Minutes before and after the hours of whom it costs most; 0 for a place that it costs nothing. */
  early: z.number(),
  late: z.number(),
  /** How many of them it costs anything. */
  paying: z.number(),
  /** Minutes outside own hours over all the times counted, of whom it costs most. */
  added: z.number(),
});

const BestTime = z.object({
  startsAt: Instant,
  places: z.array(Paying),
  /** Minutes that would come to your own ledger. */
  yours: z.number(),
});

export const overlap = {
  hours: operation({
    method: "POST",
    path: "/shared-hours",
    summary: "Read which hours of a day a group of people share",
    description:
      "From each person's own hours on that date by the clock of their zone, without days off, holidays of their site and hours that their teams keep without meetings, and, where presence is on at the home site or they are yours, focus times. The day is yours, by your clock.",
    readOnly: true,
    tag,
    may: allButGuests,
  })
    .input(z.object({ ...group, day: PlainDate.optional().describe("Left out: today") }))
    .output(
      z.object({
        day: PlainDate,
        startsAt: Instant,
        endsAt: Instant,
        /** Who works that day. */
        people: z.number(),
        /** Who is off, or in no hours of that day. */
        off: z.number(),
        /** Who has no hours to share, on any day. */
        withoutHours: z.number(),
        /** With the hours that everyone of the place shares. */
        places: z.array(Place.extend({ hours: z.array(Stretch) })),
        shared: z.array(Stretch),
        minutes: z.number(),
        /** What the others would share without the place that leaves most room; null where that is no more. */
        without: z.object({ place: z.string(), minutes: z.number(), shared: z.array(Stretch) }).nullable(),
      }),
    ),
  bestTimes: operation({
    method: "POST",
    path: "/best-times",
    summary: "Find the best times for a meeting, with what each place pays",
    description:
      "Quarter-hour starts on up to 14 days. The best is the one whose largest sum of minutes outside own hours (of eight weeks, and of this meeting) is smallest, then the next largest, and so on. Never on a day off or holiday of somebody who is needed. You are one of the people in any case; what was paid in eight weeks counts only where you are one of those asked for, and is told to whoever paid it alone.",
    readOnly: true,
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        ...group,
        optionalIds: OptionalIds.describe("Who of them, or beside them, may miss it: they pay nothing"),
        minutes: Minutes,
        weeks: Weeks.default(1).describe("How often it takes place, each week at the same time by your clock"),
        from: PlainDate.describe("The first day on which it may begin"),
        to: PlainDate.describe("The last"),
      }),
    )
    .output(
      z.object({
        /** With you. */
        people: z.number(),
        withoutHours: z.number(),
        /** The best first; empty: no time suits everybody who is needed. */
        times: z.array(BestTime),
        /** Places that pay for the best one, of those with two people and more, and your own; none without the ledger. */
        turn: z.array(z.string()),
        /** Minutes that you paid in eight weeks. null: you are none of these people, so the ledger was left out. */
        ledger: z.object({ yours: z.number() }).nullable(),
      }),
    ),
};
