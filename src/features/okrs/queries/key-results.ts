import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { MeasureColumns } from "../measure-columns.ts";
import type { Viewer } from "../permissions.ts";
import { objectiveRows, overruleColumns } from "./objectives.ts";
import { visible } from "./visible.ts";

/** Every column that says how a key result reads. */
export const keyResultColumns = [
  "k.id",
  "k.objective_id as objectiveId",
  "k.owner_id as ownerId",
  "k.title",
  "k.type",
  "k.unit",
  "k.decimals",
  "k.start_value as startValue",
  "k.target_value as targetValue",
  "k.operator",
  "k.risk_limit as riskLimit",
  "k.low_value as lowValue",
  "k.high_value as highValue",
  "k.milestones",
  "k.phased_targets as phasedTargets",
  "k.weight",
  "k.source",
  "k.state",
  "k.state_reason as stateReason",
  "k.current_value as currentValue",
  "k.last_confidence as lastConfidence",
  "k.last_check_in_at as lastCheckInAt",
  "k.check_in_count as checkInCount",
  "k.progress",
  "k.overruled_status as overruledStatus",
  "k.overruled_reason as overruledReason",
  "k.overruled_by as overruledBy",
  "k.overruled_at as overruledAt",
  "k.rank",
  "k.version",
  "k.body_hash",
  "k.created_at as createdAt",
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
    .select(keyResultColumns)
    .where("k.organisation_id", "=", tx.organisationId)
    .where("k.objective_id", "in", objectiveIds.length > 0 ? objectiveIds : [null as unknown as string])
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

export interface KeyResultBody {
  title?: string;
  ownerId?: string | null;
  measure?: MeasureColumns;
  unit?: string;
  decimals?: number;
  weight?: string;
  source?: string;
  phasedTargets?: { on: string; value: string }[];
  /** Raw, not clamped. */
  progress?: string | null;
}

/** Adds it after the last one of its objective; false where the id is already taken. */
export async function addKeyResult(
  tx: Tx,
  keyResult: Required<KeyResultBody> & { id: string; objectiveId: string; bodyHash: Buffer },
): Promise<boolean> {
  const { id, objectiveId, bodyHash, title, measure } = keyResult;
  const added = await tx.db
    .insertInto("key_result")
    .values({
      ...columnsOf(keyResult),
      organisation_id: tx.organisationId,
      id,
      objective_id: objectiveId,
      title,
      type: measure.type,
      body_hash: bodyHash,
      created_at: tx.now.toString(),
      rank: sql<number>`(select coalesce(max(rank), 0) + 1 from key_result where organisation_id = ${tx.organisationId} and objective_id = ${objectiveId})`,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export interface KeyResultChange extends KeyResultBody {
  state?: string;
  stateReason?: string;
  overrule?: { status: string; reason: string; memberId: string } | null;
}

export async function changeKeyResult(tx: Tx, id: string, change: KeyResultChange) {
  await tx.db
    .updateTable("key_result")
    .set((e) => ({ ...columnsOf(change), ...overruleColumns(tx, change.overrule), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Puts the key results of an objective in this order; those not named follow. */
export async function reorderKeyResults(tx: Tx, objectiveId: string, ids: string[]) {
  await sql`update key_result k set rank = coalesce(array_position(${ids}::uuid[], k.id), ${ids.length} + k.rank)
    where k.organisation_id = ${tx.organisationId} and k.objective_id = ${objectiveId}`.execute(tx.db);
}

export async function removeKeyResult(tx: Tx, id: string) {
  await tx.db.deleteFrom("key_result").where("organisation_id", "=", tx.organisationId).where("id", "=", id).execute();
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

/** Keeps the old target beside the new; false where the id of the change is already taken. */
export async function addTargetChange(
  tx: Tx,
  change: {
    id: string;
    keyResultId: string;
    before: object;
    after: object;
    reason: string;
    memberId: string;
    bodyHash: Buffer;
  },
): Promise<boolean> {
  const added = await tx.db
    .insertInto("target_change")
    .values({
      organisation_id: tx.organisationId,
      id: change.id,
      key_result_id: change.keyResultId,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      reason: change.reason,
      member_id: change.memberId,
      body_hash: change.bodyHash,
      recorded_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export function targetChangeMade(tx: Tx, id: string) {
  return tx.db
    .selectFrom("target_change")
    .select(["key_result_id as keyResultId", "body_hash"])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
}

function targetChanges(tx: Tx) {
  return sql<StoredTargetChange[] | null>`(
    select jsonb_agg(jsonb_build_object('id', x.id, 'before', x.before, 'after', x.after, 'reason', x.reason,
      'memberId', x.member_id, 'memberName', xm.name, 'recordedAt', x.recorded_at) order by x.recorded_at, x.id)
    from target_change x
    left join member xm on xm.organisation_id = ${tx.organisationId} and xm.id = x.member_id
    where x.organisation_id = ${tx.organisationId} and x.key_result_id = k.id)`;
}

function columnsOf(body: KeyResultChange) {
  const { title, ownerId, measure, unit, decimals, weight, source, phasedTargets, progress, state, stateReason } = body;
  const all = {
    title,
    owner_id: ownerId,
    unit,
    decimals,
    weight,
    source,
    phased_targets: phasedTargets && JSON.stringify(phasedTargets),
    progress,
    state,
    state_reason: stateReason,
    type: measure?.type,
    start_value: measure?.startValue,
    target_value: measure?.targetValue,
    operator: measure?.operator,
    risk_limit: measure?.riskLimit,
    low_value: measure?.lowValue,
    high_value: measure?.highValue,
    milestones: measure && JSON.stringify(measure.milestones),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof typeof all]?: Exclude<(typeof all)[K], undefined>;
  };
}
