import type { Period } from "./pace.ts";

/**
 * The cycle a page opens on: the shortest active one that today lies in, else one that is closing, else any active one;
 * null before the first is active.
 */
export function currentCycle<Cycle extends Period & { cycleState: string }>(
  cycles: readonly Cycle[],
  today: string,
): Cycle | null {
  const fits = ({ cycleState, startsOn, endsOn }: Cycle) =>
    cycleState === "active" && startsOn <= today && today <= endsOn;
  const shortestFirst = cycles.toSorted(
    (one, other) => length(one) - length(other) || other.startsOn.localeCompare(one.startsOn),
  );
  return (
    shortestFirst.find(fits) ??
    shortestFirst.find(({ cycleState }) => cycleState === "closing") ??
    shortestFirst.find(({ cycleState }) => cycleState === "active") ??
    null
  );
}

function length({ startsOn, endsOn }: Period): number {
  return Date.parse(endsOn) - Date.parse(startsOn);
}
