/** The schemas that several operations of alignment share. */
import { z } from "zod";
import { Decimal, Id } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";

export const CycleInput = { cycleId: Id.optional().describe("The current cycle where left out") };

export const DependencyState = z.enum(["proposed", "accepted", "declined", "withdrawn", "done"], {
  error: "proposed, accepted, declined, withdrawn or done",
});

export const GapKind = z.enum(
  [
    "orphan",
    "dead-end",
    "nothing-beneath",
    "idle-imperative",
    "dependency-pending",
    "dependency-declined",
    "dependency-late",
    "opposing",
    "team-without-line",
    "member-without-line",
  ],
  {
    error:
      "orphan, dead-end, nothing-beneath, idle-imperative, dependency-pending, dependency-declined, dependency-late, opposing, team-without-line or member-without-line",
  },
);

/** One place where the line breaks, with the one step that mends it. */
export const Gap = z.object({
  kind: GapKind,
  /** First what the step acts on. `more` says how many stand behind the last one. */
  subjects: z.array(
    z.object({
      kind: z.enum(["objective", "key-result", "imperative", "team", "member", "dependency"]),
      id: Id,
      title: z.string(),
      team: Named.nullable(),
      /** The objective a key result belongs to. */
      objectiveId: Id.nullable(),
    }),
  ),
  more: z.number(),
  /** Energy in people that stands there; null where none is stated. */
  people: Decimal.nullable(),
  /** What the entry was found by: numbers, days and words. */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable()),
  remedy: z.enum([
    "link-or-mark-upkeep",
    "draft-beneath-or-drop",
    "link-the-end",
    "draft-objective",
    "ask-again",
    "plan-without",
    "talk",
    "draft-team-objective",
    "give-key-result",
  ]),
  /** To send with the step, of the objective or dependency it changes. */
  version: z.number().nullable(),
  can: z.object({
    /** Take the step. */
    act: z.boolean(),
    /** Of a dependency: the states the viewer may bring it to. */
    states: z.array(DependencyState),
  }),
});

export const Gaps = z.object({ items: z.array(Gap), next: z.string().nullable() });
