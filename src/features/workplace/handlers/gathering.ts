/** The people of a group with their own times: what shared hours, best times and ledgers are counted from. */
import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { mostPeople } from "../meeting.ts";
import { type AgreedHours, type Clocks, isKnownZone, type OwnTimes, ownTimes, zoneClocks } from "../own-hours.ts";
import { planOf } from "../presence.ts";
import { agreementsOf } from "../queries/agreements.ts";
import { type HoursRow, hoursOf } from "../queries/hours.ts";
import { type Ground, groundOf } from "../queries/plans.ts";
import { type Day, dayAt, daysBetween } from "../week.ts";
import { holidaysOf } from "./offices.ts";
import { askedOf } from "./week.ts";

export interface GroupAsked {
  memberIds?: string[] | undefined;
  teamId?: string | undefined;
  whose: "mine" | "depend" | "everyone";
  /** Who of them, or beside them, may miss it. */
  optionalIds?: string[];
  /** Whether the asker is one of them in any case. */
  withMe: boolean;
}

export interface Gathered {
  id: string;
  /** The name of their home site where presence is on, or for the asker; else their place, else the city of their zone. */
  place: string;
  timeZone: string;
  optional: boolean;
  times: OwnTimes;
}

export interface Gathering {
  people: Gathered[];
  /** Who has no hours on any day, or no zone that is known. */
  withoutHours: number;
  clocks: Clocks;
}

/** With times on the days from first to last wherever on earth they are. Four statements, however many people. */
export async function gather(
  tx: Tx,
  { viewer }: RequestContext,
  { memberIds, teamId, whose, optionalIds = [], withMe }: GroupAsked,
  { first, last }: { first: string; last: string },
): Promise<Gathering> {
  const ground = await groundOf(tx, viewer.memberId, { first, last }, memberIds ? null : (teamId ?? null));
  if (!ground.teamIsThere) throw notFound();
  const asked = memberIds ? null : askedOf(viewer, teamId, whose);
  const named = [...(memberIds ?? []), ...optionalIds];
  const rows = await hoursOf(tx, asked, withMe ? [...named, viewer.memberId] : named, {
    ...{ first, last, limit: mostPeople + 1 },
  });
  mustBeThere(rows, memberIds ?? [], "memberIds");
  mustBeThere(rows, optionalIds, "optionalIds");
  mustBeSome(rows, memberIds ? "memberIds" : "teamId");
  const usable = rows.filter((row) => isKnownZone(row.timeZone) && Object.keys(row.workingHours).length > 0);
  const agreed = await agreedBy(tx, usable);
  const holidays = await holidaysBySite(ground, [first, last]);
  const [clocks, days] = [zoneClocks(), daysBetween(first, last)];
  const people = usable.map((row) => gathered(row, optionalIds.includes(row.id)));
  if (withMe) mustBeTwo(people, memberIds ? "memberIds" : "teamId");
  return { people, withoutHours: rows.length - usable.length, clocks };

  function gathered(row: HoursRow, optional: boolean): Gathered {
    const isTold = row.presence || row.id === viewer.memberId;
    const site = isTold ? ground.sites.find(({ id }) => id === row.siteId) : undefined;
    const focusTimes = isTold ? row.focusTimes : {};
    const own = holidays.get(row.siteId ?? "") ?? {};
    const isOff = (day: Day) => planOf(day, row, own).at === "off";
    const teams = row.teamIds.flatMap((id) => agreed.get(id) ?? []);
    const meetingFree = teams.flatMap((each) => each.meetingFree);
    const coreHours = teams.flatMap((each) => each.coreHours);
    const times = ownTimes({ ...row, focusTimes, isOff, meetingFree, coreHours }, days, clocks);
    return {
      id: row.id,
      place: site?.name || row.place || cityOf(row.timeZone),
      timeZone: row.timeZone,
      optional,
      times,
    };
  }
}

/** The members of a group without the asker. */
export async function whoIsAsked(
  tx: Tx,
  { viewer }: RequestContext,
  group: Omit<GroupAsked, "withMe">,
): Promise<string[]> {
  const { memberIds, teamId, whose } = group;
  const today = dayAt(tx.now, viewer.timeZone);
  const asked = memberIds ? null : askedOf(viewer, teamId, whose);
  const rows = await hoursOf(tx, asked, memberIds ?? [], { first: today, last: today, limit: mostPeople + 1 });
  mustBeThere(rows, memberIds ?? [], "memberIds");
  const others = rows.filter(({ id }) => id !== viewer.memberId);
  mustBeSome(others, memberIds ? "memberIds" : "teamId");
  return others.map(({ id }) => id);
}

function mustBeThere(rows: readonly { id: string }[], ids: readonly string[], field: string): void {
  const there = new Set(rows.map(({ id }) => id));
  if (rows.length > mostPeople || ids.every((id) => there.has(id))) return;
  const expected = "members who are there and are no guests";
  throw refused({ field, expected, todo: "Choose them from the list of members." });
}

function mustBeSome(rows: readonly unknown[], field: string): void {
  if (rows.length > mostPeople) {
    const expected = `at most ${mostPeople} people`;
    throw refused({ field, expected, todo: "Choose a smaller team, or name who must be there." });
  }
  if (rows.length > 0) return;
  throw refused({ field, expected: "a group with at least one person", todo: "Choose a team that has members." });
}

/** A meeting is one of at least two. */
function mustBeTwo(people: readonly unknown[], field: string): void {
  if (people.length > 1) return;
  const expected = "at least one other person with hours of their own";
  throw refused({ field, expected, todo: "Choose another group, or name who must be there." });
}

/** What holds for each team: its own agreement, else that of the nearest above. */
async function agreedBy(tx: Tx, rows: readonly HoursRow[]) {
  const teamIds = [...new Set(rows.flatMap((row) => row.teamIds))];
  const held = teamIds.length > 0 ? await agreementsOf(tx, teamIds) : [];
  return new Map(
    held.map(({ team, agreed }) => {
      const meetingFree: AgreedHours[] = (agreed?.meetingFree ?? []).map((block) => ({ ...block, timeZone: null }));
      return [team.id, { meetingFree, coreHours: agreed?.coreHours ? [agreed.coreHours] : [] }] as const;
    }),
  );
}

async function holidaysBySite({ sites }: Ground, days: readonly string[]) {
  return new Map(await Promise.all(sites.map(async (site) => [site.id, await holidaysOf(site, days)] as const)));
}

/** "Sao Paulo" of "America/Sao_Paulo". */
function cityOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) as string).replaceAll("_", " ");
}
