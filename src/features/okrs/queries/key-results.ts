import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../permissions.ts";
import { objectiveRows } from "./objectives.ts";
import { visible } from "./visible.ts";

/** The columns that say how a key result reads, and of which objective. */
export const standingColumns = [
  "k.id",
  "k.objective_id as objectiveId",
  "k.owner_id as ownerId",
  "k.title",
  "k.type",
  "k.start_value as startValue",
  "k.target_value as targetValue",
  "k.operator",
  "k.risk_limit as riskLimit",
  "k.low_value as lowValue",
  "k.high_value as highValue",
  "k.milestones",
  "k.phased_targets as phasedTargets",
  "k.state",
  "k.current_value as currentValue",
  "k.last_check_in_at as lastCheckInAt",
  "k.check_in_count as checkInCount",
  "k.progress",
  "k.end_score as endScore",
  "k.end_outcome as endOutcome",
  "k.forecast",
  "k.overruled_status as overruledStatus",
  "k.overruled_reason as overruledReason",
  "k.overruled_by as overruledBy",
  "k.overruled_at as overruledAt",
  "k.created_at as createdAt",
] as const;

/** The same with everything else that its page shows. */
export const keyResultColumns = [
  ...standingColumns,
  "k.unit",
  "k.decimals",
  "k.weight",
  "k.first_confidence as firstConfidence",
  "k.source",
  "k.state_reason as stateReason",
  "k.last_confidence as lastConfidence",
  "k.rank",
  "k.version",
  "k.kept_as_is as keptAsIs",
  "k.body_hash",
] as const;

interface StoredTargetChange {
  id: string;
  before: unknown;
  after: unknown;
  reason: string;
  memberId: string;
  memberName: string | null;
  recordedAt: string;
}

function keyResultRows(tx: Tx) {
  return tx.db
    .selectFrom("key_result as k")
    .leftJoin("member as km", (on) =>
      on.onRef("km.organisation_id", "=", "k.organisation_id").onRef("km.id", "=", "k.owner_id"),
    )
    .where("k.organisation_id", "=", tx.organisationId)
    .select(keyResultColumns)
    .select(["km.name as ownerName", targetChanges(tx).as("targetChanges")]);
}

export type KeyResultRow = Awaited<ReturnType<typeof keyResultMade>> & object;

/** What decides how the key results of these objectives read, in their order. */
export function standingsOf(tx: Tx, objectiveIds: string[]) {
  return tx.db
    .selectFrom("key_result as k")
    .select(standingColumns)
    .where("k.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`k.objective_id = any(${objectiveIds}::uuid[])`)
    .orderBy("k.rank")
    .orderBy("k.id")
    .execute();
}

/** The key results of an objective and of every objective it is linked with, in their order. */
export function keyResultsAround(tx: Tx, objectiveId: string) {
  return keyResultRows(tx)
    .where(
      sql<boolean>`k.objective_id in (
        select ${objectiveId}::uuid
        union select s.parent_objective_id from support s where s.organisation_id = ${tx.organisationId} and s.objective_id = ${objectiveId}
        union select p.objective_id from support s join key_result p on p.organisation_id = ${tx.organisationId} and p.id = s.parent_key_result_id
          where s.organisation_id = ${tx.organisationId} and s.objective_id = ${objectiveId}
        union select s.objective_id from support s where s.organisation_id = ${tx.organisationId} and s.parent_objective_id = ${objectiveId}
        union select s.objective_id from key_result p join support s on s.organisation_id = ${tx.organisationId} and s.parent_key_result_id = p.id
          where p.organisation_id = ${tx.organisationId} and p.objective_id = ${objectiveId})`,
    )
    .orderBy("k.rank")
    .orderBy("k.id")
    .execute();
}

/** One that was just made, or that an earlier create with this id made. */
export function keyResultMade(tx: Tx, id: string) {
  return keyResultRows(tx).where("k.id", "=", id).executeTakeFirst();
}

export function keyResultOf(tx: Tx, id: string, lock: boolean) {
  const query = keyResultRows(tx).where("k.id", "=", id);
  return (lock ? query.forUpdate("k") : query).executeTakeFirst();
}

/** The objective of a key result, where the viewer can see it. */
export function objectiveOfKeyResult(tx: Tx, viewer: Viewer, keyResultId: string) {
  return objectiveRows(tx)
    .where((e) =>
      e(
        "o.id",
        "=",
        e
          .selectFrom("key_result as k")
          .select("k.objective_id")
          .where("k.organisation_id", "=", tx.organisationId)
          .where("k.id", "=", keyResultId),
      ),
    )
    .where(visible(viewer, "o"))
    .executeTakeFirst();
}

export async function supportersOfKeyResult(tx: Tx, id: string): Promise<number> {
  const row = await tx.db
    .selectFrom("support")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("organisation_id", "=", tx.organisationId)
    .where("parent_key_result_id", "=", id)
    .executeTakeFirstOrThrow();
  return row.count;
}

function targetChanges(tx: Tx) {
  return sql<StoredTargetChange[] | null>`(
    select jsonb_agg(jsonb_build_object('id', x.id, 'before', x.before, 'after', x.after, 'reason', x.reason,
      'memberId', x.member_id, 'memberName', xm.name, 'recordedAt', x.recorded_at) order by x.recorded_at, x.id)
    from target_change x
    left join member xm on xm.organisation_id = ${tx.organisationId} and xm.id = x.member_id
    where x.organisation_id = ${tx.organisationId} and x.key_result_id = k.id)`;
}
