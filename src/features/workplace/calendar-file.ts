/** A plan as an iCalendar file (RFC 5545), in the words that calendars have for where somebody works. */
import ICAL from "ical.js";
import type { At } from "./presence.ts";
import { addDays } from "./week.ts";

export interface PlannedDay {
  day: string;
  at: At;
  /** The name and city of the office. */
  office: { name: string; place: string } | null;
}

/** All-day events, consecutive days alike in one; `stamp` is the instant of writing, UTC. */
export function calendarOf(days: readonly PlannedDay[], memberId: string, stamp: string): string {
  const calendar = new ICAL.Component(["vcalendar", [], []]);
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Throughline//Presence//EN");
  calendar.updatePropertyWithValue("method", "PUBLISH");
  for (const { first, last } of runsOf(days)) {
    const event = new ICAL.Component("vevent");
    const { at, office } = first;
    event.updatePropertyWithValue("uid", `${first.day}-${memberId}@throughline`);
    event.updatePropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(`${stamp.slice(0, 19)}Z`));
    event.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(first.day));
    event.updatePropertyWithValue("dtend", ICAL.Time.fromDateString(addDays(last.day, 1)));
    event.updatePropertyWithValue("summary", office ? `Office, ${office.name}` : words[at].summary);
    if (office?.place) event.updatePropertyWithValue("location", office.place);
    // Where one works blocks nobody's time; a day off does.
    event.updatePropertyWithValue("transp", at === "off" ? "OPAQUE" : "TRANSPARENT");
    event.updatePropertyWithValue("x-microsoft-cdo-busystatus", words[at].busy);
    event.updatePropertyWithValue("x-microsoft-cdo-alldayevent", "TRUE");
    event.updatePropertyWithValue("x-throughline-presence", at);
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

/** As Outlook calls them: FREE, WORKINGELSEWHERE, OOF ("out of facility"). */
const words: Record<At, { summary: string; busy: string }> = {
  home: { summary: "Home", busy: "WORKINGELSEWHERE" },
  office: { summary: "Office", busy: "FREE" },
  travel: { summary: "Travel", busy: "WORKINGELSEWHERE" },
  off: { summary: "Out of office", busy: "OOF" },
};

function runsOf(days: readonly PlannedDay[]) {
  const runs: { first: PlannedDay; last: PlannedDay }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const goesOn =
      run &&
      addDays(run.last.day, 1) === day.day &&
      run.first.at === day.at &&
      run.first.office?.name === day.office?.name;
    if (goesOn) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}
