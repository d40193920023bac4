import type { Role } from "../../../platform/contract.ts";
import { anInstant, anUuid, cursorOf, pageFrom, valuesOf } from "../../../platform/cursor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { people } from "../contract.ts";
import {
  invitationAccepted,
  invitationRenewed,
  invitationSent,
  invitationWithdrawn,
  memberRoleChanged,
  teamMemberAdded,
} from "../events.ts";
import { invitationDays, invitationHash, invitationLink, invitationState, newInvitationSecret } from "../invitation.ts";
import { invitationMail } from "../mails.ts";
import { mayGiveRole, needsTeam } from "../permissions.ts";
import {
  changeInvitation,
  holdInvitation,
  insertInvitation,
  invitationByHash,
  invitationById,
  invitationsNewestFirst,
  waitingInvitationOf,
} from "../queries/invitations.ts";
import { changeMember, memberByEmail } from "../queries/members.ts";
import { holdOrganisation, theOrganisation } from "../queries/organisation.ts";
import { insertTeamMember, teamById } from "../queries/teams.ts";
import { addMember } from "./members.ts";

const os = keeps(people.invitations);

export const invitations = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const after = valuesOf(input.after, anInstant, anUuid);
      const rows = await invitationsNewestFirst(tx, input.closed, input.limit, after);
      const { items, next } = pageFrom(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
      return { items: items.map((row) => present(row, tx, context.viewer)), next };
    }),
  ),

  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, ...body } = input;
      const hash = bodyHash(body);
      await holdOrganisation(tx);
      const same = await invitationById(tx, id);
      if (same) return { ...present(sameCreate(same, hash), tx, context.viewer), link: null };
      await mustBeWelcome(tx, context.viewer, body);
      const { secret, ...kept } = freshSecret(tx);
      const added = await insertInvitation(tx, {
        id,
        ...body,
        ...kept,
        invitedBy: context.viewer.memberId,
        bodyHash: hash,
      });
      if (!added)
        throw conflict({ todo: "Use a new id: this one already names an invitation." }, "This id is already taken.");
      await tx.record(invitationSent(id, body.role, body.teamId));
      return send(tx, context, id, secret);
    }),
  ),

  renew: os.renew.handler(({ input, context }) =>
    context.write(async (tx) => {
      await mustWait(tx, context.viewer, input.id);
      const { secret, ...kept } = freshSecret(tx);
      await changeInvitation(tx, input.id, { ...kept, invitedBy: context.viewer.memberId });
      await tx.record(invitationRenewed(input.id));
      return send(tx, context, input.id, secret);
    }),
  ),

  withdraw: os.withdraw.handler(({ input, context }) =>
    context.write(async (tx) => {
      const before = await holdInvitation(tx, input.id);
      if (before?.withdrawnAt) return { done: true as const };
      await mustWait(tx, context.viewer, input.id);
      await changeInvitation(tx, input.id, { withdrawnAt: tx.now.toString() });
      await tx.record(invitationWithdrawn(input.id));
      return { done: true as const };
    }),
  ),
});

type InvitationRow = NonNullable<Awaited<ReturnType<typeof invitationById>>>;

async function mustBeWelcome(
  tx: Tx,
  viewer: Viewer,
  { email, role, teamId }: { email: string; role: Role; teamId: string | null },
) {
  if (!mayGiveRole(viewer.role, role)) throw notAllowed("Ask an owner: only owners invite owners.");
  if (needsTeam(role) && teamId === null) {
    throw refused({
      field: "teamId",
      expected: "the team whose objectives a guest may read",
      todo: "Choose a team, or another role.",
    });
  }
  if (teamId !== null && !(await teamById(tx, teamId))) {
    throw refused({
      field: "teamId",
      expected: "a team of this organisation",
      todo: "Choose one from the list of teams.",
    });
  }
  const member = await memberByEmail(tx, email);
  if (member && (member.identityId !== null || member.deactivatedAt !== null)) {
    const todo = member.deactivatedAt
      ? `${member.name} was deactivated: let them back in.`
      : `${member.name} signs in with it already.`;
    throw refused({ field: "email", expected: "the address of someone who is not a member yet", todo });
  }
  if (member && !mayGiveRole(viewer.role, member.role)) throw notAllowed("Ask an owner: only owners invite owners.");
  if (await waitingInvitationOf(tx, email)) {
    throw refused({ field: "email", expected: "an address that has no invitation yet", todo: "Renew the one it has." });
  }
}

/** An invitation that can still become a membership, held; refuses where it was used or withdrawn, or is an owner's to handle. */
async function mustWait(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const invitation = await holdInvitation(tx, id);
  if (!invitation) throw notFound();
  if (!mayGiveRole(viewer.role, invitation.role)) throw notAllowed("Ask an owner: only owners invite owners.");
  if (invitation.acceptedAt || invitation.withdrawnAt) {
    const how = invitation.acceptedAt ? "accepted" : "withdrawn";
    throw conflict({ todo: "Invite the address anew if they should come." }, `This invitation was ${how}.`);
  }
}

function freshSecret(tx: Tx) {
  const secret = newInvitationSecret(tx.organisationId);
  const expiresAt = tx.now.add({ hours: invitationDays * 24 }).toString();
  return { secret, secretHash: invitationHash(secret), expiresAt };
}

async function send(tx: Tx, context: RequestContext, id: string, secret: string) {
  const invitation = await invitationById(tx, id);
  if (!invitation) throw notFound();
  const link = invitationLink(context.services.setup.publicAddress, secret);
  const { name: organisationName } = await theOrganisation(tx);
  const letter = invitationMail({ ...invitation, link, organisationName });
  await tx.enqueue("send-mail", { letter }, `invitation ${id}`);
  return { ...present(invitation, tx, context.viewer), link };
}

function present(row: InvitationRow, tx: Tx, viewer: Viewer) {
  const { id, email, name, role, team, expiresAt, createdAt } = row;
  const state = invitationState(row, tx.now.epochMilliseconds);
  const handle = (state === "open" || state === "ended") && mayGiveRole(viewer.role, role);
  const invitedBy = { id: row.inviterId, name: row.inviterName };
  return {
    id,
    email,
    name,
    role,
    team,
    state,
    expiresAt,
    createdAt,
    invitedBy,
    can: { renew: handle, withdraw: handle },
  };
}

/** What the link's page shows, before anyone signs in; null for a link that is unknown, used, withdrawn or over. */
export async function openInvitation(tx: Tx, secretHash: Buffer) {
  const invitation = await invitationByHash(tx, secretHash, false);
  if (!invitation || invitationState(invitation, tx.now.epochMilliseconds) !== "open") return null;
  const { id, email, name, role, team, expiresAt, inviterName } = invitation;
  const [{ name: organisationName }, member] = [await theOrganisation(tx), await memberByEmail(tx, email)];
  return {
    id,
    email,
    name: member?.name ?? name,
    role,
    team,
    expiresAt,
    inviterName,
    organisationName,
    memberId: member?.id ?? null,
  };
}

interface Acceptance {
  secretHash: Buffer;
  /** The id of the member they become, where `openInvitation` named none. */
  memberId: string;
  name: string;
  timeZone: string;
  identityId: string;
}

/**
 * Turns an open invitation into a member who signs in with this identity; someone an import added becomes who they
 * already are. Works once. Answers the member's id; refuses a link that is no longer open.
 */
export async function acceptInvitation(
  tx: Tx,
  { secretHash, memberId, name, timeZone, identityId }: Acceptance,
): Promise<string> {
  const invitation = await invitationByHash(tx, secretHash, true);
  if (!invitation || invitationState(invitation, tx.now.epochMilliseconds) !== "open") throw deadLink();
  const { id, email, role, teamId } = invitation;
  const already = await memberByEmail(tx, email);
  if (already && (already.identityId !== null || already.deactivatedAt !== null)) throw deadLink();
  const who = already?.id ?? memberId;
  if (already) {
    await changeMember(tx, who, { identityId, role, timeZone });
    if (already.role !== role) await tx.record(memberRoleChanged(who, already.role, role));
  } else {
    await addMember(tx, { id: who, name, email, role, timeZone, identityId });
  }
  if (teamId && (await insertTeamMember(tx, teamId, who))) await tx.record(teamMemberAdded(teamId, who));
  await changeInvitation(tx, id, { acceptedAt: tx.now.toString() });
  await tx.record(invitationAccepted(id, who));
  return who;
}

const deadLink = () =>
  refused({ field: "secret", expected: "a link that still works", todo: "Ask whoever invited you for a new one." });
