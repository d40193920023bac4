interface Planned {
  id: string;
  state: string;
  /** YYYY-MM-DD, as the last day is. */
  startsOn: string;
  endsOn: string;
}

interface Cycles<Cycle> {
  items: readonly Cycle[];
  currentId: string | null;
}

/**
 * The cycle in which something waits for the reader, `waiting` in the order of their closing; without one the next that
 * is planned and not over by this day, the current one where none is, else the last.
 */
export function cycleToPlan<Cycle extends Planned>(
  { items, currentId }: Cycles<Cycle>,
  today: string,
  waiting: readonly string[],
): Cycle {
  const awaits = waiting.map((cycleId) => items.find(({ id }) => id === cycleId)).find((cycle) => cycle !== undefined);
  if (awaits) return awaits;
  const planned = items
    .filter(({ state, endsOn }) => state === "planning" && endsOn >= today)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return planned[0] ?? items.find(({ id }) => id === currentId) ?? (items[0] as Cycle);
}
