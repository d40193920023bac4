/** One's own plan: home site, usual week, days that differ, time off. Nobody plans for another. */
import { z } from "zod";
import { allButGuests, Done, Id, operation, PlainDate } from "../../../platform/contract.ts";
import { At, DayPreferences, FocusTimes, PlannedDay, SiteNamed, UsualDays, UsualFrom } from "./words.ts";

const tag = "Workplace";
const own = { tag, may: allButGuests } as const;

const MyDay = z.object({
  day: PlainDate,
  /** null: nothing is planned. */
  at: At.nullable(),
  site: SiteNamed.nullable(),
  holiday: z.string().nullable(),
  /** Which plan decides: time off before a day that differs, before a holiday, before hours, before the usual week. */
  because: z.enum(["time-off", "day", "holiday", "hours", "usual", "nothing"]),
  /** Whether one's hours have this weekday. */
  worked: z.boolean(),
  /** Teams of one's own that come in together. */
  anchors: z.array(SiteNamed),
});

const TimeOff = z.object({ id: Id, startsOn: PlainDate, endsOn: PlainDate });

const Mine = z.object({
  today: PlainDate,
  home: SiteNamed.extend({ presence: z.boolean() }).nullable(),
  focusTimes: FocusTimes,
  /** Read by the solver of anchor days, and by nobody else but oneself. */
  dayPreferences: DayPreferences,
  /** The usual week that holds in this week. */
  usual: z.object({ from: PlainDate, days: UsualDays }).nullable(),
  days: z.array(MyDay),
  lastWeek: z.array(MyDay),
  /** What has not ended before today. */
  timeOff: z.array(TimeOff),
  /** Where one may plan to be in the office, and the days of the week on which it has no seats. */
  offices: z.array(
    SiteNamed.extend({
      closed: z.array(PlainDate),
      /** Seats that the others leave, in the order of the days; below 0: more come than there are; null: not counted. */
      free: z.array(z.number().nullable()),
    }),
  ),
  keepMonths: z.number(),
  version: z.number(),
});

const Change = z.object({ days: z.array(PlannedDay), usual: UsualFrom.nullable() });

export const presence = {
  mine: operation({
    method: "GET",
    path: "/presence",
    summary: "Read your own plan for a week",
    ...own,
  })
    .input(z.object({ from: PlainDate.optional().describe("A day of the week; left out: this week") }))
    .output(Mine),
  setProfile: operation({
    method: "PATCH",
    path: "/presence",
    summary: "Set your home site, focus times and which days suit you to come in",
    ...own,
  })
    .input(
      z.object({
        version: z
          .number({ error: "the version number you read" })
          .int()
          .min(0)
          .describe("0 where nothing was set yet"),
        siteId: Id.nullable().optional().describe("Your home site; null: none"),
        focusTimes: FocusTimes.optional(),
        dayPreferences: DayPreferences.optional().describe("Which weekdays suit you to come in"),
      }),
    )
    .output(Mine),
  plan: operation({
    method: "PUT",
    path: "/presence",
    summary: "Set your week: days that differ, your usual week, or both at once",
    description:
      "Each day is written as it is sent, so sending the same again changes nothing. Answers what it replaced, which undoes it when sent.",
    ...own,
  })
    .input(
      z.object({
        days: z.array(PlannedDay).max(62, { error: "at most 62 days" }).default([]),
        usual: UsualFrom.nullable().default(null),
      }),
    )
    .output(z.object({ before: Change })),
};

export const timeOff = {
  create: operation({
    method: "POST",
    path: "/time-off",
    summary: "Take days off",
    description: "First and last day, and nothing else: a reason is never asked and never kept.",
    ...own,
  })
    .input(z.object({ id: Id, startsOn: PlainDate, endsOn: PlainDate }))
    .output(TimeOff),
  remove: operation({ method: "DELETE", path: "/time-off/{id}", summary: "Take back days off", ...own })
    .input(z.object({ id: Id }))
    .output(Done),
};

const content = "the text of an iCalendar file, at most 1 MB";
const Content = z.string({ error: content }).min(1, { error: content }).max(1_000_000, { error: content });

const Read = z.object({
  /** Days as they would be planned. */
  days: z.array(z.object({ line: z.number(), day: PlainDate, at: At, site: SiteNamed.nullable(), text: z.string() })),
  timeOff: z.array(z.object({ line: z.number(), startsOn: PlainDate, endsOn: PlainDate, text: z.string() })),
  notUnderstood: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
});

export const calendar = {
  export: operation({
    method: "GET",
    path: "/presence/calendar",
    summary: "Take your plan along as an iCalendar file",
    description: "Your own, four weeks back and twelve weeks ahead unless days are named, at most a year.",
    ...own,
  })
    .input(z.object({ from: PlainDate.optional(), to: PlainDate.optional() }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
  preview: operation({
    method: "POST",
    path: "/presence/calendar/preview",
    summary: "Show what an iCalendar file would plan for you",
    description:
      "Whole days that say home, office, the name of a site, travel or out of office; a reason for every other.",
    readOnly: true,
    ...own,
  })
    .input(z.object({ content: Content }))
    .output(Read),
  import: operation({
    method: "POST",
    path: "/presence/calendar/imports",
    summary: "Plan your days from an iCalendar file",
    ...own,
  })
    .input(z.object({ content: Content }))
    .output(Read),
};
