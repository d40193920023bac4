/**
 * A person's own hours as instants (PRODUCT: "from members' working hours and zones on the actual date"): their zone's
 * clock on each day, so that both days on which clocks change are right in every zone.
 */
import { Temporal } from "temporal-polyfill";
import { both, joined, type Span, without } from "./spans.ts";
import type { Day, Weekday } from "./week.ts";

/** Local times "HH:MM", "24:00" for midnight at the end of the day. */
type Hours = readonly [start: string, end: string];
export type ByWeekday = Readonly<Partial<Record<Weekday, Hours>>>;

/** Hours that a team agreed on; without a zone by everyone's own clock. */
export interface AgreedHours {
  days: readonly Weekday[];
  from: string;
  to: string;
  timeZone: string | null;
}

export interface HoursOf {
  timeZone: string;
  /** A weekday that is absent is not worked. */
  workingHours: ByWeekday;
  /** Kept free for one's own work. */
  focusTimes: ByWeekday;
  /** Whether the person is off: days off, a holiday, or a plan that says so. */
  isOff: (day: Day) => boolean;
  meetingFree: readonly AgreedHours[];
  coreHours: readonly AgreedHours[];
}

export interface OwnTimes {
  /** Own hours, on days that are worked. */
  worked: Span[];
  /** Whole local days that are not: off, a holiday, a weekday without hours. */
  off: Span[];
  focus: Span[];
  /** Hours that a team keeps without meetings. */
  meetingFree: Span[];
  /** Core hours of any of their teams; null where none agreed on any. */
  core: Span[] | null;
}

/** Finds the instant of a local day and time, in milliseconds since 1970; what was found is remembered. */
export type Clocks = (timeZone: string, date: string, time: string) => number;

/**
 * A time that is left out when clocks go forward is that much later, as iCalendar has it (RFC 5545, 3.3.5); one that
 * comes twice is the first.
 */
export function zoneClocks(): Clocks {
  const found = new Map<string, number>();
  return (timeZone, date, time) => {
    const key = `${timeZone} ${date} ${time}`;
    const already = found.get(key);
    if (already !== undefined) return already;
    const day = Temporal.PlainDate.from(date);
    const asked = time === "24:00" ? { day: day.add({ days: 1 }), at: "00:00" } : { day, at: time };
    const { epochMilliseconds } = asked.day.toZonedDateTime({ timeZone, plainTime: asked.at });
    found.set(key, epochMilliseconds);
    return epochMilliseconds;
  };
}

/** Whether this zone is known here: a person of none has no hours to share. */
export function isKnownZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** A person's times on these days by their own clock. */
export function ownTimes(person: HoursOf, days: readonly Day[], clocks: Clocks): OwnTimes {
  const { timeZone, workingHours, focusTimes, isOff, meetingFree, coreHours } = person;
  const isWorked = (day: Day) => workingHours[day.weekday] !== undefined && !isOff(day);
  const local = (hours: Hours | undefined, { date }: Day, zone = timeZone): Span[] =>
    hours ? [[clocks(zone, date, hours[0]), clocks(zone, date, hours[1])]] : [];
  const [working, away] = [days.filter(isWorked), days.filter((day) => !isWorked(day))];
  const agreed = (blocks: readonly AgreedHours[]) =>
    joined(
      blocks.flatMap(({ days: weekdays, from, to, timeZone: zone }) =>
        days.flatMap((day) => (weekdays.includes(day.weekday) ? local([from, to], day, zone ?? timeZone) : [])),
      ),
    );
  return {
    worked: joined(working.flatMap((day) => local(workingHours[day.weekday], day))),
    off: joined(away.flatMap((day) => local(["00:00", "24:00"], day))),
    focus: joined(working.flatMap((day) => local(focusTimes[day.weekday], day))),
    meetingFree: agreed(meetingFree),
    core: coreHours.length > 0 ? agreed(coreHours) : null,
  };
}

/** When somebody can be met within their own hours: without focus times and hours that their team keeps free. */
export function canMeet({ worked, focus, meetingFree }: OwnTimes): Span[] {
  return without(without(worked, focus), meetingFree);
}

/** When everybody can; nothing for nobody. */
export function sharedBy(people: readonly (readonly Span[])[]): Span[] {
  const [first, ...others] = people;
  return first ? others.reduce<Span[]>((shared, spans) => both(shared, spans), [...first]) : [];
}
