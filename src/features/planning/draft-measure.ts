import { type Measure, measureRefusals, plain, type Refusal } from "../okrs/public.ts";

/** What a draft is measured by: a metric may still lack its start or its target. */
export type DraftMeasure =
  | Exclude<Measure, { kind: "metric" }>
  | { kind: "metric"; start: string | null; target: string | null };

/** Whether it says all that activation needs; steps are judged by the verbs of OKRs. */
export function isWhole(measure: DraftMeasure): measure is Measure {
  return measure.kind !== "metric" || (measure.start !== null && measure.target !== null);
}

/** Why a draft cannot be kept like this. What is merely missing is none: drafts grow. */
export function draftMeasureRefusals(measure: DraftMeasure): Refusal[] {
  if (!isWhole(measure)) return [];
  if (measure.kind === "milestones" && measure.milestones.length === 0) return [];
  if (measure.kind === "score-table" && measure.steps.length === 0) return [];
  return measureRefusals(measure);
}

type Asked =
  | Exclude<DraftMeasure, { kind: "milestones" | "score-table" }>
  | { kind: "milestones"; milestones: { id: string; title: string; weight: string; done?: boolean }[] }
  | { kind: "score-table"; steps: { id: string; title: string; score: string; done?: boolean }[] };

/** As it was asked for, figures in plain notation; no step of a draft is done. */
export function draftMeasure(asked: Asked): DraftMeasure {
  switch (asked.kind) {
    case "metric":
      return { kind: "metric", start: plainOrNull(asked.start), target: plainOrNull(asked.target) };
    case "threshold":
      return { ...asked, target: plain(asked.target), riskLimit: plainOrNull(asked.riskLimit) };
    case "range":
      return { ...asked, low: plain(asked.low), high: plain(asked.high) };
    case "milestones": {
      const milestones = asked.milestones.map((step) => ({ ...step, weight: plain(step.weight), done: false }));
      return { kind: "milestones", milestones };
    }
    case "score-table":
      return {
        kind: "score-table",
        steps: asked.steps.map((step) => ({ ...step, score: plain(step.score), done: false })),
      };
    default:
      return asked;
  }
}

function plainOrNull(value: string | null): string | null {
  return value === null ? null : plain(value);
}
