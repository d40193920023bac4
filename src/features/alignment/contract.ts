/** The line drawn: the strategy map, its outline, and the way from one thing up to an imperative. */
import { z } from "zod";
import { Decimal, everyRole, Id, operation } from "../../platform/contract.ts";
import { Commitment, End, Forecast, Level, Mode, Named, PlaceKind, Status, TitledPlace } from "../okrs/contract.ts";
import { dependencies } from "./contract/dependencies.ts";
import { standing } from "./contract/standing.ts";

const tag = "Alignment";

const Counts = z.array(z.object({ status: Status, count: z.number() }));
/** `objectiveId` is the objective a parent key result belongs to; null for the other kinds. */
const Parent = z.object({ kind: PlaceKind, id: Id, objectiveId: Id.nullable() });

/** One key result as the map draws it. */
export const MapKeyResult = z.object({
  id: Id,
  objectiveId: Id,
  title: z.string(),
  owner: Named.nullable(),
  /** Where it started and should arrive; null for what is not measured from one number to another. */
  start: Decimal.nullable(),
  target: Decimal.nullable(),
  current: Decimal.nullable(),
  unit: z.string(),
  decimals: z.number(),
  /** Raw; null where there is none. */
  progress: Decimal.nullable(),
  expected: Decimal.nullable(),
  status: Status,
  end: End.nullable(),
  forecast: Forecast.nullable(),
  aspirational: z.boolean(),
});

/** One objective as the map draws it; where it stands is its first parent, the rest are "also under". */
export const MapObjective = z.object({
  id: Id,
  title: z.string(),
  level: Level,
  team: Named.nullable(),
  owner: Named.nullable(),
  commitment: Commitment,
  energy: Decimal.nullable(),
  upkeep: z.boolean(),
  progress: Decimal.nullable(),
  expected: Decimal,
  status: Status,
  end: End.nullable(),
  under: Parent.nullable(),
  alsoUnder: z.array(Parent),
  keyResults: z.number(),
  /** Objectives beneath it, by first parents, and how they stand; itself not counted. */
  below: Counts,
  /** On the viewer's own line: theirs, their key results', and everything above. */
  mine: z.boolean(),
});

export const alignment = {
  alignment: standing,
  dependencies,
  map: operation({
    method: "GET",
    path: "/map",
    summary: "See the strategy map of a cycle: vision, imperatives, objectives and what connects them",
    description:
      "Up to 60 objectives the key results come along; above that they come for the viewer's own line, and for others from /map/key-results when a branch is opened.",
    tag,
    may: everyRole,
  })
    .input(z.object({ cycleId: Id.optional().describe("The current cycle where left out") }))
    .output(
      z.object({
        cycle: Named.nullable(),
        vision: z.string(),
        mission: z.string(),
        imperatives: z.array(
          z.object({
            id: Id,
            statement: z.string(),
            priorityShare: Decimal.nullable(),
            /** Objectives beneath it, by first parents. */
            below: Counts,
            mine: z.boolean(),
          }),
        ),
        objectives: z.array(MapObjective),
        keyResults: z.array(MapKeyResult),
        /** Links that are not the first: drawn dotted. */
        links: z.array(z.object({ objectiveId: Id, parent: Parent, mode: Mode })),
        /** Objectives, upkeep apart, whose way up reaches no imperative. */
        notConnected: z.array(Id),
        /** All key results are here. */
        complete: z.boolean(),
      }),
    ),
  keyResults: operation({
    method: "GET",
    path: "/map/key-results",
    summary: "See the key results of some objectives as the map draws them",
    tag,
    may: everyRole,
  })
    .input(
      z.object({
        objectiveIds: z.preprocess(
          (ids) => (typeof ids === "string" ? ids.split(",") : ids),
          z.array(Id).min(1).max(100),
        ),
      }),
    )
    .output(z.object({ items: z.array(MapKeyResult) })),
  lineOf: operation({
    method: "GET",
    path: "/line/{kind}/{id}",
    summary: "See the line of sight of an objective, key result, team or member up to the vision",
    description: "For a team or a member: one line for each of their objectives in the current cycle.",
    tag,
    may: everyRole,
  })
    .input(
      z.object({
        kind: z.enum(["objective", "key-result", "team", "member"], { error: "objective, key-result, team or member" }),
        id: Id,
      }),
    )
    .output(
      z.object({
        vision: z.string(),
        /** Each from the thing itself up to an imperative, or as far as it leads. */
        lines: z.array(z.object({ reaches: z.boolean(), places: z.array(TitledPlace) })),
      }),
    ),
};
