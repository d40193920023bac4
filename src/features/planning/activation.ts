import type { Refusal } from "../okrs/public.ts";
import { type DraftMeasure, isWhole } from "./draft-measure.ts";
import type { PlanState } from "./review.ts";

export interface DraftParent {
  kind: "imperative" | "objective" | "key-result" | "draft-objective";
  id: string;
}

/** Who owns a draft; without `ownerLeft` the rooms that make it refuse an owner who has left. */
interface Owned {
  title: string;
  ownerName?: string | null;
  ownerLeft?: boolean;
}

interface Objective extends Owned {
  id: string;
  ownerId: string | null;
  parent: DraftParent | null;
  keyResults: readonly (Owned & { measure: DraftMeasure })[];
}

interface Activating {
  state: PlanState;
  cycleState: string;
  /** Whose personal plan it is. */
  ownerId: string | null;
  objectives: readonly Objective[];
  initiatives?: readonly Owned[];
  /** Of the parents, which are there to be linked to: what stands already, or a draft of this plan. */
  linkable: ReadonlySet<string>;
}

/** Why a plan's drafts cannot become objectives as they stand; empty when they can. Advice is none of it. */
export function activationRefusals({ state, cycleState, ownerId, linkable, ...drafts }: Activating): Refusal[] {
  const { objectives, initiatives = [] } = drafts;
  if (state === "discarded") {
    return [{ field: "state", expected: "a plan that was not discarded", todo: "Bring the plan back first." }];
  }
  if (cycleState === "closed") return [closedCycle];
  if (objectives.length === 0) {
    return [{ field: "objectives", expected: "at least one objective", todo: "Draft one, or discard the plan." }];
  }
  return [
    ...objectives.flatMap((objective, at) => [
      ...leftRefusals(objective, `objectives.${at}`),
      ...ownerRefusals(objective, `objectives.${at}.ownerId`, ownerId),
      ...objectiveRefusals(objective, `objectives.${at}`, linkable),
    ]),
    ...initiatives.flatMap((initiative, at) => leftRefusals(initiative, `initiatives.${at}`)),
  ];
}

/** Why it cannot be activated without all its reviewers' approval; `unreviewed` says that it shall be. */
export function approvalRefusals(
  state: PlanState,
  level: "company" | "team" | "personal",
  unreviewed: boolean,
): Refusal[] {
  if (state === "approved" || level === "personal" || unreviewed) return [];
  const expected = "true, or a plan that its reviewers approved";
  return [
    { field: "unreviewed", expected, todo: "Ask for review, or send unreviewed as true to activate it without." },
  ];
}

/** Parents before what supports them, otherwise in their order, so that each finds its parent made. */
export function inOrderOfMaking<Each extends Pick<Objective, "id" | "parent">>(objectives: readonly Each[]): Each[] {
  const byId = new Map(objectives.map((each) => [each.id, each]));
  const made = new Set<string>();
  const order: Each[] = [];
  const make = (each: Each): void => {
    if (made.has(each.id)) return;
    made.add(each.id);
    const above = each.parent?.kind === "draft-objective" ? byId.get(each.parent.id) : undefined;
    if (above) make(above);
    order.push(each);
  };
  for (const each of objectives) make(each);
  return order;
}

export const closedCycle: Refusal = {
  field: "cycle",
  expected: "a cycle that is not closed",
  todo: "Plan for a cycle that is still to come.",
};

function leftRefusals({ title, ownerName, ownerLeft }: Owned, field: string): Refusal[] {
  if (!ownerLeft) return [];
  const todo = `${ownerName} has left: choose another owner for “${title}”.`;
  return [{ field: `${field}.ownerId`, expected: "a member of the organisation", todo }];
}

/** A personal plan becomes its owner's objectives; drafts that came from a team's may name another. */
function ownerRefusals({ title, ownerId }: Objective, field: string, planOwnerId: string | null): Refusal[] {
  if (planOwnerId === null || ownerId === null || ownerId === planOwnerId) return [];
  const todo = `Make “${title}” yours, or move it to a team's plan.`;
  return [{ field, expected: "yourself, because the plan is personal", todo }];
}

function objectiveRefusals(
  { title, parent, keyResults }: Objective,
  field: string,
  linkable: ReadonlySet<string>,
): Refusal[] {
  const unlinked =
    parent === null || linkable.has(parent.id)
      ? []
      : [
          {
            field: `${field}.parent`,
            expected: parent.kind === "draft-objective" ? "a parent that is activated" : "a parent that is there",
            todo: `Activate the plan of the parent of “${title}” first, or choose another.`,
          },
        ];
  const stopped = keyResults.flatMap((keyResult, at) => [
    ...leftRefusals(keyResult, `${field}.keyResults.${at}`),
    ...measureRefusals(keyResult, `${field}.keyResults.${at}.measure`),
  ]);
  return [...unlinked, ...stopped];
}

function measureRefusals({ title, measure }: Objective["keyResults"][number], field: string): Refusal[] {
  if (isWhole(measure)) return [];
  const todo = `Say from where to where “${title}” should move, or that its baseline is to be found.`;
  return [{ field, expected: "a start and a target", todo }];
}
