/** What objectives and key results ended with, kept beside them, so that whoever reads one reads its end too. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { EndColumns } from "../ended.ts";

/** Of an objective that was graded and of its key results. The scores are what they stand for, 0–1, unrounded. */
export async function keepEnds(
  tx: Tx,
  objectiveId: string,
  end: EndColumns,
  keyResults: readonly (EndColumns & { id: string })[],
): Promise<void> {
  await writeEnd(tx, objectiveId, { ...end, isGraded: true });
  await sql`
    update key_result as k set end_score = e.score::numeric, end_outcome = e.outcome
    from unnest(${keyResults.map(({ id }) => id)}::uuid[], ${keyResults.map(({ endScore }) => endScore)}::text[],
      ${keyResults.map(({ endOutcome }) => endOutcome)}::text[]) as e (id, score, outcome)
    where k.organisation_id = ${tx.organisationId} and k.id = e.id`.execute(tx.db);
}

/** Takes them back: the objective goes on. */
export async function forgetEnds(tx: Tx, objectiveId: string): Promise<void> {
  await writeEnd(tx, objectiveId, { endScore: null, endOutcome: null, isGraded: false });
  await tx.db
    .updateTable("key_result")
    .set({ end_score: null, end_outcome: null })
    .where("organisation_id", "=", tx.organisationId)
    .where("objective_id", "=", objectiveId)
    .execute();
}

async function writeEnd(tx: Tx, id: string, { endScore, endOutcome, isGraded }: EndColumns & { isGraded: boolean }) {
  await tx.db
    .updateTable("objective")
    .set({ end_score: endScore, end_outcome: endOutcome, is_graded: isGraded })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
