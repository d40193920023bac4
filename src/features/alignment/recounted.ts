/** The sums after a change: what was counted is taken out, what stands now is put in. */
import type { Decimal, SupportGraph } from "../okrs/public.ts";
import { alignmentIndex, type Understood } from "./alignment-index.ts";
import { type Counts, noCounts, type ObjectiveFacts, recount } from "./counts.ts";
import { isMeasurable } from "./measurable.ts";
import { reachFrom } from "./reach.ts";

export interface Stands extends Omit<ObjectiveFacts, "reach" | "keyResults" | "measurable"> {
  objectiveId: string;
  cycleId: string;
  links: readonly ["objective" | "key-result" | "imperative", string, string | null][];
  keyResults: readonly [owned: boolean, type: string, valued: boolean, progressed: boolean][];
}

export interface Kept extends ObjectiveFacts {
  objectiveId: string;
  cycleId: string;
  above: readonly string[];
}

/** The facts of these objectives now. `before` is what was counted of them and of everything they support. */
export function factsFrom(
  stands: readonly Stands[],
  before: ReadonlyMap<string, Kept>,
  active: ReadonlySet<string>,
): Kept[] {
  const known = new Map([...before].map(([id, { reach }]) => [id, reach]));
  const ids = stands.map(({ objectiveId }) => objectiveId);
  const reach = reachFrom(ids, { graph: graphOf(stands), active }, known);
  return stands.map(({ links, keyResults, ...each }) => ({
    ...each,
    energy: each.energy,
    reach: reach.get(each.objectiveId) ?? known.get(each.objectiveId) ?? [],
    above: [...new Set(links.flatMap(([, , above]) => (above === null ? [] : [above])))].sort(),
    keyResults: keyResults.length,
    measurable: keyResults.filter(([owned, type, valued, progressed]) =>
      isMeasurable({ owned, type, valued, progressed }),
    ).length,
  }));
}

function graphOf(stands: readonly Stands[]): SupportGraph {
  const objectiveOf = new Map<string, string>();
  const parentsOf = new Map(
    stands.map(({ objectiveId, links }) => [
      objectiveId,
      links.map(([kind, id, above]) => {
        if (kind === "key-result" && above !== null) objectiveOf.set(id, above);
        return { kind, id };
      }),
    ]),
  );
  return { parentsOf, objectiveOf };
}

/** Those of the facts that differ from what was counted. */
export function changedFacts(facts: readonly Kept[], before: ReadonlyMap<string, Kept>): Kept[] {
  return facts.filter((each) => {
    const was = before.get(each.objectiveId);
    return !was || canonical(was) !== canonical(each);
  });
}

/** Cycle → its sums after the change, for every cycle that the change touches. */
export function countsAfter(
  counted: ReadonlyMap<string, Counts>,
  changes: readonly { before: Kept | null; after: Kept | null }[],
): Map<string, Counts> {
  const sums = new Map<string, Counts>();
  const take = (cycleId: string, before: Kept | null, after: Kept | null) =>
    sums.set(cycleId, recount(sums.get(cycleId) ?? counted.get(cycleId) ?? noCounts, before, after));
  for (const { before, after } of changes) {
    if (before) take(before.cycleId, before, null);
    if (after) take(after.cycleId, null, after);
  }
  return sums;
}

/** The index with its parts as a day's history keeps them. */
export function dayOf(
  counts: Counts,
  imperatives: readonly { id: string; priorityShare: Decimal | null }[],
  understood: Understood | null,
) {
  const { index, parts } = alignmentIndex({ counts, imperatives, understood });
  return { index, parts: Object.fromEntries(parts.map(({ part, value }) => [part, value])) };
}

function canonical({ objectiveId: _, energy, reach, above, ...facts }: Kept): string {
  const { cycleId, counted, leaf, upkeep, headcount, keyResults, measurable } = facts;
  const figures = [cycleId, counted, leaf, upkeep, headcount, energy === null ? null : Number(energy)];
  return JSON.stringify([...figures, keyResults, measurable, reach, above]);
}
