import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Role } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { DB, Member } from "../../../platform/database/tables.ts";

/** Whom someone may look at: everybody, or the members of these teams and themselves. */
export interface Sight {
  teams: "all" | readonly string[];
  self: string;
}

type MembersAsM = DB & { m: Member };

const columnsInLists = [
  "m.id",
  "m.name",
  "m.email",
  "m.place",
  "m.time_zone as timeZone",
  "m.deactivated_at as deactivatedAt",
  "m.version",
] as const;

function membersInSight(tx: Tx, sight: Sight) {
  return tx.db
    .selectFrom("member as m")
    .select(columnsInLists)
    .select((e) => [
      e.ref("m.role").$castTo<Role>().as("role"),
      e("m.identity_id", "is not", null).$castTo<boolean>().as("signsIn"),
      jsonArrayFrom(
        e
          .selectFrom("team_member as tm")
          .innerJoin("team as t", (on) =>
            on.onRef("t.organisation_id", "=", "tm.organisation_id").onRef("t.id", "=", "tm.team_id"),
          )
          .select(["t.id", "t.name"])
          .whereRef("tm.organisation_id", "=", "m.organisation_id")
          .whereRef("tm.member_id", "=", "m.id")
          .$if(sight.teams !== "all", (query) => query.where(isOneOf("t.id", sight.teams as readonly string[])))
          .orderBy(sql`lower(t.name)`),
      ).as("teams"),
    ])
    .where("m.organisation_id", "=", tx.organisationId)
    .$if(sight.teams !== "all", (query) =>
      query.where((e) =>
        e.or([
          e("m.id", "=", sight.self),
          e.exists(belongingTo(e, isOneOf("tm.team_id", sight.teams as readonly string[]))),
        ]),
      ),
    );
}

interface Wanted {
  search: string;
  team?: string;
  role?: Role;
  deactivated: boolean;
  limit: number;
  /** The last row's lower-case name and id. */
  after: string[] | null;
}

/** By name, one row more than `limit`, to see whether there is a next page. */
export function membersByName(tx: Tx, sight: Sight, { search, team, role, deactivated, limit, after }: Wanted) {
  const part = `%${search.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return membersInSight(tx, sight)
    .select(sql<string>`lower(m.name)`.as("sortedBy"))
    .where("m.deactivated_at", deactivated ? "is not" : "is", null)
    .$if(search !== "", (query) => query.where((e) => e.or([e("m.name", "ilike", part), e("m.email", "ilike", part)])))
    .$if(role !== undefined, (query) => query.where("m.role", "=", role as Role))
    .$if(team !== undefined, (query) =>
      query.where((e) => e.exists(belongingTo(e, sql<boolean>`tm.team_id = ${team}::uuid`))),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(lower(m.name), m.id) > (${after?.[0]}, ${after?.[1]}::uuid)`),
    )
    .orderBy(sql`lower(m.name)`)
    .orderBy("m.id")
    .limit(limit + 1)
    .execute();
}

/** One member with what only their own page shows. */
export function memberById(tx: Tx, sight: Sight, id: string) {
  return oneMember(tx, sight, id).executeTakeFirst();
}

/** The same, held until the transaction ends. */
export function holdMember(tx: Tx, sight: Sight, id: string) {
  return oneMember(tx, sight, id).forUpdate("m").executeTakeFirst();
}

function oneMember(tx: Tx, sight: Sight, id: string) {
  return membersInSight(tx, sight)
    .select(["m.identity_id as identityId", "m.single_keys as singleKeys"])
    .select((e) => [
      e
        .ref("m.working_hours")
        .$castTo<Partial<Record<"1" | "2" | "3" | "4" | "5" | "6" | "7", [string, string]>>>()
        .as("workingHours"),
      jsonArrayFrom(
        e
          .selectFrom("team as t")
          .select(["t.id", "t.name"])
          .whereRef("t.organisation_id", "=", "m.organisation_id")
          .whereRef("t.lead_id", "=", "m.id")
          .$if(sight.teams !== "all", (query) => query.where(isOneOf("t.id", sight.teams as readonly string[])))
          .orderBy(sql`lower(t.name)`),
      ).as("leads"),
    ])
    .where("m.id", "=", id);
}

interface NewMember {
  id: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  place: string;
  identityId: string | null;
}

/** False where the id is already taken. */
export async function insertMember(tx: Tx, member: NewMember): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("member")
    .values({
      organisation_id: tx.organisationId,
      id: member.id,
      name: member.name,
      email: member.email,
      role: member.role,
      time_zone: member.timeZone,
      place: member.place,
      identity_id: member.identityId,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

interface MemberChange {
  name?: string;
  timeZone?: string;
  workingHours?: unknown;
  place?: string;
  singleKeys?: boolean;
  role?: Role;
  identityId?: string;
  deactivatedAt?: string | null;
}

export async function changeMember(tx: Tx, id: string, change: MemberChange): Promise<void> {
  await tx.db
    .updateTable("member")
    .set((e) => ({
      name: change.name,
      time_zone: change.timeZone,
      working_hours: change.workingHours === undefined ? undefined : JSON.stringify(change.workingHours),
      place: change.place,
      single_keys: change.singleKeys,
      role: change.role,
      identity_id: change.identityId,
      deactivated_at: change.deactivatedAt,
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Whether an owner who is here and can sign in would be left without this one. */
export async function hasAnotherOwner(tx: Tx, id: string): Promise<boolean> {
  const other = await tx.db
    .selectFrom("member")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("role", "=", "owner")
    .where("id", "<>", id)
    .where("deactivated_at", "is", null)
    .where("identity_id", "is not", null)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}

export function memberByEmail(tx: Tx, email: string) {
  return tx.db
    .selectFrom("member")
    .select(["id", "name", "identity_id as identityId", "deactivated_at as deactivatedAt"])
    .select((e) => e.ref("role").$castTo<Role>().as("role"))
    .where("organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
}

/** Members and guests who are here. */
export function headcount(tx: Tx) {
  return tx.db
    .selectFrom("member")
    .select((e) => [
      e.fn.countAll<number>().filterWhere("role", "<>", "guest").as("members"),
      e.fn.countAll<number>().filterWhere("role", "=", "guest").as("guests"),
    ])
    .where("organisation_id", "=", tx.organisationId)
    .where("deactivated_at", "is", null)
    .executeTakeFirstOrThrow();
}

export interface ViewerRow {
  organisationId: string;
  memberId: string;
  /** Empty for a member who has no sign-in of their own. */
  identityId: string;
  role: Role;
  leads: string[];
  teams: string[];
  timeZone: string;
}

/** Everything a request must know of who asks, in one query; null once they were deactivated. */
export async function viewerRow(tx: Tx, memberId: string): Promise<ViewerRow | null> {
  const { rows } = await sql<ViewerRow>`
    with recursive led (id) as (
      select id from team where organisation_id = ${tx.organisationId} and lead_id = ${memberId}
      union
      select team.id from team join led on team.parent_id = led.id where team.organisation_id = ${tx.organisationId}
    )
    select organisation_id as "organisationId", id as "memberId", coalesce(identity_id, '') as "identityId", role,
      time_zone as "timeZone", array(select id from led) as leads,
      array(select team_id from team_member where organisation_id = ${tx.organisationId} and member_id = ${memberId}) as teams
    from member
    where organisation_id = ${tx.organisationId} and id = ${memberId} and deactivated_at is null`.execute(tx.db);
  return rows[0] ?? null;
}

function isOneOf(column: string, ids: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`;
}

function belongingTo(e: ExpressionBuilder<MembersAsM, "m">, which: ReturnType<typeof isOneOf>) {
  return e
    .selectFrom("team_member as tm")
    .select("tm.team_id")
    .whereRef("tm.organisation_id", "=", "m.organisation_id")
    .whereRef("tm.member_id", "=", "m.id")
    .where(which);
}
