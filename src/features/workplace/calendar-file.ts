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

/** Days on which a team comes in together. */
export interface TeamDays {
  team: string;
  days: readonly string[];
}

/** All-day events, consecutive days alike in one, and anchor days beside them; `stamp` is the instant of writing, UTC. */
export function calendarOf(
  days: readonly PlannedDay[],
  anchors: readonly TeamDays[],
  memberId: string,
  stamp: string,
): string {
  const calendar = new ICAL.Component(["vcalendar", [], []]);
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Throughline//Presence//EN");
  calendar.updatePropertyWithValue("method", "PUBLISH");
  for (const { first, last } of runsOf(days)) {
    const { at, office } = first;
    const summary = office ? `Office, ${office.name}` : words[at].summary;
    const event = wholeDays({
      uid: `${first.day}-${memberId}@throughline`,
      stamp,
      first: first.day,
      last: last.day,
      summary,
    });
    if (office?.place) event.updatePropertyWithValue("location", office.place);
    // Where one works blocks nobody's time; a day off does.
    event.updatePropertyWithValue("transp", at === "off" ? "OPAQUE" : "TRANSPARENT");
    event.updatePropertyWithValue("x-microsoft-cdo-busystatus", words[at].busy);
    event.updatePropertyWithValue("x-microsoft-cdo-alldayevent", "TRUE");
    event.updatePropertyWithValue("x-throughline-presence", at);
    calendar.addSubcomponent(event);
  }
  for (const { day, teams } of byDay(anchors)) {
    const uid = `anchor-${day}-${memberId}@throughline`;
    const event = wholeDays({ uid, stamp, first: day, last: day, summary: `Anchor day, ${teams.join(" and ")}` });
    event.updatePropertyWithValue("transp", "TRANSPARENT");
    // By which a file of ours that is read again knows that nobody planned this.
    event.updatePropertyWithValue(anchorProperty, "TRUE");
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

export const anchorProperty = "x-throughline-anchor-day";

function wholeDays({
  uid,
  stamp,
  first,
  last,
  summary,
}: Record<"uid" | "stamp" | "first" | "last" | "summary", string>) {
  const event = new ICAL.Component("vevent");
  event.updatePropertyWithValue("uid", uid);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromDateTimeString(`${stamp.slice(0, 19)}Z`));
  event.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(first));
  event.updatePropertyWithValue("dtend", ICAL.Time.fromDateString(addDays(last, 1)));
  event.updatePropertyWithValue("summary", summary);
  return event;
}

function byDay(anchors: readonly TeamDays[]): { day: string; teams: string[] }[] {
  const days = [...new Set(anchors.flatMap((each) => each.days))].sort();
  return days.map((day) => ({ day, teams: anchors.filter((each) => each.days.includes(day)).map(({ team }) => team) }));
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
