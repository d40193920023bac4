import type { RollUpGraph } from "./roll-up-graph.ts";

type Latest = Map<string, string | null>;

/** What the check-ins beneath a place were last, as far as it is known: ISO instants. */
export interface Reported {
  /** Of every objective: the latest beneath what contributes to it, as stored. */
  objectives: Latest;
  keyResults: Latest;
}

/**
 * The latest check-in beneath what contributes: of each objective, and of each key result "from contributions". Those
 * in `above` are found anew, the others keep what they have. Dropped, postponed and paused ones say nothing.
 */
export function latestContributed(graph: RollUpGraph, stored: Reported, above: ReadonlySet<string>): Reported {
  const found: Reported = { objectives: new Map(), keyResults: new Map() };
  const states = new Map(graph.objectives.map(({ id, state }) => [id, state]));
  const keyResultsOf = Map.groupBy(graph.keyResults, ({ objectiveId }) => objectiveId);
  const contributionsTo = Map.groupBy(graph.contributions, ({ parent }) => parent.id);

  const fromChildren = (id: string): string | null =>
    latest(
      (contributionsTo.get(id) ?? []).map(({ objectiveId }) =>
        counts(states.get(objectiveId)) ? beneath(objectiveId) : null,
      ),
    );
  const ofObjective = (id: string) =>
    remembered(found.objectives, id, () => (above.has(id) ? fromChildren(id) : (stored.objectives.get(id) ?? null)));
  const ofKeyResult = ({ id, fromContributions }: RollUpGraph["keyResults"][number]) =>
    fromContributions && above.has(id)
      ? remembered(found.keyResults, id, () => fromChildren(id))
      : (stored.keyResults.get(id) ?? null);
  const beneath = (id: string): string | null =>
    latest([
      ofObjective(id),
      ...(keyResultsOf.get(id) ?? []).map((row) => (counts(row.state) ? ofKeyResult(row) : null)),
    ]);

  for (const { id } of graph.objectives) if (above.has(id)) ofObjective(id);
  for (const row of graph.keyResults) ofKeyResult(row);
  return found;
}

function remembered(known: Latest, id: string, find: () => string | null): string | null {
  if (!known.has(id)) known.set(id, find());
  return known.get(id) ?? null;
}

function counts(state: string | undefined): boolean {
  return state === "open" || state === "closed";
}

function latest(instants: (string | null)[]): string | null {
  return instants.reduce(
    (last, at) => (at !== null && (last === null || Date.parse(at) > Date.parse(last)) ? at : last),
    null,
  );
}
