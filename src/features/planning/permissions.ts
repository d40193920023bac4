/** Who asks. `leads` holds every team they lead with all below, `teams` those they belong to. */
export interface Viewer {
  memberId: string;
  role: "owner" | "admin" | "champion" | "member" | "guest";
  leads: readonly string[];
  teams: readonly string[];
}

export type Level = "company" | "team" | "personal";

/** What of a plan decides who may do what to it. */
export interface PlanRow {
  level: Level;
  teamId: string | null;
  ownerId: string | null;
  openedBy: string;
}

/** Plans are read by everyone but guests, who were invited to what stands, not to what is being thought over. */
export function maySeePlans({ role }: Viewer): boolean {
  return role !== "guest";
}

/** Private drafts stand in a personal plan and are its owner's alone, whatever the role of others. */
export function seesPrivateDrafts(viewer: Viewer, { ownerId }: Pick<PlanRow, "ownerId">): boolean {
  return ownerId === viewer.memberId;
}

/** A team's members and leads draft its plan, a person their own, the owner and the champion the company's and any team's. */
export function mayDraft(viewer: Viewer, { level, teamId, ownerId }: Omit<PlanRow, "openedBy">): boolean {
  if (viewer.role === "guest") return false;
  if (level === "personal") return ownerId === viewer.memberId;
  if (directsAll(viewer)) return true;
  return level === "team" && teamId !== null && (viewer.leads.includes(teamId) || viewer.teams.includes(teamId));
}

/** A lead makes a team's drafts its objectives; the owner and the champion the company's and any team's. */
export function mayActivate(viewer: Viewer, { level, teamId, ownerId }: Omit<PlanRow, "openedBy">): boolean {
  if (viewer.role === "guest") return false;
  if (level === "personal") return ownerId === viewer.memberId;
  return directsAll(viewer) || (level === "team" && teamId !== null && viewer.leads.includes(teamId));
}

/** Whoever may activate a plan may discard it, and who opened it while they may draft there. */
export function mayDiscard(viewer: Viewer, plan: PlanRow): boolean {
  return mayActivate(viewer, plan) || (plan.openedBy === viewer.memberId && mayDraft(viewer, plan));
}

/** `mayDraft` for every plan there could be, so that forms offer nothing that is refused; teams null: any. */
export function mayOpenWhere(viewer: Viewer): { levels: Level[]; teamIds: string[] | null } {
  if (viewer.role === "guest") return { levels: [], teamIds: [] };
  if (directsAll(viewer)) return { levels: ["company", "team", "personal"], teamIds: null };
  const teamIds = [...new Set([...viewer.leads, ...viewer.teams])];
  return { levels: teamIds.length > 0 ? ["team", "personal"] : ["personal"], teamIds };
}

/** A template is its saver's to remove, and the owner's and the champion's. */
export function mayRemoveTemplate(viewer: Viewer, { savedBy }: { savedBy: string }): boolean {
  return viewer.role !== "guest" && (savedBy === viewer.memberId || directsAll(viewer));
}

function directsAll({ role }: Viewer): boolean {
  return role === "owner" || role === "champion";
}
