import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Found } from "../panel/found.ts";
import type { ArmFigure } from "../panel/published.ts";

/** [series, team, week, value, weight, covered] */
export type StoredRow = [series: string, team: string, week: number, value: number, weight: number, covered: boolean];

export interface StoredEvidence {
  at: string;
  seed: number;
  version: number;
  rowsHash: string;
  found: Found;
  armFigures: ArmFigure[];
  count: number;
}

/** What was found of a policy the last time; without the rows, which may be many. */
export async function evidenceOf(tx: Tx, policyId: string): Promise<StoredEvidence | undefined> {
  const { rows } = await sql<StoredEvidence>`
    select assessed_at as at, seed, method_version as version, rows_hash as "rowsHash", found,
      arm_figures as "armFigures", jsonb_array_length(rows) as count
    from policy_evidence where organisation_id = ${tx.organisationId} and policy_id = ${policyId}`.execute(tx.db);
  return rows[0];
}

/** The rows that it was found from. */
export async function evidenceRows(tx: Tx, policyId: string): Promise<StoredRow[]> {
  const { rows } = await sql<{ rows: StoredRow[] }>`
    select rows from policy_evidence
    where organisation_id = ${tx.organisationId} and policy_id = ${policyId}`.execute(tx.db);
  return rows[0]?.rows ?? [];
}

/** The first week that anything was measured in, counted from the start; null where nothing was. */
export async function firstWeekMeasured(tx: Tx, policyId: string): Promise<number | null> {
  const { rows } = await sql<{ week: number | null }>`
    select min((row->>2)::int) as week from policy_evidence, jsonb_array_elements(rows) as row
    where organisation_id = ${tx.organisationId} and policy_id = ${policyId}`.execute(tx.db);
  return rows[0]?.week ?? null;
}

export interface NewEvidence {
  policyId: string;
  seed: number;
  version: number;
  rowsHash: string;
  found: Found;
  rows: readonly StoredRow[];
  armFigures: readonly ArmFigure[];
}

/** Keeps what was found in the place of what was found before. */
export async function keepEvidence(tx: Tx, { policyId, seed, version, rowsHash, ...told }: NewEvidence): Promise<void> {
  const columns = {
    assessed_at: tx.now.toString(),
    seed,
    method_version: version,
    rows_hash: rowsHash,
    found: JSON.stringify(told.found),
    rows: JSON.stringify(told.rows),
    arm_figures: JSON.stringify(told.armFigures),
  };
  await tx.db
    .insertInto("policy_evidence")
    .values({ ...columns, organisation_id: tx.organisationId, policy_id: policyId })
    .onConflict((already) => already.columns(["organisation_id", "policy_id"]).doUpdateSet(columns))
    .execute();
}

/** Policy → its verdict, of those that were assessed. */
export async function verdicts(tx: Tx): Promise<Map<string, Found["verdict"]>> {
  const { rows } = await sql<{ policyId: string; verdict: Found["verdict"] }>`
    select policy_id as "policyId", found->>'verdict' as verdict from policy_evidence
    where organisation_id = ${tx.organisationId}`.execute(tx.db);
  return new Map(rows.map(({ policyId, verdict }) => [policyId, verdict]));
}

/**
 * Sealed policies that have begun and were not decided on since they were last assessed. `today` in the organisation's
 * zone: a day later a week may have ended though nobody reported.
 */
export async function policiesToAssess(tx: Tx, today: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from policy p
    where p.organisation_id = ${tx.organisationId} and p.sealed is not null and p.starts_on <= ${today}
      and (p.decision is null or not exists (
        select from policy_evidence e where e.organisation_id = p.organisation_id and e.policy_id = p.id
          and e.assessed_at >= (select max(d.recorded_at) from policy_decision d
            where d.organisation_id = p.organisation_id and d.policy_id = p.id)))
    order by p.starts_on, p.id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** What pulses told of the arms of a policy, the earliest first: their published figures; withheld, too, where it could be no cell. */
export async function armFiguresOf(tx: Tx, cells: { covered: string; others: string }): Promise<ArmFigure[]> {
  const { rows } = await sql<ArmFigure>`
    with arm (cell, arm) as (values (${cells.covered}, 'covered'), (${cells.others}, 'others'))
    select p.id as "pulseId", (p.closes_at at time zone o.time_zone)::date::text as on, q.question, a.arm,
      coalesce(f.reads, 'withheld') as reads, f.share::float8 as share, coalesce(f.within, '0')::float8 as within,
      f.answers_from as "answersFrom"
    from pulse p
    join organisation o on o.organisation_id = p.organisation_id
    cross join arm a
    cross join unnest(p.questions) as q (question)
    left join pulse_figure f on f.organisation_id = p.organisation_id and f.pulse_id = p.id
      and f.cell = a.cell and f.question = q.question
    where p.organisation_id = ${tx.organisationId} and p.state = 'closed'
      and (f.cell is not null or p.withheld @> json_build_array(json_build_object('id', a.cell))::jsonb)
    order by p.closes_at, p.id, q.question, a.arm`.execute(tx.db);
  return rows;
}
