import type { Role } from "../../../platform/contract.ts";
import { anUuid, cursorOf, pageFrom, someText, valuesOf } from "../../../platform/cursor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notAllowed, notFound, refused, wrongScope } from "../../../platform/refusals.ts";
import { people } from "../contract.ts";
import { memberAdded, memberChanged, memberDeactivated, memberReactivated, memberRoleChanged } from "../events.ts";
import { mayChangeRole, mayGiveRole, memberCan, teamsInSight } from "../permissions.ts";
import {
  changeMember,
  hasAnotherOwner,
  holdMember,
  insertMember,
  memberById,
  membersByName,
  type Sight,
} from "../queries/members.ts";
import { holdOrganisation } from "../queries/organisation.ts";

const os = keeps(people.members);

export const members = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const wanted = { ...input, after: valuesOf(input.after, someText, anUuid) };
      const rows = await membersByName(tx, sightOf(context.viewer), wanted);
      const { items, next } = pageFrom(rows, input.limit, (last) => cursorOf(last.sortedBy, last.id));
      return { items: items.map(({ sortedBy: _, ...row }) => presentInList(row, context.viewer)), next };
    }),
  ),

  get: os.get.handler(({ input, context }) =>
    context.read(async (tx) => present(await memberById(tx, sightOf(context.viewer), input.id), context.viewer)),
  ),

  update: os.update.handler(async ({ input, context }) => {
    const { viewer } = context;
    const member = await context.write(async (tx) => {
      const { id, version, ...wanted } = input;
      const before = found(await holdMember(tx, sightOf(viewer), id));
      mayProfileChange(viewer, before, wanted);
      sameVersion(before, version, wanted);
      const fields = Object.keys(changesBetween(before, wanted));
      if (fields.length === 0) return present(before, viewer);
      await changeMember(tx, id, wanted);
      await tx.record(memberChanged(id, fields));
      return present(await memberById(tx, sightOf(viewer), id), viewer);
    });
    context.services.forgetViewers(viewer.organisationId);
    return member;
  }),

  setRole: os.setRole.handler(({ input, context }) =>
    changingWhoMayWhat(context, input.id, async (tx, before) => {
      const { role, version } = input;
      if (before.role === role) return;
      if (!mayChangeRole(context.viewer.role, before.role, role))
        throw notAllowed("Ask an owner: admins neither make nor unmake owners.");
      sameVersion(before, version, { role });
      if (before.role === "owner") await keepAnOwner(tx, before.id);
      await changeMember(tx, before.id, { role });
      await tx.record(memberRoleChanged(before.id, before.role, role));
    }),
  ),

  deactivate: os.deactivate.handler(async ({ input, context }) => {
    let identityId: string | null = null;
    const member = await changingWhoMayWhat(context, input.id, async (tx, before) => {
      if (before.deactivatedAt) return;
      if (!mayGiveRole(context.viewer.role, before.role))
        throw notAllowed("Ask an owner: admins do not deactivate owners.");
      if (before.role === "owner") await keepAnOwner(tx, before.id);
      identityId = before.identityId;
      await changeMember(tx, before.id, { deactivatedAt: tx.now.toString() });
      await context.services.tokens.revokeAllOf(tx, before.id);
      await tx.record(memberDeactivated(before.id));
    });
    if (identityId) await context.services.identity.endAllSessions(identityId);
    return member;
  }),

  reactivate: os.reactivate.handler(({ input, context }) =>
    changingWhoMayWhat(context, input.id, async (tx, before) => {
      if (!before.deactivatedAt) return;
      if (!mayGiveRole(context.viewer.role, before.role))
        throw notAllowed("Ask an owner: admins do not reactivate owners.");
      await changeMember(tx, before.id, { deactivatedAt: null });
      await tx.record(memberReactivated(before.id));
    }),
  ),
});

type MemberRow = NonNullable<Awaited<ReturnType<typeof memberById>>>;

/** One at a time in an organisation, so that two owners cannot unmake each other at the same moment. */
async function changingWhoMayWhat(
  context: RequestContext,
  id: string,
  change: (tx: Tx, before: MemberRow) => Promise<void>,
) {
  const { viewer } = context;
  const member = await context.write(async (tx) => {
    await holdOrganisation(tx);
    await change(tx, found(await holdMember(tx, sightOf(viewer), id)));
    return present(await memberById(tx, sightOf(viewer), id), viewer);
  });
  context.services.forgetViewers(viewer.organisationId);
  return member;
}

async function keepAnOwner(tx: Tx, id: string) {
  if (await hasAnotherOwner(tx, id)) return;
  throw refused({
    field: "role",
    expected: "an organisation that keeps an owner who can sign in",
    todo: "Make somebody else an owner first.",
  });
}

function mayProfileChange(viewer: Viewer, member: MemberRow, wanted: Record<string, unknown>) {
  const can = memberCan(viewer, { id: member.id, role: member.role, deactivated: member.deactivatedAt !== null });
  if (can.editProfile) return;
  const beyondName = Object.keys(wanted).some((field) => field !== "name" && wanted[field] !== undefined);
  if (!can.rename || beyondName) throw notAllowed("Ask them: a profile is changed by whom it describes.");
  if (!viewer.scopes.includes("manage")) throw wrongScope("manage");
}

export interface Joining {
  id: string;
  name: string;
  email: string;
  role: Role;
  timeZone: string;
  place?: string;
  /** Their sign-in, where they have one. */
  identityId?: string | null;
}

/** Adds a member and records it. Refuses an id that is taken with 409, and so does the database an e-mail address. */
export async function addMember(tx: Tx, { place = "", identityId = null, ...member }: Joining): Promise<void> {
  const added = await insertMember(tx, { ...member, place, identityId });
  if (!added) throw conflict({ todo: "Use a new id: this one already names someone." }, "This id is already taken.");
  await tx.record(memberAdded(member.id, member.role));
}

function sightOf(viewer: Viewer): Sight {
  return { teams: teamsInSight(viewer), self: viewer.memberId };
}

function found<Row>(row: Row | undefined): Row {
  if (!row) throw notFound();
  return row;
}

function present(row: MemberRow | undefined, viewer: Viewer) {
  const { identityId: _, singleKeys, ...member } = found(row);
  return { ...presentInList(member, viewer), singleKeys: member.id === viewer.memberId ? singleKeys : null };
}

function presentInList<Row extends { id: string; role: Role; deactivatedAt: string | null }>(row: Row, viewer: Viewer) {
  return { ...row, can: memberCan(viewer, { id: row.id, role: row.role, deactivated: row.deactivatedAt !== null }) };
}
