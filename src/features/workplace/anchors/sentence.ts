/** Why a day, in words. */
import type { DayRead } from "./reading.ts";

const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** "Tuesday: 9 of 11 already come, Design, whom you work with, is in, 14 seats left in Lisbon." */
export function whyThisDay(day: DayRead): string {
  const parts = [
    `${day.come} of ${day.of} already come`,
    ...(day.cannot > 0 ? [`${day.cannot} cannot`] : []),
    ...(day.suits ? [`it suits ${day.suits}`] : []),
    ...(day.ratherNot ? [`${day.ratherNot} would rather not`] : []),
    ...(day.meets.length > 0 ? [`${listed(day.meets)}, whom you work with, ${isOrAre(day.meets)} in`] : []),
    ...(day.misses.length > 0 ? [`${listed(day.misses)} ${isOrAre(day.misses)} not`] : []),
    ...day.seats.map(({ site, left }) => `${seatsInWords(left)} in ${site.name}`),
  ];
  return `${nameOfWeekday(day.weekday)}: ${parts.join(", ")}.`;
}

export function nameOfWeekday(weekday: string): string {
  return weekdayNames[Number(weekday) - 1] ?? weekday;
}

function seatsInWords(left: number): string {
  if (left < 0) return `${-left} ${left === -1 ? "seat" : "seats"} too few`;
  return left === 0 ? "no seat left" : `${left} ${left === 1 ? "seat" : "seats"} left`;
}

function listed(named: readonly { name: string }[]): string {
  const names = named.map(({ name }) => name);
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function isOrAre(named: readonly unknown[]): string {
  return named.length === 1 ? "is" : "are";
}
