import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

export interface AmendmentRow {
  id: string;
  at: string;
  memberId: string;
  memberName: string;
  reason: string;
  changes: Record<string, [unknown, unknown]>;
  body_hash: Buffer;
}

export async function amendmentsOf(tx: Tx, policyId: string): Promise<AmendmentRow[]> {
  const { rows } = await sql<AmendmentRow>`
    select a.id, a.recorded_at as at, m.id as "memberId", m.name as "memberName", a.reason, a.changes, a.body_hash
    from policy_amendment a
    join member m on m.organisation_id = a.organisation_id and m.id = a.member_id
    where a.organisation_id = ${tx.organisationId} and a.policy_id = ${policyId}
    order by a.recorded_at, a.id`.execute(tx.db);
  return rows;
}

/** Policy → how often it was amended. */
export async function amendmentCounts(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ policyId: string; count: number }>`
    select policy_id as "policyId", count(*)::int as count from policy_amendment
    where organisation_id = ${tx.organisationId} group by 1`.execute(tx.db);
  return new Map(rows.map(({ policyId, count }) => [policyId, count]));
}

/** The row that an earlier create with this id made, of whatever policy. */
export function amendmentEver(tx: Tx, id: string) {
  return tx.db
    .selectFrom("policy_amendment")
    .select(["policy_id as policyId", "body_hash"])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertAmendment(
  tx: Tx,
  row: { id: string; policyId: string; memberId: string; reason: string; changes: object; bodyHash: Buffer },
): Promise<void> {
  await tx.db
    .insertInto("policy_amendment")
    .values({
      organisation_id: tx.organisationId,
      id: row.id,
      policy_id: row.policyId,
      member_id: row.memberId,
      reason: row.reason,
      changes: JSON.stringify(row.changes),
      body_hash: row.bodyHash,
      recorded_at: tx.now.toString(),
    })
    .execute();
}

export interface DecisionRow {
  id: string;
  policyId: string;
  decision: "keep" | "change" | "stop";
  reason: string;
  earlyReason: string;
  lastDay: string | null;
  memberId: string;
  memberName: string;
  at: string;
}

/** Of one policy or of all, the earliest first. */
export async function decisionsOf(tx: Tx, policyId: string | null): Promise<DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select d.id, d.policy_id as "policyId", d.decision, d.reason, d.early_reason as "earlyReason",
      d.last_day as "lastDay", m.id as "memberId", m.name as "memberName", d.recorded_at as at
    from policy_decision d
    join member m on m.organisation_id = d.organisation_id and m.id = d.member_id
    where d.organisation_id = ${tx.organisationId} and (${policyId}::uuid is null or d.policy_id = ${policyId})
    order by d.recorded_at, d.id`.execute(tx.db);
  return rows;
}

export function decisionEver(tx: Tx, id: string) {
  return tx.db
    .selectFrom("policy_decision")
    .select(["policy_id as policyId", "body_hash"])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertDecision(
  tx: Tx,
  row: {
    id: string;
    policyId: string;
    memberId: string;
    decision: "keep" | "change" | "stop";
    reason: string;
    earlyReason: string;
    lastDay: string | null;
    bodyHash: Buffer;
  },
): Promise<void> {
  await tx.db
    .insertInto("policy_decision")
    .values({
      organisation_id: tx.organisationId,
      id: row.id,
      policy_id: row.policyId,
      member_id: row.memberId,
      decision: row.decision,
      reason: row.reason,
      early_reason: row.earlyReason,
      last_day: row.lastDay,
      body_hash: row.bodyHash,
      recorded_at: tx.now.toString(),
    })
    .execute();
}
