/** What of a plan is talked about: its lines, and how many threads each has. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** Threads by what they are about, the plan itself among them. */
export function saidAbout(organisation: string) {
  return sql<{ subjectId: string; open: number; resolved: number }[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('subjectId', s.subject_id, 'open', s.open, 'resolved', s.resolved)), '[]')
    from (
      select c.subject_id, count(*) filter (where c.resolved_at is null) as open,
        count(*) filter (where c.resolved_at is not null) as resolved
      from comment c
      where c.organisation_id = ${organisation} and c.reply_to_id is null and c.subject_kind not in ('objective', 'key-result')
        and (c.removed_at is null or exists (select from comment a where a.organisation_id = ${organisation}
          and a.reply_to_id = c.id and a.removed_at is null))
        and c.subject_id in (
          select p.id
          union all select d.id from draft_objective d where d.organisation_id = ${organisation} and d.plan_id = p.id
          union all select k.id from draft_objective d
            join draft_key_result k on k.organisation_id = ${organisation} and k.draft_objective_id = d.id
            where d.organisation_id = ${organisation} and d.plan_id = p.id
          union all select i.id from draft_initiative i where i.organisation_id = ${organisation} and i.plan_id = p.id)
      group by c.subject_id) s)`;
}

/** The ids of a plan and of its lines that the viewer can see, removed ones left out: what its comments are about. */
export async function subjectsOf(tx: Tx, viewer: { memberId: string }, planId: string): Promise<string[]> {
  const organisation = tx.organisationId;
  const { rows } = await sql<{ id: string }>`
    with seen as (
      select d.id from draft_objective d join plan p on p.organisation_id = ${organisation} and p.id = d.plan_id
      where d.organisation_id = ${organisation} and d.plan_id = ${planId} and d.removed_at is null
        and (not d.private or p.owner_id = ${viewer.memberId}))
    select ${planId}::uuid as id
    union all select id from seen
    union all select k.id from draft_key_result k where k.organisation_id = ${organisation}
      and k.draft_objective_id in (select id from seen) and k.removed_at is null
    union all select i.id from draft_initiative i join plan p on p.organisation_id = ${organisation} and p.id = i.plan_id
      where i.organisation_id = ${organisation} and i.plan_id = ${planId} and i.removed_at is null
        and (not i.private or p.owner_id = ${viewer.memberId})`.execute(tx.db);
  return rows.map(({ id }) => id);
}
