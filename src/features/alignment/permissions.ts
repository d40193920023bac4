import type { DependencyState, Side } from "./dependency.ts";
import { DEPENDENCY_STATES, nextStates } from "./dependency.ts";

/** Who asks. `leads` holds every team they lead with all below, `teams` those they belong to. */
export interface Viewer {
  memberId: string;
  role: "owner" | "admin" | "champion" | "member" | "guest";
  leads: readonly string[];
  teams: readonly string[];
}

/** A team speaks through its members and leads; for any team through the owner of the organisation and the champion. */
export function maySpeakFor(viewer: Viewer, teamId: string): boolean {
  if (viewer.role === "guest") return false;
  return directsAll(viewer) || viewer.leads.includes(teamId) || viewer.teams.includes(teamId);
}

/** The teams the viewer may ask for; null: any. */
export function mayAskFor(viewer: Viewer): string[] | null {
  return directsAll(viewer) ? null : [...new Set([...viewer.leads, ...viewer.teams])];
}

/** On which sides of a dependency the viewer stands. */
export function sidesOf(viewer: Viewer, { fromTeamId, onTeamId }: { fromTeamId: string; onTeamId: string }): Side[] {
  const sides: Side[] = [];
  if (maySpeakFor(viewer, fromTeamId)) sides.push("asking");
  if (maySpeakFor(viewer, onTeamId)) sides.push("asked");
  return sides;
}

/** The states the viewer may bring a dependency to; none once its cycle is closed. */
export function statesOpenTo(
  viewer: Viewer,
  dependency: { state: DependencyState; fromTeamId: string; onTeamId: string },
  cycleState: string,
): DependencyState[] {
  if (cycleState === "closed") return [];
  const open = sidesOf(viewer, dependency).flatMap((side) => nextStates(dependency.state, side));
  return DEPENDENCY_STATES.filter((state) => open.includes(state));
}

/** Whether an objective is theirs to change: its owner, who leads its team or one above, who directs all. */
export function mayKeep(
  viewer: Viewer,
  { level, ownerId, teamId }: { level: string; ownerId: string | null; teamId: string | null },
): boolean {
  const leads = level === "team" && teamId !== null && viewer.leads.includes(teamId);
  return directsAll(viewer) || ownerId === viewer.memberId || leads;
}

/** Who sets objectives of the whole organisation sets any. */
export function directsAll({ role }: Pick<Viewer, "role">): boolean {
  return role === "owner" || role === "champion";
}
