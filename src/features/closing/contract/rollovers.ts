import { z } from "zod";
import { allButGuests, Decimal, everyRole, Id, operation } from "../../../platform/contract.ts";
import { Figure, Level, Measure, Named, TitledPlace } from "../../okrs/contract.ts";
import { CycleNamed, Next } from "./words.ts";

const tag = "Closing";
const Restart = z.enum(["end-value", "zero"], { error: "end-value or zero" });

const RolledKeyResult = z.object({
  id: Id,
  title: z.string(),
  /** null: it was not graded. */
  next: Next.nullable(),
  unit: z.string(),
  decimals: z.number(),
  restart: Restart,
  /** As it would begin; null where a new target is asked for. */
  measure: Measure.nullable(),
  start: Decimal.nullable(),
  asksTarget: z.boolean(),
  /** What it has become already. */
  successorId: Id.nullable(),
});

export const Rollover = z.object({
  cycle: CycleNamed,
  /** The cycles it may go on in, the next one first. */
  targets: z.array(CycleNamed),
  toId: Id.nullable(),
  items: z.array(
    z.object({
      id: Id,
      title: z.string(),
      level: Level,
      team: Named.nullable(),
      /** null: it was left open when its cycle was closed, and goes on only where it is named. */
      next: Next.nullable(),
      keyResults: z.array(RolledKeyResult),
      /** Its parents in the next cycle, and those that have no successor there yet. */
      links: z.object({ kept: z.array(TitledPlace), lost: z.array(TitledPlace) }),
      successorId: Id.nullable(),
      can: z.object({ rollOver: z.boolean() }),
    }),
  ),
  /** Objectives that were not closed, so nobody said whether they go on; in a closed cycle those that did not yet. */
  undecided: z.number(),
});

export const rollovers = {
  preview: operation({
    method: "GET",
    path: "/cycles/{cycleId}/rollover",
    summary: "See what of a cycle goes on in the next one, and where each number would start",
    tag,
    may: everyRole,
  })
    .input(z.object({ cycleId: Id, toId: Id.optional().describe("The next cycle where left out") }))
    .output(Rollover),
  create: operation({
    method: "POST",
    path: "/cycles/{cycleId}/rollover",
    summary:
      "Let kept and changed objectives go on in another cycle, and those left open in a closed one where they are named; the same again changes nothing",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        cycleId: Id,
        toId: Id,
        objectiveIds: z
          .array(Id)
          .max(500, { error: "at most 500 objectives" })
          .optional()
          .describe(
            "All kept and changed ones that you may where left out; what a closed cycle left open is to be named",
          ),
        keyResults: z
          .array(z.object({ id: Id, restart: Restart.optional(), target: Figure.optional() }))
          .max(2000, { error: "at most 2000 key results" })
          .default([])
          .describe("Where a number starts otherwise than proposed, or has a new target"),
      }),
    )
    .output(
      z.object({
        made: z.object({ objectives: z.number(), keyResults: z.number(), links: z.number(), asks: z.number() }),
        rollover: Rollover,
      }),
    ),
};
