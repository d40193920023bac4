/** The week of a group as sites read it: who is where, who is in, and what seats are left. */
import { type DayPlan, type Planned, planOf } from "./presence.ts";
import type { Day } from "./week.ts";

interface Person extends Planned {
  id: string;
  name: string;
  siteId: string | null;
}

interface Site {
  id: string;
  name: string;
  seats: Readonly<Partial<Record<string, number>>>;
  /** Date → name. */
  holidays: Readonly<Record<string, string>>;
}

export interface PersonWeek {
  id: string;
  name: string;
  siteId: string;
  days: DayPlan[];
  /** On which days they work, or planned something all the same. */
  counts: boolean[];
}

/** Each person's days. A person's holidays are those of their home site. */
export function weeksOf(people: readonly Person[], week: readonly Day[], sites: readonly Site[]): PersonWeek[] {
  const byId = new Map(sites.map((site) => [site.id, site]));
  return people.flatMap((person) => {
    const home = person.siteId === null ? undefined : byId.get(person.siteId);
    if (!home) return [];
    const days = week.map((day) => planOf(day, person, home.holidays));
    const counts = week.map(
      ({ weekday }, at) => person.workingHours[weekday] !== undefined || days[at]?.because === "day",
    );
    return { id: person.id, name: person.name, siteId: home.id, days, counts };
  });
}

/** Site → how many are in on each day of the week. */
export function inOffices(weeks: readonly PersonWeek[], days: number): Map<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { days: planned } of weeks) {
    for (const [at, { siteId }] of planned.entries()) {
      if (siteId === null) continue;
      const count = counts.get(siteId) ?? Array.from({ length: days }, () => 0);
      count[at] = (count[at] ?? 0) + 1;
      counts.set(siteId, count);
    }
  }
  return counts;
}

/** Below 0 where more plan to be in than there are seats; null where they are not counted. */
export function seatsLeft({ seats }: Pick<Site, "seats">, { weekday }: Day, inThere: number): number | null {
  const all = seats[weekday];
  return all === undefined ? null : all - inThere;
}

/** Which days of the week stand in the table: those on which somebody works or plans; else Monday to Friday. */
export function daysShown(weeks: readonly PersonWeek[], week: readonly Day[]): number[] {
  const all = week.map((_, at) => at);
  const used = all.filter((at) => weeks.some(({ counts }) => counts[at]));
  return used.length > 0 ? used : all.filter((at) => Number(week[at]?.weekday) <= 5);
}

/** One's own site first, then the nearest by the clock. */
export function byDistance<Each extends { id: string; name: string; timeZone: string }>(
  sites: readonly Each[],
  homeId: string | null,
  ahead: (timeZone: string) => number,
): Each[] {
  const far = (site: Each) => (site.id === homeId ? -1 : Math.abs(ahead(site.timeZone)));
  return [...sites].sort((one, other) => far(one) - far(other) || one.name.localeCompare(other.name));
}
