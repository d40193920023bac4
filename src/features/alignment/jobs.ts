/** What happens after an event: the alignment of the cycles it touches is counted again, off the request. */
import type { Tx } from "../../platform/database/database.ts";
import type { Reader } from "../../platform/live/feed.ts";
import type { Understood } from "./alignment-index.ts";
import type { Counts } from "./counts.ts";
import { countChange, countedBefore, keepCounted } from "./queries/facts.ts";
import { factsNow, objectivesToCount } from "./queries/recount.ts";
import { changedFacts, countsAfter, dayOf, factsFrom, type Kept } from "./recounted.ts";
import { type AlignmentEvent, type Touched, touchedBy } from "./touched.ts";

export const alignmentReader: Reader = { name: "alignment", read: recountAfter };

/** Counts again what these events may have changed, and nothing else. Read twice, the second time changes nothing. */
export async function recountAfter(tx: Tx, events: readonly AlignmentEvent[]): Promise<void> {
  const touched = touchedBy(events);
  if (touched.list) await countChange(tx);
  if (namesSomething(touched)) await recountObjectives(tx, await objectivesToCount(tx, touched), touched.weighing);
  else if (touched.weighing) await recountObjectives(tx, [], true);
}

/** Counts these objectives again; with `every` cycle's index is weighed again too. */
async function recountObjectives(tx: Tx, ids: readonly string[], every: boolean): Promise<void> {
  const stands = await factsNow(tx, ids);
  const above = stands.flatMap(({ links }) => links.flatMap(([, , objective]) => objective ?? []));
  const { facts, standings, imperatives, timeZone } = await countedBefore(tx, [...new Set([...ids, ...above])]);
  const before = new Map<string, Kept>(facts.map((each) => [each.objectiveId, each]));
  const now = factsFrom(stands, before, new Set(imperatives.map(({ id }) => id)));
  const changed = changedFacts(now, before);
  const there = new Set(stands.map(({ objectiveId }) => objectiveId));
  const gone = ids.filter((id) => !there.has(id) && before.has(id));
  const counted = new Map(standings.map(({ cycleId, counts }) => [cycleId, counts as Counts]));
  const sums = countsAfter(counted, [
    ...changed.map((after) => ({ before: before.get(after.objectiveId) ?? null, after })),
    ...gone.map((id) => ({ before: before.get(id) ?? null, after: null })),
  ]);
  if (every) for (const [cycleId, counts] of counted) if (!sums.has(cycleId)) sums.set(cycleId, counts);
  const understood = new Map(standings.map((each) => [each.cycleId, each.understood as Understood | null]));
  await keepCounted(tx, {
    facts: changed,
    gone,
    day: tx.now.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
    standings: [...sums].map(([cycleId, counts]) => ({
      cycleId,
      counts,
      ...dayOf(counts, imperatives, understood.get(cycleId) ?? null),
    })),
  });
}

function namesSomething({ objectives, relinked, gone, imperatives, teams, members }: Touched): boolean {
  return [objectives, relinked, gone, imperatives, teams, members].some((ids) => ids.length > 0);
}
