import { z } from "zod";
import {
  allButGuests,
  Decimal,
  Done,
  everyRole,
  Id,
  Instant,
  operation,
  Title,
  text,
  Version,
} from "../../../platform/contract.ts";
import { Advice } from "./advice.ts";
import { Coached } from "./coached.ts";
import {
  Decimals,
  Disagreement,
  Forecast,
  Measure,
  MeasureInput,
  Named,
  PhasedTargets,
  Reason,
  State,
  StatusReading,
  TargetChange,
  TargetsInput,
  Verdict,
  Weight,
} from "./words.ts";

const tag = "Key results";

export const KeyResult = z.object({
  id: Id,
  objectiveId: Id,
  title: z.string(),
  owner: Named.nullable(),
  measure: Measure,
  unit: z.string(),
  decimals: z.number(),
  weight: Decimal,
  source: z.string(),
  phasedTargets: z.array(z.object({ on: z.string(), value: Decimal })),
  state: State,
  stateReason: z.string(),
  current: Decimal.nullable(),
  /** What its owner said of reaching it when they accepted it, 0 to 10; null where nobody asked. */
  firstConfidence: z.number().nullable(),
  lastConfidence: z.number().nullable(),
  lastCheckInAt: Instant.nullable(),
  checkInCount: z.number(),
  /** Raw: −0.2 and 1.1 are kept; null ("–") where there is none. */
  progress: Decimal.nullable(),
  /** What pace expects today; null where pace does not decide. */
  expected: Decimal.nullable(),
  status: StatusReading,
  /** null under three check-ins, for what is no number, and once it is over. */
  forecast: Forecast.nullable(),
  disagreements: z.array(Disagreement),
  targetChanges: z.array(TargetChange),
  advice: Advice,
  /** Null for guests. */
  coach: Coached.nullable(),
  rank: z.number(),
  version: z.number(),
  can: z.object({
    edit: z.boolean(),
    checkIn: z.boolean(),
    changeTarget: z.boolean(),
    overrule: z.boolean(),
    close: z.boolean(),
    remove: z.boolean(),
  }),
});

const body = {
  title: Title,
  ownerId: Id.nullable(),
  measure: MeasureInput,
  unit: text(0, 30),
  decimals: Decimals,
  weight: Weight,
  source: text(0, 500),
  phasedTargets: PhasedTargets,
};

export const keyResults = {
  get: operation({ method: "GET", path: "/key-results/{id}", summary: "Read a key result", tag, may: everyRole })
    .input(z.object({ id: Id }))
    .output(KeyResult),
  create: operation({
    method: "POST",
    path: "/objectives/{objectiveId}/key-results",
    summary: "Add a key result to an objective",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        objectiveId: Id,
        ...body,
        ownerId: body.ownerId.default(null),
        unit: body.unit.default(""),
        decimals: body.decimals.default(0),
        weight: body.weight.default("1"),
        source: body.source.default(""),
        phasedTargets: body.phasedTargets.default([]),
      }),
    )
    .output(KeyResult),
  update: operation({
    method: "PATCH",
    path: "/key-results/{id}",
    summary: "Change a key result",
    description:
      "What it is measured by may change until the first check-in, its milestones and steps always; a target then changes with a reason.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, ...z.object(body).partial().shape }))
    .output(KeyResult),
  changeTarget: operation({
    method: "POST",
    path: "/key-results/{id}/target-changes",
    summary: "Change the target of a key result, with a reason; the old one stays visible",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        changeId: Id,
        version: Version,
        targets: TargetsInput,
        reason: Reason,
        phasedTargets: PhasedTargets.optional(),
      }),
    )
    .output(KeyResult),
  setState: operation({
    method: "PUT",
    path: "/key-results/{id}/state",
    summary: "Pause, postpone, drop, close or reopen a key result",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, state: State, reason: Reason.default("") }))
    .output(KeyResult),
  overruleStatus: operation({
    method: "PUT",
    path: "/key-results/{id}/overrule",
    summary: "Overrule a key result's status, with a reason",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, status: Verdict, reason: Reason }))
    .output(KeyResult),
  resumeStatus: operation({
    method: "DELETE",
    path: "/key-results/{id}/overrule",
    summary: "Let the rule decide a key result's status again",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(KeyResult),
  keepAsIs: operation({
    method: "PUT",
    path: "/key-results/{id}/kept-as-is",
    summary: "Keep a key result's words as they are, whatever the coach says",
    description: "Remembered for these words: a new title asks the coach again.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, title: Title.describe("The words that are kept") }))
    .output(KeyResult),
  askCoachAgain: operation({
    method: "DELETE",
    path: "/key-results/{id}/kept-as-is",
    summary: "Let the coach speak of a key result's words again",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(KeyResult),
  reorder: operation({
    method: "PUT",
    path: "/objectives/{objectiveId}/key-result-order",
    summary: "Put the key results of an objective in order",
    tag,
    may: allButGuests,
  })
    .input(z.object({ objectiveId: Id, ids: z.array(Id).min(1).max(200) }))
    .output(Done),
  remove: operation({
    method: "DELETE",
    path: "/key-results/{id}",
    summary: "Remove a key result; with its check-ins and links only where asked",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, everything: z.boolean().default(false) }))
    .output(Done),
};
