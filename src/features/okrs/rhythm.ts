import { Temporal } from "temporal-polyfill";
import type { Period } from "./pace.ts";

/** Every N weeks on an ISO weekday (1 is Monday), by a local time ("17:00"). */
export interface Rhythm {
  weeks: number;
  day: number;
  time: string;
}

/** A check-in that is due: its day, and the instant in milliseconds since 1970. */
export interface Due {
  on: string;
  at: number;
}

/** Where a cycle's rhythm stands at an instant. */
export interface RhythmNow {
  next: Due | null;
  /** Those that were due, the latest first, three at most. */
  passed: Due[];
}

/**
 * The check-ins of a cycle: the first at the end of its first N weeks (weekly: the first such weekday on or after its
 * first day), then every N weeks up to its last day. Local times are those of the organisation, through clock changes.
 */
export function rhythmAt(rhythm: Rhythm, period: Period, timeZone: string, now: Temporal.Instant): RhythmNow {
  const passed = duesPassed(rhythm, period, timeZone, now);
  const due = (index: number) => dueOf(rhythm, period, timeZone, index);
  return { next: due(passed), passed: [passed - 1, passed - 2, passed - 3].flatMap((index) => due(index) ?? []) };
}

/** The first check-in due after an instant (milliseconds): the one a key result made then starts with. */
export function firstDueAfter(rhythm: Rhythm, period: Period, timeZone: string, since: number): Due | null {
  const passed = duesPassed(rhythm, period, timeZone, Temporal.Instant.fromEpochMilliseconds(since));
  return dueOf(rhythm, period, timeZone, passed);
}

/**
 * Whether the last two due check-ins were missed (PRODUCT: "No update"). A check-in answers the first due one at or
 * after it; what was due before the key result was there (`since`) was not missed.
 */
export function lastTwoDueMissed({ passed }: RhythmNow, since: number, lastCheckIn: number | null): boolean {
  const [, secondLast, thirdLast] = passed;
  if (!secondLast || secondLast.at <= since) return false;
  return lastCheckIn === null || (thirdLast !== undefined && lastCheckIn <= thirdLast.at);
}

function duesPassed(rhythm: Rhythm, period: Period, timeZone: string, now: Temporal.Instant): number {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const days = firstDue(rhythm, period).until(today, { largestUnit: "day" }).days;
  if (days < 0) return 0;
  const latest = Math.floor(days / (7 * rhythm.weeks));
  const dueThen = instantOf(firstDue(rhythm, period).add({ weeks: latest * rhythm.weeks }), rhythm, timeZone);
  const passed = dueThen <= now.epochMilliseconds ? latest + 1 : latest;
  return Math.min(passed, countOfDues(rhythm, period));
}

function countOfDues(rhythm: Rhythm, { startsOn, endsOn }: Period): number {
  const last = Temporal.PlainDate.from(endsOn);
  const days = firstDue(rhythm, { startsOn, endsOn }).until(last, { largestUnit: "day" }).days;
  return days < 0 ? 0 : Math.floor(days / (7 * rhythm.weeks)) + 1;
}

function dueOf(rhythm: Rhythm, period: Period, timeZone: string, index: number): Due | null {
  if (index < 0 || index >= countOfDues(rhythm, period)) return null;
  const on = firstDue(rhythm, period).add({ weeks: index * rhythm.weeks });
  return { on: on.toString(), at: instantOf(on, rhythm, timeZone) };
}

function firstDue({ weeks, day }: Rhythm, { startsOn }: Period): Temporal.PlainDate {
  const start = Temporal.PlainDate.from(startsOn).add({ weeks: weeks - 1 });
  return start.add({ days: (day - start.dayOfWeek + 7) % 7 });
}

function instantOf(on: Temporal.PlainDate, { time }: Rhythm, timeZone: string): number {
  return on.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
