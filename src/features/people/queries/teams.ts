import { sql } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Role } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";

interface TeamInTree {
  id: string;
  name: string;
  parentId: string | null;
  lead: { id: string; name: string } | null;
  members: number;
  membersWithBelow: number;
  version: number;
}

/** Every team by name, with its lead and how many belong to it, and to it and all below, each person once. */
export async function treeOfTeams(tx: Tx): Promise<TeamInTree[]> {
  const { organisationId } = tx;
  const { rows } = await sql<TeamInTree>`
    with recursive below (top_id, team_id) as (
      select id, id from team where organisation_id = ${organisationId}
      union
      select below.top_id, team.id from team join below on team.parent_id = below.team_id
      where team.organisation_id = ${organisationId}
    ), counted as (
      select below.top_id, count(distinct tm.member_id) as with_below,
        count(*) filter (where below.team_id = below.top_id) as direct
      from below
      join team_member tm on tm.organisation_id = ${organisationId} and tm.team_id = below.team_id
      join member m on m.organisation_id = tm.organisation_id and m.id = tm.member_id and m.deactivated_at is null
        and m.role <> 'guest'
      group by below.top_id
    )
    select t.id, t.name, t.parent_id as "parentId", t.version,
      case when lead.id is not null then json_build_object('id', lead.id, 'name', lead.name) end as lead,
      coalesce(counted.direct, 0) as members, coalesce(counted.with_below, 0) as "membersWithBelow"
    from team t
    left join member lead on lead.organisation_id = t.organisation_id and lead.id = t.lead_id
    left join counted on counted.top_id = t.id
    where t.organisation_id = ${organisationId}
    order by lower(t.name), t.id`.execute(tx.db);
  return rows;
}

/** One team with its lead and the members who are here. */
export function teamById(tx: Tx, id: string) {
  return tx.db
    .selectFrom("team as t")
    .select(["t.id", "t.name", "t.parent_id as parentId", "t.lead_id as leadId", "t.version", "t.body_hash"])
    .select((e) => [
      jsonObjectFrom(
        e
          .selectFrom("member as m")
          .select(["m.id", "m.name"])
          .whereRef("m.organisation_id", "=", "t.organisation_id")
          .whereRef("m.id", "=", "t.lead_id"),
      ).as("lead"),
      jsonArrayFrom(
        e
          .selectFrom("team_member as tm")
          .innerJoin("member as m", (on) =>
            on.onRef("m.organisation_id", "=", "tm.organisation_id").onRef("m.id", "=", "tm.member_id"),
          )
          .select(["m.id", "m.name", "m.place", "m.time_zone as timeZone"])
          .select((m) => m.ref("m.role").$castTo<Role>().as("role"))
          .whereRef("tm.organisation_id", "=", "t.organisation_id")
          .whereRef("tm.team_id", "=", "t.id")
          .where("m.deactivated_at", "is", null)
          .orderBy(sql`lower(m.name)`)
          .orderBy("m.id"),
      ).as("members"),
    ])
    .where("t.organisation_id", "=", tx.organisationId)
    .where("t.id", "=", id)
    .executeTakeFirst();
}

/** The teams above a team, from the top. */
export async function teamsAbove(tx: Tx, id: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive above (id, name, parent_id, steps) as (
      select id, name, parent_id, 0 from team where organisation_id = ${tx.organisationId} and id = ${id}
      union all
      select team.id, team.name, team.parent_id, above.steps + 1 from team join above on team.id = above.parent_id
      where team.organisation_id = ${tx.organisationId} and above.steps < 100
    )
    select id, name from above where steps > 0 order by steps desc`.execute(tx.db);
  return rows;
}

/** Each team and the one above it. */
export async function parentsOfTeams(tx: Tx): Promise<Map<string, string | null>> {
  const rows = await tx.db
    .selectFrom("team")
    .select(["id", "parent_id"])
    .where("organisation_id", "=", tx.organisationId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.parent_id]));
}

/** Whether another team under the same parent already has this name, in whatever case. */
export async function nameIsTaken(
  tx: Tx,
  team: { id: string; name: string; parentId: string | null },
): Promise<boolean> {
  const other = await tx.db
    .selectFrom("team")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "<>", team.id)
    .where("parent_id", "is not distinct from", team.parentId)
    .where(sql<boolean>`lower(name) = lower(${team.name})`)
    .executeTakeFirst();
  return other !== undefined;
}

interface NewTeam {
  id: string;
  name: string;
  parentId: string | null;
  leadId: string | null;
  bodyHash: Buffer;
}

/** False where the id is already taken. */
export async function insertTeam(tx: Tx, team: NewTeam): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("team")
    .values({
      organisation_id: tx.organisationId,
      id: team.id,
      name: team.name,
      parent_id: team.parentId,
      lead_id: team.leadId,
      body_hash: team.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function changeTeam(
  tx: Tx,
  id: string,
  change: { name?: string; parentId?: string | null; leadId?: string | null },
) {
  await tx.db
    .updateTable("team")
    .set((e) => ({
      name: change.name,
      parent_id: change.parentId,
      lead_id: change.leadId,
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Removes the team, or answers the table that still refers to it; then nothing was changed and the transaction is over. */
export async function deleteTeam(tx: Tx, id: string): Promise<{ heldBy: string | null }> {
  await tx.db
    .updateTable("invitation")
    .set({ team_id: null })
    .where("organisation_id", "=", tx.organisationId)
    .where("team_id", "=", id)
    .execute();
  try {
    await tx.db.deleteFrom("team").where("organisation_id", "=", tx.organisationId).where("id", "=", id).execute();
    return { heldBy: null };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "23503" && "table" in error) {
      return { heldBy: String(error.table) };
    }
    throw error;
  }
}

/** Everybody who belongs to it, those who left the organisation too. */
export async function everMembersOf(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("team_member")
    .select("member_id as id")
    .where("organisation_id", "=", tx.organisationId)
    .where("team_id", "=", teamId)
    .orderBy("member_id")
    .execute();
  return rows.map(({ id }) => id);
}

/** False where they belonged to it already. */
export async function insertTeamMember(tx: Tx, teamId: string, memberId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("team_member")
    .values({ organisation_id: tx.organisationId, team_id: teamId, member_id: memberId })
    .onConflict((already) => already.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where they did not belong to it. */
export async function deleteTeamMember(tx: Tx, teamId: string, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom("team_member")
    .where("organisation_id", "=", tx.organisationId)
    .where("team_id", "=", teamId)
    .where("member_id", "=", memberId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
