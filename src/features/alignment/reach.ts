/** Which active imperatives an objective reaches by its support path, and what a change does to that. */
import { type Place, parentsOf, type SupportGraph } from "../okrs/public.ts";

/** Ids of imperatives, sorted, each once; empty where the path reaches none. */
export type Reach = readonly string[];

export interface ReachGiven {
  graph: SupportGraph;
  /** Imperatives that are not archived. */
  active: ReadonlySet<string>;
}

/** The reach of every one of these objectives, computed from nothing. */
export function reachOf(objectiveIds: Iterable<string>, given: ReachGiven): Map<string, Reach> {
  return reachFrom([...objectiveIds], given, new Map());
}

/**
 * Carries a change downward: given objectives whose links changed (or that lead straight to an imperative which was
 * archived or taken up again), returns the reach of those whose reach differs from the one they had. Each is computed
 * once, after everything above it; a branch ends where nothing changes. The graph needs no more than the changed
 * objectives, everything beneath them and the links of all these; for the rest `known` answers.
 */
export function reachFrom(
  changed: readonly string[],
  given: ReachGiven,
  known: ReadonlyMap<string, Reach>,
): Map<string, Reach> {
  const childrenOf = childrenIn(given.graph);
  const now = new Map<string, Reach>();
  const stale = new Set(changed);
  for (const id of aboveFirst(changed, childrenOf)) {
    if (!stale.has(id)) continue;
    const before = known.get(id);
    const reach = union(
      parentsOf(given.graph, { kind: "objective", id }).map((parent) => reachOfPlace(parent, given, now, known)),
    );
    if (before !== undefined && sameReach(before, reach)) continue;
    now.set(id, reach);
    for (const child of childrenOf.get(id) ?? []) stale.add(child);
  }
  return now;
}

/** The objectives that support each objective, whether it or one of its key results. */
export function childrenIn({ parentsOf: links, objectiveOf }: SupportGraph): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [id, parents] of links) {
    for (const parent of parents) {
      const above = parent.kind === "key-result" ? objectiveOf.get(parent.id) : parent.id;
      if (parent.kind === "imperative" || above === undefined) continue;
      const list = children.get(above);
      if (list) list.push(id);
      else children.set(above, [id]);
    }
  }
  return children;
}

function reachOfPlace(
  { kind, id }: Place,
  { graph, active }: ReachGiven,
  now: ReadonlyMap<string, Reach>,
  known: ReadonlyMap<string, Reach>,
): Reach {
  if (kind === "imperative") return active.has(id) ? [id] : [];
  const objectiveId = kind === "key-result" ? graph.objectiveOf.get(id) : id;
  return objectiveId === undefined ? [] : (now.get(objectiveId) ?? known.get(objectiveId) ?? []);
}

/** The changed objectives and all beneath them, each after everything above it that is among them. */
function aboveFirst(changed: readonly string[], childrenOf: ReadonlyMap<string, readonly string[]>): string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string) => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const child of childrenOf.get(id) ?? []) visit(child);
    order.push(id);
  };
  for (const id of changed) visit(id);
  return order.reverse();
}

function union(reaches: readonly Reach[]): Reach {
  const [only] = reaches;
  return reaches.length === 1 && only ? only : [...new Set(reaches.flat())].sort();
}

function sameReach(one: Reach, other: Reach): boolean {
  return one.length === other.length && one.every((id, at) => id === other[at]);
}
