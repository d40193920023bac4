/**
 * The public holidays of countries and their parts, from a kept library (decision 023) that is loaded when the first
 * site with a country is asked for: most of it is data.
 */
import { Temporal } from "temporal-polyfill";

type Library = typeof import("date-holidays").default;

let library: Promise<Library> | undefined;
const known = new Map<string, Promise<Record<string, string>>>();
/** Countries and years remembered at once. */
const most = 500;

export interface Calendar {
  country: string;
  region: string;
  timeZone: string;
}

/** Date → name, in English, of the days that are public holidays there at noon; none without a country. */
export async function publicHolidays(of: Calendar, years: readonly number[]): Promise<Record<string, string>> {
  if (of.country === "") return {};
  const found = await Promise.all(years.map((year) => inYear(of, year)));
  return Object.assign({}, ...found);
}

/** The site's own calendar laid over the public one: a named day is added, one without a name is struck. */
export function withOwn(
  publicOnes: Readonly<Record<string, string>>,
  own: readonly { day: string; name: string | null }[],
): Record<string, string> {
  const struck = new Set(own.map(({ day }) => day));
  const kept = Object.entries(publicOnes).filter(([day]) => !struck.has(day));
  const added = own.flatMap(({ day, name }) => (name === null ? [] : [[day, name] as const]));
  return Object.fromEntries([...kept, ...added]);
}

interface Part {
  code: string;
  name: string;
}

/** By name. */
export async function knownCountries(): Promise<Part[]> {
  const Holidays = await load();
  return parts(new Holidays().getCountries("en"));
}

export async function partsOf(country: string): Promise<Part[]> {
  const Holidays = await load();
  return country === "" ? [] : parts(new Holidays().getStates(country, "en"));
}

function parts(named: Record<string, string> | undefined): Part[] {
  return Object.entries(named ?? {})
    .map(([code, name]) => ({ code, name }))
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

function inYear(of: Calendar, year: number): Promise<Record<string, string>> {
  const key = `${of.country} ${of.region} ${of.timeZone} ${year}`;
  const already = known.get(key);
  if (already) return already;
  if (known.size >= most) known.clear();
  const reading = read(of, year);
  known.set(key, reading);
  return reading;
}

async function read({ country, region, timeZone }: Calendar, year: number): Promise<Record<string, string>> {
  const Holidays = await load();
  const calendar = region === "" ? new Holidays(country) : new Holidays(country, region);
  calendar.setTimezone(timeZone);
  const days = calendar
    .getHolidays(year, "en")
    .filter(({ type }) => type === "public")
    .flatMap(({ start, end, name }) => daysAtNoon(start, end, timeZone).map((day) => [day, name] as const));
  // The first name of a day stays: the main holiday comes before what falls on the same day.
  return Object.fromEntries(days.reverse());
}

/** Where holidays begin at sunset or end at noon, the day is the one whose noon lies within. */
function daysAtNoon(start: Date, end: Date, timeZone: string): string[] {
  const zoned = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(timeZone);
  const until = zoned(end);
  const days: string[] = [];
  for (let day = zoned(start).toPlainDate(); ; day = day.add({ days: 1 })) {
    const noon = day.toZonedDateTime({ timeZone, plainTime: "12:00" });
    if (Temporal.ZonedDateTime.compare(noon, until) >= 0) return days;
    if (Temporal.ZonedDateTime.compare(noon, zoned(start)) >= 0) days.push(day.toString());
  }
}

function load(): Promise<Library> {
  library ??= import("date-holidays").then((module) => module.default);
  return library;
}
