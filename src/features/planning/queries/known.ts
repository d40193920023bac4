import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { visible } from "../../okrs/public.ts";

interface Viewer {
  memberId: string;
  role: "owner" | "admin" | "champion" | "member" | "guest";
  teams: readonly string[];
}

interface Asked {
  planId: string;
  cycleId: string;
  level: "company" | "team" | "personal";
  teamId: string | null;
  ownerId: string | null;
  /** What the drafts support that stands already. */
  parentIds: readonly string[];
  imperativeIds: readonly string[];
}

export interface KnownRow {
  kind: "key-result" | "health-metric";
  id: string;
  title: string;
  objectiveId: string;
  objectiveTitle: string;
  cycleId: string;
  cycleName: string;
  teamId: string | null;
  teamName: string | null;
  unit: string;
  decimals: number;
  start: string | null;
  target: string | null;
  now: string | null;
  at: string | null;
  /** Where it heads while its cycle is not over. */
  forecast: { middle: string; range80: [string, string] } | null;
}

export interface OtherRow {
  level: "company" | "team" | "personal";
  teamId: string | null;
  teamName: string | null;
  kind: "objective" | "draft-objective" | null;
  id: string | null;
  title: string | null;
  imperativeId: string | null;
  planId: string | null;
}

/** Starting figures (figures of the last cycles, the latest first), and others' work on the same imperatives in this cycle. */
export async function knownBeside(
  tx: Tx,
  viewer: Viewer,
  asked: Asked,
): Promise<{ known: KnownRow[]; others: OtherRow[] }> {
  const { rows } = await sql<{ known: KnownRow[]; others: OtherRow[] }>`
    select (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (${figures(tx, viewer, asked)}) w) as known,
      (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (${others(tx, viewer, asked)}) w) as others`.execute(tx.db);
  return rows[0] as (typeof rows)[number];
}

/** What the same team (person, company) and the parents measured and reported, at most a dozen of each kind. */
function figures(tx: Tx, viewer: Viewer, { cycleId, level, teamId, ownerId, parentIds }: Asked) {
  const organisation = tx.organisationId;
  const theirs = {
    company: sql`o.level = 'company'`,
    team: sql`o.level = 'team' and o.team_id = ${teamId}`,
    personal: sql`o.level = 'personal' and o.owner_id = ${ownerId}`,
  }[level];
  const measured = sql`
    select o.id, o.title, o.cycle_id, o.team_id, c.name as cycle_name, c.starts_on,
      c.state = 'active' as going_on
    from objective o join cycle c on c.organisation_id = ${organisation} and c.id = o.cycle_id
    where o.organisation_id = ${organisation} and ${visible(viewer, "o")} and (o.id = any(${[...parentIds]}::uuid[]) or (
      ${theirs} and o.cycle_id in (
        select e.id from cycle e join cycle own on own.organisation_id = ${organisation} and own.id = ${cycleId}
        where e.organisation_id = ${organisation} and e.starts_on < own.starts_on
        order by e.starts_on desc, e.id limit 4)))`;
  return sql`
    select f.*, t.name as "teamName" from (
      (select 'key-result' as kind, k.id, k.title, o.id as "objectiveId", o.title as "objectiveTitle", o.cycle_id as "cycleId",
        o.cycle_name as "cycleName", o.team_id as "teamId", k.unit, k.decimals, k.start_value::text as start,
        k.target_value::text as target, k.current_value::text as now, k.last_check_in_at as at, case when o.going_on then k.forecast end as forecast, o.starts_on
      from (${measured}) o join key_result k on k.organisation_id = ${organisation} and k.objective_id = o.id
      where k.current_value is not null and k.type in ('metric', 'threshold', 'range', 'baseline')
      order by o.starts_on desc, k.last_check_in_at desc nulls last, k.id limit 12)
      union all
      (select 'health-metric', h.id, h.title, o.id, o.title, o.cycle_id, o.cycle_name, o.team_id, h.unit, h.decimals, null,
        h.limit_value::text, h.current_value::text, h.measured_at, null, o.starts_on
      from (${measured}) o join health_metric h on h.organisation_id = ${organisation} and h.objective_id = o.id
      where h.current_value is not null
      order by o.starts_on desc, h.measured_at desc nulls last, h.id limit 12)) f
    left join team t on t.organisation_id = ${organisation} and t.id = f."teamId"
    order by f.starts_on desc, f.kind desc, f.at desc nulls last, f.id`;
}

/**
 * Objectives and drafts of the cycle right beneath the imperatives or one step lower, of other teams and the company;
 * a team that plans and has nothing there comes with nothing.
 */
function others(tx: Tx, viewer: Viewer, { planId, cycleId, level, teamId, imperativeIds }: Asked) {
  const organisation = tx.organisationId;
  const imperatives = sql`any(${[...imperativeIds]}::uuid[])`;
  const elsewhere = (place: string) =>
    level === "personal"
      ? sql`true`
      : sql`(${sql.ref(`${place}.level`)}, ${sql.ref(`${place}.team_id`)}) is distinct from (${level}::text, ${teamId}::uuid)`;
  const drafts = sql`draft_objective d join plan p on p.organisation_id = ${organisation} and p.id = d.plan_id
    and p.cycle_id = ${cycleId} and p.state not in ('activated', 'discarded') and p.level <> 'personal'`;
  const draftSeen = sql`d.organisation_id = ${organisation} and d.removed_at is null and not d.private`;
  return sql`
    with first as (
      select 'objective' as kind, s.objective_id as id, s.imperative_id as imperative
      from support s where s.organisation_id = ${organisation} and s.imperative_id = ${imperatives}
      union
      select 'draft-objective', d.id, d.parent_id from ${drafts}
      where ${draftSeen} and d.parent_kind = 'imperative' and d.parent_id = ${imperatives}),
    reached as (
      select * from first
      union
      select 'objective', s.objective_id, f.imperative from first f
      join support s on s.organisation_id = ${organisation} and s.parent_objective_id = f.id where f.kind = 'objective'
      union
      select 'draft-objective', d.id, f.imperative from first f, ${drafts}
      where ${draftSeen} and d.parent_id = f.id and d.parent_kind = f.kind),
    work as (
      select o.level, o.team_id, r.kind, o.id, o.title, r.imperative, null::uuid as plan_id from reached r
      join objective o on r.kind = 'objective' and o.organisation_id = ${organisation} and o.id = r.id
      where o.cycle_id = ${cycleId} and o.level <> 'personal' and o.state = 'open' and ${visible(viewer, "o")}
      union all
      select p.level, p.team_id, r.kind, d.id, d.title, r.imperative, p.id from reached r, ${drafts}
      where r.kind = 'draft-objective' and ${draftSeen} and d.id = r.id
      union all
      select distinct p.level, p.team_id, null, null::uuid, null, null::uuid, null::uuid from plan p
      where p.organisation_id = ${organisation} and p.cycle_id = ${cycleId} and p.level <> 'personal'
        and p.state <> 'discarded' and p.id <> ${planId})
    select w.level, w.team_id as "teamId", t.name as "teamName", w.kind, w.id, w.title, w.imperative as "imperativeId",
      w.plan_id as "planId"
    from work w left join team t on t.organisation_id = ${organisation} and t.id = w.team_id
    where ${elsewhere("w")}
    order by array_position(array['company', 'team'], w.level), t.name, w.team_id, w.kind, w.title, w.id
    limit 200`;
}
