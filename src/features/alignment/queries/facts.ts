/** What the alignment index counted of each objective, and the sums of every cycle. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { ObjectiveFacts } from "../counts.ts";
import { among } from "./among.ts";

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
      .where(among("f.objective_id", ids))
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
        .where(among("objective_id", gone))
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
