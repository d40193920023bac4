import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

export interface HappeningRow {
  id: string | null;
  kind: "marked" | "target-changed" | "team-joined" | "team-left";
  on: string;
  text: string;
  teamId: string | null;
  teamName: string | null;
  keyResultId: string | null;
  keyResultTitle: string | null;
  objectiveId: string | null;
  count: number | null;
  memberId: string | null;
  memberName: string | null;
  at: string;
}

interface Wanted {
  policyId: string;
  /** Key results whose targets are looked at, and teams whose members are. */
  keyResultIds: readonly string[];
  teamIds: readonly string[];
  from: string;
  to: string;
}

/**
 * What people marked, and what the record knows of these days: targets of the measured key results that were changed, and
 * members who joined or left a team that is compared, counted by day and never by name. The earliest first.
 */
export async function happeningRows(
  tx: Tx,
  { policyId, keyResultIds, teamIds, from, to }: Wanted,
): Promise<HappeningRow[]> {
  const { organisationId: of } = tx;
  const zone = sql`(select time_zone from organisation where organisation_id = ${of})`;
  const within = sql`between ${from}::date and ${to}::date`;
  const { rows } = await sql<HappeningRow>`
    select h.id, 'marked' as kind, h.on_day::text as on, h.text, t.id as "teamId", t.name as "teamName",
      null::uuid as "keyResultId", null as "keyResultTitle", null::uuid as "objectiveId", null::int as count,
      m.id as "memberId", m.name as "memberName", h.recorded_at as at
    from policy_happening h
    join member m on m.organisation_id = ${of} and m.id = h.member_id
    left join team t on t.organisation_id = ${of} and t.id = h.team_id
    where h.organisation_id = ${of} and h.policy_id = ${policyId}
    union all
    select null, 'target-changed', (c.recorded_at at time zone ${zone})::date::text, c.reason, t.id, t.name,
      k.id, k.title, o.id, null, m.id, m.name, c.recorded_at
    from target_change c
    join key_result k on k.organisation_id = ${of} and k.id = c.key_result_id
    join objective o on o.organisation_id = ${of} and o.id = k.objective_id and not o.private
    join member m on m.organisation_id = ${of} and m.id = c.member_id
    left join team t on t.organisation_id = ${of} and t.id = o.team_id
    where c.organisation_id = ${of} and c.key_result_id = any(${[...keyResultIds]}::uuid[])
      and (c.recorded_at at time zone ${zone})::date ${within}
    union all
    select null, case when e.kind = 'team-member-added' then 'team-joined' else 'team-left' end,
      (e.recorded_at at time zone ${zone})::date::text, '', t.id, t.name, null, null, null, count(*)::int,
      null, null, max(e.recorded_at)
    from event e
    join team t on t.organisation_id = ${of} and t.id = e.subject_id
    where e.organisation_id = ${of} and e.subject_id = any(${[...teamIds]}::uuid[])
      and e.kind in ('team-member-added', 'team-member-removed')
      and (e.recorded_at at time zone ${zone})::date ${within}
    group by e.kind, 3, t.id, t.name
    order by 3, 13`.execute(tx.db);
  return rows;
}

export async function happeningsMarked(tx: Tx, policyId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom("policy_happening")
    .select((row) => row.fn.countAll<string>().as("count"))
    .where("organisation_id", "=", tx.organisationId)
    .where("policy_id", "=", policyId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export function happeningEver(tx: Tx, id: string) {
  return tx.db
    .selectFrom("policy_happening")
    .select(["policy_id as policyId", "member_id as memberId", "body_hash"])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertHappening(
  tx: Tx,
  row: {
    id: string;
    policyId: string;
    on: string;
    text: string;
    teamId: string | null;
    memberId: string;
    bodyHash: Buffer;
  },
): Promise<void> {
  await tx.db
    .insertInto("policy_happening")
    .values({
      organisation_id: tx.organisationId,
      id: row.id,
      policy_id: row.policyId,
      on_day: row.on,
      text: row.text,
      team_id: row.teamId,
      member_id: row.memberId,
      body_hash: row.bodyHash,
      recorded_at: tx.now.toString(),
    })
    .execute();
}

export async function deleteHappening(tx: Tx, id: string): Promise<void> {
  await tx.db
    .deleteFrom("policy_happening")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
