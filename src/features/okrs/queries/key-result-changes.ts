import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { coachVersion, type Verdict } from "../../coach/public.ts";
import type { MeasureColumns } from "../measure-columns.ts";
import { overruleColumns } from "./objective-changes.ts";

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
  coachVerdict?: Verdict;
}

/** Adds it after the last one of its objective; false where the id is already taken. */
export async function addKeyResult(
  tx: Tx,
  keyResult: Required<Omit<KeyResultBody, "coachVerdict">> & {
    coachVerdict: Verdict | undefined;
    id: string;
    objectiveId: string;
    firstConfidence?: number;
    keptAsIs?: boolean;
    bodyHash: Buffer;
  },
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
      first_confidence: keyResult.firstConfidence,
      kept_as_is: keyResult.keptAsIs,
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
  keptAsIs?: boolean;
}

export async function changeKeyResult(tx: Tx, id: string, change: KeyResultChange) {
  await tx.db
    .updateTable("key_result")
    .set((e) => ({ ...columnsOf(change), ...overruleColumns(tx, change.overrule), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Remembers whether its words are kept as they are. Nobody's edit is overwritten by that, so the version stays. */
export async function keepKeyResultAsIs(tx: Tx, id: string, keptAsIs: boolean) {
  await tx.db
    .updateTable("key_result")
    .set({ kept_as_is: keptAsIs })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Puts a key result in a place among those of its objective. */
export async function rankKeyResult(tx: Tx, id: string, rank: number) {
  await tx.db
    .updateTable("key_result")
    .set({ rank })
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

function columnsOf(body: KeyResultChange) {
  const { title, ownerId, measure, unit, decimals, weight, source, phasedTargets, progress, state, stateReason } = body;
  const { coachVerdict, keptAsIs } = body;
  const all = {
    title,
    owner_id: ownerId,
    unit,
    decimals,
    weight,
    source,
    phased_targets: phasedTargets && JSON.stringify(phasedTargets),
    progress,
    coach_verdict: coachVerdict,
    coach_version: coachVerdict && coachVersion,
    kept_as_is: keptAsIs,
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
