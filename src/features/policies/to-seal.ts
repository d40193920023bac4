import { shifted } from "./covered.ts";
import { type Comparison, comparedWith, type Hypothesis, isDrawn, type Problem, type Scope } from "./hypothesis.ts";
import { membersIn, type People, withBelow } from "./people.ts";

/** What contradicts itself in a draft, whatever else it still lacks. */
export function contradictions({ startsOn, decidesOn, comparison }: Hypothesis): Problem[] {
  const problems: Problem[] = [];
  if (startsOn && decidesOn && decidesOn <= startsOn)
    problems.push({
      field: "decidesOn",
      expected: `a day after its start, ${startsOn}`,
      todo: "Change one of the two.",
    });
  if (comparison?.kind !== "randomised-by-team" || comparison.othersFrom === null) return problems;
  if (decidesOn && comparison.othersFrom < decidesOn) {
    const expected = `the decision date, ${decidesOn}, or a later day: until then the others are compared`;
    problems.push({ field: "comparison.othersFrom", expected, todo: "Let the others wait until it is decided." });
  }
  return problems;
}

/** All that keeps a draft from being sealed today; empty where it can be. */
export function toSeal(draft: Hypothesis, today: string, people: People): Problem[] {
  return [
    ...words(draft),
    ...dates(draft, today),
    ...contradictions(draft),
    ...(draft.comparison ? teams(draft, draft.comparison, people) : []),
    ...(membersIn(draft.scope, people).length === 0 ? [coversNobody] : []),
  ];
}

export const coversNobody = {
  field: "scope",
  expected: "teams, sites or roles that somebody is in",
  todo: "Name others, or none for everyone.",
};

function words({ rule, outcomes, comparison }: Hypothesis): Problem[] {
  const problems: Problem[] = [];
  if (rule === "")
    problems.push({
      field: "rule",
      expected: "what is asked, in one sentence",
      todo: "Write it as you would tell it.",
    });
  if (outcomes.length === 0) {
    const todo = "Name what should move, in which direction, and by how much it would matter.";
    problems.push({ field: "outcomes", expected: "one outcome or more", todo });
  }
  if (!comparison) {
    const todo = "Draw teams by lot where you can; before-after describes and proves nothing.";
    problems.push({ field: "comparison", expected: "how it is compared", todo });
  }
  return problems;
}

function dates({ startsOn, decidesOn, comparison }: Hypothesis, today: string): Problem[] {
  const problems: Problem[] = [];
  if (!startsOn) problems.push({ field: "startsOn", expected: "the day it starts", todo: "Choose a day." });
  else if (startsOn < today) {
    const expected = `today, ${today}, or a later day: a policy is sealed before it starts`;
    problems.push({ field: "startsOn", expected, todo: "Move the start." });
  }
  if (!decidesOn) problems.push({ field: "decidesOn", expected: "the day it is decided on", todo: "Choose a day." });
  if (!startsOn || !decidesOn || comparison?.kind !== "randomised-on-and-off") return problems;
  const ends = shifted(startsOn, comparison.weeksEach * comparison.pairs * 14);
  if (decidesOn < ends) {
    const expected = `the day after its last block, ${ends}, or a later one`;
    problems.push({ field: "decidesOn", expected, todo: "Decide later, or take fewer or shorter blocks." });
  }
  return problems;
}

function teams(draft: Hypothesis, comparison: Comparison, people: People): Problem[] {
  if (isDrawn(comparison)) return drawnTeams(draft.scope, comparison, people);
  return comparison.kind === "before-after" ? [] : comparedTeams(draft.scope, comparison, people);
}

function drawnTeams(scope: Scope, comparison: Comparison, people: People): Problem[] {
  const { teamIds } = scope;
  const field = "scope.teamIds";
  const least = comparison.kind === "randomised-by-team" ? 2 : 1;
  if (teamIds.length < least) {
    const expected = least === 2 ? "two teams or more, to draw from" : "one team or more, to draw for";
    return [{ field, expected, todo: "Name the teams that take part in the lot." }];
  }
  const problems: Problem[] = [];
  if (teamIds.some((team) => isBelowAnother(team, teamIds, people)))
    problems.push({ field, expected: "teams none of which is below another", todo: "Name one of the two." });
  if (teamIds.some((team) => membersIn({ ...scope, teamIds: [team] }, people).length === 0))
    problems.push({
      field,
      expected: "teams that each have somebody whom it can cover",
      todo: "Leave empty teams out.",
    });
  if (comparison.kind === "randomised-by-team" && comparison.draw >= teamIds.length) {
    const expected = `fewer than the ${teamIds.length} teams that are drawn from, for the others are compared`;
    problems.push({ field: "comparison.draw", expected, todo: "Draw fewer, or name more teams." });
  }
  if (comparison.kind === "randomised-on-and-off" && comparison.wearingOff >= comparison.weeksEach) {
    const expected = `fewer weeks than a block has, ${comparison.weeksEach}`;
    problems.push({ field: "comparison.wearingOff", expected, todo: "Leave out fewer weeks, or take longer blocks." });
  }
  return problems;
}

/** Whether the comparison group stands by itself: refused when it is empty, and when the policy covers a part of it. */
export function comparedTeams(scope: Scope, comparison: Comparison, people: People): Problem[] {
  const field = "comparison.teamIds";
  const others = comparedWith(comparison);
  const group = { teamIds: others, exceptTeamIds: [], siteIds: [], roles: [] };
  if (others.length === 0 || membersIn(group, people).length === 0) {
    const todo = "Name the teams it is compared with.";
    return [{ field, expected: "one team or more with somebody in it", todo }];
  }
  const covered = teamsCovered(scope, people);
  const overlap = [...withBelow(others, people.parents)].filter((team) => covered.has(team));
  if (overlap.length === 0) return [];
  const todo = "Leave them out here, or take them out of the scope.";
  return [{ field, expected: "teams that it does not cover", todo }];
}

function teamsCovered(scope: Scope, { parents }: People): Set<string> {
  const all = scope.teamIds.length === 0 ? new Set(parents.keys()) : withBelow(scope.teamIds, parents);
  return all.difference(withBelow(scope.exceptTeamIds, parents));
}

function isBelowAnother(team: string, all: readonly string[], { parents }: People): boolean {
  const others = all.filter((each) => each !== team);
  return withBelow(others, parents).has(team);
}
