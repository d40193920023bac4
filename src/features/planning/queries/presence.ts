import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** Seconds for which a sign of presence is good. */
const goodFor = 45;

/** Says that the member looks at the plan, and forgets who is gone; answers whether others see more by it than before. */
export async function bePresent(tx: Tx, planId: string, memberId: string, lineId: string | null): Promise<boolean> {
  const now = tx.now.toString();
  await tx.db
    .deleteFrom("plan_presence")
    .where("organisation_id", "=", tx.organisationId)
    .where("plan_id", "=", planId)
    .where("seen_at", "<", gone(tx))
    .execute();
  const before = await tx.db
    .selectFrom("plan_presence as s")
    .innerJoin("plan as p", (on) =>
      on.onRef("p.organisation_id", "=", "s.organisation_id").onRef("p.id", "=", "s.plan_id"),
    )
    .where("s.organisation_id", "=", tx.organisationId)
    .where("s.plan_id", "=", planId)
    .where("s.member_id", "=", memberId)
    .select(["s.line_id as lineId", "p.owner_id as planOwnerId"])
    .executeTakeFirst();
  await tx.db
    .insertInto("plan_presence")
    .values({
      organisation_id: tx.organisationId,
      plan_id: planId,
      member_id: memberId,
      line_id: lineId,
      seen_at: now,
    })
    .onConflict((already) =>
      already.columns(["organisation_id", "plan_id", "member_id"]).doUpdateSet({ line_id: lineId, seen_at: now }),
    )
    .execute();
  if (!before) return true;
  return before.planOwnerId === null && before.lineId !== lineId;
}

export async function leave(tx: Tx, planId: string, memberId: string) {
  await tx.db
    .deleteFrom("plan_presence")
    .where("organisation_id", "=", tx.organisationId)
    .where("plan_id", "=", planId)
    .where("member_id", "=", memberId)
    .execute();
}

export interface Present {
  member: { id: string; name: string };
  lineId: string | null;
  seenAt: string;
}

/** Who looks at `plan as p`, by name; which line of a personal plan somebody looks at is its owner's to know. */
export function presence(tx: Tx, viewer: { memberId: string }) {
  return sql<Present[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('member', jsonb_build_object('id', m.id, 'name', m.name),
      'lineId', case when p.owner_id is null or p.owner_id = ${viewer.memberId} then s.line_id end,
      'seenAt', s.seen_at) order by lower(m.name), m.id), '[]')
    from plan_presence s join member m on m.organisation_id = ${tx.organisationId} and m.id = s.member_id
    where s.organisation_id = ${tx.organisationId} and s.plan_id = p.id and s.seen_at >= ${gone(tx)}
      and m.deactivated_at is null)`;
}

export async function presentAt(tx: Tx, planId: string, viewer: { memberId: string }): Promise<Present[]> {
  const row = await tx.db
    .selectFrom("plan as p")
    .select(presence(tx, viewer).as("present"))
    .where("p.organisation_id", "=", tx.organisationId)
    .where("p.id", "=", planId)
    .executeTakeFirstOrThrow();
  return row.present;
}

function gone(tx: Tx): string {
  return tx.now.subtract({ seconds: goodFor }).toString();
}
