/** What the alignment index counts, as it stands in the tables now and as it was counted. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { ObjectiveFacts } from "../counts.ts";
import type { Touched } from "../touched.ts";

/**
 * The objectives to count again: those named, those of the teams and members named (in cycles that go on), everything
 * beneath what was linked otherwise, and the parents of each, which may have become a leaf or ceased to be one.
 */
export async function objectivesToCount(tx: Tx, touched: Touched): Promise<string[]> {
  const { organisationId } = tx;
  const { rows } = await sql<{ id: string }>`
    with recursive
    team_above (id) as (
      select unnest(${touched.teams}::uuid[])
      union
      select tm.team_id from team_member tm
      where tm.organisation_id = ${organisationId} and tm.member_id = any(${touched.members}::uuid[])
      union
      select t.parent_id from team_above a join team t on t.organisation_id = ${organisationId} and t.id = a.id
      where t.parent_id is not null
    ),
    peopled (id) as (
      select o.id from objective o join cycle c on c.organisation_id = ${organisationId} and c.id = o.cycle_id
      where o.organisation_id = ${organisationId} and c.state <> 'closed'
        and ((o.level = 'team' and o.team_id in (select id from team_above))
          or (o.level = 'company' and ${touched.members.length > 0}))
    ),
    beneath (id) as (
      select unnest(${touched.relinked}::uuid[])
      union
      select f.objective_id from alignment_fact f
      where f.organisation_id = ${organisationId} and ${touched.gone.length > 0} and f.above && ${touched.gone}::uuid[]
      union
      select s.objective_id from support s
      join objective o on o.organisation_id = ${organisationId} and o.id = s.objective_id
      join cycle c on c.organisation_id = ${organisationId} and c.id = o.cycle_id
      where s.organisation_id = ${organisationId} and s.imperative_id = any(${touched.imperatives}::uuid[]) and c.state <> 'closed'
      union
      select next.id from beneath b
      cross join lateral (
        select s.objective_id as id from support s
        where s.organisation_id = ${organisationId} and s.parent_objective_id = b.id
        union all
        select s.objective_id from key_result k
        join support s on s.organisation_id = ${organisationId} and s.parent_key_result_id = k.id
        where k.organisation_id = ${organisationId} and k.objective_id = b.id
      ) as next
    ),
    changed (id) as (
      select unnest(${touched.objectives}::uuid[])
      union select id from peopled
      union select id from beneath
    )
    select id from changed
    union
    select coalesce(s.parent_objective_id, k.objective_id)
    from changed join support s on s.organisation_id = ${organisationId} and s.objective_id = changed.id
    left join key_result k on k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id
    where s.imperative_id is null
    union
    select unnest(f.above) from changed
    join alignment_fact f on f.organisation_id = ${organisationId} and f.objective_id = changed.id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

export interface FactsNow extends Omit<ObjectiveFacts, "reach" | "keyResults" | "measurable"> {
  objectiveId: string;
  cycleId: string;
  /** What it supports, in the order it was linked: [kind, id, the objective that stands there]. */
  links: ["objective" | "key-result" | "imperative", string, string | null][];
  /** Neither dropped nor postponed: [has an owner, type, has a value, has progress]. */
  keyResults: [boolean, string, boolean, boolean][];
}

/** Of these objectives, those that are there: as they stand now. */
export async function factsNow(tx: Tx, ids: readonly string[]): Promise<FactsNow[]> {
  const { organisationId } = tx;
  const { rows } = await sql<FactsNow>`
    with recursive
    named as materialized (
      select o.id, o.cycle_id, o.level, o.team_id, o.upkeep, o.energy::text, not o.private and o.state in ('open', 'closed') as counted
      from (select distinct unnest(${[...ids]}::uuid[]) as id) wanted
      join objective o on o.organisation_id = ${organisationId} and o.id = wanted.id
    ),
    within (root, id) as (
      select distinct team_id, team_id from named where level = 'team'
      union
      select w.root, t.id from within w join team t on t.organisation_id = ${organisationId} and t.parent_id = w.id
    ),
    people as materialized (
      select m.id from member m
      where m.organisation_id = ${organisationId} and m.role <> 'guest' and m.deactivated_at is null
    ),
    heads as materialized (
      select w.root, count(distinct m.id)::int as heads
      from within w join team_member tm on tm.organisation_id = ${organisationId} and tm.team_id = w.id
      join member m on m.organisation_id = ${organisationId} and m.id = tm.member_id and m.role <> 'guest' and m.deactivated_at is null
      group by w.root
    )
    select n.id as "objectiveId", n.cycle_id as "cycleId", n.counted, n.upkeep, n.energy,
      case n.level when 'personal' then 1 when 'company' then (select count(*)::int from people)
        else coalesce((select heads from heads where root = n.team_id), 0) end as headcount,
      not exists (
        select from (
          select s.objective_id, s.mode from support s where s.organisation_id = ${organisationId} and s.parent_objective_id = n.id
          union all
          select s.objective_id, s.mode from key_result k
          join support s on s.organisation_id = ${organisationId} and s.parent_key_result_id = k.id
          where k.organisation_id = ${organisationId} and k.objective_id = n.id) as child
        join objective o on o.organisation_id = ${organisationId} and o.id = child.objective_id
        where not o.private and o.state in ('open', 'closed') and (child.mode = 'contributes' or n.energy is null)) as leaf,
      (select coalesce(jsonb_agg(jsonb_build_array(
          case when s.imperative_id is not null then 'imperative' when k.id is not null then 'key-result' else 'objective' end,
          coalesce(s.imperative_id, s.parent_key_result_id, s.parent_objective_id),
          coalesce(s.parent_objective_id, k.objective_id)) order by s.created_at, s.id), '[]')
        from support s left join key_result k on k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id
        where s.organisation_id = ${organisationId} and s.objective_id = n.id) as links,
      (select coalesce(jsonb_agg(jsonb_build_array(k.owner_id is not null, k.type, k.current_value is not null, k.progress is not null)), '[]')
        from key_result k where k.organisation_id = ${organisationId} and k.objective_id = n.id
        and k.state not in ('dropped', 'postponed')) as "keyResults"
    from named n`.execute(tx.db);
  return rows;
}

export interface StoredFacts extends ObjectiveFacts {
  objectiveId: string;
  cycleId: string;
  above: readonly string[];
}

export interface Counted {
  facts: StoredFacts[];
  /** Cycle → its sums and the latest pulse. */
  standings: { cycleId: string; counts: unknown; understood: unknown }[];
  imperatives: { id: string; priorityShare: string | null }[];
  timeZone: string;
}

/** What was counted of these objectives, and the sums of every cycle. */
export async function countedBefore(tx: Tx, ids: readonly string[]): Promise<Counted> {
  const { organisationId } = tx;
  const [facts, { rows }] = await Promise.all([
    tx.db
      .selectFrom("alignment_fact as f")
      .select(["f.objective_id as objectiveId", "f.cycle_id as cycleId", "f.counted", "f.leaf", "f.upkeep"])
      .select(["f.headcount", "f.energy", "f.reach", "f.above", "f.key_results as keyResults", "f.measurable"])
      .where("f.organisation_id", "=", organisationId)
      .where(sql<boolean>`f.objective_id = any(${[...ids]}::uuid[])`)
      .execute(),
    sql<Omit<Counted, "facts">>`
      select o.time_zone as "timeZone",
        (select coalesce(jsonb_agg(jsonb_build_object('cycleId', s.cycle_id, 'counts', s.counts,
            'understood', case when u.share is not null then jsonb_build_object('share', u.share::text, 'reads', u.reads) end)), '[]')
          from alignment_standing s
          left join alignment_understood u on u.organisation_id = ${organisationId} and u.cycle_id = s.cycle_id
          where s.organisation_id = ${organisationId}) as standings,
        (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'priorityShare', i.priority_share::text) order by i.id), '[]')
          from imperative i where i.organisation_id = ${organisationId} and i.archived_at is null) as imperatives
      from organisation o where o.organisation_id = ${organisationId}`.execute(tx.db),
  ]);
  return { facts, ...(rows[0] as Omit<Counted, "facts">) };
}

export interface Standing {
  cycleId: string;
  counts: unknown;
  /** 0–100. */
  index: string | null;
  parts: Record<string, string | null>;
}

/** Keeps what was counted: facts as they are now, the sums, and the day's index. */
export async function keepCounted(
  tx: Tx,
  { facts, gone, standings, day }: { facts: StoredFacts[]; gone: string[]; standings: Standing[]; day: string },
): Promise<void> {
  const { organisationId } = tx;
  await Promise.all([
    facts.length > 0 &&
      sql`insert into alignment_fact (organisation_id, objective_id, cycle_id, counted, leaf, upkeep, headcount, energy, reach, above, key_results, measurable)
        select ${organisationId}, f."objectiveId", f."cycleId", f.counted, f.leaf, f.upkeep, f.headcount, f.energy, f.reach, f.above, f."keyResults", f.measurable
        from json_to_recordset(${JSON.stringify(facts)}::json) as f ("objectiveId" uuid, "cycleId" uuid, counted boolean, leaf boolean, upkeep boolean,
          headcount integer, energy numeric, reach uuid[], above uuid[], "keyResults" integer, measurable integer)
        on conflict (organisation_id, objective_id) do update set cycle_id = excluded.cycle_id, counted = excluded.counted, leaf = excluded.leaf,
          upkeep = excluded.upkeep, headcount = excluded.headcount, energy = excluded.energy, reach = excluded.reach, above = excluded.above,
          key_results = excluded.key_results, measurable = excluded.measurable`.execute(tx.db),
    gone.length > 0 &&
      tx.db
        .deleteFrom("alignment_fact")
        .where("organisation_id", "=", organisationId)
        .where(sql<boolean>`objective_id = any(${gone}::uuid[])`)
        .execute(),
    standings.length > 0 &&
      sql`with kept as (
          insert into alignment_standing (organisation_id, cycle_id, counts)
          select ${organisationId}, s."cycleId", s.counts from json_to_recordset(${JSON.stringify(standings)}::json) as s ("cycleId" uuid, counts jsonb)
          join cycle c on c.organisation_id = ${organisationId} and c.id = s."cycleId"
          on conflict (organisation_id, cycle_id) do update set counts = excluded.counts)
        insert into alignment_day (organisation_id, cycle_id, day, index, parts)
        select ${organisationId}, s."cycleId", ${day}::date, s.index, s.parts
        from json_to_recordset(${JSON.stringify(standings)}::json) as s ("cycleId" uuid, index numeric, parts jsonb)
        join cycle c on c.organisation_id = ${organisationId} and c.id = s."cycleId"
        where c.state <> 'closed' or not exists (
          select from alignment_day d where d.organisation_id = ${organisationId} and d.cycle_id = s."cycleId")
        on conflict (organisation_id, cycle_id, day) do update set index = excluded.index, parts = excluded.parts`.execute(
        tx.db,
      ),
  ]);
}

/** From now on the explaining list is made anew. */
export async function countChange(tx: Tx): Promise<void> {
  await sql`insert into alignment_change (organisation_id, changes) values (${tx.organisationId}, 1)
    on conflict (organisation_id) do update set changes = alignment_change.changes + 1`.execute(tx.db);
}
