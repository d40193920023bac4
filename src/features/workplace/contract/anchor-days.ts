/** Days on which a team comes in together: worked out, tried out, proposed, and accepted by whoever leads the team. */
import { z } from "zod";
import { allButGuests, Id, Instant, operation, PlainDate, text, Version } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";
import { Weekday, weekdays } from "./words.ts";

const own = { tag: "Workplace", may: allButGuests } as const;

const daysExpected = "weekdays from 1 (Monday) to 7, each once";
/** Kept in the order of the week. */
const Days = z
  .array(Weekday, { error: daysExpected })
  .max(7, { error: daysExpected })
  .refine((days) => new Set(days).size === days.length, { error: daysExpected })
  .transform((days) => weekdays.filter((weekday) => days.includes(weekday)));

const stateExpected = "proposed, accepted, declined or withdrawn";
const State = z.enum(["proposed", "accepted", "declined", "withdrawn"], { error: stateExpected });

const DayRead = z.object({
  weekday: Weekday,
  /** People of the team who can come, and of these who are usually in. */
  of: z.number(),
  come: z.number(),
  /** Who can come and usually does not. */
  change: z.array(Named),
  /** People with a site who do not work then, or whose site takes nobody. */
  cannot: z.number(),
  /** How many it suits, how many would rather not; null under five who said anything. */
  suits: z.number().nullable(),
  ratherNot: z.number().nullable(),
  /** Teams that depend on this one or that it depends on: who is in, and who is not. */
  meets: z.array(Named),
  misses: z.array(Named),
  /** Below 0: they are lacking. */
  seats: z.array(z.object({ site: Named, left: z.number() })),
  /** The same in a sentence. */
  why: z.string(),
});

const Answer = z.object({
  teamId: Id,
  from: PlainDate,
  /** Weekdays on which somebody of these teams works. */
  weekdays: z.array(Weekday),
  teams: z.array(
    z.object({
      id: Id,
      name: z.string(),
      /** People with a site where presence is on, and those without, who are never asked to come. */
      people: z.number(),
      without: z.number(),
      /** Where anybody of the team can come. */
      possible: z.array(Weekday),
      /** What holds on the day from which the choice would. */
      now: z.array(Weekday),
      days: z.array(DayRead),
      /** The best other days for this team alone, and how many points fewer they make; below 0: more. */
      next: z.object({ days: z.array(Weekday), fewer: z.number() }).nullable(),
      can: z.object({ propose: z.boolean(), decide: z.boolean() }),
    }),
  ),
  sites: z.array(
    z.object({
      id: Id,
      name: z.string(),
      /** In the order of the weekdays; null: seats are not counted. */
      days: z.array(z.object({ weekday: Weekday, in: z.number(), seats: z.number().nullable() })),
    }),
  ),
  /** Points by the published rules. */
  score: z.number(),
  /** Seats that are lacking; such days cannot be proposed. */
  short: z.number(),
  /** Pairs of teams that wait for each other's work, and how many of them meet on a day. */
  ties: z.object({ met: z.number(), of: z.number() }),
});

const Choice = z.object({ teamId: Id, days: Days });

const Proposal = z.object({
  id: Id,
  team: Named,
  days: z.array(Weekday),
  from: PlainDate,
  state: State,
  /** Why it was declined. */
  reason: z.string(),
  proposedBy: Named,
  stateBy: Named,
  stateAt: Instant,
  version: z.number(),
  /** The states the viewer may bring it to. */
  can: z.object({ states: z.array(State) }),
});

const countExpected = "1 to 5 days a week";
const From = PlainDate.optional().describe("From when on they would hold; left out: the week after next");

export const anchorDays = {
  list: operation({
    method: "GET",
    path: "/anchor-days",
    summary: "List which anchor days hold, what is proposed, and what was",
    ...own,
  })
    .input(z.object({ teamId: Id.optional().describe("Of this team alone"), state: State.optional() }))
    .output(
      z.object({
        /** What holds today, team by team, with the team that agreed it: itself or one above. */
        held: z.array(z.object({ team: Named, days: z.array(Weekday), from: PlainDate, agreedBy: Named })),
        /** The newest first, at most 200. */
        items: z.array(Proposal),
      }),
    ),
  suggest: operation({
    method: "POST",
    path: "/anchor-days/suggestions",
    summary: "Work out the best anchor days for a team and the teams below it",
    description:
      "From who depends on whom, usual weeks, what people said of days, seats and home sites: the best of all choices, proven, with the reason of each day and the runner-up. Nobody without a site is asked to come. Changes nothing.",
    readOnly: true,
    attempts: 30,
    ...own,
  })
    .input(
      z.object({
        teamId: Id,
        from: From,
        days: z
          .number({ error: countExpected })
          .int({ error: countExpected })
          .min(1, countExpected)
          .max(5, countExpected)
          .default(2)
          .describe("Days a week for each team"),
      }),
    )
    .output(
      Answer.extend({
        /** Whether the solver proved it to be the best, and did not stop before after ten seconds. */
        proven: z.boolean(),
        /** The best of all other choices, and how many points fewer it makes. */
        runnerUp: z
          .object({ fewer: z.number(), choices: z.array(z.object({ teamId: Id, days: z.array(Weekday) })) })
          .nullable(),
      }),
    ),
  tryOut: operation({
    method: "POST",
    path: "/anchor-days/trials",
    summary: "See what other anchor days would mean, and change nothing",
    description: "Teams that are left out keep what holds.",
    readOnly: true,
    ...own,
  })
    .input(
      z.object({
        teamId: Id,
        from: From,
        choices: z
          .array(Choice)
          .max(60, { error: "at most 60 teams" })
          .refine((all) => new Set(all.map((each) => each.teamId.toLowerCase())).size === all.length, {
            error: "each team once",
          })
          .default([]),
      }),
    )
    .output(Answer),
  propose: operation({
    method: "POST",
    path: "/anchor-days",
    summary: "Propose anchor days to a team",
    description: "They hold once somebody who leads the team accepts them. No days: from then on it has none.",
    ...own,
  })
    .input(z.object({ id: Id, teamId: Id, days: Days, from: PlainDate }))
    .output(Proposal),
  setState: operation({
    method: "PUT",
    path: "/anchor-days/{id}/state",
    summary: "Accept, decline or withdraw proposed anchor days",
    ...own,
  })
    .input(
      z.object({
        id: Id,
        version: Version,
        state: z.enum(["accepted", "declined", "withdrawn"], { error: "accepted, declined or withdrawn" }),
        reason: text(0, 2000).default("").describe("Why it is declined"),
      }),
    )
    .output(Proposal),
};
