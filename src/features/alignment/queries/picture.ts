/** A cycle as its alignment is explained: what was counted, and everything that the list looks at. No private objective is read. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { shownFirst } from "../queries.ts";

export interface StandingRow {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  state: "planning" | "active" | "closing" | "closed";
  counts: unknown;
  understood: unknown;
  /** The same as long as the list is. */
  changes: number;
  /** How much of a team's capacity the organisation plans at most, in percent. */
  plannedEnergy: string;
  history: { day: string; index: string | null; parts: Record<string, string | null> }[];
  imperatives: { id: string; statement: string; priorityShare: string | null }[];
}

/** The cycle asked for, else the one to open on, with what was counted of it: one question. A day that told nothing is no history. */
export async function standingOf(tx: Tx, today: string, cycleId: string | undefined): Promise<StandingRow | undefined> {
  const { organisationId } = tx;
  const { rows } = await sql<StandingRow>`
    select c.id, c.name, c.starts_on as "startsOn", c.ends_on as "endsOn", c.state, s.counts,
      case when u.share is not null then jsonb_build_object('share', u.share::text, 'reads', u.reads) end as understood,
      coalesce((select changes from alignment_change where organisation_id = ${organisationId}), 0) as changes,
      (select planned_energy::text from organisation where organisation_id = ${organisationId}) as "plannedEnergy",
      (select coalesce(jsonb_agg(jsonb_build_object('day', d.day, 'index', d.index::text, 'parts', d.parts) order by d.day), '[]')
        from alignment_day d where d.organisation_id = ${organisationId} and d.cycle_id = c.id
          and jsonb_strip_nulls(d.parts) <> '{}') as history,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'statement', i.statement, 'priorityShare', i.priority_share::text) order by i.rank, i.id), '[]')
        from imperative i where i.organisation_id = ${organisationId} and i.archived_at is null) as imperatives
    from (select * from cycle where organisation_id = ${organisationId} and (${cycleId ?? null}::uuid is null or id = ${cycleId ?? null}::uuid)
      order by ${shownFirst(today)} limit 1) as c
    left join alignment_standing s on s.organisation_id = ${organisationId} and s.cycle_id = c.id
    left join alignment_understood u on u.organisation_id = ${organisationId} and u.cycle_id = c.id`.execute(tx.db);
  return rows[0];
}

export interface PictureRows {
  objectives: {
    id: string;
    title: string;
    level: "company" | "team" | "personal";
    teamId: string | null;
    ownerId: string | null;
    upkeep: boolean;
    energy: string | null;
    version: number;
    /** In the cycle, open or closed. Others are there because links lead through them. */
    counted: boolean;
    leaf: boolean;
    headcount: number;
    reach: string[];
    /** What it supports: [kind, id, the objective that stands there]. */
    links: ["objective" | "key-result" | "imperative", string, string | null][];
  }[];
  keyResults: {
    id: string;
    objectiveId: string;
    ownerId: string | null;
    title: string;
    unit: string;
    source: string;
    type: string;
    startValue: string | null;
    targetValue: string | null;
    operator: string | null;
    valued: boolean;
    progressed: boolean;
  }[];
  people: {
    teams: { id: string; name: string; parentId: string | null }[];
    /** Not of guests, nor of those who left: [id, name, teams]. */
    members: [string, string, string[]][];
    dependencies: {
      id: string;
      title: string;
      state: "proposed" | "accepted" | "declined" | "withdrawn" | "done";
      dueOn: string;
      fromTeamId: string;
      onTeamId: string;
      reason: string;
      version: number;
    }[];
    archived: { id: string; statement: string }[];
  };
}

/** Everything that the list looks at: three questions, sent together. */
export async function pictureRows(tx: Tx, cycleId: string): Promise<PictureRows> {
  const [objectives, keyResults, people] = await Promise.all([
    objectivesSeen(tx, cycleId),
    keyResultsSeen(tx, cycleId),
    peopleSeen(tx, cycleId),
  ]);
  return { objectives, keyResults, people };
}

/** Each looks its links up by the index: a join here is planned for few rows where PostgreSQL has not looked at the tables yet. */
async function objectivesSeen(tx: Tx, cycleId: string) {
  const { organisationId } = tx;
  const { rows } = await sql<PictureRows["objectives"][number]>`
    with recursive seen (id) as (
      select id from objective where organisation_id = ${organisationId} and cycle_id = ${cycleId} and not private
      union
      select above.id from seen cross join lateral (
        select coalesce(s.parent_objective_id, k.objective_id) as id
        from support s left join key_result k on k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id
        where s.organisation_id = ${organisationId} and s.objective_id = seen.id offset 0) as above
      where above.id is not null
    )
    select o.id, o.title, o.level, o.team_id as "teamId", o.owner_id as "ownerId", o.upkeep, o.energy::text, o.version,
      o.cycle_id = ${cycleId} and o.state in ('open', 'closed') as counted,
      coalesce(f.leaf, true) as leaf, coalesce(f.headcount, 0) as headcount, coalesce(f.reach, '{}') as reach,
      (select coalesce(jsonb_agg(jsonb_build_array(
          case when s.imperative_id is not null then 'imperative' when k.id is not null then 'key-result' else 'objective' end,
          coalesce(s.imperative_id, s.parent_key_result_id, s.parent_objective_id),
          coalesce(s.parent_objective_id, k.objective_id)) order by s.created_at, s.id), '[]')
        from support s left join key_result k on k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id
        where s.organisation_id = ${organisationId} and s.objective_id = o.id) as links
    from seen join objective o on o.organisation_id = ${organisationId} and o.id = seen.id
    left join alignment_fact f on f.organisation_id = ${organisationId} and f.objective_id = o.id
    where not o.private
    order by o.rank, o.id`.execute(tx.db);
  return rows;
}

async function keyResultsSeen(tx: Tx, cycleId: string) {
  const { organisationId } = tx;
  const { rows } = await sql<PictureRows["keyResults"][number]>`
    select k.id, k.objective_id as "objectiveId", k.owner_id as "ownerId", k.title, k.unit, k.source, k.type,
      k.start_value as "startValue", k.target_value as "targetValue", k.operator,
      k.current_value is not null as valued, k.progress is not null as progressed
    from objective o join key_result k on k.organisation_id = ${organisationId} and k.objective_id = o.id
    where o.organisation_id = ${organisationId} and o.cycle_id = ${cycleId} and not o.private and o.state in ('open', 'closed')
      and k.state not in ('dropped', 'postponed')
    order by o.rank, o.id, k.rank, k.id`.execute(tx.db);
  return rows;
}

async function peopleSeen(tx: Tx, cycleId: string) {
  const { organisationId } = tx;
  const { rows } = await sql<PictureRows["people"]>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'parentId', t.parent_id) order by t.name, t.id), '[]')
        from team t where t.organisation_id = ${organisationId}) as teams,
      (select coalesce(jsonb_agg(jsonb_build_array(m.id, m.name,
          array(select tm.team_id from team_member tm where tm.organisation_id = ${organisationId} and tm.member_id = m.id)) order by m.name, m.id), '[]')
        from member m
        where m.organisation_id = ${organisationId} and m.role <> 'guest' and m.deactivated_at is null) as members,
      (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'state', d.state, 'dueOn', d.due_on,
          'fromTeamId', d.from_team_id, 'onTeamId', d.on_team_id, 'reason', d.reason, 'version', d.version) order by d.due_on, d.id), '[]')
        from dependency d where d.organisation_id = ${organisationId} and d.cycle_id = ${cycleId}) as dependencies,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'statement', i.statement)), '[]')
        from imperative i where i.organisation_id = ${organisationId} and i.archived_at is not null) as archived`.execute(
    tx.db,
  );
  return rows[0] as PictureRows["people"];
}
