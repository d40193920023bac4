/** Where the policies of the strategy map stand: pure. */

type Named = readonly { id: string }[];
/** What of the map's answer can be tied to a policy. */
interface OnMap {
  imperatives: Named;
  objectives: Named;
  keyResults: Named;
}

/** A policy that a line runs through: the imperatives it serves, the key results it should move. */
export interface Through {
  id: string;
  title: string;
  state: string;
  imperativeIds: readonly string[];
  keyResults: readonly { id: string; objectiveId: string }[];
}

/** Pixels. */
const rowHeight = 52;

/** Those that something on this map is tied to, with where they stand below it. */
export function placedPolicies(through: readonly Through[], answer: OnMap, top: number) {
  const there = new Set([...answer.imperatives, ...answer.keyResults, ...answer.objectives].map(({ id }) => id));
  const tied = through.filter(
    ({ imperativeIds, keyResults }) =>
      imperativeIds.some((id) => there.has(id)) || keyResults.some(({ objectiveId }) => there.has(objectiveId)),
  );
  const first = top + rowHeight;
  const placed = tied.map((policy, at) => ({ policy, y: first + at * rowHeight }));
  return { placed, height: placed.length === 0 ? top : first + placed.length * rowHeight };
}

export type PlacedPolicy = ReturnType<typeof placedPolicies>["placed"][number];
