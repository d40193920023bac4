import type { Role } from "../../platform/contract.ts";

/** Who asks. `leads` holds every team they lead with all below, `teams` those they belong to. */
export interface Asker {
  memberId: string;
  role: Role;
  leads: readonly string[];
  teams: readonly string[];
}

/**
 * The one rule for guests: they read what they were invited to (PRODUCT: "role"), and that is the teams they belong to,
 * not those below. Everyone else may look into every team.
 */
export function teamsInSight({ role, teams }: Pick<Asker, "role" | "teams">): "all" | readonly string[] {
  return role === "guest" ? teams : "all";
}

export function maySeeTeam(asker: Pick<Asker, "role" | "teams">, teamId: string): boolean {
  const sight = teamsInSight(asker);
  return sight === "all" || sight.includes(teamId);
}

export function organisationCan(role: Role) {
  return { edit: administers(role), changeRules: role === "owner" || role === "champion", remove: role === "owner" };
}

/** Roles that each role may give and take. Admins run the system but make no owner and unmake none. */
const hands: Record<Role, readonly Role[]> = {
  owner: ["owner", "admin", "champion", "member", "guest"],
  admin: ["admin", "champion", "member", "guest"],
  champion: [],
  member: [],
  guest: [],
};

export function mayGiveRole(giver: Role, role: Role): boolean {
  return hands[giver].includes(role);
}

/** Guests read what a team does, so they are invited to one; everybody else may join a team later. */
export function needsTeam(role: Role): boolean {
  return role === "guest";
}

/** Whether `giver` may turn a member of role `from` into one of role `to`. */
export function mayChangeRole(giver: Role, from: Role, to: Role): boolean {
  return mayGiveRole(giver, from) && mayGiveRole(giver, to);
}

export function memberCan(asker: Asker, member: { id: string; role: Role; deactivated: boolean }) {
  const inHand = mayGiveRole(asker.role, member.role);
  return {
    editProfile: asker.memberId === member.id,
    rename: asker.memberId === member.id || administers(asker.role),
    giveRoles: inHand ? hands[asker.role].filter((role) => role !== member.role) : [],
    deactivate: inHand && !member.deactivated,
    reactivate: inHand && member.deactivated,
  };
}

/** The tree is the administrators'; who belongs to a team is also its lead's, and that of every lead above. */
export function teamCan(asker: Asker, teamId: string) {
  const edit = administers(asker.role);
  return { edit, changeMembers: edit || (asker.role !== "guest" && asker.leads.includes(teamId)) };
}

export function mayCreateTeams(role: Role): boolean {
  return administers(role);
}

function administers(role: Role): boolean {
  return role === "owner" || role === "admin";
}
