import { z } from "zod";
import { allButGuests, Done, Id, operation, PlainDate, text, Version } from "../../../platform/contract.ts";
import { Comment } from "../../conversation/contract.ts";
import { Commitment, Level, Weight } from "../../okrs/contract.ts";
import { PlanRow, Present, Studio } from "./studio.ts";
import { Energy, LocalTime, PlanState, tag, versioned } from "./words.ts";

const may = allButGuests;
const Note = text(0, 2000);

export const plans = {
  list: operation({
    method: "GET",
    path: "/plans",
    summary: "List the plans of a cycle or of all cycles, the company's first",
    tag,
    may,
  })
    .input(
      z.object({
        cycleId: Id.optional(),
        teamId: Id.optional(),
        ownerId: Id.optional().describe("The member whose personal plan it is"),
        state: PlanState.optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(PlanRow),
        /** What you may open plans for: at which levels, for which teams (null: any). */
        can: z.object({ levels: z.array(Level), teamIds: z.array(Id).nullable() }),
      }),
    ),
  get: operation({
    method: "GET",
    path: "/plans/{id}",
    summary: "Read a plan with its drafts, the line above, review and what is known",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  open: operation({
    method: "POST",
    path: "/plans",
    summary: "Open a plan of the company, a team or yourself for a cycle",
    description: "A team has one open plan for a cycle at a time; another can be opened once that is activated.",
    tag,
    may,
  })
    .input(
      z.object({
        id: Id,
        cycleId: Id,
        level: Level,
        teamId: Id.nullable().default(null).describe("Of a team's plan"),
      }),
    )
    .output(Studio),
  changeMany: operation({
    method: "PATCH",
    path: "/plans/{id}/lines",
    summary: "Change owner, commitment, energy or weight of several lines of a plan at once, or of none",
    tag,
    may,
  })
    .input(
      z.object({
        id: Id,
        lines: z
          .array(z.object({ id: Id, version: Version }), { error: "the lines to change, each with its version" })
          .min(1, { error: "at least one line" })
          .max(100, { error: "at most 100 lines" }),
        change: z
          .object({
            ownerId: Id.nullable().optional(),
            commitment: Commitment.optional().describe("Of objectives"),
            energy: Energy.nullable().optional().describe("Of objectives"),
            weight: Weight.optional().describe("Of key results"),
          })
          .refine((change) => Object.values(change).some((value) => value !== undefined), {
            error: "an owner, commitment, energy or weight",
          }),
      }),
    )
    .output(Studio),
  askForReview: operation({
    method: "PUT",
    path: "/plans/{id}/review",
    summary: "Ask members to review a plan, until a time where each of them is",
    tag,
    may,
  })
    .input(
      z.object({
        ...versioned,
        reviewerIds: z
          .array(Id, { error: "the members asked" })
          .min(1, { error: "at least one member" })
          .max(20, { error: "at most 20 members" }),
        closes: z
          .object({ on: PlainDate, at: LocalTime.default("17:00") })
          .nullable()
          .default(null),
      }),
    )
    .output(Studio),
  withdrawReview: operation({
    method: "DELETE",
    path: "/plans/{id}/review",
    summary: "Take a plan back from review and go on drafting",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  review: operation({
    method: "PUT",
    path: "/plans/{id}/verdict",
    summary: "Approve a plan that you were asked to review, or ask for changes",
    tag,
    may,
  })
    .input(
      z.object({
        ...versioned,
        verdict: z.enum(["approved", "changes"], { error: "approved or changes" }),
        note: Note.default("").describe("What should change; needed with changes"),
      }),
    )
    .output(Studio),
  activate: operation({
    method: "POST",
    path: "/plans/{id}/activation",
    summary: "Make a plan's drafts the objectives, key results and initiatives of its cycle, all or none",
    tag,
    may,
  })
    .input(
      z.object({
        ...versioned,
        unreviewed: z
          .boolean({ error: "true or false" })
          .default(false)
          .describe("true activates what its reviewers have not approved"),
      }),
    )
    .output(Studio),
  discard: operation({
    method: "DELETE",
    path: "/plans/{id}",
    summary: "Discard a plan; it can be brought back",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  restore: operation({
    method: "POST",
    path: "/plans/{id}/restoration",
    summary: "Bring a discarded plan back",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  comments: operation({
    method: "GET",
    path: "/plans/{id}/comments",
    summary: "Read what was said about a plan and its lines, the oldest first",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(z.object({ items: z.array(Comment), open: z.number(), resolved: z.number() })),
  bePresent: operation({
    method: "PUT",
    path: "/plans/{id}/presence",
    summary: "Say that you are looking at a plan, and see who else is",
    description: "Good for 45 seconds: say it again every 15.",
    tag,
    may,
  })
    .input(z.object({ id: Id, lineId: Id.nullable().default(null).describe("The line you look at") }))
    .output(z.object({ items: z.array(Present) })),
  leave: operation({
    method: "DELETE",
    path: "/plans/{id}/presence",
    summary: "Say that you look at a plan no more",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Done),
};
