import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Exempt, ScopeRow } from "../covered.ts";
import type { Arm } from "../drawn.ts";

/** Whom sealed policies cover from which day to which; of one, or of all. */
export async function scopeRows(tx: Tx, policyId: string | null): Promise<ScopeRow[]> {
  const { rows } = await sql<ScopeRow>`
    select policy_id as "policyId", from_day as from, to_day as to, team_ids as "teamIds",
      except_team_ids as "exceptTeamIds", site_ids as "siteIds", roles
    from policy_scope
    where organisation_id = ${tx.organisationId} and (${policyId}::uuid is null or policy_id = ${policyId})
    order by policy_id, from_day`.execute(tx.db);
  return rows;
}

/** Writes the rows of a policy as they are now. */
export async function writeScopeRows(tx: Tx, policyId: string, rows: readonly ScopeRow[]): Promise<void> {
  const { organisationId, db } = tx;
  await db
    .deleteFrom("policy_scope")
    .where("organisation_id", "=", organisationId)
    .where("policy_id", "=", policyId)
    .execute();
  if (rows.length === 0) return;
  await db
    .insertInto("policy_scope")
    .values(
      rows.map((row) => ({
        organisation_id: organisationId,
        policy_id: policyId,
        from_day: row.from,
        to_day: row.to,
        team_ids: [...row.teamIds],
        except_team_ids: [...row.exceptTeamIds],
        site_ids: [...row.siteIds],
        roles: [...row.roles],
      })),
    )
    .execute();
}

export interface ArmRow extends Arm {
  name: string;
}

/** The teams that a sealed policy compares, by name. */
export async function armsOfPolicy(tx: Tx, policyId: string): Promise<ArmRow[]> {
  const { rows } = await sql<ArmRow>`
    select a.team_id as "teamId", a.arm, a.first_on as "firstOn", t.name
    from policy_team a
    join team t on t.organisation_id = a.organisation_id and t.id = a.team_id
    where a.organisation_id = ${tx.organisationId} and a.policy_id = ${policyId}
    order by lower(t.name), t.id`.execute(tx.db);
  return rows;
}

export async function writeArms(tx: Tx, policyId: string, arms: readonly Arm[]): Promise<void> {
  if (arms.length === 0) return;
  await tx.db
    .insertInto("policy_team")
    .values(
      arms.map(({ teamId, arm, firstOn }) => ({
        organisation_id: tx.organisationId,
        policy_id: policyId,
        team_id: teamId,
        arm,
        first_on: firstOn && [...firstOn],
      })),
    )
    .execute();
}

export interface ExceptionRow extends Exempt {
  id: string;
  memberName: string;
  approverId: string;
  approverName: string;
  reason: string;
  createdAt: string;
  body_hash: Buffer;
}

/** Of one policy or of all, the latest first. */
export async function exceptionRows(tx: Tx, policyId: string | null): Promise<ExceptionRow[]> {
  const { rows } = await sql<ExceptionRow>`
    select e.id, e.policy_id as "policyId", e.member_id as "memberId", m.name as "memberName",
      e.approver_id as "approverId", a.name as "approverName", e.reason, e.from_day as from, e.to_day as to,
      e.created_at as "createdAt", e.body_hash
    from policy_exception e
    join member m on m.organisation_id = e.organisation_id and m.id = e.member_id
    join member a on a.organisation_id = e.organisation_id and a.id = e.approver_id
    where e.organisation_id = ${tx.organisationId} and (${policyId}::uuid is null or e.policy_id = ${policyId})
    order by e.from_day desc, e.id`.execute(tx.db);
  return rows;
}

/** False where the id is already taken. */
export async function insertException(
  tx: Tx,
  row: Exempt & { id: string; approverId: string; reason: string; bodyHash: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("policy_exception")
    .values({
      organisation_id: tx.organisationId,
      id: row.id,
      policy_id: row.policyId,
      member_id: row.memberId,
      approver_id: row.approverId,
      reason: row.reason,
      from_day: row.from,
      to_day: row.to,
      body_hash: row.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Ends it with a day, or takes it back where it had not begun by then. */
export async function endException(tx: Tx, id: string, lastDay: string): Promise<void> {
  const { organisationId, db } = tx;
  await db
    .deleteFrom("policy_exception")
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .where("from_day", ">", lastDay)
    .execute();
  await db
    .updateTable("policy_exception")
    .set({ to_day: lastDay })
    .where("organisation_id", "=", organisationId)
    .where("id", "=", id)
    .execute();
}
