import type { Tx } from "../../../platform/database/database.ts";
import { publicHolidays, withOwn } from "../holidays.ts";
import { type Ground, plansForOffices } from "../queries/plans.ts";
import { inOffices, weeksOf } from "../site-week.ts";
import type { Day } from "../week.ts";

export type OpenSite = Ground["sites"][number] & { holidays: Record<string, string> };

/** Sites where presence is on, with their holidays in these days. */
export function openSites({ sites }: Ground, days: readonly string[]): Promise<OpenSite[]> {
  const open = sites.filter(({ presence }) => presence);
  return Promise.all(open.map(async (site) => ({ ...site, holidays: await holidaysOf(site, days) })));
}

/** Site → in on each day, of everybody; empty where no site counts its seats. */
export function inEveryOffice(
  tx: Tx,
  week: readonly Day[],
  sites: readonly OpenSite[],
): Promise<Map<string, number[]>> {
  if (!sites.some(({ seats }) => Object.keys(seats).length > 0)) return Promise.resolve(new Map());
  const [first, last] = [week[0]?.date as string, week[6]?.date as string];
  return tx.remembered(
    `workplace offices ${first}`,
    async () => inOffices(weeksOf(await plansForOffices(tx, first, last), week, sites), week.length),
    (counts) => counts.size,
  );
}

/** Of a site in the years of these days. */
export async function holidaysOf(site: Ground["sites"][number], days: readonly string[]) {
  const years = new Set(days.map((day) => Number(day.slice(0, 4))));
  return withOwn(await publicHolidays(site, [...years]), site.own);
}
