import { z } from "zod";
import { allButGuests, Decimal, Done, Id, operation, Version } from "../../../platform/contract.ts";
import { Mode, PlaceKind, TitledPlace, Weight } from "./words.ts";

const tag = "Links";

/** An objective supports a parent: *contributes* counts in the roll-up, *supports* is drawn only. */
export const Support = z.object({
  id: Id,
  objectiveId: Id,
  parent: TitledPlace,
  mode: Mode,
  weight: Decimal,
  version: z.number(),
});

export const supports = {
  create: operation({
    method: "POST",
    path: "/supports",
    summary: "Link an objective to what it supports",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        objectiveId: Id,
        parent: z.object({ kind: PlaceKind, id: Id }),
        mode: Mode.default("supports"),
        weight: Weight.default("1"),
      }),
    )
    .output(Support),
  update: operation({
    method: "PATCH",
    path: "/supports/{id}",
    summary: "Change whether and how much a link counts",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, mode: Mode.optional(), weight: Weight.optional() }))
    .output(Support),
  remove: operation({ method: "DELETE", path: "/supports/{id}", summary: "Take a link away", tag, may: allButGuests })
    .input(z.object({ id: Id }))
    .output(Done),
};
