/** Who has a line: teams and members through whom something leads up to an active imperative. */
import type { Reach } from "./reach.ts";

export interface CoverageGiven {
  /** Counted ones only: active, of the cycle, no private ones. */
  objectives: readonly { id: string; teamId: string | null; ownerId: string | null }[];
  keyResults: readonly { objectiveId: string; ownerId: string | null }[];
  reach: ReadonlyMap<string, Reach>;
  /** Teams with somebody in them or beneath them. */
  teams: readonly { id: string; parentId: string | null }[];
  members: readonly { id: string; teamIds: readonly string[] }[];
}

/**
 * `own`: owns something with a line. `beneath`: only a team within it does. `members`: only somebody in it does, for
 * another team. `team`: only one of the member's teams has one.
 */
export interface Coverage {
  teams: { id: string; line: "own" | "beneath" | "members" | "none"; objectives: number }[];
  members: { id: string; line: "own" | "team" | "none" }[];
}

/** A pure walk over the graph: each objective, team and member once. */
export function coverage({ objectives, keyResults, reach, teams, members }: CoverageGiven): Coverage {
  const linked = objectives.filter(({ id }) => (reach.get(id) ?? []).length > 0);
  const isLinked = new Set(linked.map(({ id }) => id));
  const owners = new Set([
    ...linked.map(({ ownerId }) => ownerId),
    ...keyResults.filter(({ objectiveId }) => isLinked.has(objectiveId)).map(({ ownerId }) => ownerId),
  ]);
  const own = new Set(linked.map(({ teamId }) => teamId));
  const beneath = aboveAny(own, teams);
  const throughMembers = new Set(members.filter(({ id }) => owners.has(id)).flatMap(({ teamIds }) => teamIds));
  const aboveMembers = aboveAny(throughMembers, teams);
  const hasMembers = (id: string) => throughMembers.has(id) || aboveMembers.has(id);
  const count = Map.groupBy(objectives, ({ teamId }) => teamId);
  const lineOf = (id: string) =>
    own.has(id) ? "own" : beneath.has(id) ? "beneath" : hasMembers(id) ? "members" : "none";
  return {
    teams: teams.map(({ id }) => ({ id, line: lineOf(id), objectives: count.get(id)?.length ?? 0 })),
    members: members.map(({ id, teamIds }) => {
      if (owners.has(id)) return { id, line: "own" };
      return { id, line: teamIds.some((team) => lineOf(team) !== "none") ? "team" : "none" };
    }),
  };
}

/** Teams that some of these teams stand in. */
function aboveAny(some: ReadonlySet<string | null>, teams: CoverageGiven["teams"]): Set<string> {
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const above = new Set<string>();
  for (const team of some) {
    let at = team === null ? null : (parentOf.get(team) ?? null);
    for (; at !== null && !above.has(at); at = parentOf.get(at) ?? null) above.add(at);
  }
  return above;
}
