import type { Due, RhythmNow } from "../okrs/public.ts";

export interface DueCheckIn extends Due {
  overdue: boolean;
}

/**
 * Which check-in a key result waits for. A check-in answers the first due date at or after it, so one that comes late
 * answers the next. `since` is when the key result was made, `lastCheckIn` when it was last reported (milliseconds):
 * what was due before it was there is not asked for. Null: nothing is due until the next date has passed.
 */
export function dueCheckIn({ next, passed }: RhythmNow, since: number, lastCheckIn: number | null): DueCheckIn | null {
  const [latest, before] = passed;
  const reportedAfter = (due: Due | undefined) => lastCheckIn !== null && lastCheckIn > (due?.at ?? -Infinity);
  if (latest && latest.at > since && !reportedAfter(before)) return { ...latest, overdue: true };
  return next && !reportedAfter(latest) ? { ...next, overdue: false } : null;
}

/** Whether a check-in may still be corrected: nothing fell due since it was recorded (milliseconds). */
export function isCorrectable({ passed: [latest] }: RhythmNow, recordedAt: number): boolean {
  return recordedAt > (latest?.at ?? -Infinity);
}

/** The city whose clock decides, as people say it: "Europe/Lisbon" is Lisbon. */
export function placeOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
