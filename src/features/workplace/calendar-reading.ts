/** What an iCalendar file says about where somebody will be: whole days in known words, and a reason for every other. */
import ICAL from "ical.js";
import { anchorProperty } from "./calendar-file.ts";
import type { At } from "./presence.ts";
import { addDays } from "./week.ts";

interface Site {
  id: string;
  name: string;
  place: string;
}

export interface Reading {
  days: { line: number; day: string; at: Exclude<At, "off">; siteId: string | null; text: string }[];
  timeOff: { line: number; startsOn: string; endsOn: string; text: string }[];
  notUnderstood: { line: number; text: string; reason: string }[];
}

interface Given {
  sites: readonly Site[];
  /** What "office" alone means. */
  homeSiteId: string | null;
  /** The first and the last day that may be planned. */
  first: string;
  last: string;
}

/** Occurrences looked at of what repeats: of one event, and of all in a file. */
const [patience, inAll] = [5000, 10_000];
/** Characters of an event's title that are shown again; nothing of it is kept. */
const shown = 120;

/** null where it is no iCalendar file. */
export function readCalendar(content: string, given: Given): Reading | null {
  const events = eventsIn(content);
  if (!events) return null;
  const lines = linesOfEvents(content);
  const reading: Reading = { days: [], timeOff: [], notUnderstood: [] };
  const repeating = { moved: movedDays(events), left: inAll };
  for (const [nth, event] of events.entries()) {
    // An anchor day that we wrote into the file ourselves is no plan of anybody.
    if (event.hasProperty(anchorProperty)) continue;
    const line = lines[nth] ?? 0;
    const text = textOf(event, "summary").slice(0, shown);
    const place = placeSaid(event, given);
    const spans = place && spansOf(event, given, repeating);
    if (!place) reading.notUnderstood.push({ line, text, reason: unknownWords });
    else if (typeof spans === "string") reading.notUnderstood.push({ line, text, reason: spans });
    else if (spans) take(reading, { line, text, ...place }, spans);
  }
  return reading;
}

const unknownWords =
  "It says neither home, office, the name of a site, travel nor out of office. Write one of them as its title.";

interface Repeating {
  /** Occurrences that stand as events of their own, by the id of what repeats. */
  moved: Map<string, Set<string>>;
  /** Occurrences that may still be looked at. */
  left: number;
}

interface Span {
  startsOn: string;
  endsOn: string;
}

function take(reading: Reading, entry: { line: number; text: string; at: At; siteId: string | null }, spans: Span[]) {
  const { line, text, at, siteId } = entry;
  if (at === "off") {
    reading.timeOff.push(...spans.map((span) => ({ line, text, ...span })));
    return;
  }
  for (const { startsOn, endsOn } of spans) {
    for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
      const earlier = reading.days.find((each) => each.day === day);
      if (!earlier) reading.days.push({ line, day, at, siteId, text });
      else if (earlier.at !== at || earlier.siteId !== siteId)
        reading.notUnderstood.push({
          line,
          text,
          reason: `Line ${earlier.line} plans ${day} already. Keep one of the two.`,
        });
    }
  }
}

function eventsIn(content: string): ICAL.Component[] | null {
  try {
    const parsed = ICAL.parse(content);
    const calendars: unknown[] = Array.isArray(parsed[0]) ? parsed : [parsed];
    const components = calendars.map((each) => new ICAL.Component(each as never));
    if (!components.every(({ name }) => name === "vcalendar")) return null;
    return components.flatMap((each) => each.getAllSubcomponents("vevent"));
  } catch {
    return null;
  }
}

/** In which line each event begins, from 1. */
function linesOfEvents(content: string): number[] {
  return content.split(/\r?\n/).flatMap((line, at) => (line.trim().toUpperCase() === "BEGIN:VEVENT" ? [at + 1] : []));
}

function movedDays(events: readonly ICAL.Component[]): Map<string, Set<string>> {
  const moved = new Map<string, Set<string>>();
  for (const event of events) {
    const day = dateOf(event.getFirstPropertyValue("recurrence-id"));
    if (!day) continue;
    const uid = textOf(event, "uid");
    moved.set(uid, (moved.get(uid) ?? new Set()).add(day));
  }
  return moved;
}

/** The days of an event within what may be planned, or why none is read. */
function spansOf(event: ICAL.Component, { first, last }: Given, repeating: Repeating): Span[] | string {
  if (textOf(event, "status").toUpperCase() === "CANCELLED") return "It was cancelled.";
  const start = event.getFirstPropertyValue("dtstart");
  if (!(start instanceof ICAL.Time)) return "It has no first day.";
  if (!start.isDate) return "It has a time of day, and only whole days are read. Make it an all-day event.";
  const { duration } = new ICAL.Event(event);
  const length = Math.max(1, duration.weeks * 7 + duration.days);
  const starts = startsOf(event, start, last, repeating);
  if (starts === null) return "It repeats too often to be read.";
  const spans = starts
    .map((day) => ({ startsOn: day, endsOn: addDays(day, length - 1) }))
    .filter(({ startsOn, endsOn }) => endsOn >= first && startsOn <= last)
    .map(({ startsOn, endsOn }) => ({
      startsOn: startsOn < first ? first : startsOn,
      endsOn: endsOn > last ? last : endsOn,
    }));
  return spans.length > 0 ? spans : `None of its days lies between ${first} and ${last}.`;
}

function startsOf(event: ICAL.Component, start: ICAL.Time, last: string, repeating: Repeating) {
  const only = dateOf(start) as string;
  if (event.hasProperty("recurrence-id") || !(event.hasProperty("rrule") || event.hasProperty("rdate"))) return [only];
  const elsewhere = repeating.moved.get(textOf(event, "uid"));
  const occurrences = new ICAL.Event(event).iterator();
  const starts: string[] = [];
  for (let looked = 0; looked < patience && repeating.left > 0; looked++, repeating.left--) {
    const day = dateOf(occurrences.next());
    if (!day || day > last) return starts;
    if (!elsewhere?.has(day) && day !== starts.at(-1)) starts.push(day);
  }
  return null;
}

function dateOf(time: unknown): string | null {
  return time instanceof ICAL.Time ? time.toString().slice(0, 10) : null;
}

/** The words calendars use, most telling first: our own mark, Outlook's status, then the title. */
function placeSaid(event: ICAL.Component, given: Given): { at: At; siteId: string | null } | null {
  const title = textOf(event, "summary");
  const site = siteIn(`${title} ${textOf(event, "location")}`, given.sites);
  const mark = textOf(event, "x-throughline-presence");
  const at = isAt(mark) ? mark : atSaid(title, textOf(event, "x-microsoft-cdo-busystatus"));
  if (at === "office" || (at === null && site)) {
    const siteId = site?.id ?? given.homeSiteId;
    return siteId === null ? null : { at: "office", siteId };
  }
  return at && { at, siteId: null };
}

function atSaid(title: string, busy: string): At | null {
  if (busy.toUpperCase() === "OOF") return "off";
  return wordsOf.find(([, words]) => words.test(title))?.[0] ?? null;
}

/** In this order: "out of office" is no office, and "home office" is home. */
const wordsOf: [At, RegExp][] = [
  ["off", /\b(out of (the )?office|(day|days|time) off|off|vacation|holidays?|(annual )?leave|pto|ooo)\b/i],
  ["travel", /\b(travel(l?ing)?|business trip|on the road)\b/i],
  ["home", /\b(home( ?office)?|wfh|remote(ly)?)\b/i],
  ["office", /\b(in )?(the )?office\b/i],
];

function siteIn(text: string, sites: readonly Site[]): Site | undefined {
  const said = text.toLocaleLowerCase();
  return sites.find(({ name, place }) =>
    [name, place].some((word) => word !== "" && said.includes(word.toLocaleLowerCase())),
  );
}

function isAt(word: string): word is At {
  return word === "home" || word === "office" || word === "travel" || word === "off";
}

function textOf(event: ICAL.Component, property: string): string {
  const value = event.getFirstPropertyValue(property);
  return typeof value === "string" ? value.trim() : "";
}
