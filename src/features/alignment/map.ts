/** The strategy map from what is stored: where each objective stands, what is beneath it, and what is not connected. */
import { countPerStatus, type Status } from "../okrs/public.ts";

export interface Place {
  kind: "objective" | "key-result" | "imperative";
  id: string;
}

export interface Node {
  id: string;
  upkeep: boolean;
  status: Status;
  ownerId: string | null;
}

export interface Link {
  objectiveId: string;
  parent: Place;
  mode: "contributes" | "supports";
}

export interface MapGiven {
  objectives: readonly Node[];
  /** Key result → the objective it belongs to, and who owns it. */
  keyResults: readonly { id: string; objectiveId: string; ownerId: string | null }[];
  /** In the order they were made: an objective's first one says where it stands. */
  links: readonly Link[];
  /** Those that are not archived. */
  imperativeIds: readonly string[];
}

export interface MapShape {
  under: Map<string, Place>;
  alsoUnder: Map<string, Place[]>;
  /** Objective or imperative → how the objectives beneath it stand, by first parents. */
  below: Map<string, { status: Status; count: number }[]>;
  notConnected: string[];
}

/**
 * The first parent holds an objective, the others say "also under" (PRODUCT: strategy map). Parents that the viewer
 * cannot see or that are archived count as none. Not connected: upkeep apart, those whose way up reaches no imperative.
 */
export function mapShape({ objectives, keyResults, links, imperativeIds }: MapGiven): MapShape {
  const byId = new Map(objectives.map((each) => [each.id, each]));
  const objectiveOf = new Map(keyResults.map(({ id, objectiveId }) => [id, objectiveId]));
  const active = new Set(imperativeIds);
  const above = (place: Place) => (place.kind === "key-result" ? objectiveOf.get(place.id) : place.id);
  const isThere = (place: Place) => (place.kind === "imperative" ? active.has(place.id) : byId.has(above(place) ?? ""));
  const parents = new Map<string, Place[]>();
  for (const { objectiveId, parent } of links) {
    if (!byId.has(objectiveId) || !isThere(parent)) continue;
    const known = parents.get(objectiveId);
    if (known) known.push(parent);
    else parents.set(objectiveId, [parent]);
  }
  const firstParents = new Map([...parents].map(([id, [first]]) => [id, first as Place]));
  const reach = new Map<string, boolean>();
  const reaches = (id: string): boolean => {
    const known = reach.get(id);
    if (known !== undefined) return known;
    reach.set(id, false);
    const found = (parents.get(id) ?? []).some(
      (place) => place.kind === "imperative" || reaches(above(place) as string),
    );
    reach.set(id, found);
    return found;
  };
  return {
    under: firstParents,
    alsoUnder: new Map([...parents].map(([id, [, ...rest]]) => [id, rest])),
    below: countBelow(objectives, firstParents, above),
    notConnected: objectives.filter(({ id, upkeep }) => !upkeep && !reaches(id)).map(({ id }) => id),
  };
}

/** Counts upward along first parents, worst status first; each objective once for everything above it. */
function countBelow(
  objectives: readonly Node[],
  firstParents: Map<string, Place>,
  above: (place: Place) => string | undefined,
): MapShape["below"] {
  const statuses = new Map<string, Status[]>();
  for (const { id, status } of objectives) {
    const seen = new Set([id]);
    let place = firstParents.get(id);
    while (place) {
      const at = above(place) as string;
      if (seen.has(at)) break;
      seen.add(at);
      const list = statuses.get(at);
      if (list) list.push(status);
      else statuses.set(at, [status]);
      place = place.kind === "imperative" ? undefined : firstParents.get(at);
    }
  }
  return new Map([...statuses].map(([id, list]) => [id, countPerStatus(list)]));
}

/** What somebody owns, and everything above it by any link. */
export function ownLine(
  ownerId: string,
  { objectives, keyResults }: Pick<MapGiven, "objectives" | "keyResults">,
  { under, alsoUnder }: Pick<MapShape, "under" | "alsoUnder">,
): Set<string> {
  const objectiveOf = new Map(keyResults.map(({ id, objectiveId }) => [id, objectiveId]));
  const mine = new Set<string>();
  const queue = [
    ...objectives.filter((each) => each.ownerId === ownerId).map(({ id }) => id),
    ...keyResults.filter((each) => each.ownerId === ownerId).map(({ objectiveId }) => objectiveId),
  ];
  for (const id of queue) {
    if (mine.has(id)) continue;
    mine.add(id);
    const first = under.get(id);
    for (const place of first ? [first, ...(alsoUnder.get(id) ?? [])] : []) {
      queue.push(place.kind === "key-result" ? (objectiveOf.get(place.id) ?? place.id) : place.id);
    }
  }
  return mine;
}
