import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** What an initiative was made of, where it was a key result; locked against a second who puts it back. */
export function originOf(tx: Tx, initiativeId: string) {
  return tx.db
    .selectFrom("initiative_origin")
    .select(["key_result_id as keyResultId", "key_result as keyResult", "replacement_id as replacementId", "body_hash"])
    .where("organisation_id", "=", tx.organisationId)
    .where("initiative_id", "=", initiativeId)
    .forUpdate()
    .executeTakeFirst();
}

interface Origin {
  initiativeId: string;
  keyResultId: string;
  left: object | null;
  replacementId: string | null;
  bodyHash: Buffer;
}

export async function addOrigin(tx: Tx, { initiativeId, keyResultId, left, replacementId, bodyHash }: Origin) {
  await tx.db
    .insertInto("initiative_origin")
    .values({
      organisation_id: tx.organisationId,
      initiative_id: initiativeId,
      key_result_id: keyResultId,
      key_result: left && JSON.stringify(left),
      replacement_id: replacementId,
      body_hash: bodyHash,
      recorded_at: tx.now.toString(),
    })
    .execute();
}

/** Whether initiatives name a key result as one that they should move. */
export async function isBetOn(tx: Tx, keyResultId: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select exists (
    select from bet where organisation_id = ${tx.organisationId} and key_result_id = ${keyResultId}) as is`.execute(
    tx.db,
  );
  return rows[0]?.is === true;
}
