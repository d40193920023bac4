import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { inSight } from "./lines.ts";
import { planRows } from "./plans.ts";

/** Plans that go on in which a member's review or acceptance is waited for: what closes soonest first. */
export function plansWaitingFor(tx: Tx, viewer: { memberId: string }, most: number) {
  const { organisationId: organisation } = tx;
  const unanswered = sql`draft_key_result k
    join draft_objective d on d.organisation_id = k.organisation_id and d.id = k.draft_objective_id
    where k.organisation_id = ${organisation} and d.plan_id = p.id and k.owner_id = ${viewer.memberId}
      and k.answer = 'waiting' and k.removed_at is null and d.removed_at is null and ${inSight(viewer, "d.private")}`;
  return planRows(tx)
    .leftJoin("plan_reviewer as r", (on) =>
      on
        .onRef("r.organisation_id", "=", "p.organisation_id")
        .onRef("r.plan_id", "=", "p.id")
        .on("r.member_id", "=", viewer.memberId)
        .on("r.verdict", "=", "waiting")
        .on("p.state", "<>", "drafting"),
    )
    .leftJoin("member as a", (on) =>
      on.onRef("a.organisation_id", "=", "p.organisation_id").onRef("a.id", "=", "p.asked_by"),
    )
    .leftJoin("member as me", (on) =>
      on.onRef("me.organisation_id", "=", "r.organisation_id").onRef("me.id", "=", "r.member_id"),
    )
    .select([
      "r.changed_since as changedSince",
      "me.time_zone as timeZone",
      "p.closes_on as closesOn",
      "p.closes_at as closesAt",
      "p.asked_by as askedBy",
      "a.name as askedByName",
      sql<{ id: string; title: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title) order by d.rank, k.rank, k.id), '[]')
        from ${unanswered})`.as("keyResults"),
    ])
    .where("p.state", "not in", ["activated", "discarded"])
    .where("c.state", "<>", "closed")
    .where(sql<boolean>`(r.member_id is not null or exists (select from ${unanswered}))`)
    .orderBy(sql`case when r.member_id is not null then p.closes_on + p.closes_at end`)
    .orderBy(sql`r.member_id is null`)
    .orderBy("c.starts_on")
    .orderBy("p.created_at")
    .orderBy("p.id")
    .limit(most)
    .execute();
}
