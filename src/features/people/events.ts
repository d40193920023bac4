import type { Role } from "../../platform/contract.ts";
import type { Fact } from "../../platform/database/record.ts";

/** What a person is called and how they reach us is theirs to have replaced, so no fact of this room holds it. */

type Changes = Record<string, [unknown, unknown]>;

export function organisationCreated(id: string): Fact {
  return { kind: "organisation-created", subject: { kind: "organisation", id }, facts: {} };
}

export function organisationChanged(id: string, changes: Changes): Fact {
  return { kind: "organisation-changed", subject: { kind: "organisation", id }, facts: changes };
}

export function memberAdded(id: string, role: Role): Fact {
  return { kind: "member-added", subject: { kind: "member", id }, facts: { role } };
}

/** Which fields changed; their values are the person's. */
export function memberChanged(id: string, fields: string[]): Fact {
  return { kind: "member-changed", subject: { kind: "member", id }, facts: { fields } };
}

export function memberRoleChanged(id: string, from: Role, to: Role): Fact {
  return { kind: "member-role-changed", subject: { kind: "member", id }, facts: { role: [from, to] } };
}

export function memberDeactivated(id: string): Fact {
  return { kind: "member-deactivated", subject: { kind: "member", id }, facts: {} };
}

export function memberReactivated(id: string): Fact {
  return { kind: "member-reactivated", subject: { kind: "member", id }, facts: {} };
}

export function teamCreated(id: string, team: { name: string; parentId: string | null; leadId: string | null }): Fact {
  const { name, parentId, leadId } = team;
  return { kind: "team-created", subject: { kind: "team", id }, facts: { name, parentId, leadId } };
}

export function teamChanged(id: string, changes: Changes): Fact {
  return { kind: "team-changed", subject: { kind: "team", id }, facts: changes };
}

/** With its place and its people, so that a past day can still be told. */
export function teamRemoved(id: string, team: { name: string; parentId: string | null; memberIds: string[] }): Fact {
  return { kind: "team-removed", subject: { kind: "team", id }, facts: team };
}

export function teamMemberAdded(teamId: string, memberId: string): Fact {
  return { kind: "team-member-added", subject: { kind: "team", id: teamId }, facts: { memberId } };
}

export function teamMemberRemoved(teamId: string, memberId: string): Fact {
  return { kind: "team-member-removed", subject: { kind: "team", id: teamId }, facts: { memberId } };
}

export function invitationSent(id: string, role: Role, teamId: string | null): Fact {
  return { kind: "invitation-sent", subject: { kind: "invitation", id }, facts: { role, teamId } };
}

export function invitationRenewed(id: string): Fact {
  return { kind: "invitation-renewed", subject: { kind: "invitation", id }, facts: {} };
}

export function invitationWithdrawn(id: string): Fact {
  return { kind: "invitation-withdrawn", subject: { kind: "invitation", id }, facts: {} };
}

export function invitationAccepted(id: string, memberId: string): Fact {
  return { kind: "invitation-accepted", subject: { kind: "invitation", id }, facts: { memberId } };
}
