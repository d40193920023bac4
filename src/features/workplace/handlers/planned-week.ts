import type { Tx } from "../../../platform/database/database.ts";
import { anchorsIn } from "../anchors/in-effect.ts";
import type { At, Because } from "../presence.ts";
import { groundOf, plansOf } from "../queries/plans.ts";
import { weeksOf } from "../site-week.ts";
import { weekAround } from "../week.ts";
import { openSites } from "./offices.ts";

export interface PlannedWeek {
  memberId: string;
  days: { day: string; weekday: string; at: At | null; because: Because }[];
}

/** The planned week around a day of those of these members whose home site has presence on. */
export async function plannedWeeks(tx: Tx, memberIds: readonly string[], around: string): Promise<PlannedWeek[]> {
  const ground = await groundOf(tx, null, { first: around, last: around }, null);
  const week = weekAround(around, ground.weekStartsOn);
  const [first, last] = [week[0]?.date as string, week[6]?.date as string];
  const sites = await openSites(ground, [first, last]);
  const asked = { whose: "members", teamIds: memberIds, with: null } as const;
  const rows = await plansOf(tx, asked, first, last, memberIds.length);
  return weeksOf(rows, week, sites).map(({ id, days }) => ({
    memberId: id,
    days: week.map(({ date, weekday }, at) => {
      const { at: where, because } = days[at] as (typeof days)[number];
      return { day: date, weekday, at: where, because };
    }),
  }));
}

/** The days of a week on which any of these teams comes in together. */
export async function anchorDaysAround(tx: Tx, teamIds: readonly string[], around: string): Promise<string[]> {
  const ground = await groundOf(tx, null, { first: around, last: around }, null, { teamIds, leads: [] });
  const week = weekAround(around, ground.weekStartsOn);
  return [...new Set(anchorsIn(week, ground.anchorTeams).flatMap(({ days }) => days))].sort();
}
