import { z } from "zod";
import { allButGuests, Id, Instant, operation, PlainDate } from "../../../platform/contract.ts";
import { Level, Named } from "../../okrs/contract.ts";
import { LocalTime, tag } from "./words.ts";

const Waiting = z.object({
  plan: z.object({
    id: Id,
    cycle: Named,
    level: Level,
    /** Of a team's plan. */
    team: Named.nullable(),
    /** Of a personal plan. */
    owner: Named.nullable(),
  }),
  /** Null where no review is asked of you, or you have answered. */
  review: z
    .object({
      askedBy: Named.nullable(),
      /** The local day and time, where you are; null where none was set. */
      closes: z.object({ on: PlainDate, at: LocalTime }).nullable(),
      closesAt: Instant.nullable(),
      /** Whether you had approved and a line changed since. */
      changedSince: z.boolean(),
    })
    .nullable(),
  /** Yours, which you have neither accepted nor declined. */
  keyResults: z.array(z.object({ id: Id, title: z.string() })),
});

export const waiting = {
  waiting: operation({
    method: "GET",
    path: "/plans/waiting",
    summary: "List the plans in which your review or your acceptance is waited for, what closes soonest first",
    description: "Of cycles that are not closed, twenty at most; the others come up as these are answered.",
    tag,
    may: allButGuests,
  }).output(z.object({ items: z.array(Waiting) })),
};
