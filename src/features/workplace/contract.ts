/** Sites, who plans to be where, the week of a group, and how teams agreed to work. Presence is planned, never tracked. */
import { z } from "zod";
import { allButGuests, Id, operation, PlainDate } from "../../platform/contract.ts";
import { agreements } from "./contract/agreements.ts";
import { anchorDays } from "./contract/anchor-days.ts";
import { decisions } from "./contract/decisions.ts";
import { meetings } from "./contract/meetings.ts";
import { overlap } from "./contract/overlap.ts";
import { calendar, presence, timeOff } from "./contract/presence.ts";
import { settings, sites } from "./contract/sites.ts";
import { At, SiteNamed } from "./contract/words.ts";

const Person = z.object({
  id: Id,
  name: z.string(),
  /** In the order of the week's days. */
  days: z.array(
    z.object({
      /** null: nothing is planned. */
      at: At.nullable(),
      /** The office, where it is another than the home site. */
      elsewhere: SiteNamed.nullable(),
      holiday: z.string().nullable(),
    }),
  ),
});

const SiteWeek = z.object({
  id: Id,
  name: z.string(),
  place: z.string(),
  timeZone: z.string(),
  /** "09:12", by its own clock. */
  timeNow: z.string(),
  days: z.array(
    z.object({
      /** Of the people asked for, from wherever they come. */
      in: z.number(),
      /** null: not counted. */
      seats: z.number().nullable(),
      /** Of everybody; null where seats are not counted. Below 0: more than there are seats. */
      seatsLeft: z.number().nullable(),
      holiday: z.string().nullable(),
    }),
  ),
  people: z.array(Person),
});

const week = operation({
  method: "GET",
  path: "/week",
  summary: "Read who plans to be where in a week, by site",
  description:
    "Only of those whose home site has presence switched on; the others are counted and not named. At most 200 people: choose a team for more.",
  tag: "Workplace",
  may: allButGuests,
})
  .input(
    z.object({
      from: PlainDate.optional().describe("A day of the week; left out: this week"),
      teamId: Id.optional().describe("This team with all below it"),
      whose: z
        .enum(["mine", "depend", "everyone"], { error: "mine, depend or everyone" })
        .default("mine")
        .describe("Where no team is named: your teams, the leads of teams you depend on, or everyone"),
    }),
  )
  .output(
    z.object({
      startsOn: PlainDate,
      endsOn: PlainDate,
      today: PlainDate,
      /** The days that somebody works or plans. */
      days: z.array(PlainDate),
      sites: z.array(SiteWeek),
      people: z.number(),
      /** Who plans nothing because presence is off at their home site, or they have none. */
      notShown: z.number(),
      /** Who is left out because there are more than 200. */
      leftOut: z.number(),
      /** Days on which teams of the asker, or the one asked for and those below, come in together. */
      anchors: z.array(z.object({ team: SiteNamed, days: z.array(PlainDate) })),
      /** Proposed anchor days that wait for the asker to decide. */
      waiting: z.number(),
      /** Whether there is any site, and whether presence is on at any. */
      state: z.enum(["no-sites", "off", "on"]),
      me: z.object({ plans: z.boolean(), siteId: Id.nullable() }),
      can: z.object({ manage: z.boolean() }),
    }),
  );

/** What a team agreed, for rooms that propose it. */
export { Agreed } from "./contract/agreements.ts";

export const workplace = {
  ...{ settings, sites, presence, timeOff, calendar, anchorDays, week },
  ...{ agreements, overlap, meetings, decisions },
};
