import { weekOf } from "./weeks.ts";

/** A check-in that falls due in a cycle, as SQL takes it: what came after the one before it and up to it answers it. */
export interface DueInCycle {
  cycleId: string;
  /** Instants; `after` is null for the first of the cycle. */
  after: string | null;
  at: string;
  week: number;
}

/**
 * The check-ins of a cycle that have fallen due, with the week each counts in. `dues`: their days and instants in
 * milliseconds, in order; `since` and `now`: the first and the last instant that is looked at.
 */
export function dueInWeeks(
  cycleId: string,
  dues: readonly { on: string; at: number }[],
  { start, since, now }: { start: string; since: number; now: number },
): DueInCycle[] {
  const instant = (at: number) => new Date(at).toISOString();
  return dues.flatMap(({ on, at }, nth) => {
    if (at < since || at > now) return [];
    const before = dues[nth - 1];
    return [{ cycleId, after: before ? instant(before.at) : null, at: instant(at), week: weekOf(on, start) }];
  });
}
