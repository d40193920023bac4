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

/**
 * Everything that the list looks at: three questions, sent together. None joins large tables: each is read once, and
 * whether a row belongs is looked up in a hash (`in (…) is true`), which costs the same whatever PostgreSQL knows of
 * them. What belongs together is put together here.
 */
export async function pictureRows(tx: Tx, cycleId: string): Promise<PictureRows> {
  const [objectives, keyResults, people] = await Promise.all([
    objectivesSeen(tx, cycleId),
    keyResultsSeen(tx, cycleId),
    peopleSeen(tx, cycleId),
  ]);
  const place = new Map(objectives.map(({ id }, at) => [id, at]));
  const placeOf = ({ objectiveId }: { objectiveId: string }) => place.get(objectiveId) ?? place.size;
  return { objectives, keyResults: keyResults.toSorted((one, other) => placeOf(one) - placeOf(other)), people };
}

type ObjectiveSeen = PictureRows["objectives"][number];

interface SeenRow {
  objectives: Omit<ObjectiveSeen, "leaf" | "headcount" | "reach" | "links">[];
  facts: [id: string, leaf: boolean, headcount: number, reach: string[]][];
  links: [id: string, kind: ObjectiveSeen["links"][number][0], parentId: string][];
  /** Key results that something supports: [id, its objective]. */
  supported: [string, string][];
}

/** Those of the cycle, and those of other cycles that links lead through. */
async function objectivesSeen(tx: Tx, cycleId: string): Promise<ObjectiveSeen[]> {
  const { organisationId } = tx;
  const { rows } = await sql<SeenRow>`
    with recursive
    mine as materialized (
      select id from objective where organisation_id = ${organisationId} and cycle_id = ${cycleId} and not private
    ),
    led as materialized (
      select parent_objective_id, parent_key_result_id from support
      where organisation_id = ${organisationId} and (objective_id in (select id from mine)) is true and imperative_id is null
    ),
    above (id) as (
      select parent_objective_id from led where parent_objective_id is not null
      union
      select objective_id from key_result
      where organisation_id = ${organisationId} and (id in (select parent_key_result_id from led)) is true
    ),
    elsewhere (id) as (
      select id from above where (id in (select id from mine)) is not true
      union
      select further.id from elsewhere cross join lateral (
        select coalesce(s.parent_objective_id, (
          select k.objective_id from key_result k
          where k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id)) as id
        from support s where s.organisation_id = ${organisationId} and s.objective_id = elsewhere.id offset 0) as further
      where further.id is not null
    ),
    seen as materialized (select id from mine union select id from elsewhere),
    links as materialized (
      select objective_id, parent_key_result_id, coalesce(imperative_id, parent_objective_id, parent_key_result_id) as parent_id,
        case when imperative_id is not null then 'imperative' when parent_objective_id is not null then 'objective' else 'key-result' end as kind,
        created_at, id
      from support where organisation_id = ${organisationId} and (objective_id in (select id from seen)) is true
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title, 'level', level, 'teamId', team_id,
          'ownerId', owner_id, 'upkeep', upkeep, 'energy', energy::text, 'version', version,
          'counted', cycle_id = ${cycleId} and state in ('open', 'closed')) order by rank, id), '[]')
        from objective where organisation_id = ${organisationId} and (id in (select id from seen)) is true and not private) as objectives,
      (select coalesce(jsonb_agg(jsonb_build_array(objective_id, leaf, headcount, reach)), '[]')
        from alignment_fact where organisation_id = ${organisationId} and (objective_id in (select id from seen)) is true) as facts,
      (select coalesce(jsonb_agg(jsonb_build_array(objective_id, kind, parent_id) order by created_at, id), '[]') from links) as links,
      (select coalesce(jsonb_agg(jsonb_build_array(id, objective_id)), '[]')
        from key_result where organisation_id = ${organisationId} and (id in (select parent_key_result_id from links)) is true) as supported`.execute(
    tx.db,
  );
  return joined(rows[0] as SeenRow);
}

function joined({ objectives, facts, links, supported }: SeenRow): ObjectiveSeen[] {
  const objectiveOf = new Map(supported);
  const factsOf = new Map(facts.map((each) => [each[0], each]));
  const linksOf = Map.groupBy(links, ([id]) => id);
  return objectives.map((each) => {
    const [, leaf = true, headcount = 0, reach = []] = factsOf.get(each.id) ?? [];
    const own = (linksOf.get(each.id) ?? []).map(([, kind, id]): ObjectiveSeen["links"][number] => {
      return [kind, id, kind === "objective" ? id : (objectiveOf.get(id) ?? null)];
    });
    return { ...each, leaf, headcount, reach, links: own };
  });
}

async function keyResultsSeen(tx: Tx, cycleId: string) {
  const { organisationId } = tx;
  const { rows } = await sql<PictureRows["keyResults"][number]>`
    select id, objective_id as "objectiveId", owner_id as "ownerId", title, unit, source, type,
      start_value as "startValue", target_value as "targetValue", operator,
      current_value is not null as valued, progress is not null as progressed
    from key_result
    where organisation_id = ${organisationId} and state not in ('dropped', 'postponed') and (objective_id in (
      select id from objective
      where organisation_id = ${organisationId} and cycle_id = ${cycleId} and not private and state in ('open', 'closed'))) is true
    order by rank, id`.execute(tx.db);
  return rows;
}

interface PeopleRow extends Omit<PictureRows["people"], "members"> {
  members: [id: string, name: string][];
  /** Of everybody: [member, team]. */
  joined: [string, string][];
}

async function peopleSeen(tx: Tx, cycleId: string): Promise<PictureRows["people"]> {
  const { organisationId } = tx;
  const { rows } = await sql<PeopleRow>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'parentId', t.parent_id) order by t.name, t.id), '[]')
        from team t where t.organisation_id = ${organisationId}) as teams,
      (select coalesce(jsonb_agg(jsonb_build_array(m.id, m.name) order by m.name, m.id), '[]')
        from member m
        where m.organisation_id = ${organisationId} and m.role <> 'guest' and m.deactivated_at is null) as members,
      (select coalesce(jsonb_agg(jsonb_build_array(tm.member_id, tm.team_id)), '[]')
        from team_member tm where tm.organisation_id = ${organisationId}) as joined,
      (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'state', d.state, 'dueOn', d.due_on,
          'fromTeamId', d.from_team_id, 'onTeamId', d.on_team_id, 'reason', d.reason, 'version', d.version) order by d.due_on, d.id), '[]')
        from dependency d where d.organisation_id = ${organisationId} and d.cycle_id = ${cycleId}) as dependencies,
      (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'statement', i.statement)), '[]')
        from imperative i where i.organisation_id = ${organisationId} and i.archived_at is not null) as archived`.execute(
    tx.db,
  );
  const { joined, members, ...people } = rows[0] as PeopleRow;
  const teamsOf = Map.groupBy(joined, ([memberId]) => memberId);
  return {
    ...people,
    members: members.map(([id, name]) => [id, name, (teamsOf.get(id) ?? []).map(([, teamId]) => teamId)]),
  };
}
