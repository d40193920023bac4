/** What of a plan is refused, in words that name the field and say what to do. */
import type { At, UsualDays } from "./presence.ts";
import { spanOf, weekdayOf } from "./week.ts";

interface Problem {
  field: string;
  expected: string;
  todo: string;
}

export interface Office {
  id: string;
  name: string;
  presence: boolean;
  seats: Readonly<Partial<Record<string, number>>>;
}

interface DayAsked {
  day: string;
  at: At | null;
  siteId: string | null;
}

/** Longest time off in days. */
const longest = 366;
/** How far ahead a day can be planned, in days. */
const ahead = 400;

/** Why these days cannot be planned; `firstDay` begins this week. */
export function dayRefusals(days: readonly DayAsked[], firstDay: string, offices: readonly Office[]): Problem[] {
  const seen = new Set<string>();
  return days.flatMap(({ day, at, siteId }, nth) => {
    const field = `days.${nth}`;
    const twice = seen.has(day);
    seen.add(day);
    if (twice) return [{ field, expected: `one plan for ${day}`, todo: "Leave one of the two out." }];
    return [
      ...momentRefusals(`${field}.day`, day, firstDay),
      ...(at === "office" ? officeRefusals(`${field}.siteId`, siteId, weekdayOf(day), offices) : []),
    ];
  });
}

export function usualRefusals(
  { from, days }: { from: string; days: UsualDays | null },
  firstDay: string,
  offices: readonly Office[],
): Problem[] {
  return [
    ...momentRefusals("usual.from", from, firstDay),
    ...Object.entries(days ?? {}).flatMap(([weekday, { at, siteId }]) =>
      at === "office" ? officeRefusals(`usual.days.${weekday}.siteId`, siteId, weekday, offices) : [],
    ),
  ];
}

/** What has been stays as it was planned. */
export function momentRefusals(field: string, day: string, firstDay: string): Problem[] {
  if (day < firstDay)
    return [
      { field, expected: `${firstDay} or a later day`, todo: "Leave it: a week that is over reads as it was planned." },
    ];
  if (spanOf(firstDay, day) > ahead)
    return [{ field, expected: `a day at most ${ahead} days ahead`, todo: "Use the usual week for what repeats." }];
  return [];
}

function officeRefusals(field: string, siteId: string | null, weekday: string, offices: readonly Office[]): Problem[] {
  const office = offices.find(({ id }) => id === siteId);
  if (!office)
    return [{ field, expected: "a site of the organisation", todo: "Choose one of the sites that are listed." }];
  if (!office.presence)
    return [
      {
        field,
        expected: "a site where presence is on",
        todo: `Nobody plans to be at ${office.name} until an administrator switches presence on there.`,
      },
    ];
  if (office.seats[weekday] === 0)
    return [
      {
        field,
        expected: `a day on which ${office.name} has seats`,
        todo: `${office.name} has no seats on a ${weekdayNames[Number(weekday) - 1]}: choose another site or another day.`,
      },
    ];
  return [];
}

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** Why days off cannot be taken. */
export function timeOffRefusals(off: { startsOn: string; endsOn: string }, today: string): Problem[] {
  const { startsOn, endsOn } = off;
  const days = spanOf(startsOn, endsOn);
  if (days < 1) return [{ field: "endsOn", expected: `${startsOn} or a later day`, todo: "Put the first day first." }];
  if (days > longest)
    return [{ field: "endsOn", expected: `at most ${longest} days off at once`, todo: "Take a longer time in parts." }];
  if (spanOf(endsOn, today) > longest || spanOf(today, startsOn) > 2 * longest)
    return [
      { field: "startsOn", expected: "days of the last year or the two to come", todo: "Look at the year once more." },
    ];
  return [];
}
