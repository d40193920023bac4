/** How a team agreed to work: core hours, channels and how soon they are answered, hours without meetings. */
import { z } from "zod";
import { allButGuests, Id, Instant, operation, Prose, TimeZone, text, YesNo } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";
import { Weekday } from "./words.ts";

const tag = "Workplace";
const ofTeam = "/teams/{id}/agreement";

const timeExpected = "a time such as 09:30, or 24:00 for midnight at the end of a day";
const Time = z.string({ error: timeExpected }).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: timeExpected });
const hours = {
  days: z
    .array(Weekday, { error: 'weekdays from "1" (Monday) to "7"' })
    .min(1, "at least one weekday")
    .max(7, "each weekday once")
    .refine((days) => new Set(days).size === days.length, { error: "each weekday once" }),
  from: Time,
  to: Time,
};
const inOrder = ({ from, to }: { from: string; to: string }) => from < to;
const orderExpected = { error: "a later time than it begins", path: ["to"] };

const CoreHours = z
  .object({ ...hours, timeZone: TimeZone.nullable().describe("null: by everyone's own clock, wherever they are") })
  .refine(inOrder, orderExpected);

const amountExpected = "a whole number from 1 to 99";
const Channel = z.object({
  name: text(1, 60).describe("Such as Chat, E-mail or Telephone"),
  use: text(0, 300).describe("What it is for"),
  answerWithin: z
    .object({
      amount: z.number({ error: amountExpected }).int(amountExpected).min(1, amountExpected).max(99, amountExpected),
      unit: z.enum(["minutes", "hours", "days"], { error: "minutes, hours or (working) days" }),
    })
    .nullable()
    .describe("Within one's own working hours; null: no answer is expected by any time"),
});

/** What a team agreed. */
export const Agreed = z.object({
  coreHours: CoreHours.nullable(),
  channels: z
    .array(Channel)
    .max(12, "at most 12 channels")
    .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, {
      error: "each channel once",
    }),
  meetingFree: z.array(z.object(hours).refine(inOrder, orderExpected)).max(8, "at most 8 blocks"),
  asyncByDefault: YesNo.describe("Decisions are made in writing; a meeting is for what writing did not settle"),
  notes: Prose.max(2000, "text of at most 2000 characters"),
});

const Written = z.object({ member: Named, at: Instant });

const Agreement = z.object({
  team: Named,
  /** What holds for the team: its own, else that of the nearest team above; null where there is none. */
  agreed: Agreed.nullable(),
  /** The team above that it comes from; null where it is the team's own, or there is none. */
  from: Named.nullable(),
  written: Written.nullable(),
  /** The last time it was looked at and kept, and in which cycle. */
  reviewed: Written.extend({ cycle: Named.nullable() }).nullable(),
  /** The cycle under way, where it was neither written nor reviewed since that began; null otherwise. */
  reviewDueIn: Named.nullable(),
  /** Of the team's own: to be sent back with a change; 0 where nothing was ever written. */
  version: z.number(),
  can: z.object({ edit: z.boolean() }),
});

const versionExpected = "the version number you read; 0 where nothing was ever written";
const version = z.coerce.number({ error: versionExpected }).int().min(0);

export const agreements = {
  list: operation({
    method: "GET",
    path: "/working-agreements",
    summary: "Read how your teams, or one team, agreed to work",
    tag,
    may: allButGuests,
  })
    .input(z.object({ teamId: Id.optional().describe("Left out: the teams you belong to") }))
    .output(z.object({ items: z.array(Agreement) })),
  get: operation({
    method: "GET",
    path: ofTeam,
    summary: "Read how a team agreed to work",
    description: "A team without an agreement of its own works by that of the nearest team above.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(Agreement),
  write: operation({
    method: "PUT",
    path: ofTeam,
    summary: "Write how a team agreed to work",
    description: "For whoever leads the team or one above it, the owner and champions. Every version is kept.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version, ...Agreed.shape }))
    .output(Agreement),
  remove: operation({
    method: "DELETE",
    path: ofTeam,
    summary: "Let a team work by the agreement of the team above again",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version }))
    .output(Agreement),
  review: operation({
    method: "POST",
    path: `${ofTeam}/reviews`,
    summary: "Say that a team looked at its working agreement and keeps it",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version }))
    .output(Agreement),
  history: operation({
    method: "GET",
    path: `${ofTeam}/versions`,
    summary: "List every version of a team's working agreement, the latest first",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        items: z.array(
          z.object({
            version: z.number(),
            /** null: the team's own was given up. */
            agreed: Agreed.nullable(),
            written: Written,
            reviews: z.array(Written.extend({ cycle: Named.nullable() })),
          }),
        ),
      }),
    ),
  templates: operation({
    method: "GET",
    path: "/working-agreement-templates",
    summary: "List built-in working agreements to begin from",
    tag,
    may: allButGuests,
  }).output(
    z.object({ items: z.array(z.object({ key: z.string(), title: z.string(), why: z.string(), agreed: Agreed })) }),
  ),
};
