import { sql } from "kysely";
import { jsonObjectFrom } from "kysely/helpers/postgres";
import type { Role } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";

function invitations(tx: Tx) {
  return tx.db
    .selectFrom("invitation as i")
    .innerJoin("member as inviter", (on) =>
      on.onRef("inviter.organisation_id", "=", "i.organisation_id").onRef("inviter.id", "=", "i.invited_by"),
    )
    .select(["i.id", "i.email", "i.name", "i.team_id as teamId", "i.expires_at as expiresAt", "i.body_hash"])
    .select(["i.accepted_at as acceptedAt", "i.withdrawn_at as withdrawnAt", "i.created_at as createdAt"])
    .select(["inviter.id as inviterId", "inviter.name as inviterName"])
    .select((e) => [
      e.ref("i.role").$castTo<Role>().as("role"),
      jsonObjectFrom(
        e
          .selectFrom("team as t")
          .select(["t.id", "t.name"])
          .whereRef("t.organisation_id", "=", "i.organisation_id")
          .whereRef("t.id", "=", "i.team_id"),
      ).as("team"),
    ])
    .where("i.organisation_id", "=", tx.organisationId);
}

/** One row more than `limit`, to see whether there is a next page. `after` is the last row's instant and id. */
export function invitationsNewestFirst(tx: Tx, closed: boolean, limit: number, after: string[] | null) {
  return invitations(tx)
    .where((e) => {
      const waits = e.and([e("i.accepted_at", "is", null), e("i.withdrawn_at", "is", null)]);
      return closed ? e.not(waits) : waits;
    })
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(i.created_at, i.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("i.created_at", "desc")
    .orderBy("i.id", "desc")
    .limit(limit + 1)
    .execute();
}

export function invitationById(tx: Tx, id: string) {
  return invitations(tx).where("i.id", "=", id).executeTakeFirst();
}

/** The same, held until the transaction ends. */
export function holdInvitation(tx: Tx, id: string) {
  return invitations(tx).where("i.id", "=", id).forUpdate("i").executeTakeFirst();
}

/** The invitation a link's secret opens, held where it is about to be used. */
export function invitationByHash(tx: Tx, hash: Buffer, hold: boolean) {
  const query = invitations(tx).where("i.secret_hash", "=", hash);
  return (hold ? query.forUpdate("i") : query).executeTakeFirst();
}

/** An invitation of this address that still waits, opened or ended. */
export function waitingInvitationOf(tx: Tx, email: string) {
  return invitations(tx)
    .where(sql<boolean>`lower(i.email) = lower(${email})`)
    .where("i.accepted_at", "is", null)
    .where("i.withdrawn_at", "is", null)
    .limit(1)
    .executeTakeFirst();
}

interface NewInvitation {
  id: string;
  email: string;
  name: string;
  role: Role;
  teamId: string | null;
  invitedBy: string;
  secretHash: Buffer;
  expiresAt: string;
  bodyHash: Buffer;
}

/** False where the id is already taken. */
export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("invitation")
    .values({
      organisation_id: tx.organisationId,
      id: invitation.id,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      team_id: invitation.teamId,
      invited_by: invitation.invitedBy,
      secret_hash: invitation.secretHash,
      expires_at: invitation.expiresAt,
      body_hash: invitation.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function changeInvitation(
  tx: Tx,
  id: string,
  change: { secretHash?: Buffer; expiresAt?: string; invitedBy?: string; acceptedAt?: string; withdrawnAt?: string },
): Promise<void> {
  await tx.db
    .updateTable("invitation")
    .set({
      secret_hash: change.secretHash,
      expires_at: change.expiresAt,
      invited_by: change.invitedBy,
      accepted_at: change.acceptedAt,
      withdrawn_at: change.withdrawnAt,
    })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
