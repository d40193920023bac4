/** How well the work of a cycle serves the imperatives: one figure, always with its parts and the list that explains it. */
import { z } from "zod";
import { allButGuests, Decimal, Id, operation, PageInput, PlainDate, pageOf } from "../../../platform/contract.ts";
import { CycleState, Named } from "../../okrs/contract.ts";
import { CycleInput, Gap, GapKind, Gaps } from "./words.ts";

const tag = "Alignment";

/** Entries of the list by kind, in its order; of all kinds, whichever is asked for. */
const KindCounts = z.array(z.object({ kind: GapKind, count: z.number() }));

const PartName = z.enum(["linked", "measurable", "resourced", "understood"]);

const Part = z.object({
  part: PartName,
  /** Points of 100 that it is worth, and its share of this index once what is left out is re-weighted (0..1). */
  weight: z.number(),
  counts: Decimal,
  /** 0–100; null where it is left out. numerator ÷ denominator × 100. */
  value: Decimal.nullable(),
  numerator: Decimal,
  denominator: Decimal,
  /** What numerator and denominator count. */
  of: z.enum(["people", "objectives", "key-results", "share"]),
  /** How to read what a pulse published: near unanimity it is a bound. null for the other parts. */
  reads: z.enum(["exactly", "about", "or-more", "or-less"]).nullable(),
  leftOut: z
    .enum(["no-leaf-objectives", "no-key-results", "no-energy-placed", "no-priority-shares", "no-pulse"])
    .nullable(),
});

const Placed = z.object({
  /** An imperative, or what is "unlinked" or "upkeep". */
  on: z.union([Id, z.enum(["unlinked", "upkeep"])]),
  title: z.string(),
  /** Shares, 0..1; null where none are stated. */
  priority: Decimal.nullable(),
  placed: Decimal.nullable(),
  /** Energy in people; equal parts of what reaches several imperatives. */
  people: Decimal,
});

const Cycle = z.object({
  id: Id,
  name: z.string(),
  startsOn: PlainDate,
  endsOn: PlainDate,
  state: CycleState,
});

/** How many there are, and for how many of them no line leads anywhere or nobody works. */
const Covered = z.object({ all: z.number(), without: z.number() });

export const standing = {
  get: operation({
    method: "GET",
    path: "/alignment",
    summary: "See how well the work of a cycle serves the imperatives, with its parts and where the line breaks",
    description:
      "0 to 100: linked (35), measurable (15), resourced (25) and understood (25). A part without data is left out and the rest re-weighted. Private objectives count nowhere.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ ...CycleInput, limit: PageInput.limit }))
    .output(
      z.object({
        cycle: Cycle.nullable(),
        /** 0–100 unrounded; null where no part has data. */
        index: Decimal.nullable(),
        parts: z.array(Part),
        /** Leaf objectives, upkeep apart: how many there are, how many are linked, how many state no energy. */
        leaves: z.object({ all: z.number(), linked: z.number(), withoutEnergy: z.number() }),
        placed: z.array(Placed),
        coverage: z.object({ imperatives: Covered, teams: Covered, members: Covered }),
        /**
         * As it stood at the end of each day on which it changed; a day holds until the next. It begins with the first
         * day of the cycle; while a cycle is planned there is none.
         */
        history: z.array(
          z.object({
            day: PlainDate,
            index: Decimal.nullable(),
            parts: z.record(PartName, Decimal.nullable()),
          }),
        ),
        counts: KindCounts,
        gaps: Gaps,
      }),
    ),
  gaps: operation({
    method: "GET",
    path: "/alignment/gaps",
    summary: "List where the line breaks, each with the one step that mends it",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        ...CycleInput,
        kind: GapKind.optional(),
        teamId: Id.optional().describe("What concerns this team or one below it"),
        objectiveId: Id.optional().describe("What names this objective or one of its key results"),
        ...PageInput,
      }),
    )
    .output(pageOf(Gap).extend({ counts: KindCounts })),
  madeOf: operation({
    method: "GET",
    path: "/alignment/parts/{part}",
    summary: "Open a part of the alignment index to what it is made of",
    description:
      "For linked and resourced the leaf objectives with their energy in people, what reaches no imperative first; for measurable the key results that lack something, with what.",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        part: z.enum(["linked", "measurable", "resourced"], { error: "linked, measurable or resourced" }),
        ...CycleInput,
        on: z
          .union([Id, z.enum(["unlinked", "upkeep"])], { error: "an imperative's id, unlinked or upkeep" })
          .optional()
          .describe("Only what stands on this row of the energy placed"),
        ...PageInput,
      }),
    )
    .output(
      pageOf(
        z.object({
          kind: z.enum(["objective", "key-result"]),
          id: Id,
          title: z.string(),
          /** The objective a key result belongs to. */
          objectiveId: Id.nullable(),
          team: Named.nullable(),
          /** In the numerator. */
          counts: z.boolean(),
          /** Energy in percent of the owning team's capacity and in people; null where none is stated. */
          energy: Decimal.nullable(),
          people: Decimal.nullable(),
          missing: z.enum(["owner", "baseline", "contributions"]).nullable(),
          /** Titles of the imperatives it reaches. */
          reaches: z.array(z.string()),
        }),
      ),
    ),
  energy: operation({
    method: "GET",
    path: "/alignment/energy",
    summary: "See the energy each team states for its objectives against its capacity",
    tag,
    may: allButGuests,
  })
    .input(z.object({ ...CycleInput, teamId: Id.optional(), ...PageInput }))
    .output(
      pageOf(
        z.object({
          team: Named,
          /** Members of it and of the teams below. */
          members: z.number(),
          /** Percent of its capacity; null where no objective states any. */
          sum: Decimal.nullable(),
          /** What the organisation plans at most, and how much is left of it; below 0 where too much was promised. */
          limit: Decimal,
          left: Decimal,
          advice: z.enum(["over-limit", "none-stated", "some-not-stated"]).nullable(),
          objectives: z.array(
            z.object({
              id: Id,
              title: z.string(),
              energy: Decimal.nullable(),
              people: Decimal.nullable(),
              upkeep: z.boolean(),
              reaches: z.boolean(),
              /** To send with a change of its energy. */
              version: z.number(),
              can: z.object({ edit: z.boolean() }),
            }),
          ),
        }),
      ),
    ),
};
