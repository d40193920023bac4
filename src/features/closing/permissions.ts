import type { Role } from "../../platform/contract.ts";

interface Viewer {
  role: Role;
  leads: readonly string[];
}

/** A retrospective is its participants'; `isMine`: the viewer belongs to the team, to one below it, or leads it. */
export interface RetrospectivePlace {
  teamId: string | null;
  isMine: boolean;
}

/** A team's lead starts and opens it, the owner and champions those of everyone. */
export function mayLeadRetrospective({ role, leads }: Viewer, teamId: string | null): boolean {
  if (role === "guest") return false;
  return role === "owner" || role === "champion" || (teamId !== null && leads.includes(teamId));
}

/** Who writes: the people of the team and of those below it; everybody but guests for the organisation's own. */
export function mayWriteRetrospective({ role }: Viewer, { teamId, isMine }: RetrospectivePlace): boolean {
  return role !== "guest" && (teamId === null || isMine);
}

/** Who reads it once it is open: who wrote in it, and who may lead it. */
export function maySeeRetrospective(viewer: Viewer, place: RetrospectivePlace): boolean {
  return mayWriteRetrospective(viewer, place) || mayLeadRetrospective(viewer, place.teamId);
}
