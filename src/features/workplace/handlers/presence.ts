import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notFound, refused } from "../../../platform/refusals.ts";
import { anchorsIn } from "../anchors/in-effect.ts";
import { workplace as contract } from "../contract.ts";
import { presencePlanned } from "../events.ts";
import { dayRefusals, timeOffRefusals, usualRefusals } from "../planning.ts";
import { type At, type Planned, planOf, type UsualDays, usualOn } from "../presence.ts";
import {
  forgetDays,
  forgetUsual,
  type Ground,
  groundOf,
  keepHomeSite,
  planOfMember,
  profileOf,
  usualFrom,
  writeDays,
  writeProfile,
  writeUsual,
} from "../queries/plans.ts";
import { deleteTimeOff, insertTimeOff, timeOffById, timeOffFrom } from "../queries/time-off.ts";
import { seatsLeft } from "../site-week.ts";
import { addDays, type Day, dayAt, weekAround } from "../week.ts";
import { holidaysOf, inEveryOffice, openSites } from "./offices.ts";
import { monthsKept } from "./sites.ts";

const os = keeps(contract);

type PlannedDay = { day: string; at: At | null; siteId: string | null };
type Change = { days: PlannedDay[]; usual: { from: string; days: UsualDays | null } | null };

export const presence = os.presence.router({
  mine: os.presence.mine.handler(({ input, context }) => context.read((tx) => readMine(tx, context, input.from))),

  setProfile: os.presence.setProfile.handler(({ input: { version, ...wanted }, context }) =>
    context.write(async (tx) => {
      const { memberId } = context.viewer;
      const before = await profileOf(tx, memberId);
      const changes = changesBetween(before, wanted);
      if (Object.keys(changes).length === 0) return readMine(tx, context);
      sameVersion(before, version, wanted);
      const { siteId = before.siteId, focusTimes = before.focusTimes, dayPreferences = before.dayPreferences } = wanted;
      const { home } = await standing(tx, context);
      if (siteId !== null && wanted.siteId) await mustBeASite(tx, context, siteId);
      if (!(await writeProfile(tx, memberId, { siteId, focusTimes, dayPreferences }, version)))
        throw conflict({ todo: "Read it again, then write yours or keep theirs." });
      if (siteId !== before.siteId) await keepHomeSite(tx, memberId, siteId);
      const told = siteId ?? home?.id;
      if (told) await tx.record(presencePlanned(told));
      return readMine(tx, context);
    }),
  ),

  plan: os.presence.plan.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { home, ground, thisWeek } = await standing(tx, context);
      const site = mustPlan(home);
      const wanted = withHome(input, site.id);
      const firstDay = thisWeek[0]?.date as string;
      refuseIfAny([
        ...dayRefusals(wanted.days, firstDay, ground.sites),
        ...(wanted.usual ? usualRefusals(wanted.usual, firstDay, ground.sites) : []),
      ]);
      return { before: await writePlan(tx, context.viewer.memberId, site.id, wanted) };
    }),
  ),
});

export const timeOff = os.timeOff.router({
  create: os.timeOff.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { memberId } = context.viewer;
      const { home, today } = await standing(tx, context);
      const site = mustPlan(home);
      refuseIfAny(timeOffRefusals(input, today));
      const hash = bodyHash({ startsOn: input.startsOn, endsOn: input.endsOn });
      if (await insertTimeOff(tx, memberId, { ...input, bodyHash: hash })) await tx.record(presencePlanned(site.id));
      const { body_hash: _, ...off } = sameCreate(await timeOffById(tx, memberId, input.id), hash);
      return off;
    }),
  ),

  remove: os.timeOff.remove.handler(({ input: { id }, context }) =>
    context.write(async (tx) => {
      if (!(await timeOffById(tx, context.viewer.memberId, id))) throw notFound();
      await deleteTimeOff(tx, id);
      const { home } = await standing(tx, context);
      if (home) await tx.record(presencePlanned(home.id));
      return { done: true as const };
    }),
  ),
});

/**
 * Where the viewer stands today: their home site in use, and the week that goes on. Sites come with their own holidays
 * of two weeks around `first`, else today, and up to two weeks after `last`.
 */
export async function standing(tx: Tx, { viewer }: RequestContext, first?: string, last?: string) {
  const today = dayAt(tx.now, viewer.timeZone);
  const from = first ?? today;
  const ground = await groundOf(tx, viewer.memberId, { first: from, last: last ?? from }, null);
  const home = ground.sites.find(({ id }) => id === ground.siteId);
  return { today, ground, home, thisWeek: weekAround(today, ground.weekStartsOn) };
}

export function mustPlan(home: Ground["sites"][number] | undefined) {
  if (!home) {
    const expected = "a home site where presence is on";
    throw refused({ field: "home", expected, todo: "Choose your home site in your profile first." });
  }
  if (!home.presence) {
    const expected = `presence to be switched on for ${home.name}`;
    throw refused({ field: "home", expected, todo: "Ask an administrator: until then nothing is planned there." });
  }
  return home;
}

export function refuseIfAny(problems: { field: string; expected: string; todo: string }[]): void {
  if (problems.length > 0) throw refused(...problems);
}

/** Writes what differs from what is there, and answers what it replaced. */
export async function writePlan(tx: Tx, memberId: string, siteId: string, wanted: Change): Promise<Change> {
  const before = await replaced(tx, memberId, wanted);
  if (JSON.stringify(before) === JSON.stringify(wanted)) return before;
  const kept = wanted.days.filter((day): day is PlannedDay & { at: At } => day.at !== null);
  await writeDays(tx, memberId, kept);
  await forgetDays(
    tx,
    memberId,
    wanted.days.filter(({ at }) => at === null).map(({ day }) => day),
  );
  if (wanted.usual?.days) await writeUsual(tx, memberId, wanted.usual.from, wanted.usual.days);
  else if (wanted.usual) await forgetUsual(tx, memberId, wanted.usual.from);
  await tx.record(presencePlanned(siteId));
  return before;
}

async function replaced(tx: Tx, memberId: string, { days, usual }: Change): Promise<Change> {
  const asked = days.map(({ day }) => day).sort();
  const [first, last] = [asked[0], asked.at(-1)];
  const planned = first && last ? (await planOfMember(tx, memberId, first, last)).days : {};
  return {
    days: days.map(({ day }) => ({ day, at: planned[day]?.at ?? null, siteId: planned[day]?.siteId ?? null })),
    usual: usual && { from: usual.from, days: await usualFrom(tx, memberId, usual.from) },
  };
}

/** An office without a site is the home site. */
function withHome({ days, usual }: Change, homeId: string): Change {
  const placed = <Each extends { at: At | null; siteId: string | null }>(each: Each): Each =>
    each.at === "office" && each.siteId === null ? { ...each, siteId: homeId } : each;
  const usualDays =
    usual?.days && Object.fromEntries(Object.entries(usual.days).map(([day, each]) => [day, placed(each)]));
  return { days: days.map(placed), usual: usual && { from: usual.from, days: usualDays ?? null } };
}

async function mustBeASite(tx: Tx, context: RequestContext, siteId: string): Promise<void> {
  const { ground } = await standing(tx, context);
  if (ground.sites.some(({ id }) => id === siteId)) return;
  const expected = "a site of the organisation";
  throw refused({ field: "siteId", expected, todo: "Choose one of the sites that are listed." });
}

async function readMine(tx: Tx, context: RequestContext, from?: string) {
  const { viewer } = context;
  const today = dayAt(tx.now, viewer.timeZone);
  const anchored = { teamIds: viewer.teams, leads: [] };
  const span = { first: from ?? today, last: from ?? today };
  const ground = await groundOf(tx, viewer.memberId, span, null, anchored);
  const home = ground.sites.find(({ id }) => id === ground.siteId);
  const week = weekAround(from ?? today, ground.weekStartsOn);
  const before = weekAround(addDays(week[0]?.date as string, -7), ground.weekStartsOn);
  const [first, last] = [before[0]?.date as string, week[6]?.date as string];
  const row = await planOfMember(tx, viewer.memberId, first, last);
  const planned = home?.presence ? row : { ...row, usual: [], days: {}, timeOff: [] };
  const holidays = home ? await holidaysOf(home, [first, last]) : {};
  const anchors = anchorsIn([...before, ...week], ground.anchorTeams);
  const present = (day: Day) => ({
    ...presentDay(day, planned, holidays, ground),
    anchors: anchors.filter(({ days }) => days.includes(day.date)).map(({ team }) => team),
  });
  const free = await seatsFree(tx, ground, week, (day) => planOf(day, planned, holidays).siteId);
  const usual = usualOn(last, planned.usual);
  const profile = await profileOf(tx, viewer.memberId);
  return {
    today,
    home: home ? { id: home.id, name: home.name, presence: home.presence } : null,
    focusTimes: profile.focusTimes,
    dayPreferences: profile.dayPreferences,
    usual: usual ?? null,
    days: week.map(present),
    lastWeek: before.map(present),
    timeOff: home?.presence
      ? (await timeOffFrom(tx, viewer.memberId, today)).map(({ body_hash: _, ...off }) => off)
      : [],
    offices: ground.sites
      .filter(({ presence: on }) => on)
      .map((site) => ({ ...presentOffice(site, week), free: free.get(site.id) ?? week.map(() => null) })),
    keepMonths: await monthsKept(tx),
    version: profile.version,
  };
}

/** Site → the seats that the others leave on each day; null where they are not counted. */
async function seatsFree(tx: Tx, ground: Ground, week: readonly Day[], own: (day: Day) => string | null) {
  const sites = await openSites(ground, [week[0]?.date as string, week[6]?.date as string]);
  const everybody = await inEveryOffice(tx, week, sites);
  return new Map(
    sites.map((site) => [
      site.id,
      week.map((day, at) => {
        const others = (everybody.get(site.id)?.[at] ?? 0) - (own(day) === site.id ? 1 : 0);
        return seatsLeft(site, day, others);
      }),
    ]),
  );
}

function presentDay(day: Day, planned: Planned, holidays: Record<string, string>, { sites }: Ground) {
  const { at, siteId, holiday, because } = planOf(day, planned, holidays);
  const site = sites.find(({ id }) => id === siteId);
  return {
    day: day.date,
    at,
    site: site ? { id: site.id, name: site.name } : null,
    holiday,
    because,
    worked: planned.workingHours[day.weekday] !== undefined,
  };
}

function presentOffice({ id, name, seats }: Ground["sites"][number], week: readonly Day[]) {
  return { id, name, closed: week.filter(({ weekday }) => seats[weekday] === 0).map(({ date }) => date) };
}
