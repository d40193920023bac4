import { Temporal } from "temporal-polyfill";

export type Weekday = "1" | "2" | "3" | "4" | "5" | "6" | "7";

/** A plain date with its ISO weekday, so that a rule asked for many people finds it once. */
export interface Day {
  date: string;
  weekday: Weekday;
}

/** The seven days of the week that a day lies in, for weeks that begin on an ISO weekday (1 is Monday). */
export function weekAround(date: string, weekStartsOn: number): Day[] {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return daysFrom(addDays(date, -((dayOfWeek - weekStartsOn + 7) % 7)), 7);
}

/** So many days from a first one. */
export function daysFrom(first: string, count: number): Day[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, at) => dayOf(start.add({ days: at })));
}

/** Both ends included; none where they are reversed. */
export function daysBetween(first: string, last: string): Day[] {
  return daysFrom(first, Math.max(0, spanOf(first, last)));
}

/** How many days from first to last, both counted. */
export function spanOf(first: string, last: string): number {
  return Temporal.PlainDate.from(first).until(Temporal.PlainDate.from(last)).days + 1;
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

export function weekdayOf(date: string): Weekday {
  return dayOf(Temporal.PlainDate.from(date)).weekday;
}

/** The local day at an instant. */
export function dayAt(now: Temporal.Instant, timeZone: string): string {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** "09:12" by the clock of a zone. */
export function timeAt(now: Temporal.Instant, timeZone: string): string {
  return now.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: "minute" });
}

/** Minutes that a zone's clock is ahead of another's at an instant; negative behind. */
export function minutesAhead(now: Temporal.Instant, timeZone: string, of: string): number {
  const offset = (zone: string) => now.toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;
  return offset(timeZone) - offset(of);
}

function dayOf(date: Temporal.PlainDate): Day {
  return { date: date.toString(), weekday: String(date.dayOfWeek) as Weekday };
}
