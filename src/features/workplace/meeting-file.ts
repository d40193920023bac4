/** A meeting as an iCalendar file (RFC 5545), in its zone's local time, so that calendars keep it when clocks change. */
import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";

export interface MeetingToTake {
  id: string;
  title: string;
  /** An instant. */
  startsAt: string;
  minutes: number;
  timeZone: string;
  weeks: number;
  cancelled: boolean;
}

/** `stamp` is the instant of writing, UTC. */
export function meetingFile(
  { id, title, startsAt, minutes, timeZone, weeks, cancelled }: MeetingToTake,
  stamp: string,
) {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
  const calendar = new ICAL.Component(["vcalendar", [], []]);
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Throughline//Meeting//EN");
  calendar.updatePropertyWithValue("method", cancelled ? "CANCEL" : "PUBLISH");
  calendar.addSubcomponent(zoneOf(start, start.add({ weeks: weeks - 1, minutes })));
  const event = new ICAL.Component("vevent");
  event.updatePropertyWithValue("uid", `${id}@throughline`);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(`${stamp.slice(0, 19)}Z`));
  event.addPropertyWithValue("dtstart", localTime(start)).setParameter("tzid", timeZone);
  event.addPropertyWithValue("duration", ICAL.Duration.fromSeconds(minutes * 60));
  event.updatePropertyWithValue("summary", title);
  if (weeks > 1) event.updatePropertyWithValue("rrule", ICAL.Recur.fromString(`FREQ=WEEKLY;COUNT=${weeks}`));
  if (cancelled) event.updatePropertyWithValue("status", "CANCELLED");
  calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** The offsets that hold from the first time to the last: one at its start, and one for each change of clocks after. */
function zoneOf(start: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): ICAL.Component {
  const zone = new ICAL.Component("vtimezone");
  zone.updatePropertyWithValue("tzid", start.timeZoneId);
  const began = start.getTimeZoneTransition("previous") ?? start;
  for (let at: Temporal.ZonedDateTime | null = began; at && isBefore(at, end); at = at.getTimeZoneTransition("next")) {
    const offsetBefore = at.subtract({ nanoseconds: 1 }).offset;
    const part = new ICAL.Component(at.offset > offsetBefore ? "daylight" : "standard");
    // The local time at which it begins is told by the clock before.
    part.updatePropertyWithValue("dtstart", localTime(at.toInstant().toZonedDateTimeISO(offsetBefore)));
    part.updatePropertyWithValue("tzoffsetfrom", ICAL.UtcOffset.fromString(offsetBefore));
    part.updatePropertyWithValue("tzoffsetto", ICAL.UtcOffset.fromString(at.offset));
    zone.addSubcomponent(part);
  }
  return zone;
}

function isBefore(one: Temporal.ZonedDateTime, other: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(one, other) < 0;
}

function localTime(at: Temporal.ZonedDateTime): ICAL.Time {
  return ICAL.Time.fromDateTimeString(at.toPlainDateTime().toString({ smallestUnit: "second" }));
}
