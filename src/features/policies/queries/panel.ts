import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { DueInCycle } from "../panel/dues.ts";
import type { Reported } from "../panel/source.ts";

/** Which days are looked at, and the first day of week 0; all in the organisation's zone, YYYY-MM-DD. */
export interface Span {
  start: string;
  from: string;
  /** The last day, counted in. */
  to: string;
}

/** A key result or a health metric, and the series that it is a part of. */
export interface Part {
  series: string;
  id: string;
}

/**
 * What teams reported for key results, by week: of each the last check-in of the week, then the mean over those of the
 * team. What is private is in no panel, nor what belongs to no team.
 */
export async function keyResultValues(tx: Tx, parts: readonly Part[], span: Span): Promise<Reported[]> {
  if (parts.length === 0) return [];
  const { organisationId } = tx;
  const { rows } = await sql<Reported>`
    with part as (
      select distinct p.series, o.team_id, k.title, k.unit
      from json_to_recordset(${JSON.stringify(parts)}::json) as p (series text, id uuid)
      join key_result k on k.organisation_id = ${organisationId} and k.id = p.id
      join objective o on o.organisation_id = ${organisationId} and o.id = k.objective_id
        and not o.private and o.team_id is not null),
    last as (
      select distinct on (p.series, c.key_result_id, w.week) p.series, o.team_id as team, w.week, c.value
      from part p
      join objective o on o.organisation_id = ${organisationId} and o.team_id = p.team_id and not o.private
      join key_result k on k.organisation_id = ${organisationId} and k.objective_id = o.id
        and k.title = p.title and k.unit = p.unit
      join check_in c on c.organisation_id = ${organisationId} and c.key_result_id = k.id and c.value is not null
        and ${within(sql.ref("c.recorded_at"), organisationId, span)}
      ${weekOf(sql.ref("c.recorded_at"), organisationId, span)}
      order by p.series, c.key_result_id, w.week, c.recorded_at desc, c.id desc)
    select series, team, week, avg(value)::float8 as value, 1 as weight from last group by 1, 2, 3 order by 1, 2, 3`.execute(
    tx.db,
  );
  return rows;
}

/** The same of health metrics, whose earlier values stand in the record of what happened. */
export async function healthMetricValues(tx: Tx, parts: readonly Part[], span: Span): Promise<Reported[]> {
  if (parts.length === 0) return [];
  const { organisationId } = tx;
  const { rows } = await sql<Reported>`
    with part as (
      select distinct p.series, o.team_id, h.title, h.unit
      from json_to_recordset(${JSON.stringify(parts)}::json) as p (series text, id uuid)
      join health_metric h on h.organisation_id = ${organisationId} and h.id = p.id
      join objective o on o.organisation_id = ${organisationId} and o.id = h.objective_id
        and not o.private and o.team_id is not null),
    last as (
      select distinct on (p.series, h.id, w.week) p.series, o.team_id as team, w.week,
        (e.facts->'value'->>1)::numeric as value
      from part p
      join objective o on o.organisation_id = ${organisationId} and o.team_id = p.team_id and not o.private
      join health_metric h on h.organisation_id = ${organisationId} and h.objective_id = o.id
        and h.title = p.title and h.unit = p.unit
      join event e on e.organisation_id = ${organisationId} and e.subject_id = o.id
        and e.kind = 'health-metric-measured' and e.facts->>'healthMetricId' = h.id::text
        and ${within(sql.ref("e.recorded_at"), organisationId, span)}
      ${weekOf(sql.ref("e.recorded_at"), organisationId, span)}
      order by p.series, h.id, w.week, e.position desc)
    select series, team, week, avg(value)::float8 as value, 1 as weight from last group by 1, 2, 3 order by 1, 2, 3`.execute(
    tx.db,
  );
  return rows;
}

/** The mean, by team and week, of the last confidence of each of its key results. */
export async function confidences(
  tx: Tx,
  series: readonly string[],
  teamIds: readonly string[],
  span: Span,
): Promise<Reported[]> {
  if (series.length === 0) return [];
  const { organisationId } = tx;
  const { rows } = await sql<Omit<Reported, "series">>`
    with last as (
      select distinct on (c.key_result_id, w.week) o.team_id as team, w.week, c.confidence
      from objective o
      join key_result k on k.organisation_id = ${organisationId} and k.objective_id = o.id
      join check_in c on c.organisation_id = ${organisationId} and c.key_result_id = k.id
        and ${within(sql.ref("c.recorded_at"), organisationId, span)}
      ${weekOf(sql.ref("c.recorded_at"), organisationId, span)}
      where o.organisation_id = ${organisationId} and o.team_id = any(${[...teamIds]}::uuid[]) and not o.private
      order by c.key_result_id, w.week, c.recorded_at desc, c.id desc)
    select team, week, avg(confidence)::float8 as value, 1 as weight from last group by 1, 2 order by 1, 2`.execute(
    tx.db,
  );
  return forEach(series, rows);
}

/**
 * Of the check-ins due in a team's objectives, the percentage that was there. Key results that are paused, dropped or
 * postponed were let out of the rhythm and count in no week; what is measured by contributions is nobody's to report.
 */
export async function sharesOnTime(
  tx: Tx,
  series: readonly string[],
  teamIds: readonly string[],
  dues: readonly DueInCycle[],
): Promise<Reported[]> {
  if (series.length === 0 || dues.length === 0) return [];
  const { organisationId } = tx;
  const { rows } = await sql<Omit<Reported, "series">>`
    with due as (
      select d."cycleId" as cycle_id, d.after, d.at, d.week
      from json_to_recordset(${JSON.stringify(dues)}::json) as d ("cycleId" uuid, after timestamptz, at timestamptz, week int))
    select o.team_id as team, d.week, count(*)::int as weight,
      100 * avg(case when exists (
        select from check_in c where c.organisation_id = ${organisationId} and c.key_result_id = k.id
          and c.recorded_at > coalesce(d.after, '-infinity') and c.recorded_at <= d.at) then 1 else 0 end)::float8 as value
    from due d
    join objective o on o.organisation_id = ${organisationId} and o.cycle_id = d.cycle_id
      and o.team_id = any(${[...teamIds]}::uuid[]) and not o.private and o.state in ('open', 'closed')
    join key_result k on k.organisation_id = ${organisationId} and k.objective_id = o.id
      and k.type <> 'contributions' and k.state in ('open', 'closed') and k.created_at <= d.at
    group by 1, 2 order by 1, 2`.execute(tx.db);
  return forEach(series, rows);
}

/** Cycles that were or are active within these days, with their rhythm, and the organisation's zone. */
export async function rhythmsWithin(tx: Tx, { from, to }: Pick<Span, "from" | "to">) {
  return await tx.db
    .selectFrom("cycle as c")
    .innerJoin("organisation as o", "o.organisation_id", "c.organisation_id")
    .select(["c.id", "c.starts_on as startsOn", "c.ends_on as endsOn", "o.time_zone as timeZone"])
    .select(["c.check_in_weeks as weeks", "c.check_in_day as day", "c.check_in_time as time"])
    .where("c.organisation_id", "=", tx.organisationId)
    .where("c.state", "<>", "planning")
    .where("c.starts_on", "<=", to)
    .where("c.ends_on", ">=", from)
    .orderBy("c.starts_on")
    .orderBy("c.id")
    .execute();
}

function forEach(series: readonly string[], rows: readonly Omit<Reported, "series">[]): Reported[] {
  return series.flatMap((name) => rows.map((row) => ({ ...row, series: name })));
}

type Column = ReturnType<typeof sql.ref>;

const zoneOf = (organisationId: string) =>
  sql`(select time_zone from organisation where organisation_id = ${organisationId})`;

/** Within the days, said of instants, so that an index by time may be used. */
function within(column: Column, organisationId: string, { from, to }: Span) {
  return sql`${column} >= (${from}::date)::timestamp at time zone ${zoneOf(organisationId)}
    and ${column} < (${to}::date + 1)::timestamp at time zone ${zoneOf(organisationId)}`;
}

function weekOf(column: Column, organisationId: string, { start }: Span) {
  return sql`cross join lateral (
    select floor(((${column} at time zone ${zoneOf(organisationId)})::date - ${start}::date) / 7.0)::int as week) w`;
}
