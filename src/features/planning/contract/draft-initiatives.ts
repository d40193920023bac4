import { z } from "zod";
import { allButGuests, Id, operation, PlainDate, Title } from "../../../platform/contract.ts";
import { Studio } from "./studio.ts";
import { Moves, Rank, tag, versioned } from "./words.ts";

const may = allButGuests;
const body = {
  title: Title,
  ownerId: Id.nullable(),
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  moves: Moves,
};

/** Every change answers the whole page of the plan. */
export const draftInitiatives = {
  create: operation({
    method: "POST",
    path: "/plans/{planId}/draft-initiatives",
    summary: "Draft an initiative in a plan and name the drafts it should move",
    tag,
    may,
  })
    .input(
      z.object({
        id: Id,
        planId: Id,
        title: body.title,
        ownerId: body.ownerId.default(null),
        startsOn: body.startsOn.default(null),
        endsOn: body.endsOn.default(null),
        moves: body.moves.default([]).describe("It is private where it moves a private draft"),
        rank: Rank.optional().describe("Its place among the initiatives; left out, the last"),
      }),
    )
    .output(Studio),
  update: operation({
    method: "PATCH",
    path: "/draft-initiatives/{id}",
    summary: "Change a draft initiative",
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
    path: "/plans/{planId}/draft-initiative-order",
    summary: "Put the draft initiatives of a plan in order",
    tag,
    may,
  })
    .input(z.object({ planId: Id, ids: z.array(Id).min(1).max(200) }))
    .output(Studio),
  remove: operation({
    method: "DELETE",
    path: "/draft-initiatives/{id}",
    summary: "Remove a draft initiative; it can be put back",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  restore: operation({
    method: "POST",
    path: "/draft-initiatives/{id}/restoration",
    summary: "Put a removed draft initiative back where it was",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
};
