/** What one team asks of another: owned until it is settled, seen on both sides. */
import { z } from "zod";
import { allButGuests, Id, Instant, operation, PlainDate, Title, text, Version } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";
import { CycleInput, DependencyState } from "./words.ts";

const tag = "Dependencies";

export const Dependency = z.object({
  id: Id,
  cycleId: Id,
  title: z.string(),
  from: Named,
  on: Named,
  /** What needs it, where that was named. */
  objective: z.object({ id: Id, title: z.string() }).nullable(),
  dueOn: PlainDate,
  state: DependencyState,
  /** Why it was declined. */
  reason: z.string(),
  proposedBy: Named,
  stateBy: Named,
  stateAt: Instant,
  version: z.number(),
  /** The states the viewer may bring it to, and whether they may change its words and day. */
  can: z.object({ states: z.array(DependencyState), edit: z.boolean() }),
});

const Reason = text(0, 2000);

export const dependencies = {
  list: operation({
    method: "GET",
    path: "/dependencies",
    summary: "List what teams ask of each other in a cycle, the earliest due first",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        ...CycleInput,
        teamId: Id.optional().describe("Asked by or of this team"),
        objectiveId: Id.optional().describe("Needed by this objective, in any cycle"),
        state: DependencyState.optional(),
        after: z.string().max(500).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        items: z.array(Dependency),
        next: z.string().nullable(),
        /** Teams the viewer may ask for; null: any. */
        can: z.object({ askFor: z.array(Id).nullable() }),
      }),
    ),
  waiting: operation({
    method: "GET",
    path: "/dependencies/waiting",
    summary: "List the dependencies that wait for a team of yours, the earliest due first",
    description:
      "Of the teams you belong to or lead yourself, in cycles that go on: what was asked of them and waits for an answer or is late, and what they asked for and was declined.",
    tag,
    may: allButGuests,
  }).output(
    z.object({
      /** Twenty of them, and how many there are. */
      items: z.array(Dependency),
      count: z.number(),
    }),
  ),
  get: operation({ method: "GET", path: "/dependencies/{id}", summary: "Read a dependency", tag, may: allButGuests })
    .input(z.object({ id: Id }))
    .output(Dependency),
  create: operation({
    method: "POST",
    path: "/dependencies",
    summary: "Ask another team for something by a day of the cycle",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        cycleId: Id,
        title: Title,
        fromTeamId: Id,
        onTeamId: Id,
        objectiveId: Id.nullable().default(null),
        dueOn: PlainDate,
      }),
    )
    .output(Dependency),
  update: operation({
    method: "PATCH",
    path: "/dependencies/{id}",
    summary: "Change what a dependency asks for and by when, until it is accepted",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, title: Title.optional(), dueOn: PlainDate.optional() }))
    .output(Dependency),
  setState: operation({
    method: "PUT",
    path: "/dependencies/{id}/state",
    summary: "Accept, decline with a reason, withdraw or finish a dependency, or propose it again",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, state: DependencyState, reason: Reason.default("") }))
    .output(Dependency),
};
