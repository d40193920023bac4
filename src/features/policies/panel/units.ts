import { holdsOn, type ScopeRow } from "../covered.ts";
import type { Arm } from "../drawn.ts";
import { type Comparison, comparedWith, isDrawn, type Scope } from "../hypothesis.ts";
import { membersIn, type People, withBelow } from "../people.ts";
import { firstDayOf } from "./weeks.ts";

/** What is compared: teams, each with the teams whose values are its own, and whether the policy covered it in a week. */
export interface Units {
  /** A team that reports → the team it counts for. */
  unitOf: ReadonlyMap<string, string>;
  covered(unit: string, week: number): boolean;
  /** Covered from the start on, compared with, or both in turn; what nobody reported is in no panel. */
  arms: { covered: readonly string[]; others: readonly string[] };
}

/**
 * Where teams were drawn, a team of the lot is one unit with all teams below it, for the lot fell for them together.
 * Where nobody was drawn each team is a unit of its own: those that the scope holds, and those it is compared with. A
 * team counts as covered in a week when a scope holds it on the week's first day; where the scope asks for sites or
 * roles too, when it holds half of the team's members or more.
 */
export function unitsOf(
  { comparison, startsOn }: { comparison: Comparison; startsOn: string },
  arms: readonly Arm[],
  scopes: readonly ScopeRow[],
  people: People,
): Units {
  return isDrawn(comparison) ? drawnUnits(comparison, arms, people) : ownUnits(comparison, startsOn, scopes, people);
}

function drawnUnits(comparison: Comparison, arms: readonly Arm[], { parents }: People): Units {
  const unitOf = new Map(
    arms.flatMap(({ teamId }) => [...withBelow([teamId], parents)].map((team) => [team, teamId] as const)),
  );
  const inArm = (...which: Arm["arm"][]) => arms.filter(({ arm }) => which.includes(arm)).map(({ teamId }) => teamId);
  const armOf = new Map(arms.map((each) => [each.teamId, each]));
  return {
    unitOf,
    covered: (unit, week) => week >= 0 && fellTo(comparison, armOf.get(unit), week),
    arms: { covered: inArm("covered", "both"), others: inArm("others", "both") },
  };
}

/** As the lot fell, whatever was done later. */
function fellTo(comparison: Comparison, arm: Arm | undefined, week: number): boolean {
  if (comparison.kind !== "randomised-on-and-off") return arm?.arm === "covered";
  const block = Math.floor(week / comparison.weeksEach);
  return arm?.firstOn?.[Math.floor(block / 2)] === (block % 2 === 0);
}

function ownUnits(comparison: Comparison, startsOn: string, scopes: readonly ScopeRow[], people: People): Units {
  const held = new Map(scopes.map((row) => [row, teamsHeld(row, people)]));
  const covered = new Set([...held.values()].flatMap((teams) => [...teams]));
  const others = withBelow(comparedWith(comparison), people.parents).difference(covered);
  return {
    unitOf: new Map([...covered, ...others].map((team) => [team, team])),
    covered: (unit, week) => {
      const day = firstDayOf(week, startsOn);
      return scopes.some((row) => holdsOn(row, day) && held.get(row)?.has(unit));
    },
    arms: { covered: [...covered], others: [...others] },
  };
}

/** The teams a scope holds: named or below, not excepted, and half of whose members fit its sites and roles. */
function teamsHeld(scope: Scope, people: People): Set<string> {
  const { parents } = people;
  const named = scope.teamIds.length === 0 ? new Set(parents.keys()) : withBelow(scope.teamIds, parents);
  const teams = named.difference(withBelow(scope.exceptTeamIds, parents));
  if (scope.siteIds.length + scope.roles.length === 0) return teams;
  const fitting = new Set(membersIn({ ...scope, teamIds: [], exceptTeamIds: [] }, people));
  const everybody = Map.groupBy(
    [...people.belongs].flatMap(([member, of]) => [...of].map((team) => ({ member, team }))),
    ({ team }) => team,
  );
  return new Set(
    [...teams].filter((team) => {
      const members = (everybody.get(team) ?? []).filter(({ member }) => people.members.get(member)?.here);
      return members.length > 0 && 2 * members.filter(({ member }) => fitting.has(member)).length >= members.length;
    }),
  );
}
