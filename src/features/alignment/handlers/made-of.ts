/** The rows that a part of the index counts. */
import { anUuid, cursorOf, pageFrom, valuesOf } from "../../../platform/cursor.ts";
import { energyOfTeam } from "../../okrs/public.ts";
import { UPKEEP } from "../counts.ts";
import type { Explained, LeafRow } from "../explained.ts";
import type { MissingToMeasure } from "../measurable.ts";
import type { StandingRow } from "../queries/picture.ts";
import { named } from "./gap-list.ts";

interface MadeOf {
  kind: "objective" | "key-result";
  id: string;
  title: string;
  objectiveId: string | null;
  team: { id: string; name: string } | null;
  /** In the numerator. */
  counts: boolean;
  energy: string | null;
  people: string | null;
  missing: MissingToMeasure | null;
  reaches: string[];
}

/** Leaf objectives, what is not linked first, then by the energy that stands there. */
export function leafRows(
  picture: Explained,
  { imperatives }: StandingRow,
  part: "linked" | "resourced",
  on?: string,
): MadeOf[] {
  const titles = new Map(imperatives.map(({ id, statement }) => [id, statement]));
  const placeOf = ({ upkeep, reach }: LeafRow) => (upkeep ? [UPKEEP] : reach.length > 0 ? reach : ["unlinked"]);
  return picture.leaves
    .filter((leaf) => (part === "linked" ? !leaf.upkeep : leaf.people !== null))
    .filter((leaf) => on === undefined || placeOf(leaf).includes(on))
    .toSorted(
      (one, other) =>
        Number(one.reach.length > 0) - Number(other.reach.length > 0) || Number(other.people) - Number(one.people),
    )
    .map(({ id, title, teamId, energy, people, reach }) => ({
      kind: "objective",
      id,
      title,
      objectiveId: null,
      team: named(picture.teams, teamId),
      counts: reach.length > 0,
      energy,
      people,
      missing: null,
      reaches: reach.flatMap((imperative) => titles.get(imperative) ?? []),
    }));
}

/** The key results that count against it, with what each lacks. */
export function unmeasuredRows({ unmeasured, teams }: Explained): MadeOf[] {
  return unmeasured.map(({ id, title, objectiveId, teamId, missing }) => ({
    kind: "key-result",
    id,
    title,
    objectiveId,
    team: named(teams, teamId),
    counts: false,
    energy: null,
    people: null,
    missing,
    reaches: [],
  }));
}

/** What a team states for its leaf objectives, against its capacity. */
export function energyRow(
  team: { id: string; name: string; members: number },
  leaves: readonly LeafRow[],
  limit: string,
  mayEdit: (keeper: LeafRow["keeper"]) => boolean,
) {
  const { sum, left, advice } = energyOfTeam(
    leaves.map(({ energy }) => energy),
    limit,
  );
  return {
    team: { id: team.id, name: team.name },
    members: team.members,
    sum,
    limit,
    left,
    advice,
    objectives: leaves.map(({ reach, keeper, teamId: _, headcount: __, ...each }) => {
      return { ...each, reaches: reach.length > 0, can: { edit: mayEdit(keeper) } };
    }),
  };
}

/** A page of rows at hand: from the one after the last that was answered, as long as that one is there. */
export function pageAfterId<Row extends { id: string }>(
  rows: readonly Row[],
  { after, limit }: { after?: string; limit: number },
) {
  const from = valuesOf(after, anUuid);
  const start = from ? rows.findIndex(({ id }) => id === from[0]) + 1 : 0;
  return pageFrom(rows.slice(start, start + limit + 1), limit, ({ id }) => cursorOf(id));
}
