import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { AnchorTeam } from "../anchors/in-effect.ts";
import type { Place, Planned, UsualDays } from "../presence.ts";
import type { Weekday } from "../week.ts";
import type { OwnHoliday, SiteRow } from "./sites.ts";

/** What one member planned. */
export interface PlanRow extends Planned {
  id: string;
  name: string;
  siteId: string | null;
  /** Whether presence is on at their home site. */
  presence: boolean;
  /** Of everybody asked for: those with presence on, and those without. */
  shown: number;
  notShown: number;
}

/** What one member planned from a day to another. */
export async function planOfMember(tx: Tx, memberId: string, first: string, last: string): Promise<PlanRow> {
  const { rows } = await plans(tx, sql`m.id = ${memberId}`, first, last, 1).execute(tx.db);
  return rows[0] as PlanRow;
}

export interface Asked {
  /** Everybody, those of these teams and all below with the asker, the leads of those that these teams depend on, or these members. */
  whose: "everyone" | "teams" | "depend" | "members";
  /** Of the teams; of the members themselves where these are asked for. */
  teamIds: readonly string[];
  /** Always among those of the teams, where it is not null. */
  with: string | null;
}

/** By site and name, those with presence on first, at most `limit`. */
export async function plansOf(tx: Tx, asked: Asked, first: string, last: string, limit: number): Promise<PlanRow[]> {
  const { rows } = await plans(tx, isAsked(tx, asked), first, last, limit).execute(tx.db);
  return rows;
}

/** Of everybody who may be in an office in these days. */
export async function plansForOffices(tx: Tx, first: string, last: string): Promise<PlanRow[]> {
  const mayBeIn = sql`(exists (select 1 from presence_day d
      where d.organisation_id = m.organisation_id and d.member_id = m.id and d.place = 'office'
        and d.day between ${first} and ${last})
    or exists (select 1 from usual_week u
      where u.organisation_id = m.organisation_id and u.member_id = m.id and u.from_day <= ${last}
        and u.days::text like '%"office"%'))`;
  const { rows } = await plans(tx, mayBeIn, first, last, null).execute(tx.db);
  return rows.filter(({ presence }) => presence);
}

/** Who is asked for, as a condition on member m. */
export function isAsked(tx: Tx, { whose, teamIds, with: self }: Asked): RawBuilder<unknown> {
  const { organisationId } = tx;
  const ids = sql`${[...teamIds]}::uuid[]`;
  if (whose === "everyone") return sql`true`;
  if (whose === "members") return sql`m.id = any(${ids})`;
  if (whose === "depend")
    return sql`m.id in (select t.lead_id from dependency d
      join team t on t.organisation_id = d.organisation_id and t.id = d.on_team_id
      join cycle c on c.organisation_id = d.organisation_id and c.id = d.cycle_id and c.state <> 'closed'
      where d.organisation_id = ${organisationId} and d.state = 'accepted' and d.from_team_id = any(${ids}))`;
  return sql`(m.id = ${self}::uuid or m.id in (
    with recursive below (id) as (
      select id from team where organisation_id = ${organisationId} and id = any(${ids})
      union
      select team.id from team join below on team.parent_id = below.id where team.organisation_id = ${organisationId}
    )
    select tm.member_id from team_member tm join below on below.id = tm.team_id
    where tm.organisation_id = ${organisationId}))`;
}

/** Who is chosen and counted first, so that plans are read of no more than are answered. */
function plans(tx: Tx, which: RawBuilder<unknown>, first: string, last: string, limit: number | null) {
  const { organisationId } = tx;
  return sql<PlanRow>`
    select p.*,
      coalesce((select json_agg(json_build_object('from', u.from_day, 'days', u.days) order by u.from_day)
        from usual_week u
        where u.organisation_id = ${organisationId} and u.member_id = p.id and u.from_day <= ${last}
          and u.from_day >= coalesce((select max(v.from_day) from usual_week v
            where v.organisation_id = ${organisationId} and v.member_id = p.id and v.from_day <= ${first}), ${first})
      ), '[]') as usual,
      coalesce((select json_object_agg(d.day, json_build_object('at', d.place, 'siteId', d.site_id))
        from presence_day d
        where d.organisation_id = ${organisationId} and d.member_id = p.id and d.day between ${first} and ${last}
      ), '{}') as days,
      coalesce((select json_agg(json_build_object('startsOn', o.starts_on, 'endsOn', o.ends_on) order by o.starts_on)
        from time_off o
        where o.organisation_id = ${organisationId} and o.member_id = p.id and o.starts_on <= ${last}
          and o.ends_on >= ${first}
      ), '[]') as "timeOff"
    from (
      select m.id, m.name, m.working_hours as "workingHours", s.id as "siteId", coalesce(s.presence, false) as presence,
        (count(*) filter (where s.presence) over ())::int as shown,
        (count(*) filter (where s.presence is not true) over ())::int as "notShown",
        row_number() over (order by coalesce(s.presence, false) desc, lower(s.name), lower(m.name), m.id) as place
      from member m
      left join workplace_member w on w.organisation_id = m.organisation_id and w.member_id = m.id
      left join site s on s.organisation_id = w.organisation_id and s.id = w.site_id and s.archived_at is null
      where m.organisation_id = ${organisationId} and m.deactivated_at is null and m.role <> 'guest' and ${which}
      order by place limit ${limit}
    ) p
    order by p.place`;
}

export interface Ground {
  weekStartsOn: number;
  sites: (SiteRow & { own: OwnHoliday[] })[];
  /** The asker's home site. */
  siteId: string | null;
  /** Whether the team that is asked for is there; true where none is. */
  teamIsThere: boolean;
  /** Teams whose anchor days are asked for, and those above them, with what was accepted by the last day. */
  anchorTeams: AnchorTeam[];
  /** Proposed anchor days that wait for the asker. */
  waiting: number;
}

/** Whose anchor days are read beside: of these teams and all below, and what waits for whoever leads those. */
interface AnchorsAsked {
  teamIds: readonly string[];
  leads: readonly string[];
}

/** What a week stands on: sites in use, with what their own calendars say two weeks around these days, and where the asker, if any, belongs. */
export async function groundOf(
  tx: Tx,
  memberId: string | null,
  { first, last }: { first: string; last: string },
  teamId: string | null,
  anchors: AnchorsAsked = { teamIds: [], leads: [] },
): Promise<Ground> {
  const { organisationId } = tx;
  const { rows } = await sql<Ground>`
    select o.week_starts_on as "weekStartsOn",
      (select w.site_id from workplace_member w where w.organisation_id = ${organisationId} and w.member_id = ${memberId}::uuid)
        as "siteId",
      (${teamId}::uuid is null or exists (select 1 from team t where t.organisation_id = ${organisationId} and t.id = ${teamId}))
        as "teamIsThere",
      coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'place', s.place, 'timeZone', s.time_zone,
          'country', s.country, 'region', s.region, 'seats', s.seats, 'presence', s.presence,
          'own', coalesce((select json_agg(json_build_object('day', h.day, 'name', h.name)) from site_holiday h
            where h.organisation_id = ${organisationId} and h.site_id = s.id
              and h.day between ${first}::date - 14 and ${last}::date + 14), '[]')) order by lower(s.name), s.id)
        from site s where s.organisation_id = ${organisationId} and s.archived_at is null), '[]') as sites,
      ${anchorTeams(tx, anchors.teamIds, last)} as "anchorTeams",
      (select count(*)::int from anchor_proposal a where a.organisation_id = ${organisationId} and a.state = 'proposed'
        and a.team_id = any(${[...anchors.leads]}::uuid[])) as waiting
    from organisation o where o.organisation_id = ${organisationId}`.execute(tx.db);
  return rows[0] as Ground;
}

/** Teams below are read as far as they agreed days of their own. */
function anchorTeams(tx: Tx, teamIds: readonly string[], last: string) {
  if (teamIds.length === 0) return sql`'[]'::json`;
  const { organisationId } = tx;
  const agreed = sql`from anchor_proposal a where a.organisation_id = ${organisationId} and a.state = 'accepted'`;
  return sql`coalesce((
    with recursive below (id) as (
      select id from team where organisation_id = ${organisationId} and id = any(${[...teamIds]}::uuid[])
      union
      select team.id from team join below on team.parent_id = below.id where team.organisation_id = ${organisationId}
    ), asked (id) as (
      select id from below where id = any(${[...teamIds]}::uuid[]) or id in (select a.team_id ${agreed})
    ), around (id, parent_id) as (
      select t.id, t.parent_id from team t join asked on asked.id = t.id where t.organisation_id = ${organisationId}
      union
      select t.id, t.parent_id from team t join around on t.id = around.parent_id
      where t.organisation_id = ${organisationId}
    )
    select json_agg(json_build_object('id', t.id, 'name', t.name, 'parentId', t.parent_id,
        'asked', t.id in (select id from asked),
        'agreed', coalesce((select json_agg(json_build_object('teamId', a.team_id, 'from', a.from_day,
            'decidedAt', a.state_at, 'days', a.days)) ${agreed} and a.team_id = t.id and a.from_day <= ${last}::date + 7), '[]')
      ) order by lower(t.name), t.id)
    from around join team t on t.organisation_id = ${organisationId} and t.id = around.id), '[]')`;
}

type Preferences = Partial<Record<Weekday, "suits" | "rather-not">>;

/** The asker's own row, or what holds where nothing was ever set; held until the transaction ends. */
export async function profileOf(tx: Tx, memberId: string) {
  const row = await tx.db
    .selectFrom("workplace_member")
    .select(["site_id as siteId", "version"])
    .select((e) => e.ref("focus_times").$castTo<Partial<Record<string, [string, string]>>>().as("focusTimes"))
    .select((e) => e.ref("day_preferences").$castTo<Preferences>().as("dayPreferences"))
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return row ?? { siteId: null, version: 0, focusTimes: {}, dayPreferences: {} };
}

/** Writes it if its version is still the one that was read; false where it is not. */
export async function writeProfile(
  tx: Tx,
  memberId: string,
  { siteId, focusTimes, dayPreferences }: { siteId: string | null; focusTimes: object; dayPreferences: object },
  version: number,
): Promise<boolean> {
  const row = {
    site_id: siteId,
    focus_times: JSON.stringify(focusTimes),
    day_preferences: JSON.stringify(dayPreferences),
  };
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("workplace_member")
    .values({ ...row, organisation_id: tx.organisationId, member_id: memberId })
    .onConflict((already) =>
      already
        .columns(["organisation_id", "member_id"])
        .doUpdateSet((e) => ({ ...row, version: e("workplace_member.version", "+", 1) }))
        .where("workplace_member.version", "=", version),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Keeps since when somebody's home site is theirs, so that a past day knows it: from today by the organisation's clock. */
export async function keepHomeSite(tx: Tx, memberId: string, siteId: string | null): Promise<void> {
  await sql`insert into home_site (organisation_id, member_id, from_day, site_id)
    select o.organisation_id, ${memberId}::uuid, (${tx.now.toString()}::timestamptz at time zone o.time_zone)::date, ${siteId}::uuid
    from organisation o where o.organisation_id = ${tx.organisationId}
    on conflict (organisation_id, member_id, from_day) do update set site_id = excluded.site_id`.execute(tx.db);
}

/** The usual week that begins on exactly this day; null where none does. */
export async function usualFrom(tx: Tx, memberId: string, from: string): Promise<UsualDays | null> {
  const row = await tx.db
    .selectFrom("usual_week")
    .select((e) => e.ref("days").$castTo<UsualDays>().as("days"))
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .where("from_day", "=", from)
    .executeTakeFirst();
  return row?.days ?? null;
}

export async function writeUsual(tx: Tx, memberId: string, from: string, days: UsualDays): Promise<void> {
  const written = JSON.stringify(days);
  await tx.db
    .insertInto("usual_week")
    .values({ organisation_id: tx.organisationId, member_id: memberId, from_day: from, days: written })
    .onConflict((already) =>
      already.columns(["organisation_id", "member_id", "from_day"]).doUpdateSet({ days: written }),
    )
    .execute();
}

export async function forgetUsual(tx: Tx, memberId: string, from: string): Promise<void> {
  await tx.db
    .deleteFrom("usual_week")
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .where("from_day", "=", from)
    .execute();
}

export async function writeDays(tx: Tx, memberId: string, days: readonly (Place & { day: string })[]): Promise<void> {
  if (days.length === 0) return;
  await tx.db
    .insertInto("presence_day")
    .values(
      days.map(({ day, at, siteId }) => ({
        organisation_id: tx.organisationId,
        member_id: memberId,
        day,
        place: at,
        site_id: siteId,
      })),
    )
    .onConflict((already) =>
      already
        .columns(["organisation_id", "member_id", "day"])
        .doUpdateSet((e) => ({ place: e.ref("excluded.place"), site_id: e.ref("excluded.site_id") })),
    )
    .execute();
}

export async function forgetDays(tx: Tx, memberId: string, days: readonly string[]): Promise<void> {
  if (days.length === 0) return;
  await tx.db
    .deleteFrom("presence_day")
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .where("day", "in", days)
    .execute();
}
