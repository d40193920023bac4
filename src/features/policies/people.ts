import type { Scope } from "./hypothesis.ts";

/** Who is here, in which role, team and home site: today, or on a day that has passed. */
export interface People {
  /** Member → role, and whether they are here. */
  members: Map<string, { role: string; here: boolean }>;
  /** Team → the team above it. */
  parents: Map<string, string | null>;
  /** Member → the teams they belong to. */
  belongs: Map<string, Set<string>>;
  /** Member → home site. */
  homes: Map<string, string>;
}

/** The members whom a scope takes in: who are here, no guests, and fit every list that is not empty. */
export function membersIn(scope: Scope, people: People): string[] {
  const inTeams = scope.teamIds.length === 0 ? null : withBelow(scope.teamIds, people.parents);
  const outside = withBelow(scope.exceptTeamIds, people.parents);
  return [...people.members].flatMap(([id, { role, here }]) => {
    if (!here || role === "guest") return [];
    const teams = [...(people.belongs.get(id) ?? [])];
    const home = people.homes.get(id);
    const fits =
      (!inTeams || teams.some((team) => inTeams.has(team))) &&
      !teams.some((team) => outside.has(team)) &&
      (scope.siteIds.length === 0 || (home !== undefined && scope.siteIds.includes(home))) &&
      (scope.roles.length === 0 || scope.roles.includes(role));
    return fits ? [id] : [];
  });
}

/** These teams and every team below one of them. */
export function withBelow(teamIds: readonly string[], parents: People["parents"]): Set<string> {
  const wanted = new Set(teamIds);
  const known = new Map<string, boolean>();
  const isIn = (team: string): boolean => {
    const already = known.get(team);
    if (already !== undefined) return already;
    // A tree has no circle; should one be written all the same, it ends here.
    known.set(team, wanted.has(team));
    const above = parents.get(team) ?? null;
    const answer = wanted.has(team) || (above !== null && isIn(above));
    known.set(team, answer);
    return answer;
  };
  return new Set([...new Set([...parents.keys(), ...teamIds])].filter(isIn));
}

/** A recorded event about a member or a team, as far as it says who is where. */
export interface Moved {
  kind: string;
  subjectId: string;
  facts: Record<string, unknown>;
}

/**
 * How it was before these events, the latest first: each is taken back from how it is now. The record is written with
 * every change and never changed, so any past day can be told, also of teams that are gone.
 */
export function peopleBefore(now: People, events: readonly Moved[]): People {
  const then: People = {
    members: new Map([...now.members].map(([id, member]) => [id, { ...member }])),
    parents: new Map(now.parents),
    belongs: new Map([...now.belongs].map(([id, teams]) => [id, new Set(teams)])),
    homes: new Map(now.homes),
  };
  for (const event of events) takeBack[event.kind]?.(then, event);
  return then;
}

const takeBack: Record<string, (people: People, event: Moved) => void> = {
  "member-added": ({ members }, { subjectId }) => void members.delete(subjectId),
  "member-role-changed": ({ members }, { subjectId, facts }) => {
    const member = members.get(subjectId);
    const [was] = pairOf(facts.role);
    if (member && typeof was === "string") member.role = was;
  },
  "member-deactivated": ({ members }, { subjectId }) => setHere(members, subjectId, true),
  "member-reactivated": ({ members }, { subjectId }) => setHere(members, subjectId, false),
  "team-created": ({ parents }, { subjectId }) => void parents.delete(subjectId),
  "team-changed": ({ parents }, { subjectId, facts }) => {
    if (Array.isArray(facts.parentId)) parents.set(subjectId, idOrNull(facts.parentId[0]));
  },
  "team-removed": ({ parents, belongs }, { subjectId, facts }) => {
    parents.set(subjectId, idOrNull(facts.parentId));
    for (const id of Array.isArray(facts.memberIds) ? facts.memberIds : []) join(belongs, String(id), subjectId);
  },
  "team-member-added": ({ belongs }, { subjectId, facts }) =>
    void belongs.get(String(facts.memberId))?.delete(subjectId),
  "team-member-removed": ({ belongs }, { subjectId, facts }) => join(belongs, String(facts.memberId), subjectId),
};

/** The kinds of event that say who is where. */
export const movingKinds: readonly string[] = Object.keys(takeBack);

function setHere(members: People["members"], id: string, here: boolean): void {
  const member = members.get(id);
  if (member) member.here = here;
}

function join(belongs: People["belongs"], memberId: string, teamId: string): void {
  belongs.set(memberId, (belongs.get(memberId) ?? new Set<string>()).add(teamId));
}

function pairOf(change: unknown): unknown[] {
  return Array.isArray(change) ? change : [];
}

function idOrNull(id: unknown): string | null {
  return typeof id === "string" ? id : null;
}
