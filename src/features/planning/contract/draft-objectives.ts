import { z } from "zod";
import { allButGuests, Id, operation, Prose, Title } from "../../../platform/contract.ts";
import { Commitment, Mode, Weight } from "../../okrs/contract.ts";
import { Studio } from "./studio.ts";
import { Energy, ParentInput, Rank, tag, versioned } from "./words.ts";

const may = allButGuests;

const body = {
  title: Title,
  why: Prose,
  commitment: Commitment,
  ownerId: Id.nullable(),
  energy: Energy.nullable(),
  parent: ParentInput.nullable(),
  mode: Mode,
  weight: Weight,
  keptAsIs: z.boolean({ error: "true or false" }),
};

/** Every change answers the whole page of the plan. */
export const draftObjectives = {
  create: operation({
    method: "POST",
    path: "/plans/{planId}/draft-objectives",
    summary: "Draft an objective in a plan",
    tag,
    may,
  })
    .input(
      z.object({
        id: Id,
        planId: Id,
        title: body.title,
        why: body.why.default(""),
        commitment: body.commitment.default("committed"),
        ownerId: body.ownerId.default(null),
        energy: body.energy.default(null),
        parent: body.parent.default(null),
        mode: body.mode.default("supports"),
        weight: body.weight.default("1"),
        private: z.boolean({ error: "true or false" }).default(false).describe("Yours alone, in your personal plan"),
        rank: Rank.optional().describe("Its place among the objectives; left out, the last"),
      }),
    )
    .output(Studio),
  update: operation({
    method: "PATCH",
    path: "/draft-objectives/{id}",
    summary: "Change a draft objective",
    tag,
    may,
  })
    .input(
      z.object({
        ...versioned,
        ...z.object(body).partial().shape,
        private: z
          .literal(false, { error: "false: a private draft may be shown, a shown one not hidden again" })
          .optional()
          .describe("false shows a private draft to everyone"),
      }),
    )
    .output(Studio),
  reorder: operation({
    method: "PUT",
    path: "/plans/{planId}/draft-objective-order",
    summary: "Put the draft objectives of a plan in order",
    tag,
    may,
  })
    .input(z.object({ planId: Id, ids: z.array(Id).min(1).max(200) }))
    .output(Studio),
  move: operation({
    method: "PUT",
    path: "/draft-objectives/{id}/plan",
    summary: "Move a draft objective with its key results to another plan",
    tag,
    may,
  })
    .input(z.object({ ...versioned, planId: Id }))
    .output(Studio),
  duplicate: operation({
    method: "POST",
    path: "/draft-objectives/{id}/copies",
    summary: "Copy a draft objective with its key results, into the same plan or another",
    tag,
    may,
  })
    .input(z.object({ id: Id, copyId: Id, planId: Id.optional() }))
    .output(Studio),
  remove: operation({
    method: "DELETE",
    path: "/draft-objectives/{id}",
    summary: "Remove a draft objective with its key results; it can be put back",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  restore: operation({
    method: "POST",
    path: "/draft-objectives/{id}/restoration",
    summary: "Put a removed draft objective back where it was",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
};
