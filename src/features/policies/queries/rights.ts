import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

interface RightRow {
  memberId: string;
  memberName: string;
  grantedById: string;
  grantedByName: string;
  at: string;
}

/** Who was given the right and is still here, by name. */
export async function rightRows(tx: Tx): Promise<RightRow[]> {
  const { rows } = await sql<RightRow>`
    select m.id as "memberId", m.name as "memberName", g.id as "grantedById", g.name as "grantedByName",
      r.granted_at as at
    from policy_right r
    join member m on m.organisation_id = r.organisation_id and m.id = r.member_id and m.deactivated_at is null
    join member g on g.organisation_id = r.organisation_id and g.id = r.granted_by
    where r.organisation_id = ${tx.organisationId}
    order by lower(m.name), m.id`.execute(tx.db);
  return rows;
}

export async function hasRight(tx: Tx, memberId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom("policy_right")
    .select("member_id")
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return row !== undefined;
}

/** False where they had it already. */
export async function giveRight(tx: Tx, memberId: string, by: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("policy_right")
    .values({ organisation_id: tx.organisationId, member_id: memberId, granted_by: by, granted_at: tx.now.toString() })
    .onConflict((already) => already.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where they did not have it. */
export async function takeRight(tx: Tx, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom("policy_right")
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
