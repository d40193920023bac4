import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import { anchorsIn } from "../anchors/in-effect.ts";
import { mayManageSites } from "../permissions.ts";
import { type Asked, type Ground, groundOf, plansOf } from "../queries/plans.ts";
import { byDistance, daysShown, inOffices, type PersonWeek, seatsLeft, weeksOf } from "../site-week.ts";
import { type Day, dayAt, minutesAhead, timeAt, weekAround } from "../week.ts";
import { inEveryOffice, type OpenSite, openSites } from "./offices.ts";

/** People answered at most. */
const most = 200;

interface Input {
  from?: string | undefined;
  teamId?: string | undefined;
  whose: "mine" | "depend" | "everyone";
}

/** Three statements: what the week stands on, who is asked for, and, where seats are counted, who else is in. */
export async function readWeek(tx: Tx, { viewer }: RequestContext, { from, teamId, whose }: Input) {
  const today = dayAt(tx.now, viewer.timeZone);
  const day = from ?? today;
  const anchors = { teamIds: teamId === undefined ? viewer.teams : [teamId], leads: viewer.leads };
  const ground = await groundOf(tx, viewer.memberId, { first: day, last: day }, teamId ?? null, anchors);
  if (!ground.teamIsThere) throw notFound();
  const week = weekAround(day, ground.weekStartsOn);
  const [first, last] = [week[0]?.date as string, week[6]?.date as string];
  const sites = await openSites(ground, [first, last]);
  const rows = await plansOf(tx, askedOf(viewer, teamId, whose), first, last, most);
  const weeks = weeksOf(rows, week, sites);
  const everywhere = await inEveryOffice(tx, week, sites);
  const shown = daysShown(weeks, week);
  const near = byDistance(sites, ground.siteId, (zone) => minutesAhead(tx.now, zone, viewer.timeZone));
  return {
    startsOn: first,
    endsOn: last,
    today,
    days: shown.map((at) => week[at]?.date as string),
    sites: near.flatMap((site) => presentSite(site, { tx, week, shown, weeks, everywhere, sites })),
    people: weeks.length,
    notShown: rows[0]?.notShown ?? 0,
    leftOut: Math.max(0, (rows[0]?.shown ?? 0) - weeks.length),
    anchors: anchorsIn(
      shown.flatMap((at) => week[at] ?? []),
      ground.anchorTeams,
    ),
    waiting: ground.waiting,
    state: stateOf(ground),
    me: { plans: sites.some(({ id }) => id === ground.siteId), siteId: ground.siteId },
    can: { manage: mayManageSites(viewer.role) },
  };
}

export function askedOf(viewer: Viewer, teamId: string | undefined, whose: Input["whose"]): Asked {
  if (teamId !== undefined) return { whose: "teams", teamIds: [teamId], with: null };
  const teamIds = [...new Set([...viewer.teams, ...viewer.leads])];
  if (whose === "mine") return { whose: "teams", teamIds, with: viewer.memberId };
  return { whose, teamIds, with: null };
}

function stateOf({ sites }: Ground): "no-sites" | "off" | "on" {
  if (sites.length === 0) return "no-sites";
  return sites.some(({ presence }) => presence) ? "on" : "off";
}

interface Around {
  tx: Tx;
  week: readonly Day[];
  shown: readonly number[];
  weeks: readonly PersonWeek[];
  everywhere: Map<string, number[]>;
  sites: readonly OpenSite[];
}

/** None where nobody who is asked for belongs to it or plans to be in. */
function presentSite(site: OpenSite, { tx, week, shown, weeks, everywhere, sites }: Around) {
  const people = weeks.filter(({ siteId }) => siteId === site.id);
  const here = inOffices(weeks, week.length).get(site.id);
  if (people.length === 0 && !here) return [];
  const days = shown.map((at) => ({
    in: here?.[at] ?? 0,
    seats: site.seats[(week[at] as Day).weekday] ?? null,
    seatsLeft: seatsLeft(site, week[at] as Day, everywhere.get(site.id)?.[at] ?? 0),
    holiday: site.holidays[week[at]?.date as string] ?? null,
  }));
  const { id, name, place, timeZone } = site;
  return { id, name, place, timeZone, timeNow: timeAt(tx.now, timeZone), days, people: people.map(present) };

  function present({ id: memberId, name: called, siteId: home, days: planned }: PersonWeek) {
    return {
      id: memberId,
      name: called,
      days: shown.map((at) => {
        const { at: where, siteId, holiday } = planned[at] as PersonWeek["days"][number];
        const other = siteId === home ? undefined : sites.find((each) => each.id === siteId);
        return { at: where, elsewhere: other ? { id: other.id, name: other.name } : null, holiday };
      }),
    };
  }
}
