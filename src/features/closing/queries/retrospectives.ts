import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** Retrospectives with their cycle and team, whether they are the viewer's, and how many wrote. */
function retrospectiveRows(tx: Tx, teamsAbove: readonly string[]) {
  return tx.db
    .selectFrom("retrospective as r")
    .innerJoin("cycle as c", (on) =>
      on.onRef("c.organisation_id", "=", "r.organisation_id").onRef("c.id", "=", "r.cycle_id"),
    )
    .leftJoin("team as t", (on) =>
      on.onRef("t.organisation_id", "=", "r.organisation_id").onRef("t.id", "=", "r.team_id"),
    )
    .select(["r.id", "r.cycle_id as cycleId", "c.name as cycleName", "r.team_id as teamId", "t.name as teamName"])
    .select(["r.named", "r.opens_at as opensAt", "r.opened_at as openedAt", "r.version", "r.body_hash"])
    .select([
      sql<boolean>`coalesce(r.team_id = any(${[...teamsAbove]}::uuid[]), true)`.as("isMine"),
      sql<number>`(select count(*) from retrospective_note n
        where n.organisation_id = ${tx.organisationId} and n.retrospective_id = r.id)`.as("written"),
    ])
    .where("r.organisation_id", "=", tx.organisationId);
}

export type RetrospectiveRow = Awaited<ReturnType<typeof retrospectivesOf>>[number];

export function retrospectivesOf(tx: Tx, cycleId: string, teamsAbove: readonly string[]) {
  return retrospectiveRows(tx, teamsAbove)
    .where("r.cycle_id", "=", cycleId)
    .orderBy(sql`t.name nulls first`)
    .orderBy("r.id")
    .execute();
}

export function retrospectiveOf(tx: Tx, id: string, teamsAbove: readonly string[], lock = false) {
  const query = retrospectiveRows(tx, teamsAbove).where("r.id", "=", id);
  return (lock ? query.forUpdate("r") : query).executeTakeFirst();
}

/** The one that a team has of a cycle. */
export function retrospectiveFor(tx: Tx, cycleId: string, teamId: string | null) {
  return tx.db
    .selectFrom("retrospective")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("cycle_id", "=", cycleId)
    .where("team_id", teamId === null ? "is" : "=", teamId)
    .executeTakeFirst();
}

/** These teams with every team above them: whose retrospectives their people take part in. */
export async function teamsAbove(tx: Tx, teamIds: readonly string[]): Promise<string[]> {
  if (teamIds.length === 0) return [];
  const organisation = tx.organisationId;
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from team where organisation_id = ${organisation} and id = any(${[...teamIds]}::uuid[])
      union
      select t.id, t.parent_id from above join team t on t.organisation_id = ${organisation} and t.id = above.parent_id)
    select id from above`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** Teams that have an objective in the cycle, by name, and the zone of the organisation's clock. */
export function teamsInCycle(tx: Tx, cycleId: string) {
  return tx.db
    .selectFrom("team as t")
    .select(["t.id", "t.name"])
    .where("t.organisation_id", "=", tx.organisationId)
    .where((e) =>
      e.exists(
        e
          .selectFrom("objective as o")
          .select("o.id")
          .where("o.organisation_id", "=", tx.organisationId)
          .where("o.cycle_id", "=", cycleId)
          .whereRef("o.team_id", "=", "t.id"),
      ),
    )
    .orderBy("t.name")
    .execute();
}

export async function organisationZone(tx: Tx): Promise<string> {
  const row = await tx.db
    .selectFrom("organisation")
    .select("time_zone as timeZone")
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
  return row.timeZone;
}

export function teamOf(tx: Tx, id: string) {
  return tx.db
    .selectFrom("team")
    .select(["id", "name"])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export interface NewRetrospective {
  id: string;
  cycleId: string;
  teamId: string | null;
  named: boolean;
  opensAt: string | null;
  memberId: string;
  bodyHash: Buffer;
}

/** False where its id is taken, or the team has one of this cycle. */
export async function addRetrospective(tx: Tx, row: NewRetrospective): Promise<boolean> {
  const added = await tx.db
    .insertInto("retrospective")
    .values({
      organisation_id: tx.organisationId,
      id: row.id,
      cycle_id: row.cycleId,
      team_id: row.teamId,
      named: row.named,
      opens_at: row.opensAt,
      member_id: row.memberId,
      body_hash: row.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function openRetrospective(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable("retrospective")
    .set((e) => ({ opened_at: tx.now.toString(), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** What was written: by this member, or by everybody. */
export function notesOf(tx: Tx, retrospectiveId: string, memberId?: string) {
  return tx.db
    .selectFrom("retrospective_note as n")
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "n.organisation_id").onRef("m.id", "=", "n.member_id"),
    )
    .select(["n.member_id as memberId", "m.name as memberName", "n.helped", "n.hindered", "n.tries", "n.version"])
    .where("n.organisation_id", "=", tx.organisationId)
    .where("n.retrospective_id", "=", retrospectiveId)
    .$if(memberId !== undefined, (query) => query.where("n.member_id", "=", memberId as string))
    .execute();
}

export async function writeNote(
  tx: Tx,
  retrospectiveId: string,
  memberId: string,
  words: { helped: string; hindered: string; tries: string },
): Promise<void> {
  const columns = { ...words, written_at: tx.now.toString() };
  await tx.db
    .insertInto("retrospective_note")
    .values({
      organisation_id: tx.organisationId,
      retrospective_id: retrospectiveId,
      member_id: memberId,
      ...columns,
    })
    .onConflict((already) =>
      already
        .columns(["organisation_id", "retrospective_id", "member_id"])
        .doUpdateSet((e) => ({ ...columns, version: e("retrospective_note.version", "+", 1) })),
    )
    .execute();
}
