/** The days on which the index of a cycle changed, as far as they tell of work. */

export interface Day {
  /** YYYY-MM-DD */
  day: string;
  index: string | null;
  parts: Record<string, string | null>;
}

/**
 * What was counted while a cycle was planned tells of forms half filled in: one objective, linked, reads 100. So the
 * history begins with the cycle's first day, at what had been counted until then, and a cycle in planning has none.
 */
export function historyOf({
  startsOn,
  state,
  history,
}: {
  startsOn: string;
  state: string;
  /** In the order of days. */
  history: readonly Day[];
}): Day[] {
  if (state === "planning") return [];
  const before = history.findLast(({ day }) => day <= startsOn);
  const since = history.filter(({ day }) => day > startsOn);
  return before ? [{ ...before, day: startsOn }, ...since] : since;
}
