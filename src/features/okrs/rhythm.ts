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
  const dues = duesOf(rhythm, period, timeZone);
  const passed = dues.filter(({ at }) => at <= now.epochMilliseconds);
  return { next: dues[passed.length] ?? null, passed: passed.slice(-3).reverse() };
}

/** The first check-in due after an instant (milliseconds): the one a key result made then starts with. */
export function firstDueAfter(rhythm: Rhythm, period: Period, timeZone: string, since: number): Due | null {
  return duesOf(rhythm, period, timeZone).find(({ at }) => at > since) ?? null;
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

/** Calendar arithmetic is slow and a rhythm rarely changes, so the last ones asked for are remembered. */
const remembered = new Map<string, Due[]>();
const mostRemembered = 500;

/** Every check-in of a cycle, in order. */
export function duesOf(rhythm: Rhythm, period: Period, timeZone: string): Due[] {
  const key = JSON.stringify([rhythm.weeks, rhythm.day, rhythm.time, period.startsOn, period.endsOn, timeZone]);
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const dues = countedDues(rhythm, period, timeZone);
  remembered.set(key, dues);
  return dues;
}

function countedDues(rhythm: Rhythm, period: Period, timeZone: string): Due[] {
  const last = Temporal.PlainDate.from(period.endsOn);
  const plainTime = Temporal.PlainTime.from(rhythm.time);
  const dues: Due[] = [];
  for (
    let on = firstDue(rhythm, period);
    Temporal.PlainDate.compare(on, last) <= 0;
    on = on.add({ weeks: rhythm.weeks })
  ) {
    dues.push({ on: on.toString(), at: on.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds });
  }
  return dues;
}

function firstDue({ weeks, day }: Rhythm, { startsOn }: Period): Temporal.PlainDate {
  const start = Temporal.PlainDate.from(startsOn).add({ weeks: weeks - 1 });
  return start.add({ days: (day - start.dayOfWeek + 7) % 7 });
}
