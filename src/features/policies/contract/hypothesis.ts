/** Writing a policy as a hypothesis, sealing it at its start, and deciding on it. */
import { z } from "zod";
import {
  allButGuests,
  Done,
  FieldProblem,
  Id,
  Instant,
  operation,
  PlainDate,
  Version,
} from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";
import { Verdict } from "./evidence-words.ts";
import { Decision, draftFields, Hypothesis, Kind, PolicyInList, Reason, State } from "./words.ts";

const tag = "Policies";
const common = { tag, may: allButGuests } as const;

const Amendment = z.object({
  id: Id,
  at: Instant,
  by: Named,
  reason: z.string(),
  /** Field → [was, is], in the words of the API. */
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
});

/** The lot as it fell, for whoever wants to draw it again. */
const Lot = z.object({
  /** Teams stand in order of SHA-256 of "seed:team id"; null where nothing was drawn. */
  seed: z.string().nullable(),
  teams: z.array(
    Named.extend({
      arm: z.enum(["covered", "others", "both"]),
      /** Randomised on and off: for each pair whether its first block is covered. */
      firstOn: z.array(z.boolean()).nullable(),
    }),
  ),
});

const Policy = PolicyInList.extend({
  /** As it is now, amendments in it. */
  ...Hypothesis.shape,
  /** As it was sealed; null while it is a draft. */
  sealed: z.object({ at: Instant, by: Named, as: Hypothesis, lot: Lot }).nullable(),
  amendments: z.array(Amendment),
  decisions: z.array(Decision),
  /** What keeps a draft from being sealed, in the words in which sealing would refuse; for who keeps it. */
  toSeal: z.array(FieldProblem),
  previous: z.object({ id: Id, title: z.string() }).nullable(),
  next: z.object({ id: Id, title: z.string(), state: State }).nullable(),
  createdAt: Instant,
  can: z.object({
    edit: z.boolean(),
    seal: z.boolean(),
    amend: z.boolean(),
    decide: z.boolean(),
    remove: z.boolean(),
    except: z.boolean(),
  }),
});

const { kind, title, ...rest } = draftFields;
const optional = {
  rule: rest.rule.optional(),
  why: rest.why.optional(),
  office: rest.office.optional(),
  ownerId: rest.ownerId.optional(),
  imperativeIds: rest.imperativeIds.optional(),
  scope: rest.scope.optional(),
  startsOn: rest.startsOn.optional(),
  decidesOn: rest.decidesOn.optional(),
  outcomes: rest.outcomes.optional(),
  guardrails: rest.guardrails.optional(),
  comparison: rest.comparison.optional(),
};

export const hypothesis = {
  list: operation({
    method: "GET",
    path: "/policies",
    summary: "List the policies, those that start last first",
    ...common,
  })
    .input(
      z.object({
        state: State.optional(),
        kind: Kind.optional(),
        keyResultId: Id.optional().describe("Those that should move it"),
        imperativeId: Id.optional().describe("Those that serve it"),
      }),
    )
    .output(
      z.object({
        items: z.array(
          PolicyInList.extend({
            /** What the data say of it; null where it was never judged. */
            verdict: Verdict.nullable(),
          }),
        ),
        can: z.object({ write: z.boolean() }),
      }),
    ),
  get: operation({
    method: "GET",
    path: "/policies/{id}",
    summary: "Read a policy with all that was written of it",
    ...common,
  })
    .input(z.object({ id: Id }))
    .output(Policy),
  create: operation({
    method: "POST",
    path: "/policies",
    summary: "Begin a policy as a draft",
    description: "For owners, and for members who were given the right to policies by name.",
    ...common,
  })
    .input(z.object({ id: Id, kind, title, ...optional }))
    .output(Policy),
  update: operation({
    method: "PATCH",
    path: "/policies/{id}",
    summary: "Write on a draft of a policy",
    description: "Once it is sealed its words stay as they are: write an amendment then.",
    ...common,
  })
    .input(z.object({ id: Id, version: Version, kind: kind.optional(), title: title.optional(), ...optional }))
    .output(Policy),
  remove: operation({ method: "DELETE", path: "/policies/{id}", summary: "Remove a draft of a policy", ...common })
    .input(z.object({ id: Id }))
    .output(Done),
  seal: operation({
    method: "POST",
    path: "/policies/{id}/sealing",
    summary: "Seal a policy, so that it starts on its day",
    description:
      "On its first day at the latest. Where teams are drawn they are drawn now, from a seed that is kept and shown.",
    ...common,
  })
    .input(z.object({ id: Id, version: Version }))
    .output(Policy),
  decide: operation({
    method: "POST",
    path: "/policies/{policyId}/decisions",
    summary: "Decide on a policy: keep, change or stop",
    description: "On its decision date or later; before it with a reason for that too. To change begins a new draft.",
    ...common,
  })
    .input(
      z.object({
        id: Id,
        policyId: Id,
        version: Version,
        decision: z.enum(["keep", "change", "stop"], { error: "keep, change or stop" }),
        reason: Reason,
        earlyReason: Reason.optional().describe("Why before its decision date"),
        lastDay: PlainDate.optional().describe("To stop: the last day on which it holds; left out: today"),
        draftId: Id.optional().describe("To change: the id of the draft that begins from it"),
      }),
    )
    .output(Policy),
  lines: operation({
    method: "GET",
    path: "/policies/lines",
    summary: "Read which lines run through policies: from imperatives to the key results that they should move",
    description: "Of sealed policies that go on, and of those only what they link.",
    ...common,
  }).output(
    z.object({
      items: z.array(
        PolicyInList.pick({ id: true, kind: true, title: true, state: true }).extend({
          imperativeIds: z.array(Id),
          /** Those that every member may see. */
          keyResults: z.array(z.object({ id: Id, objectiveId: Id })),
        }),
      ),
    }),
  ),
  tried: operation({
    method: "GET",
    path: "/policies/tried",
    summary: "Read what was tried: the policies that were decided on, the latest first",
    ...common,
  }).output(
    z.object({
      items: z.array(
        PolicyInList.extend({
          decision: Decision,
          outcomes: z.array(z.object({ id: Id, name: z.string(), wanted: z.enum(["up", "down"]) })),
          amendments: z.number(),
          /** What the data said of it when it was decided; null where it was never judged. */
          verdict: Verdict.nullable(),
        }),
      ),
    }),
  ),
};

export const amendments = {
  create: operation({
    method: "POST",
    path: "/policies/{policyId}/amendments",
    summary: "Amend a sealed policy, with a reason",
    description:
      "Stands beside what was sealed, dated. Its kind, start, outcomes and comparison cannot be amended: decide to change it, and begin anew.",
    ...common,
  })
    .input(
      z.object({
        id: Id,
        policyId: Id,
        version: Version,
        reason: Reason,
        title: title.optional(),
        rule: optional.rule,
        why: optional.why,
        office: optional.office,
        ownerId: optional.ownerId,
        imperativeIds: optional.imperativeIds,
        scope: optional.scope.describe("From scopeFrom on; not where teams were drawn"),
        scopeFrom: PlainDate.optional().describe("Left out: today, or its start where that is later"),
        decidesOn: PlainDate.optional(),
        guardrails: optional.guardrails,
      }),
    )
    .output(Policy),
};
