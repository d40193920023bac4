import type { Tx } from "../../../platform/database/database.ts";

function own(tx: Tx, memberId: string) {
  return tx.db
    .selectFrom("time_off")
    .select(["id", "starts_on as startsOn", "ends_on as endsOn", "body_hash"])
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .orderBy("starts_on")
    .orderBy("id");
}

/** A member's days off that end on this day or later, the earliest first; at most 200. */
export function timeOffFrom(tx: Tx, memberId: string, day: string) {
  return own(tx, memberId).where("ends_on", ">=", day).limit(200).execute();
}

export function timeOffById(tx: Tx, memberId: string, id: string) {
  return own(tx, memberId).where("id", "=", id).executeTakeFirst();
}

/** False where the id is already taken, by whomever. */
export async function insertTimeOff(
  tx: Tx,
  memberId: string,
  off: { id: string; startsOn: string; endsOn: string; bodyHash: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("time_off")
    .values({
      organisation_id: tx.organisationId,
      id: off.id,
      member_id: memberId,
      starts_on: off.startsOn,
      ends_on: off.endsOn,
      body_hash: off.bodyHash,
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function deleteTimeOff(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom("time_off").where("organisation_id", "=", tx.organisationId).where("id", "=", id).execute();
}
