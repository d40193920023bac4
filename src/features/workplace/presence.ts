/** Where somebody plans to be on a day (PRODUCT: presence). Planned by themselves, never found out. */
import type { Day, Weekday } from "./week.ts";

export type At = "home" | "office" | "travel" | "off";

export interface Place {
  at: At;
  /** The office; null anywhere else. */
  siteId: string | null;
}

export type UsualDays = Partial<Record<Weekday, Place>>;

/** Everything that was planned about one member's days. */
export interface Planned {
  /** In the order in which they begin; each holds until the next. */
  usual: readonly { from: string; days: UsualDays }[];
  /** Days that differ, by date. */
  days: Readonly<Record<string, Place>>;
  timeOff: readonly { startsOn: string; endsOn: string }[];
  /** ISO weekday → hours; a weekday that is absent is not worked. */
  workingHours: Readonly<Partial<Record<Weekday, unknown>>>;
}

export type Because = "time-off" | "day" | "holiday" | "hours" | "usual" | "nothing";

export interface DayPlan {
  /** null: nothing is planned, and nothing is guessed. */
  at: At | null;
  siteId: string | null;
  /** The public holiday of the home site, by name, where it decides. */
  holiday: string | null;
  because: Because;
}

/**
 * The plan of a day: time off before a day that differs, before a holiday of the home site, before a weekday that is
 * not worked, before the usual week. `holidays` are those of the home site, date → name.
 */
export function planOf(day: Day, planned: Planned, holidays: Readonly<Record<string, string>>): DayPlan {
  const { date, weekday } = day;
  if (planned.timeOff.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn)) return off("time-off");
  const differs = planned.days[date];
  if (differs) return { ...differs, holiday: null, because: "day" };
  const holiday = holidays[date];
  if (holiday !== undefined) return { ...off("holiday"), holiday };
  if (planned.workingHours[weekday] === undefined) return off("hours");
  const usual = usualOn(date, planned.usual)?.days[weekday];
  return usual ? { ...usual, holiday: null, because: "usual" } : { ...off("nothing"), at: null };
}

/** The usual week that holds on a date: the last that began by then. */
export function usualOn<Usual extends { from: string }>(date: string, usual: readonly Usual[]): Usual | undefined {
  return usual.findLast(({ from }) => from <= date);
}

function off(because: Because): DayPlan {
  return { at: "off", siteId: null, holiday: null, because };
}
