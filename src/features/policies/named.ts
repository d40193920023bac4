import { comparedWith, type Hypothesis, type Measure } from "./hypothesis.ts";

/** The key results and health metrics that a hypothesis names. */
export function measuredIn({ outcomes, guardrails }: Hypothesis): string[] {
  return [...outcomes, ...guardrails].flatMap(({ measure }) => idsOf(measure));
}

/** The members, teams, sites and imperatives that a hypothesis names. */
export function namedIn({ ownerId, imperativeIds, scope, comparison }: Hypothesis): string[] {
  return [
    ownerId,
    ...imperativeIds,
    ...scope.teamIds,
    ...scope.exceptTeamIds,
    ...scope.siteIds,
    ...comparedWith(comparison),
  ];
}

export function idsOf(measure: Measure): readonly string[] {
  return "ids" in measure ? measure.ids : [];
}
