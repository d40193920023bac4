/** What Today shows, beside the intentions, in three statements; the key results wait for the line to be known. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { keyResultColumns, objectiveRows, type PermissionViewer, visible } from "../../okrs/public.ts";

interface CycleOfToday {
  id: string;
  name: string;
  cycleState: string;
  startsOn: string;
  endsOn: string;
}

interface AskOfToday {
  id: string;
  text: string;
  fromId: string;
  fromName: string;
  keyResultId: string;
  keyResultTitle: string;
  objectiveId: string;
  createdAt: string;
}

export interface Surroundings {
  /** The organisation's. */
  timeZone: string;
  weekStartsOn: number;
  vision: string | null;
  cycles: CycleOfToday[] | null;
  askCount: number;
  asks: AskOfToday[] | null;
}

/** The vision, the cycles that are not closed, and the latest asks that wait for a member. */
export async function surroundings(tx: Tx, memberId: string): Promise<Surroundings> {
  const { organisationId } = tx;
  const { rows } = await sql<Surroundings>`
    select org.time_zone as "timeZone", org.week_starts_on as "weekStartsOn",
      (select text from strategy_statement where organisation_id = ${organisationId} and kind = 'vision') as vision,
      (select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'cycleState', c.state,
          'startsOn', c.starts_on, 'endsOn', c.ends_on) order by c.starts_on, c.id)
        from cycle c where c.organisation_id = ${organisationId} and c.state <> 'closed') as cycles,
      (select count(*) from ask a where a.organisation_id = ${organisationId} and a.to_member_id = ${memberId}
        and a.closed_at is null) as "askCount",
      (select jsonb_agg(to_jsonb(w) order by w."createdAt" desc, w.id desc) from (
        select a.id, a.text, f.id as "fromId", f.name as "fromName", k.id as "keyResultId", k.title as "keyResultTitle",
          k.objective_id as "objectiveId",
          to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt"
        from ask a
        join member f on f.organisation_id = ${organisationId} and f.id = a.from_member_id
        join key_result k on k.organisation_id = ${organisationId} and k.id = a.key_result_id
        where a.organisation_id = ${organisationId} and a.to_member_id = ${memberId} and a.closed_at is null
        order by a.created_at desc, a.id desc
        limit 5) w) as asks
    from organisation org where org.organisation_id = ${organisationId}`.execute(tx.db);
  return rows[0] as Surroundings;
}

/** A link upward as it stands in the row of its objective. */
export interface LinkUp {
  parentObjectiveId: string | null;
  parentKeyResultId: string | null;
  /** The objective of the parent key result. */
  nextId: string | null;
  imperativeId: string | null;
  statement: string | null;
  archived: boolean;
}

/**
 * The objectives under way that a member owns, that their teams own, or on which they own a key result (`mine`), with
 * every objective above those; each with its links upward, those made first first.
 */
export function objectivesOfLine(tx: Tx, viewer: PermissionViewer) {
  const { organisationId } = tx;
  const me = viewer.memberId;
  // Arrays keep the planner's guesses small: a recursion it believes to find thousands reads every link there is.
  const around = sql<{ mine: string[]; ids: string[] }>`(
    with recursive mine (ids) as materialized (
      select array(select o.id from objective o
        where o.organisation_id = ${organisationId} and o.state in ('open', 'paused')
          and o.cycle_id = any(array(select id from cycle where organisation_id = ${organisationId} and state <> 'closed'))
          and (o.owner_id = ${me} or o.team_id = any(${[...viewer.teams]}::uuid[])
            or o.team_id = any(array(select id from team where organisation_id = ${organisationId} and lead_id = ${me}))
            or o.id = any(array(select k.objective_id from key_result k
              where k.organisation_id = ${organisationId} and k.owner_id = ${me} and k.state in ('open', 'paused')))))
    ), above (id) as (
      select unnest(ids) from mine
      union
      select coalesce(s.parent_objective_id, (select k.objective_id from key_result k
        where k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id))
      from above
      join support s on s.organisation_id = ${organisationId} and s.objective_id = above.id and s.imperative_id is null
    )
    select mine.ids as mine, array(select id from above) as ids from mine)`;
  return objectiveRows(tx)
    .innerJoin(around.as("around"), (on) => on.on(sql<boolean>`o.id = any(around.ids)`))
    .where(visible(viewer, "o"))
    .select([sql<boolean>`o.id = any(around.mine)`.as("mine"), linksUp(tx).as("links")])
    .select((e) =>
      e
        .selectFrom("key_result as own")
        .select((own) => own.fn.countAll<number>().as("count"))
        .where("own.organisation_id", "=", organisationId)
        .whereRef("own.objective_id", "=", "o.id")
        .where("own.owner_id", "=", me)
        .where("own.state", "in", ["open", "paused"])
        .as("ownKeyResults"),
    )
    .execute();
}

export type LineRow = Awaited<ReturnType<typeof objectivesOfLine>>[number];

function linksUp(tx: Tx) {
  return sql<LinkUp[] | null>`(
    select jsonb_agg(jsonb_build_object('parentObjectiveId', s.parent_objective_id, 'parentKeyResultId', s.parent_key_result_id,
      'nextId', p.objective_id, 'imperativeId', i.id, 'statement', i.statement, 'archived', i.archived_at is not null)
      order by s.created_at, s.id)
    from support s
    left join key_result p on p.organisation_id = ${tx.organisationId} and p.id = s.parent_key_result_id
    left join imperative i on i.organisation_id = ${tx.organisationId} and i.id = s.imperative_id
    where s.organisation_id = ${tx.organisationId} and s.objective_id = o.id)`;
}

/** All key results of the objectives on the line, and a member's own on others of theirs, in their order. */
export function keyResultsOfLine(tx: Tx, memberId: string, line: string[], others: string[]) {
  return tx.db
    .selectFrom("key_result as k")
    .leftJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "k.organisation_id").onRef("m.id", "=", "k.owner_id"),
    )
    .select(keyResultColumns)
    .select("m.name as ownerName")
    .where("k.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`k.objective_id = any(${[...line, ...others]}::uuid[])`)
    .where(sql<boolean>`(k.owner_id = ${memberId} or k.objective_id = any(${line}::uuid[]))`)
    .orderBy("k.rank")
    .orderBy("k.id")
    .execute();
}

export type LineKeyResultRow = Awaited<ReturnType<typeof keyResultsOfLine>>[number];
