import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** The reviewers of a plan in the order they were named; `left` who were deactivated since. */
export async function reviewersOf(tx: Tx, planId: string) {
  return tx.db
    .selectFrom("plan_reviewer as r")
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "r.organisation_id").onRef("m.id", "=", "r.member_id"),
    )
    .select(["r.member_id as memberId", "r.verdict", sql<boolean>`m.deactivated_at is not null`.as("left")])
    .where("r.organisation_id", "=", tx.organisationId)
    .where("r.plan_id", "=", planId)
    .orderBy("r.rank")
    .execute();
}

/** Makes these the reviewers, all of them waited for. */
export async function writeReviewers(tx: Tx, planId: string, memberIds: readonly string[]) {
  await tx.db
    .deleteFrom("plan_reviewer")
    .where("organisation_id", "=", tx.organisationId)
    .where("plan_id", "=", planId)
    .execute();
  if (memberIds.length === 0) return;
  const rows = memberIds.map((memberId, rank) => ({
    organisation_id: tx.organisationId,
    plan_id: planId,
    member_id: memberId,
    rank,
  }));
  await tx.db.insertInto("plan_reviewer").values(rows).execute();
}

export async function writeVerdict(tx: Tx, planId: string, memberId: string, verdict: string, note: string) {
  await tx.db
    .updateTable("plan_reviewer")
    .set({ verdict, note, answered_at: tx.now.toString(), changed_since: false })
    .where("organisation_id", "=", tx.organisationId)
    .where("plan_id", "=", planId)
    .where("member_id", "=", memberId)
    .execute();
}

/** Waits again for who had approved; answers whom. */
export async function waitAgain(tx: Tx, planId: string): Promise<string[]> {
  const rows = await tx.db
    .updateTable("plan_reviewer")
    .set({ verdict: "waiting", changed_since: true })
    .where("organisation_id", "=", tx.organisationId)
    .where("plan_id", "=", planId)
    .where("verdict", "=", "approved")
    .returning("member_id as memberId")
    .execute();
  return rows.map(({ memberId }) => memberId);
}
