/** Meetings that were agreed on: for whom, when, and what they cost outside own hours. */
import { z } from "zod";
import { allButGuests, Id, Instant, operation, PlainDate, TimeZone, Title } from "../../../platform/contract.ts";
import { group, Minutes, OptionalIds, Paying, Weeks } from "./overlap.ts";
import { SiteNamed as Named } from "./words.ts";

const tag = "Workplace";
const own = { tag, may: allButGuests } as const;

const Meeting = z.object({
  id: Id,
  title: z.string(),
  proposedBy: Named,
  startsAt: Instant,
  minutes: z.number(),
  timeZone: TimeZone,
  weeks: z.number(),
  attendees: z.array(Named.extend({ optional: z.boolean() })),
  cancelledAt: Instant.nullable(),
  can: z.object({ cancel: z.boolean() }),
});

export const meetings = {
  create: operation({
    method: "POST",
    path: "/meetings",
    summary: "Agree on a meeting at a time that was proposed",
    description:
      "You are one of its people. What it costs them outside their own hours counts in the ledger of eight weeks.",
    ...own,
  })
    .input(
      z.object({
        id: Id,
        title: Title,
        ...group,
        optionalIds: OptionalIds.describe("Who may miss it"),
        startsAt: Instant,
        minutes: Minutes,
        weeks: Weeks.default(1).describe("How often it takes place, each week at the same time by your clock"),
      }),
    )
    .output(Meeting),
  list: operation({
    method: "GET",
    path: "/meetings",
    summary: "List the meetings you are one of in some days, the earliest first",
    ...own,
  })
    .input(
      z.object({
        from: PlainDate.optional().describe("Left out: today"),
        to: PlainDate.optional().describe("Left out: six days later"),
      }),
    )
    .output(
      z.object({
        items: z.array(z.object({ at: Instant, meeting: Meeting })),
        /** Whether there are more than these, which are of the first 500 meetings: fewer days show all. */
        more: z.boolean(),
      }),
    ),
  get: operation({
    method: "GET",
    path: "/meetings/{id}",
    summary: "Read a meeting you are one of, with what it costs",
    ...own,
  })
    .input(z.object({ id: Id }))
    .output(
      Meeting.extend({
        /** Of the next time, or of the last where all are over. */
        at: Instant,
        places: z.array(Paying),
      }),
    ),
  cancel: operation({
    method: "POST",
    path: "/meetings/{id}/cancellation",
    summary: "Cancel a meeting that you proposed",
    description: "What is to come costs nobody anything any more; what has been stays in the ledger of eight weeks.",
    ...own,
  })
    .input(z.object({ id: Id }))
    .output(Meeting),
  calendar: operation({
    method: "GET",
    path: "/meetings/{id}/calendar",
    summary: "Take a meeting along as an iCalendar file",
    ...own,
  })
    .input(z.object({ id: Id }))
    .output(z.object({ fileName: z.string(), content: z.string() })),
};
