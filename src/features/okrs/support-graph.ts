import type { Refusal } from "./measures.ts";

/** What the line runs through. A key result leads up to its objective, an imperative leads no further. */
export interface Place {
  kind: "objective" | "key-result" | "imperative";
  id: string;
}

/** An objective supports what it points to. *contributes* counts in the roll-up, *supports* is drawn only. */
export interface SupportLink {
  objectiveId: string;
  parent: Place;
  mode: "contributes" | "supports";
}

/** The links of an organisation in the order they were made, and the objective that each key result belongs to. */
export interface SupportGraph {
  parentsOf: ReadonlyMap<string, readonly Place[]>;
  objectiveOf: ReadonlyMap<string, string>;
}

/** Gathers links (first made first) and key results into a graph that can be walked upward. */
export function supportGraph(
  links: readonly SupportLink[],
  keyResults: readonly { id: string; objectiveId: string }[],
): SupportGraph {
  const parentsOf = new Map<string, Place[]>();
  for (const { objectiveId, parent } of links) {
    parentsOf.set(objectiveId, [...(parentsOf.get(objectiveId) ?? []), parent]);
  }
  return { parentsOf, objectiveOf: new Map(keyResults.map(({ id, objectiveId }) => [id, objectiveId])) };
}

/**
 * Why an objective cannot be linked so; empty when it can. A private objective may not contribute (PRODUCT: "private
 * objectives"), a second link to the same parent would count twice, a circle would never end.
 */
export function linkRefusals(graph: SupportGraph, link: SupportLink, objective: { private: boolean }): Refusal[] {
  const { objectiveId, parent, mode } = link;
  if (circleClosedBy(graph, objectiveId, parent)) {
    const todo = "Choose a parent that does not itself lead up to this objective.";
    return [{ field: "parent", expected: "a parent that is not beneath this objective", todo }];
  }
  if (graph.parentsOf.get(objectiveId)?.some((other) => key(other) === key(parent))) {
    const todo = "Change the link that is there, or choose another parent.";
    return [{ field: "parent", expected: "a parent it is not linked to yet", todo }];
  }
  if (!objective.private || mode !== "contributes") return [];
  const todo = "Let it support its parent without counting, or make the objective visible to all.";
  return [{ field: "mode", expected: "supports, because the objective is private", todo }];
}

/**
 * The circle that a new link would close, from the parent up to the objective itself; null when there is none.
 * "No cycles in the graph, ever" (PRODUCT: "Roll-up"), whichever mode the links have.
 */
export function circleClosedBy(graph: SupportGraph, objectiveId: string, parent: Place): Place[] | null {
  return shortestPath(graph, parent, ({ kind, id }) => kind === "objective" && id === objectiveId);
}

/** The shortest way up to an active imperative, both ends included; null for what is not linked. */
export function pathToImperative(
  graph: SupportGraph,
  from: Place,
  isActive: (imperativeId: string) => boolean,
): Place[] | null {
  return shortestPath(graph, from, ({ kind, id }) => kind === "imperative" && isActive(id));
}

/**
 * Line of sight upward from a place, itself first: the shortest way to an active imperative or, where none is
 * reached, along first parents as far as they go.
 */
export function lineOfSight(graph: SupportGraph, from: Place, isActive: (imperativeId: string) => boolean): Place[] {
  return pathToImperative(graph, from, isActive) ?? alongFirstParents(graph, from);
}

/** What a place leads to directly. */
export function parentsOf(graph: SupportGraph, { kind, id }: Place): readonly Place[] {
  if (kind === "imperative") return [];
  if (kind === "objective") return graph.parentsOf.get(id) ?? [];
  const objectiveId = graph.objectiveOf.get(id);
  return objectiveId === undefined ? [] : [{ kind: "objective", id: objectiveId }];
}

/** Where an objective stands in the outline: its first parent holds it, the others say "also under". */
export function placeInOutline(graph: SupportGraph, objectiveId: string): { under: Place | null; alsoUnder: Place[] } {
  const [under = null, ...alsoUnder] = graph.parentsOf.get(objectiveId) ?? [];
  return { under, alsoUnder };
}

/** Everything above a place, nearest first, each once, itself not included. */
export function everythingAbove(graph: SupportGraph, from: Place): Place[] {
  return [...walk(graph, from)].map(({ place }) => place).slice(1);
}

function alongFirstParents(graph: SupportGraph, from: Place): Place[] {
  const line = [from];
  const seen = new Set([key(from)]);
  for (let next = parentsOf(graph, from)[0]; next && !seen.has(key(next)); next = parentsOf(graph, next)[0]) {
    seen.add(key(next));
    line.push(next);
  }
  return line;
}

function shortestPath(graph: SupportGraph, from: Place, isEnd: (place: Place) => boolean): Place[] | null {
  for (const step of walk(graph, from)) {
    if (isEnd(step.place)) return wayTo(step);
  }
  return null;
}

interface Step {
  place: Place;
  before: Step | null;
}

/** Breadth first, so that the first time a place is met is the shortest way to it. */
function* walk(graph: SupportGraph, from: Place): Generator<Step> {
  const queue: Step[] = [{ place: from, before: null }];
  const seen = new Set([key(from)]);
  for (const step of queue) {
    yield step;
    for (const place of parentsOf(graph, step.place)) {
      if (seen.has(key(place))) continue;
      seen.add(key(place));
      queue.push({ place, before: step });
    }
  }
}

function wayTo(step: Step): Place[] {
  const way: Place[] = [];
  for (let at: Step | null = step; at; at = at.before) way.unshift(at.place);
  return way;
}

function key({ kind, id }: Place): string {
  return `${kind} ${id}`;
}
