import { type Kysely, PostgresDialect, sql } from "kysely";
import type { Pool } from "pg";
import type { Scope } from "../../platform/contract.ts";
import type { Tx } from "../../platform/database/database.ts";
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

/** From now on this identity signs in as this member. The same again changes nothing. */
export async function addMembership(tx: Tx, identityId: string, memberId: string): Promise<void> {
  await tx.db
    .insertInto("identity.membership")
    .values({ identity_id: identityId, organisation_id: tx.organisationId, member_id: memberId })
    .onConflict((same) => same.columns(["identity_id", "organisation_id"]).doNothing())
    .execute();
}

/** Takes the organisation's memberships away, and with them every identity that belongs to no other organisation. */
export async function dropMemberships({ db, organisationId }: Tx): Promise<void> {
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

/** Sessions and reset links that are over; better-auth itself lets them lie. */
export async function dropExpired(db: Kysely<DB>, now: string): Promise<void> {
  await sql`delete from identity.session where "expiresAt" < ${now}`.execute(db);
  await sql`delete from identity.verification where "expiresAt" < ${now}`.execute(db);
}

/** The member and organisation of whoever asks; undefined once the member was deactivated. */
export function memberHere(tx: Tx, memberId: string) {
  return tx.db
    .selectFrom("member")
    .innerJoin("organisation", "organisation.organisation_id", "member.organisation_id")
    .select(["member.id", "member.name", "member.email", "member.role", "member.time_zone"])
    .select(["organisation.organisation_id", "organisation.name as organisation_name"])
    .select(["organisation.time_zone as organisation_time_zone", "organisation.demo"])
    .where("member.organisation_id", "=", tx.organisationId)
    .where("member.id", "=", memberId)
    .where("member.deactivated_at", "is", null)
    .executeTakeFirst();
}

/** Whose token has this hash: not revoked, not expired, the member still here. */
export async function tokenByHash(tx: Tx, hash: Buffer) {
  const row = await tx.db
    .selectFrom("api_token")
    .innerJoin("member", (on) =>
      on
        .onRef("member.organisation_id", "=", "api_token.organisation_id")
        .onRef("member.id", "=", "api_token.member_id"),
    )
    .select(["api_token.id", "api_token.member_id", "api_token.scopes", "api_token.expires_at"])
    .where("api_token.organisation_id", "=", tx.organisationId)
    .where("api_token.secret_hash", "=", hash)
    .where("api_token.revoked_at", "is", null)
    .where("api_token.expires_at", ">", tx.now.toString())
    .where("member.deactivated_at", "is", null)
    .executeTakeFirst();
  return (
    (row && {
      tokenId: row.id,
      organisationId: tx.organisationId,
      memberId: row.member_id,
      scopes: row.scopes as Scope[],
      expiresAt: Date.parse(row.expires_at),
    }) ??
    null
  );
}

export async function tokenWasUsed(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable("api_token")
    .set({ last_used_at: tx.now.toString() })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

const tokenColumns = [
  "api_token.id",
  "api_token.name",
  "api_token.member_id",
  "member.name as member_name",
  "api_token.scopes",
  "api_token.created_at",
  "api_token.expires_at",
  "api_token.last_used_at",
  "api_token.revoked_at",
] as const;

function tokensWithMembers(tx: Tx) {
  return tx.db
    .selectFrom("api_token")
    .innerJoin("member", (on) =>
      on
        .onRef("member.organisation_id", "=", "api_token.organisation_id")
        .onRef("member.id", "=", "api_token.member_id"),
    )
    .select(tokenColumns)
    .where("api_token.organisation_id", "=", tx.organisationId);
}

/** Tokens of one member, or of all (null), the newest first, from below `after`; one more than `limit`, to see whether there is a next page. */
export function tokensNewestFirst(
  tx: Tx,
  memberId: string | null,
  limit: number,
  after: [createdAt: string, id: string] | null,
) {
  return tokensWithMembers(tx)
    .$if(memberId !== null, (query) => query.where("api_token.member_id", "=", memberId))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(api_token.created_at, api_token.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy("api_token.created_at", "desc")
    .orderBy("api_token.id", "desc")
    .limit(limit + 1)
    .execute();
}

export function tokenById(tx: Tx, id: string) {
  return tokensWithMembers(tx).where("api_token.id", "=", id).executeTakeFirst();
}

export async function liveTokensOf(tx: Tx, memberId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom("api_token")
    .select((e) => e.fn.countAll<number>().as("count"))
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .where("expires_at", ">", tx.now.toString())
    .executeTakeFirstOrThrow();
  return count;
}

interface NewToken {
  id: string;
  memberId: string;
  name: string;
  hash: Buffer;
  scopes: Scope[];
  expiresAt: string;
}

/** False where the id is already taken. */
export async function addToken(tx: Tx, { id, memberId, name, hash, scopes, expiresAt }: NewToken): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("api_token")
    .values({
      organisation_id: tx.organisationId,
      id,
      member_id: memberId,
      name,
      secret_hash: hash,
      scopes,
      expires_at: expiresAt,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** False where it was revoked before. */
export async function revokeToken(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("api_token")
    .set({ revoked_at: tx.now.toString() })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Revokes every token of a member that was not revoked before; answers which. */
export async function revokeTokensOf(tx: Tx, memberId: string): Promise<string[]> {
  const revoked = await tx.db
    .updateTable("api_token")
    .set({ revoked_at: tx.now.toString() })
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  return revoked.map(({ id }) => id);
}
