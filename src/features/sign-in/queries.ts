import { type Kysely, PostgresDialect, sql } from "kysely";
import type { Pool } from "pg";
import type { DB } from "../../platform/database/tables.ts";

/** better-auth's way to its own schema, on a pool that leaves timestamps as dates. */
export function identitySchema(pool: Pool) {
  return {
    dialect: new PostgresDialect({ pool }),
    type: "postgres",
    schemaName: "identity",
    transaction: true,
  } as const;
}

export interface Membership {
  organisationId: string;
  memberId: string;
}

/** Which members this identity is, the same order every time. */
export async function membershipsOf(db: Kysely<DB>, identityId: string): Promise<Membership[]> {
  return db
    .selectFrom("identity.membership")
    .select(["organisation_id as organisationId", "member_id as memberId"])
    .where("identity_id", "=", identityId)
    .orderBy("organisation_id")
    .execute();
}

/** Whose identity a member has; null when they never signed in. */
export async function identityOf(db: Kysely<DB>, member: Membership): Promise<string | null> {
  const found = await db
    .selectFrom("identity.membership")
    .select("identity_id")
    .where("organisation_id", "=", member.organisationId)
    .where("member_id", "=", member.memberId)
    .executeTakeFirst();
  return found?.identity_id ?? null;
}

/** From now on this identity signs in as this member. The same again changes nothing. */
export async function addMembership(db: Kysely<DB>, identityId: string, member: Membership): Promise<void> {
  await db
    .insertInto("identity.membership")
    .values({ identity_id: identityId, organisation_id: member.organisationId, member_id: member.memberId })
    .onConflict((same) => same.columns(["identity_id", "organisation_id"]).doNothing())
    .execute();
}

/** Takes an organisation's memberships away, and with them every identity that belongs to no other organisation. */
export async function forgetOrganisation(db: Kysely<DB>, organisationId: string): Promise<void> {
  await sql`
    with gone as (
      delete from identity.membership where organisation_id = ${organisationId} returning identity_id
    )
    delete from identity."user" using gone
    where "user".id = gone.identity_id
      and not exists (
        select from identity.membership elsewhere
        where elsewhere.identity_id = "user".id and elsewhere.organisation_id <> ${organisationId}
      )`.execute(db);
}

/** Every reset link that was sent to this identity stops working. */
export async function dropResetLinks(db: Kysely<DB>, identityId: string): Promise<void> {
  await sql`delete from identity.verification where value = ${identityId}`.execute(db);
}
