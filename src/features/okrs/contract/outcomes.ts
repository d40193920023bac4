import { z } from "zod";
import { allButGuests, Decimal, Id, operation, PlainDate } from "../../../platform/contract.ts";
import { Named } from "./words.ts";

const OutcomeShare = z.object({
  cycle: z.object({ id: Id, name: z.string(), startsOn: PlainDate, endsOn: PlainDate, state: z.string() }),
  /** Null for the company's own objectives. */
  team: Named.nullable(),
  keyResults: z.number(),
  outcomes: z.number(),
  outputs: z.number(),
  unsure: z.number(),
  /** Of those that are no outcomes: kept as they are, knowingly. */
  kept: z.number(),
  /** outcomes ÷ key results, 0 to 1; null under three key results. */
  share: Decimal.nullable(),
});

export const outcomes = {
  shares: operation({
    method: "GET",
    path: "/outcome-shares",
    summary: "See how many key results are outcomes, by team and cycle, the earliest cycle first",
    description:
      "As the coach reads them. Key results that were dropped and personal objectives are left out, nobody's own share is told, and none of under three key results.",
    tag: "Outcome coach",
    may: allButGuests,
  })
    .input(z.object({ teamId: Id.optional(), cycleId: Id.optional() }))
    .output(z.object({ items: z.array(OutcomeShare) })),
};
