import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Replies } from "../readiness.ts";

interface Row {
  replies: Replies;
  version: number;
  answeredAt: string;
  memberId: string;
  memberName: string;
}

export async function readinessOf(tx: Tx, teamId: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select r.replies, r.version, r.answered_at as "answeredAt", m.id as "memberId", m.name as "memberName"
    from team_readiness r
    join member m on m.organisation_id = r.organisation_id and m.id = r.answered_by
    where r.organisation_id = ${tx.organisationId} and r.team_id = ${teamId}`.execute(tx.db);
  return rows[0];
}

/** False where somebody else answered since `version`. */
export async function writeReadiness(
  tx: Tx,
  row: { teamId: string; replies: Replies; version: number; by: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into team_readiness (organisation_id, team_id, replies, answered_by, answered_at, version)
    values (${tx.organisationId}, ${row.teamId}, ${JSON.stringify(row.replies)}, ${row.by}, ${tx.now.toString()}, 1)
    on conflict (organisation_id, team_id) do update
      set replies = excluded.replies, answered_by = excluded.answered_by, answered_at = excluded.answered_at,
        version = team_readiness.version + 1
      where team_readiness.version = ${row.version}
    returning version`.execute(tx.db);
  return rows.length === 1;
}

/** The zones of a team's people, and whether somebody has a home site that is in use. */
export async function peopleOfTeam(tx: Tx, teamId: string): Promise<{ timeZone: string; hasSite: boolean }[]> {
  const { rows } = await sql<{ timeZone: string; hasSite: boolean }>`
    select m.time_zone as "timeZone", exists (
      select 1 from workplace_member w
      join site s on s.organisation_id = w.organisation_id and s.id = w.site_id and s.archived_at is null
      where w.organisation_id = m.organisation_id and w.member_id = m.id) as "hasSite"
    from team_member tm
    join member m on m.organisation_id = tm.organisation_id and m.id = tm.member_id
    where tm.organisation_id = ${tx.organisationId} and tm.team_id = ${teamId}
      and m.deactivated_at is null and m.role <> 'guest'`.execute(tx.db);
  return rows;
}
