import { z } from "zod";
import { allButGuests, Id, operation, Title, text } from "../../../platform/contract.ts";
import { Studio } from "./studio.ts";
import { measured, newlyMeasured, Rank, tag, versioned } from "./words.ts";

const may = allButGuests;
const body = { title: Title, ownerId: Id.nullable(), ...measured, keptAsIs: z.boolean({ error: "true or false" }) };
const asNew = { id: Id, title: Title, ownerId: Id.nullable().default(null), ...newlyMeasured };

/** Every change answers the whole page of the plan. */
export const draftKeyResults = {
  create: operation({
    method: "POST",
    path: "/draft-objectives/{draftObjectiveId}/draft-key-results",
    summary: "Draft a key result of a draft objective",
    tag,
    may,
  })
    .input(
      z.object({
        ...asNew,
        draftObjectiveId: Id,
        rank: Rank.optional().describe("Its place among the key results; left out, the last"),
      }),
    )
    .output(Studio),
  update: operation({
    method: "PATCH",
    path: "/draft-key-results/{id}",
    summary: "Change a draft key result",
    description:
      "Other words, another measure, unit or owner ask for acceptance again; taken back, the answer stands again.",
    tag,
    may,
  })
    .input(z.object({ ...versioned, ...z.object(body).partial().shape }))
    .output(Studio),
  reorder: operation({
    method: "PUT",
    path: "/draft-objectives/{draftObjectiveId}/draft-key-result-order",
    summary: "Put the draft key results of an objective in order",
    tag,
    may,
  })
    .input(z.object({ draftObjectiveId: Id, ids: z.array(Id).min(1).max(200) }))
    .output(Studio),
  move: operation({
    method: "PUT",
    path: "/draft-key-results/{id}/draft-objective",
    summary: "Move a draft key result to another draft objective",
    tag,
    may,
  })
    .input(z.object({ ...versioned, draftObjectiveId: Id }))
    .output(Studio),
  duplicate: operation({
    method: "POST",
    path: "/draft-key-results/{id}/copies",
    summary: "Copy a draft key result",
    tag,
    may,
  })
    .input(z.object({ id: Id, copyId: Id, draftObjectiveId: Id.optional() }))
    .output(Studio),
  moveToInitiative: operation({
    method: "POST",
    path: "/draft-key-results/{id}/initiative",
    summary: "Make a draft key result that is an output an initiative, with the outcome in its place where given",
    tag,
    may,
  })
    .input(
      z.object({
        ...versioned,
        initiativeId: Id,
        title: Title.optional().describe("Of the initiative; left out, the key result's"),
        replacement: z
          .object(asNew)
          .nullable()
          .default(null)
          .describe("The key result that takes its place, and that the initiative should move"),
      }),
    )
    .output(Studio),
  accept: operation({
    method: "PUT",
    path: "/draft-key-results/{id}/acceptance",
    summary: "Accept a key result that you own with a first confidence, or decline it with a reason",
    tag,
    may,
  })
    .input(
      z.object({
        ...versioned,
        answer: z.enum(["accepted", "declined"], { error: "accepted or declined" }),
        confidence: z
          .number({ error: "a whole number from 0 to 10" })
          .int()
          .min(0)
          .max(10)
          .nullable()
          .default(null)
          .describe("Of reaching it, 0 to 10; needed with accepted"),
        reason: text(0, 2000).default("").describe("Needed with declined"),
      }),
    )
    .output(Studio),
  takeBackAcceptance: operation({
    method: "DELETE",
    path: "/draft-key-results/{id}/acceptance",
    summary: "Take back your answer to a key result that you own",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  remove: operation({
    method: "DELETE",
    path: "/draft-key-results/{id}",
    summary: "Remove a draft key result; it can be put back",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
  restore: operation({
    method: "POST",
    path: "/draft-key-results/{id}/restoration",
    summary: "Put a removed draft key result back where it was",
    tag,
    may,
  })
    .input(z.object({ id: Id }))
    .output(Studio),
};
