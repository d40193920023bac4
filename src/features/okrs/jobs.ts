/** What happens after an event of OKRs or a check-in: the change is carried upward, off the request. */
import type { Database, Tx } from "../../platform/database/database.ts";
import type { Task } from "../../platform/jobs/jobs.ts";
import type { Reader, RecordedEvent } from "../../platform/live/feed.ts";
import { latestContributed } from "./contributed.ts";
import { objectiveFact } from "./events.ts";
import { readAllAgain } from "./handlers/reading-again.ts";
import { placesAbove, type RolledUp, rollUpRows, storeRolledUp } from "./queries/roll-up.ts";
import { rollUpFrom, type TermPlace } from "./roll-up-graph.ts";

export const rollUpReader: Reader = { name: "roll-up", read: rollUpAfter };

/** Asked for at every start, where it finds nothing unless the coach has learned, and by an import for its organisation. */
export const coachTasks = (database: Database): { "read-key-results-again": Task } => ({
  "read-key-results-again": ({ organisationId }) => readAllAgain(database, organisationId),
});

/**
 * Stores the progress of every objective, and of every key result "from contributions", that these events changed.
 * Read twice, the second time changes nothing; what did change is recorded, so that whoever watches sees it.
 */
export async function rollUpAfter(
  tx: Tx,
  events: readonly Pick<RecordedEvent, "kind" | "subjectKind" | "subjectId" | "facts">[],
): Promise<void> {
  const changed = changedPlaces(events);
  if (changed.length === 0) return;
  const places = await placesAbove(tx, changed);
  const { graph, stored, privateTo } = await rollUpRows(tx, places);
  const progress = rollUpFrom(changed, graph);
  const latest = latestContributed(graph, stored, new Set(places.above.map(({ id }) => id)));

  const rolledUp = (
    places: readonly { id: string; progress: string | null }[],
    which: "objectives" | "keyResults",
  ): RolledUp[] =>
    places.flatMap(({ id, progress: before }) => {
      const moved = progress[which].has(id);
      const at = latest[which].has(id) ? (latest[which].get(id) ?? null) : (stored[which].get(id) ?? null);
      if (!moved && at === (stored[which].get(id) ?? null)) return [];
      return { id, progress: moved ? (progress[which].get(id) ?? null) : before, at };
    });
  const fromContributions = graph.keyResults.filter((row) => row.fromContributions);
  const before = new Map(graph.objectives.map((row) => [row.id, row.progress]));
  const moved = [...progress.objectives].map(([id, now]) => {
    const ownerId = privateTo.get(id) ?? null;
    const objective = { id, private: ownerId !== null, ownerId };
    return objectiveFact("objective-moved", objective, { progress: [before.get(id) ?? null, now] });
  });
  await Promise.all([
    storeRolledUp(tx, rolledUp(graph.objectives, "objectives"), rolledUp(fromContributions, "keyResults")),
    tx.record(...moved),
  ]);
}

/** The places whose progress, weight, state or links an event may have changed; one that is gone names those above it. */
function changedPlaces(
  events: readonly Pick<RecordedEvent, "kind" | "subjectKind" | "subjectId" | "facts">[],
): TermPlace[] {
  const places = events
    .filter(
      ({ kind, subjectKind }) =>
        kind !== "objective-moved" && (subjectKind === "objective" || subjectKind === "key-result"),
    )
    .flatMap(({ subjectKind, subjectId, facts }): TermPlace[] => [
      { kind: subjectKind as TermPlace["kind"], id: subjectId },
      ...(typeof facts.objectiveId === "string" ? [{ kind: "objective" as const, id: facts.objectiveId }] : []),
      ...((facts.above ?? []) as TermPlace[]),
    ]);
  return [
    ...new Map(places.map((place) => [`${place.kind} ${place.id}`, { kind: place.kind, id: place.id }])).values(),
  ];
}
