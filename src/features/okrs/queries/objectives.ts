import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../permissions.ts";
import type { HealthMetricRow } from "./health-metrics.ts";
import { titleHasWords } from "./search.ts";
import { visible } from "./visible.ts";

type HealthMetricStored = Omit<HealthMetricRow, "body_hash">;

/** The columns that say how an objective reads, with its cycle, the organisation's rule and the names beside it. */
export const objectiveColumns = [
  "o.id",
  "o.cycle_id as cycleId",
  "o.level",
  "o.team_id as teamId",
  "o.owner_id as ownerId",
  "o.commitment",
  "o.title",
  "o.energy",
  "o.private",
  "o.upkeep",
  "o.state",
  "o.learned",
  "o.progress",
  "o.end_score as endScore",
  "o.end_outcome as endOutcome",
  "o.is_graded as isGraded",
  "o.contributed_at as contributedAt",
  "o.overruled_status as overruledStatus",
  "o.overruled_reason as overruledReason",
  "o.overruled_by as overruledBy",
  "o.overruled_at as overruledAt",
  "o.rank",
  "o.version",
  "o.created_at as createdAt",
  "c.name as cycleName",
  "c.starts_on as startsOn",
  "c.ends_on as endsOn",
  "c.state as cycleState",
  "c.check_in_weeks as checkInWeeks",
  "c.check_in_day as checkInDay",
  "c.check_in_time as checkInTime",
  "org.time_zone as timeZone",
  "org.status_rule as statusRule",
  "t.name as teamName",
  "m.name as ownerName",
] as const;

export function objectiveRows(tx: Pick<Tx, "db" | "organisationId">) {
  return tx.db
    .selectFrom("objective as o")
    .innerJoin("cycle as c", (on) =>
      on.onRef("c.organisation_id", "=", "o.organisation_id").onRef("c.id", "=", "o.cycle_id"),
    )
    .innerJoin("organisation as org", "org.organisation_id", "o.organisation_id")
    .leftJoin("team as t", (on) =>
      on.onRef("t.organisation_id", "=", "o.organisation_id").onRef("t.id", "=", "o.team_id"),
    )
    .leftJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "o.organisation_id").onRef("m.id", "=", "o.owner_id"),
    )
    .where("o.organisation_id", "=", tx.organisationId)
    .where("c.organisation_id", "=", tx.organisationId)
    .select(objectiveColumns);
}

/** The same with everything else that its page shows. */
function wholeObjectives(tx: Tx) {
  return objectiveRows(tx).select(["o.why", "o.state_reason as stateReason", "o.body_hash"]);
}

export type ObjectiveRow = Awaited<ReturnType<typeof objectiveVisible>> & object;
/** What lists and neighbours have of it. */
export type ObjectiveStandingRow = Omit<ObjectiveRow, "why" | "stateReason" | "body_hash">;

export function objectiveVisible(tx: Tx, viewer: Viewer, id: string) {
  return wholeObjectives(tx).where("o.id", "=", id).where(visible(viewer, "o")).executeTakeFirst();
}

/** The same with its health metrics, in the order they were added. */
export function objectiveWithHealth(tx: Tx, viewer: Viewer, id: string) {
  return wholeObjectives(tx)
    .select(
      sql<HealthMetricStored[] | null>`(
        select jsonb_agg(jsonb_build_object('id', h.id, 'objectiveId', h.objective_id, 'ownerId', h.owner_id, 'ownerName', hm.name,
          'title', h.title, 'unit', h.unit, 'decimals', h.decimals, 'operator', h.operator, 'limit', h.limit_value::text,
          'current', h.current_value::text, 'measuredAt', h.measured_at, 'version', h.version) order by h.created_at, h.id)
        from health_metric h
        left join member hm on hm.organisation_id = ${tx.organisationId} and hm.id = h.owner_id
        where h.organisation_id = ${tx.organisationId} and h.objective_id = o.id)`.as("healthMetrics"),
    )
    .where("o.id", "=", id)
    .where(visible(viewer, "o"))
    .executeTakeFirst();
}

/** The same, locked against another change. */
export function objectiveForChange(tx: Tx, viewer: Viewer, id: string) {
  return wholeObjectives(tx).where("o.id", "=", id).where(visible(viewer, "o")).forUpdate("o").executeTakeFirst();
}

/** One that was just made, or that an earlier create with this id made. */
export function objectiveMade(tx: Tx, id: string) {
  return wholeObjectives(tx).where("o.id", "=", id).executeTakeFirst();
}

/** Where a page of the list begins: after this one. */
export interface ListPosition {
  startsOn: string;
  cycleId: string;
  rank: number;
  id: string;
}

export interface ListFilter {
  cycleId?: string;
  teamId?: string;
  ownerId?: string;
  level?: string;
  /** Words that must begin words of the title, [from, until) compared by bytes. */
  words: { from: string; until: string }[];
}

/** The latest cycle first, then in their order; each with its first parent the viewer can see. */
export function objectivesListed(
  tx: Tx,
  viewer: Viewer,
  filter: ListFilter,
  after: ListPosition | null,
  limit: number,
) {
  // As an array: the page is found by the index of its order, and names and parents are looked up for it alone.
  const page = sql<string[]>`array(${pageOf(tx, viewer, filter, after, limit)})`;
  return objectiveRows(tx)
    .where(sql<boolean>`o.id = any(${page})`)
    .select(firstParent(tx, viewer).as("firstParent"))
    .orderBy("c.starts_on", "desc")
    .orderBy("c.id")
    .orderBy("o.rank")
    .orderBy("o.id")
    .execute();
}

function pageOf(tx: Tx, viewer: Viewer, filter: ListFilter, after: ListPosition | null, limit: number) {
  const { cycleId } = filter;
  return (
    tx.db
      .selectFrom("objective as o")
      .innerJoin("cycle as c", "c.id", "o.cycle_id")
      .select("o.id")
      .where("o.organisation_id", "=", tx.organisationId)
      .where("c.organisation_id", "=", tx.organisationId)
      .where(visible(viewer, "o"))
      .$if(filter.teamId !== undefined, (query) => query.where("o.team_id", "=", filter.teamId as string))
      .$if(filter.ownerId !== undefined, (query) => query.where("o.owner_id", "=", filter.ownerId as string))
      .$if(filter.level !== undefined, (query) => query.where("o.level", "=", filter.level as string))
      .$if(filter.words.length > 0, (query) => query.where(titleHasWords(tx, "objective", "o.id", filter.words)))
      .$if(after !== null, (query) => query.where(comesAfter(after as ListPosition)))
      // One cycle has one first day: ordering by it as well would sort the whole cycle for each page.
      .$if(cycleId === undefined, (query) => query.orderBy("c.starts_on", "desc").orderBy("c.id"))
      .$if(cycleId !== undefined, (query) => query.where("o.cycle_id", "=", cycleId as string))
      .orderBy("o.rank")
      .orderBy("o.id")
      .limit(limit)
  );
}

function comesAfter({ startsOn, cycleId, rank, id }: ListPosition) {
  return sql<boolean>`(c.starts_on < ${startsOn}::date
    or (c.starts_on = ${startsOn}::date and (c.id, o.rank, o.id) > (${cycleId}::uuid, ${rank}::integer, ${id}::uuid)))`;
}

/** CASE and not COALESCE: PostgreSQL takes that for leaky, and so for no condition of an index under row-level security. */
function firstParent(tx: Tx, viewer: Viewer) {
  return sql<{ kind: "objective" | "key-result" | "imperative"; id: string; title: string } | null>`(
    select jsonb_build_object(
      'kind', case when s.imperative_id is not null then 'imperative' when s.parent_objective_id is not null then 'objective' else 'key-result' end,
      'id', coalesce(s.imperative_id, s.parent_objective_id, s.parent_key_result_id),
      'title', coalesce(i.statement, pk.title, po.title))
    from support s
    left join objective po on po.organisation_id = ${tx.organisationId} and po.id = s.parent_objective_id
    left join key_result pk on pk.organisation_id = ${tx.organisationId} and pk.id = s.parent_key_result_id
    left join objective pko on pko.organisation_id = ${tx.organisationId} and pko.id = pk.objective_id
    left join imperative i on i.organisation_id = ${tx.organisationId} and i.id = s.imperative_id
    where s.organisation_id = ${tx.organisationId} and s.objective_id = o.id
      and (po.id is null or ${visible(viewer, "po")}) and (pko.id is null or ${visible(viewer, "pko")})
    order by s.created_at, s.id
    limit 1)`;
}

/** What hangs on an objective, and what its going changes above it. */
export async function hangsOn(tx: Tx, id: string) {
  const { rows } = await sql<{
    keyResults: number;
    healthMetrics: number;
    supporters: number;
    parents: { kind: string; id: string }[] | null;
  }>`
    select
      (select count(*) from key_result k where k.organisation_id = ${tx.organisationId} and k.objective_id = ${id}) as "keyResults",
      (select count(*) from health_metric h where h.organisation_id = ${tx.organisationId} and h.objective_id = ${id}) as "healthMetrics",
      (select count(*) from support s where s.organisation_id = ${tx.organisationId} and (s.parent_objective_id = ${id}
        or s.parent_key_result_id in (select k.id from key_result k where k.organisation_id = ${tx.organisationId} and k.objective_id = ${id}))) as supporters,
      (select jsonb_agg(jsonb_build_object('kind', case when s.parent_objective_id is null then 'key-result' else 'objective' end,
        'id', coalesce(s.parent_objective_id, s.parent_key_result_id)))
        from support s where s.organisation_id = ${tx.organisationId} and s.objective_id = ${id}
        and s.mode = 'contributes' and s.imperative_id is null) as parents`.execute(tx.db);
  const row = rows[0];
  return {
    keyResults: row?.keyResults ?? 0,
    healthMetrics: row?.healthMetrics ?? 0,
    supporters: row?.supporters ?? 0,
    parents: row?.parents ?? [],
  };
}

/** Which of the named team and cycle are there, and the role of the member; one who left has none. */
export async function known(
  tx: Tx,
  named: { teamId?: string | null; memberId?: string | null; cycleId?: string | null },
) {
  const { rows } = await sql<{
    team: boolean;
    memberRole: string | null;
    cycleState: string | null;
    startsOn: string | null;
    endsOn: string | null;
  }>`
    select
      exists (select from team where organisation_id = ${tx.organisationId} and id = ${named.teamId ?? null}) as team,
      (select role from member where organisation_id = ${tx.organisationId} and id = ${named.memberId ?? null} and deactivated_at is null) as "memberRole",
      (select state from cycle where organisation_id = ${tx.organisationId} and id = ${named.cycleId ?? null}) as "cycleState"`.execute(
    tx.db,
  );
  return rows[0] as { team: boolean; memberRole: string | null; cycleState: string | null };
}
