/** What the studio's screens share: its words, its shapes, and what its changes make untrue. */
import type { InputOf, OutputOf } from "../../../web/api.ts";
import type { Problem } from "../../../web/problem.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./planning.messages.json";

export const m = messages(catalogue);

export type Studio = OutputOf<"planning.plans.get">;
export type PlanRow = OutputOf<"planning.plans.list">["items"][number];
export type Objective = Studio["objectives"][number];
export type KeyResult = Objective["keyResults"][number];
export type Initiative = Studio["initiatives"][number];
export type Known = Studio["whatWeKnow"][number];
export type Named = NonNullable<Objective["owner"]>;
export type Advice = Studio["advice"][number];

/** A line of the plan by its kind. */
export interface Lines {
  "draft-objective": Objective;
  "draft-key-result": KeyResult;
  "draft-initiative": Initiative;
}
export type LineKind = keyof Lines;

/** The room of the operations on a kind of line. */
export const nounOf = {
  "draft-objective": "planning.draftObjectives",
  "draft-key-result": "planning.draftKeyResults",
  "draft-initiative": "planning.draftInitiatives",
} as const;

/** What can be changed of a line. */
export type Patch<Kind extends LineKind> = Omit<InputOf<`${(typeof nounOf)[Kind]}.update`>, "id" | "version">;

/** One line of a plan, wherever it stands; undefined once it is gone. */
export function lineIn<Kind extends LineKind>(studio: Studio, kind: Kind, id: string): Lines[Kind] | undefined {
  const all: readonly { id: string }[] =
    kind === "draft-objective"
      ? studio.objectives
      : kind === "draft-key-result"
        ? studio.objectives.flatMap(({ keyResults }) => keyResults)
        : studio.initiatives;
  return all.find((line) => line.id === id) as Lines[Kind] | undefined;
}

/** The objective that a line belongs to: itself, or the one it measures. */
export function objectiveOf(studio: Studio, id: string | null): Objective | undefined {
  return studio.objectives.find(
    (objective) => objective.id === id || objective.keyResults.some((keyResult) => keyResult.id === id),
  );
}

/** Every line in the order of the page. */
export function linesOf(studio: Studio) {
  return [
    ...studio.objectives.flatMap((objective) => [
      { kind: "draft-objective" as const, line: objective },
      ...objective.keyResults.map((line) => ({ kind: "draft-key-result" as const, line })),
    ]),
    ...studio.initiatives.map((line) => ({ kind: "draft-initiative" as const, line })),
  ];
}

/** Why something was refused, without the paths of its fields. */
export function inWords(problem: Problem): string {
  if (problem.unreachable) return m.unreachable();
  return problem.problems.map(({ field }) => problem.at(field)).join(" ") || problem.message;
}

/** Whose plan it is: "Company", a team's name, or a person's. */
export function ownerWords({ level, team, owner }: Pick<PlanRow, "level" | "team" | "owner">): string {
  if (level === "company") return m.company();
  return team?.name ?? owner?.name ?? m.personal();
}
