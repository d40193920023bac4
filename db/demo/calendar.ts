import { Temporal } from "temporal-polyfill";
import { type City, cities } from "./story.ts";

export interface Calendar {
  now: Temporal.Instant;
  /** The date of a day of the story. */
  date(day: number): string;
  /** That day at a local time of a city. */
  at(day: number, time: string, city?: City): Temporal.Instant;
  /** The day this week's Monday is. */
  monday: number;
  thisCycle: Quarter;
  lastCycle: Quarter;
  /** Only planned so far. */
  comingCycle: Quarter;
}

export interface Quarter {
  name: string;
  startsOn: string;
  endsOn: string;
  /** What is added to a day of the cycle to make it a day of the story. */
  offset: number;
}

/** Days of a cycle: twelve weeks. */
export const cycleDays = 84;

/**
 * The story's dates, so that today lies half-way: from Monday to Wednesday in week 7 (day 43 to 45), later in week 6 (39
 * to 42), because by Wednesday 17:00 everybody has reported and the next check-ins are due in the week after.
 */
export function calendarAt(now: Temporal.Instant): Calendar {
  const today = now.toZonedDateTimeISO(cities.Lisbon.timeZone).toPlainDate();
  const weeks = today.dayOfWeek <= 3 ? 6 : 5;
  const first = today.subtract({ days: today.dayOfWeek - 1, weeks });
  const dateOf = (day: number) => first.add({ days: day - 1 });
  const middle = dateOf(cycleDays / 2);
  const quarter = (offset: number, name: string): Quarter => ({
    name,
    startsOn: dateOf(1 + offset).toString(),
    endsOn: dateOf(cycleDays + offset).toString(),
    offset,
  });
  return {
    now,
    date: (day) => dateOf(day).toString(),
    at: (day, time, city = "Lisbon") =>
      dateOf(day)
        .toZonedDateTime({ timeZone: cities[city].timeZone, plainTime: Temporal.PlainTime.from(time) })
        .toInstant(),
    monday: 1 + 7 * weeks,
    thisCycle: quarter(0, quarterName(middle)),
    comingCycle: quarter(cycleDays, quarterName(middle.add({ months: 3 }))),
    lastCycle: quarter(-cycleDays, quarterName(middle.subtract({ months: 3 }))),
  };
}

function quarterName({ month, year }: Temporal.PlainDate): string {
  return `Q${Math.ceil(month / 3)} ${year}`;
}
