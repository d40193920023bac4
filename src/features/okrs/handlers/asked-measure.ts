/** A measure as it was asked for, made whole: figures in plain notation, steps that keep what was done. */
import type { FieldProblem } from "../../../platform/contract.ts";
import { columnsOf, measureOf, plain } from "../measure-columns.ts";
import type { Measure, Milestones, ScoreTable } from "../measures.ts";

type Step<T> = Omit<T, "done"> & { done?: boolean };
export type AskedMeasure =
  | Exclude<Measure, Milestones | ScoreTable>
  | { kind: "milestones"; milestones: Step<Milestones["milestones"][number]>[] }
  | { kind: "score-table"; steps: Step<ScoreTable["steps"][number]>[] };

/** `before` is the measure it replaces: a step that says nothing of being done stays as it was. */
export function measureAsked(asked: AskedMeasure, before: Measure | null): Measure {
  const wasDone = new Map((before ? stepsOf(before) : []).map(({ id, done }) => [id, done]));
  const whole = <T extends { id: string; done?: boolean }>(step: T) => ({
    ...step,
    done: step.done ?? wasDone.get(step.id) ?? false,
  });
  if (asked.kind === "milestones") {
    return { ...asked, milestones: asked.milestones.map((step) => ({ ...whole(step), weight: plain(step.weight) })) };
  }
  if (asked.kind === "score-table")
    return { ...asked, steps: asked.steps.map((step) => ({ ...whole(step), score: plain(step.score) })) };
  return measureOf(columnsOf(asked));
}

/** Why a measure cannot take the place of another: after the first check-in a target changes with a reason, its kind never. */
export function mayBecome(before: Measure, after: Measure, checkIns: number): FieldProblem[] {
  if (checkIns === 0 || JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before.kind === after.kind && (after.kind === "milestones" || after.kind === "score-table")) return [];
  const todo =
    before.kind === after.kind
      ? "Change its target, with a reason."
      : "Add a new key result and drop this one, so that its check-ins keep their meaning.";
  return [{ field: "measure", expected: "the measure its check-ins were made by", todo }];
}

/** Two steps with one id could not be told apart in a check-in. */
export function stepRefusals(measure: Measure): FieldProblem[] {
  const ids = stepsOf(measure).map(({ id }) => id);
  const field = measure.kind === "milestones" ? "measure.milestones" : "measure.steps";
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [{ field: `${field}.${at}.id`, expected: "an id of its own", todo: "Make a new UUID for every step." }],
  );
}

function stepsOf(measure: Measure): { id: string; done: boolean }[] {
  if (measure.kind === "milestones") return measure.milestones;
  return measure.kind === "score-table" ? measure.steps : [];
}
