/** What an iCalendar file says about where somebody will be: whole days in known words, and a reason for every other. */
import { setImmediate as others } from "node:timers/promises";
import ICAL from "ical.js";
import { dateOf, type Looking, type Span, spansOf, TooMuch, textOf, Work, whyNot } from "./calendar-days.ts";
import { anchorProperty } from "./calendar-file.ts";
import type { At } from "./presence.ts";
import { daysBetween } from "./week.ts";

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

interface InFile extends Given, Looking {
  /** Events so far that plan something. */
  planning: number;
  /** The days that may be planned, in order. */
  dates: readonly string[];
}

/** Events that one file may plan with, and times off that it may hold. */
const mostEntries = 366;
/** Milliseconds after which others have their turn. */
const aTurn = 10;
/** Characters of an event's title that are shown again; nothing of it is kept. */
const shown = 120;

/** null where it is no iCalendar file. */
export async function readCalendar(content: string, given: Given): Promise<Reading | null> {
  const events = eventsIn(content);
  if (!events) return null;
  const lines = linesOfEvents(content);
  const reading: Reading = { days: [], timeOff: [], notUnderstood: [] };
  const dates = daysBetween(given.first, given.last).map(({ date }) => date);
  const found = { moved: movedDays(events), work: new Work(), planning: 0, dates };
  const looking: InFile = { ...given, sites: given.sites.map(lowered), ...found };
  let turn = performance.now();
  for (const [nth, event] of events.entries()) {
    if (performance.now() - turn > aTurn) {
      await others();
      turn = performance.now();
    }
    const line = lines[nth] ?? 0;
    const reason = readEvent(event, line, looking, reading);
    if (reason === null) continue;
    const text = titleOf(event);
    if (reason === enough) {
      reading.notUnderstood.push({ line, text, reason: theRest(events.length - nth) });
      break;
    }
    reading.notUnderstood.push({ line, text, reason });
  }
  return reading;
}

const enough = Symbol("nothing more of the file is read");

function theRest(left: number): string {
  const which = left === 1 ? "This event is not read" : `This event and the ${left - 1} after it are not read`;
  return `${which}: of a file ${mostEntries} events are read, and fewer that repeat often. Export fewer days.`;
}

/** Why nothing of it is read; null where it is, or where it is no plan of anybody. */
function readEvent(event: ICAL.Component, line: number, looking: InFile, reading: Reading) {
  try {
    if (looking.planning >= mostEntries || reading.timeOff.length >= mostEntries) return enough;
    looking.work.begin();
    // An anchor day that we wrote into the file ourselves.
    if (event.hasProperty(anchorProperty)) return null;
    const place = placeSaid(event, looking);
    const spans = place ? spansOf(event, looking) : unknownWords;
    if (!place || typeof spans === "string") return spans as string;
    take(reading, { line, text: titleOf(event), ...place }, spans, looking);
    looking.planning++;
    return null;
  } catch (cause) {
    return cause instanceof TooMuch ? enough : whyNot(cause);
  }
}

function titleOf(event: ICAL.Component): string {
  return textOf(event, "summary").slice(0, shown);
}

const unknownWords =
  "It says neither home, office, the name of a site, travel nor out of office. Write one of them as its title.";

interface Entry {
  line: number;
  text: string;
  at: At;
  siteId: string | null;
}

function take(reading: Reading, entry: Entry, spans: readonly Span[], { work, dates }: InFile): void {
  const { line, text, at, siteId } = entry;
  if (at === "off") {
    work.spendOfAll(spans.length);
    reading.timeOff.push(...spans.map((span) => ({ line, text, ...span })));
    return;
  }
  const days = dates.filter((day) => spans.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn));
  work.spendOfAll(days.length);
  for (const day of days) {
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
    const day = movedDay(event);
    if (!day) continue;
    const uid = textOf(event, "uid");
    moved.set(uid, (moved.get(uid) ?? new Set()).add(day));
  }
  return moved;
}

function movedDay(event: ICAL.Component): string | null {
  try {
    return dateOf(event.getFirstPropertyValue("recurrence-id"));
  } catch {
    return null;
  }
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
  return sites.find(({ name, place }) => [name, place].some((word) => word !== "" && said.includes(word)));
}

function lowered({ id, name, place }: Site): Site {
  return { id, name: name.toLocaleLowerCase(), place: place.toLocaleLowerCase() };
}

function isAt(word: string): word is At {
  return word === "home" || word === "office" || word === "travel" || word === "off";
}
