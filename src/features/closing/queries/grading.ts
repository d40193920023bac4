/** Writing how key results and objectives ended. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

export interface GradeBody {
  score: string | null;
  note: string;
  learned: string;
  next: string;
  suggested: string | null;
}

/** In place of an earlier grade, whose version was compared under the lock of the key result. */
export async function writeGrade(
  tx: Tx,
  keyResultId: string,
  memberId: string,
  grade: GradeBody & { endValue: string | null; notYetObservable: boolean },
): Promise<void> {
  const columns = {
    ...columnsOf(grade),
    end_value: grade.endValue,
    not_yet_observable: grade.notYetObservable,
    member_id: memberId,
    graded_at: tx.now.toString(),
  };
  await tx.db
    .insertInto("key_result_grade")
    .values({ organisation_id: tx.organisationId, key_result_id: keyResultId, ...columns })
    .onConflict((already) =>
      already
        .columns(["organisation_id", "key_result_id"])
        .doUpdateSet((e) => ({ ...columns, version: e("key_result_grade.version", "+", 1) })),
    )
    .execute();
}

/** In place of an earlier closure, whose version was compared under the lock of the objective. */
export async function writeClosure(
  tx: Tx,
  objectiveId: string,
  memberId: string,
  closure: GradeBody & { outcome: string | null; closedKeyResultIds: readonly string[]; closedObjective: boolean },
): Promise<void> {
  const columns = {
    ...columnsOf(closure),
    outcome: closure.outcome,
    member_id: memberId,
    closed_at: tx.now.toString(),
  };
  await tx.db
    .insertInto("objective_closure")
    .values({
      organisation_id: tx.organisationId,
      objective_id: objectiveId,
      ...columns,
      closed_key_result_ids: sql`${[...closure.closedKeyResultIds]}::uuid[]`,
      closed_objective: closure.closedObjective,
    })
    .onConflict((already) =>
      already
        .columns(["organisation_id", "objective_id"])
        .doUpdateSet((e) => ({ ...columns, version: e("objective_closure.version", "+", 1) })),
    )
    .execute();
}

export async function removeClosure(tx: Tx, objectiveId: string): Promise<void> {
  await tx.db
    .deleteFrom("objective_closure")
    .where("organisation_id", "=", tx.organisationId)
    .where("objective_id", "=", objectiveId)
    .execute();
}

interface SettledAsk {
  askId: string;
  settled: "closed" | "moved" | "left";
  word: string;
}

export async function writeSettlements(tx: Tx, memberId: string, settled: readonly SettledAsk[]): Promise<void> {
  for (const { askId, ...rest } of settled) {
    const columns = { ...rest, member_id: memberId, settled_at: tx.now.toString() };
    await tx.db
      .insertInto("ask_settlement")
      .values({ organisation_id: tx.organisationId, ask_id: askId, ...columns })
      .onConflict((already) => already.columns(["organisation_id", "ask_id"]).doUpdateSet(columns))
      .execute();
  }
}

export interface NewAmendment {
  id: string;
  objectiveId: string;
  keyResultId: string | null;
  score: string | null;
  endValue: string | null;
  reason: string;
  memberId: string;
  bodyHash: Buffer;
}

/** False where the id is already taken. */
export async function addAmendment(tx: Tx, amendment: NewAmendment): Promise<boolean> {
  const added = await tx.db
    .insertInto("grade_amendment")
    .values({
      organisation_id: tx.organisationId,
      id: amendment.id,
      objective_id: amendment.objectiveId,
      key_result_id: amendment.keyResultId,
      score: amendment.score,
      end_value: amendment.endValue,
      reason: amendment.reason,
      member_id: amendment.memberId,
      body_hash: amendment.bodyHash,
      amended_at: tx.now.toString(),
    })
    .onConflict((already) => already.columns(["organisation_id", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

function columnsOf({ score, note, learned, next, suggested }: GradeBody) {
  return { score, note, learned, next_step: next, suggested };
}
