import { z } from "zod";
import {
  allButGuests,
  Decimal,
  Done,
  everyRole,
  Id,
  operation,
  PageInput,
  PlainDate,
  Prose,
  Title,
  Version,
} from "../../../platform/contract.ts";
import { Comment } from "../../conversation/contract.ts";
import { Advice } from "./advice.ts";
import { HealthMetric } from "./health-metrics.ts";
import { KeyResult } from "./key-results.ts";
import {
  Commitment,
  Figure,
  Learned,
  Level,
  Mode,
  Named,
  Reason,
  State,
  Status,
  StatusReading,
  TitledPlace,
  Verdict,
} from "./words.ts";

const tag = "Objectives";
const energyExpected = "a percentage of the team's capacity from 0 to 100";
const Energy = Figure.refine((value) => Number(value) >= 0 && Number(value) <= 100, {
  error: energyExpected,
}).nullable();

const ofAnObjective = {
  id: Id,
  cycleId: Id,
  title: z.string(),
  level: Level,
  team: Named.nullable(),
  owner: Named.nullable(),
  commitment: Commitment,
  private: z.boolean(),
  upkeep: z.boolean(),
  /** Percent of the owning team's capacity; null when not stated. */
  energy: Decimal.nullable(),
  state: State,
  learned: Learned.nullable(),
  /** Rolled up, 0..1; null ("–") where nothing counts. */
  progress: Decimal.nullable(),
  /** Share of the cycle gone, 0..1. */
  expected: Decimal,
  status: StatusReading,
  worstKeyResult: z.object({ id: Id, title: z.string(), status: Status }).nullable(),
  rank: z.number(),
  version: z.number(),
};

export const ObjectiveRow = z.object({
  ...ofAnObjective,
  keyResultCount: z.number(),
  firstParent: TitledPlace.nullable(),
});

/** An objective at the other end of a link. */
const Neighbour = z.object({
  id: Id,
  title: z.string(),
  level: Level,
  team: Named.nullable(),
  owner: Named.nullable(),
  cycleId: Id,
  progress: Decimal.nullable(),
  expected: Decimal,
  status: StatusReading,
});
const Link = z.object({ id: Id, mode: Mode, weight: Decimal, version: z.number() });
export const ParentLink = Link.extend({ parent: TitledPlace, objective: Neighbour.nullable() });
const ChildLink = Link.extend({ under: TitledPlace, objective: Neighbour });

/** Where the viewer may set objectives: at which levels, of which teams (null: of any), of other members too. */
const where = { levels: z.array(Level), teamIds: z.array(Id).nullable(), forOthers: z.boolean() };

const Can = z.object({
  ...where,
  edit: z.boolean(),
  addKeyResult: z.boolean(),
  link: z.boolean(),
  overrule: z.boolean(),
  publish: z.boolean(),
  close: z.boolean(),
  remove: z.boolean(),
});

export const Objective = z.object({
  ...ofAnObjective,
  why: z.string(),
  stateReason: z.string(),
  cycle: z.object({
    id: Id,
    name: z.string(),
    startsOn: PlainDate,
    endsOn: PlainDate,
    state: z.string(),
    nextDueOn: PlainDate.nullable(),
  }),
  /** From the imperative down to this objective, itself last. */
  line: z.array(TitledPlace),
  parents: z.array(ParentLink),
  children: z.array(ChildLink),
  keyResults: z.array(KeyResult),
  healthMetrics: z.array(HealthMetric),
  advice: Advice,
  can: Can,
});

const body = {
  level: Level,
  teamId: Id.nullable(),
  ownerId: Id.nullable(),
  title: Title,
  why: Prose,
  commitment: Commitment,
  energy: Energy,
  upkeep: z.boolean(),
};

export const objectives = {
  list: operation({
    method: "GET",
    path: "/objectives",
    summary: "List the objectives you can see",
    description: "A page may hold fewer than asked for where a status is filtered; go on as long as next is given.",
    tag,
    may: everyRole,
  })
    .input(
      z.object({
        cycleId: Id.optional(),
        teamId: Id.optional(),
        ownerId: Id.optional(),
        level: Level.optional(),
        status: Status.optional(),
        q: z.string().trim().max(200).optional().describe("Words of the title, or how they begin"),
        ...PageInput,
      }),
    )
    .output(
      z.object({
        items: z.array(ObjectiveRow),
        next: z.string().nullable(),
        can: z.object({ create: z.boolean(), ...where }),
      }),
    ),
  get: operation({
    method: "GET",
    path: "/objectives/{id}",
    summary: "Read an objective with its line, key results and links",
    tag,
    may: everyRole,
  })
    .input(z.object({ id: Id }))
    .output(Objective),
  comments: operation({
    method: "GET",
    path: "/objectives/{id}/comments",
    summary: "Read what was said about an objective and its key results, the oldest first",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(z.object({ items: z.array(Comment), open: z.number(), resolved: z.number() })),
  create: operation({ method: "POST", path: "/objectives", summary: "Set an objective", tag, may: allButGuests })
    .input(
      z.object({
        id: Id,
        cycleId: Id,
        ...body,
        teamId: body.teamId.default(null),
        ownerId: body.ownerId.default(null),
        why: body.why.default(""),
        commitment: body.commitment.default("committed"),
        energy: body.energy.default(null),
        upkeep: body.upkeep.default(false),
        private: z.boolean().default(false),
      }),
    )
    .output(Objective),
  update: operation({
    method: "PATCH",
    path: "/objectives/{id}",
    summary: "Change an objective",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        version: Version,
        ...z.object(body).partial().shape,
        rank: z.number().int().min(0).max(1_000_000).optional(),
        private: z
          .literal(false, { error: "false: a private objective may be shown, a shown one not hidden again" })
          .optional()
          .describe("false shows a private objective to everyone"),
      }),
    )
    .output(Objective),
  setState: operation({
    method: "PUT",
    path: "/objectives/{id}/state",
    summary: "Pause, postpone, drop, close or reopen an objective",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, state: State, reason: Reason.default("") }))
    .output(Objective),
  overruleStatus: operation({
    method: "PUT",
    path: "/objectives/{id}/overrule",
    summary: "Overrule an objective's status, with a reason",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, status: Verdict, reason: Reason }))
    .output(Objective),
  resumeStatus: operation({
    method: "DELETE",
    path: "/objectives/{id}/overrule",
    summary: "Let the rule decide an objective's status again",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(Objective),
  setLearned: operation({
    method: "PUT",
    path: "/objectives/{id}/learned",
    summary: "Say what a learning objective has shown",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, learned: Learned.nullable() }))
    .output(Objective),
  remove: operation({
    method: "DELETE",
    path: "/objectives/{id}",
    summary: "Remove an objective; with everything that hangs on it only where asked",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, everything: z.boolean().default(false) }))
    .output(Done),
};
