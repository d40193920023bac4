/** On which days an event of an iCalendar file lies, found within the work that one file may ask for. */
import ICAL from "ical.js";

/** Steps that may be looked at: of one event that repeats, and of all that a file holds. */
const [ofOne, ofAll] = [10_000, 20_000];
/** Steps that it is worth to find the days of a month or of a year. */
const [month, year] = [20, 150];
/** Values that a rule may list. */
const mostListed = 100;

export interface Span {
  startsOn: string;
  endsOn: string;
}

/** What one file has cost so far. */
export class Work {
  #left = ofAll;
  #leftOfOne = ofOne;

  /** The next event has its own share of what is left. */
  begin(): void {
    this.#leftOfOne = ofOne;
    this.spendOfAll(1);
  }

  /** Steps of the event itself. */
  spend(steps: number): void {
    this.#leftOfOne -= steps;
    if (this.#leftOfOne < 0) throw new TooOften();
    this.spendOfAll(steps);
  }

  spendOfAll(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooMuch();
  }
}

class TooOften extends Error {}
/** Nothing more of the file is read. */
export class TooMuch extends Error {}
/** A rule has no day any more that may be planned. */
class Over extends Error {}

/** Where the days of an event are looked for. */
export interface Looking {
  /** The first and the last day that may be planned. */
  first: string;
  last: string;
  /** Occurrences that stand as events of their own, by the id of what repeats. */
  moved: ReadonlyMap<string, ReadonlySet<string>>;
  work: Work;
}

/** Why an event is not read whose days cannot be found. */
export function whyNot(cause: unknown): string {
  return cause instanceof TooOften ? "It repeats too often to be read." : "It is not written as calendars write it.";
}

export function dateOf(time: unknown): string | null {
  return time instanceof ICAL.Time ? time.toString().slice(0, 10) : null;
}

/** Empty as well where the library cannot read it. */
export function textOf(event: ICAL.Component, property: string): string {
  try {
    const value = event.getFirstPropertyValue(property);
    return typeof value === "string" ? value.trim() : "";
  } catch {
    return "";
  }
}

/** The days of an event within what may be planned, or why none is read; what the library throws, it throws. */
export function spansOf(event: ICAL.Component, looking: Looking): Span[] | string {
  if (textOf(event, "status").toUpperCase() === "CANCELLED") return "It was cancelled.";
  const start = event.getFirstPropertyValue("dtstart");
  if (!(start instanceof ICAL.Time)) return "It has no first day.";
  if (!start.isDate) return "It has a time of day, and only whole days are read. Make it an all-day event.";
  const lasting = durationOf(event, start);
  if (lasting?.isNegative) return "It ends before it begins.";
  const length = Math.max(1, lasting ? lasting.weeks * 7 + lasting.days : 1);
  const starts = startsOf(event, start, looking);
  if (typeof starts === "string") return starts;
  const { first, last } = looking;
  const spans = starts
    .map((day) => ({ startsOn: day, endsOn: later(day, length - 1) }))
    .filter(({ startsOn, endsOn }) => endsOn >= first && startsOn <= last)
    .map(({ startsOn, endsOn }) => ({
      startsOn: startsOn < first ? first : startsOn,
      endsOn: endsOn > last ? last : endsOn,
    }));
  return spans.length > 0 ? spans : `None of its days lies between ${first} and ${last}.`;
}

/** As addDays of weeks, for thousands of days; throws where either is none. */
function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function durationOf(event: ICAL.Component, start: ICAL.Time): ICAL.Duration | null {
  const end = event.getFirstPropertyValue("dtend");
  if (end instanceof ICAL.Time) return end.subtractDate(start);
  const duration = event.getFirstPropertyValue("duration");
  return duration instanceof ICAL.Duration ? duration : null;
}

/** In order, each once: the first day, what rules and lists add, without what was left out or moved. */
function startsOf(event: ICAL.Component, start: ICAL.Time, looking: Looking): string[] | string {
  const only = dateOf(start) as string;
  if (event.hasProperty("recurrence-id")) return [only];
  const days = new Set([only, ...datesIn(event, "rdate", looking.work)]);
  for (const rule of valuesOf(event, "rrule")) {
    if (!(rule instanceof ICAL.Recur)) continue;
    if (!wholeDays.includes(rule.freq)) return "It repeats within a day, and only whole days are read.";
    if (Object.values(rule.parts).flat().length > mostListed) return "It repeats in a way that is too long to be read.";
    for (const day of daysOfRule(rule, start, looking)) days.add(day);
  }
  const without = new Set(datesIn(event, "exdate", looking.work));
  const elsewhere = looking.moved.get(textOf(event, "uid"));
  return [...days].filter((day) => !without.has(day) && !elsewhere?.has(day)).sort();
}

const wholeDays = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];

function datesIn(event: ICAL.Component, property: string, work: Work): string[] {
  const values = valuesOf(event, property);
  work.spend(values.length);
  return values.flatMap((value) => dateOf(value) ?? []);
}

function valuesOf(event: ICAL.Component, property: string): unknown[] {
  return event.getAllProperties(property).flatMap((each) => each.getValues());
}

function* daysOfRule(rule: ICAL.Recur, start: ICAL.Time, { last, work }: Looking): Generator<string> {
  try {
    const occurrences = new Counted(rule, start, Number(last.slice(0, 4)), work);
    for (let day = dateOf(occurrences.next()); day && day <= last; day = dateOf(occurrences.next())) yield day;
  } catch (cause) {
    if (!(cause instanceof Over)) throw cause;
  }
}

/** Looks for the days of a rule step by step: each step costs, and after the last year there is none. */
class Counted extends ICAL.RecurIterator {
  readonly #lastYear: number;
  readonly #work: Work;

  constructor(rule: ICAL.Recur, dtstart: ICAL.Time, lastYear: number, work: Work) {
    // The library looks for the first day while it is made; it waits until it is known what that may cost.
    super({ rule, dtstart, initialized: true });
    this.#lastYear = lastYear;
    this.#work = work;
    this.fromData({ rule, dtstart });
  }

  override check_contracting_rules(): boolean {
    this.#work.spend(1);
    return super.check_contracting_rules();
  }

  override increment_monthday(days: number): void {
    this.#work.spend(Math.ceil(days / 7));
    super.increment_monthday(days);
  }

  override increment_month(): void {
    this.#work.spend(month);
    super.increment_month();
  }

  override increment_year(years: number): void {
    super.increment_year(years);
    if (this.last.year > this.#lastYear) throw new Over();
  }

  override expand_year_days(of: number): number {
    this.#work.spend(year);
    return super.expand_year_days(of);
  }
}
