import { z } from "zod";
import { allButGuests, Done, Id, operation, PlainDate, text } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";
import { DesignKind, Evidence, Happening, Measure } from "./evidence-words.ts";

const tag = "Policies";

export const evidence = {
  get: operation({
    method: "GET",
    path: "/policies/{id}/evidence",
    summary: "Read what the data say of a policy",
    description:
      "The verdict, the figures with their ranges and the teams that make them, what would settle it, and what else happened. Weeks are counted from the policy's own first day.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(Evidence),
  rows: operation({
    method: "GET",
    path: "/policies/{id}/evidence/rows",
    summary: "Download what a policy's evidence was found from, to find it again",
    description:
      "Every value by team and week as CSV, and the method with seed and version. What a pulse told stands there by arm, as it was published.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        fileName: z.string(),
        csv: z.string(),
        /** Of the CSV, SHA-256. */
        rowsHash: z.string(),
        method: z.object({
          version: z.number(),
          seed: z.number(),
          /** What the lot was drawn from; null where nobody was drawn. */
          lot: z.string().nullable(),
          design: DesignKind,
          startsOn: PlainDate,
          decidesOn: PlainDate,
          teams: z.array(Named.extend({ arm: z.enum(["covered", "others", "both"]) })),
          comparison: z.record(z.string(), z.unknown()).nullable(),
          /** Verdict and figures; null before the first look. */
          found: z.record(z.string(), z.unknown()).nullable(),
        }),
      }),
    ),
  mark: operation({
    method: "POST",
    path: "/policies/{policyId}/happenings",
    summary: "Mark something that happened and could explain what the data say of a policy",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        policyId: Id,
        on: PlainDate,
        text: text(1, 300),
        teamId: Id.nullable().default(null).describe("Left out: it met everybody"),
      }),
    )
    .output(Happening),
  unmark: operation({
    method: "DELETE",
    path: "/policies/{policyId}/happenings/{id}",
    summary: "Take back what you marked",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, policyId: Id }))
    .output(Done),
  couldTell: operation({
    method: "GET",
    path: "/policies/{id}/detectable",
    summary: "Read the smallest difference that a policy could tell from chance, as it is written",
    description:
      "From what your own teams' weeks did in the last half year, of a sealed policy in the half year before its start. A difference of this size is told four times in five.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(
      z.object({
        design: DesignKind.nullable(),
        /** Whether its design and its teams could carry a verdict at all; null: they could, but their history is too short or too even to say. */
        canTell: z.boolean().nullable(),
        teams: z.object({ covered: z.number(), others: z.number() }),
        /** From the start to the decision; null without both. */
        weeks: z.number().nullable(),
        outcomes: z.array(
          Measure.extend({
            sizeThatMatters: z.number(),
            /** Null where it can't be known: a design that only describes, a pulse, fewer than three teams of four weeks each, or weeks without any spread. */
            smallest: z.number().nullable(),
            /** Teams that report it, and weeks that they did. */
            teams: z.number(),
            weeks: z.number(),
            /** The same with so many teams on each side. */
            byTeams: z.array(z.object({ teams: z.number(), smallest: z.number() })),
            /** The same with twice the weeks, and with this outcome alone. */
            twiceTheWeeks: z.number().nullable(),
            alone: z.number().nullable(),
          }),
        ),
      }),
    ),
};
