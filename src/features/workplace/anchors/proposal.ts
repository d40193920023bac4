/** Anchor days are proposed by anybody of a team, and hold once somebody who leads it accepts them. */

export const PROPOSAL_STATES = ["proposed", "accepted", "declined", "withdrawn"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

interface Viewer {
  memberId: string;
  role: string;
  /** Teams they lead, with every team below, and those they belong to. */
  leads: readonly string[];
  teams: readonly string[];
}

/** Who leads it or a team above; for any team the owner of the organisation. A team without a lead: the champion, too. */
export function mayDecide(viewer: Viewer, team: { id: string; leadId: string | null }): boolean {
  if (viewer.role === "guest") return false;
  return (
    viewer.role === "owner" || viewer.leads.includes(team.id) || (team.leadId === null && viewer.role === "champion")
  );
}

export function mayPropose(viewer: Viewer, team: { id: string; leadId: string | null }): boolean {
  if (viewer.role === "guest") return false;
  return viewer.role === "champion" || viewer.teams.includes(team.id) || mayDecide(viewer, team);
}

/** What was decided stays: other days are another proposal. */
export function statesOpen(
  viewer: Viewer,
  proposal: { state: ProposalState; proposedById: string; teamId: string; leadId: string | null },
): ProposalState[] {
  if (proposal.state !== "proposed") return [];
  const decides = mayDecide(viewer, { id: proposal.teamId, leadId: proposal.leadId });
  return [
    ...(decides ? (["accepted", "declined"] as const) : []),
    ...(proposal.proposedById === viewer.memberId ? (["withdrawn"] as const) : []),
  ];
}
