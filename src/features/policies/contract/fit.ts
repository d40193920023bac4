/** How one's own planned week fits the arrangement that covers one; for leads, counts alone. */
import { z } from "zod";
import { allButGuests, Id, operation, PlainDate } from "../../../platform/contract.ts";
import { Kind } from "./words.ts";

const common = { tag: "Policies", may: allButGuests } as const;
const From = PlainDate.optional().describe("A day of the week; left out: this week");

export const fit = {
  mine: operation({
    method: "GET",
    path: "/policy-fit",
    summary: "Read how your planned week fits the arrangement that covers you",
    description: "Told to you alone. A plan against a rule: nobody checks where you were.",
    ...common,
  })
    .input(z.object({ from: From }))
    .output(
      z.object({
        /** null: no arrangement covers you. */
        arrangement: z.object({ id: Id, kind: Kind, title: z.string() }).nullable(),
        /** null: it asks for no days, or presence is off at your home site. */
        fit: z.object({ kept: z.number(), of: z.number() }).nullable(),
        /** Whether an exception that somebody approved lets you out of it. */
        agreed: z.boolean(),
      }),
    ),
  ofTeam: operation({
    method: "GET",
    path: "/teams/{teamId}/policy-fit",
    summary: "Read how many planned weeks of the teams you lead fit their arrangements",
    description:
      "One figure for each lead and week, over all teams they lead with all below; it stays as it was told first. Only where at least five fit and at least five do not; whoever an exception lets out is not counted.",
    ...common,
  })
    .input(z.object({ teamId: Id, from: From }))
    .output(
      z.object({
        /** null: too few to be told without telling who. */
        told: z.object({ fit: z.number(), not: z.number() }).nullable(),
      }),
    ),
};
