/** In which order plans are read. */

interface Ordered {
  level: "company" | "team" | "personal";
  team: { id: string } | null;
  owner: { id: string } | null;
  state: string;
  awaitsYou: boolean;
}

/** Whether nothing is drafted in it any more. */
export function isOver({ state }: Pick<Ordered, "state">): boolean {
  return state === "activated" || state === "discarded";
}

/** What waits for your review, your own and your teams' plans; and the others. Within each, what is over comes last. */
export function mineFirst<Plan extends Ordered>(
  plans: readonly Plan[],
  { memberId, teams }: { memberId: string; teams: readonly string[] },
): { mine: Plan[]; others: Plan[] } {
  const isMine = ({ awaitsYou, team, owner }: Plan) =>
    awaitsYou || owner?.id === memberId || (team !== null && teams.includes(team.id));
  const sorted = [...plans].sort(
    (one, other) => Number(isOver(one)) - Number(isOver(other)) || Number(other.awaitsYou) - Number(one.awaitsYou),
  );
  return { mine: sorted.filter(isMine), others: sorted.filter((plan) => !isMine(plan)) };
}
