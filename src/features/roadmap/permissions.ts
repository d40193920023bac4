/** Who asks. `leads` holds every team they lead with all below, `teams` those they belong to. */
export interface Viewer {
  memberId: string;
  role: "owner" | "admin" | "champion" | "member" | "guest";
  leads: readonly string[];
  teams: readonly string[];
}

/** What of an initiative decides who may do what to it. */
export interface InitiativeRow {
  ownerId: string | null;
  teamId: string | null;
  private: boolean;
}

/**
 * An initiative is kept by its owner and by its team, whose lead and members plan their work together; what is nobody's
 * yet anyone but a guest may take up. A private one is its owner's, whatever the role of others.
 */
export function mayEditInitiative(viewer: Viewer, { ownerId, teamId, private: hidden }: InitiativeRow): boolean {
  if (viewer.role === "guest") return false;
  if (ownerId === viewer.memberId) return true;
  if (hidden) return false;
  return directsAll(viewer) || (teamId === null ? ownerId === null : isOfTeam(viewer, teamId));
}

/** Work is planned for one's own team, or for oneself; for others by the owner of the organisation and the champion. */
export function mayPlanInitiative(viewer: Viewer, { ownerId, teamId }: Omit<InitiativeRow, "private">): boolean {
  if (viewer.role === "guest") return false;
  if (directsAll(viewer)) return true;
  return teamId === null ? ownerId === null || ownerId === viewer.memberId : isOfTeam(viewer, teamId);
}

function directsAll({ role }: Viewer): boolean {
  return role === "owner" || role === "champion";
}

function isOfTeam({ leads, teams }: Viewer, teamId: string): boolean {
  return leads.includes(teamId) || teams.includes(teamId);
}
