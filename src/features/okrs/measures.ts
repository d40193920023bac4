import { type Decimal, exact, isDecimal } from "./decimals.ts";

/** The types of key result (PRODUCT: "Progress of a key result"). What they are measured by, not where they stand. */
export type Measure = Metric | Threshold | Range | Milestones | ScoreTable | Done | Baseline | Contributions;

/** From a start to a target; increase or decrease follows from the two. */
export interface Metric {
  kind: "metric";
  start: Decimal;
  target: Decimal;
}

/** Holds or does not: availability at or above 99.9. The risk limit opens a band in which it is At risk, not Off track. */
export interface Threshold {
  kind: "threshold";
  operator: Operator;
  target: Decimal;
  riskLimit: Decimal | null;
}

/** Stays between two limits, both included. */
export interface Range {
  kind: "range";
  low: Decimal;
  high: Decimal;
}

/** Weighted steps, done in any order. */
export interface Milestones {
  kind: "milestones";
  milestones: Milestone[];
}

/** Steps in order, each worth the whole score once it is reached: pilot 0.3, first customer 0.7, all customers 1. */
export interface ScoreTable {
  kind: "score-table";
  steps: ScoreStep[];
}

/** Done or not done; the current value is 1 or 0. Allowed, coached against. */
export interface Done {
  kind: "done";
}

/** "Find a baseline": no progress, left out of every average. */
export interface Baseline {
  kind: "baseline";
}

/** Progress comes from the objectives that contribute to it. */
export interface Contributions {
  kind: "contributions";
}

export const OPERATORS = ["above", "at-or-above", "below", "at-or-below"] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Milestone {
  id: string;
  title: string;
  weight: Decimal;
  done: boolean;
}

export interface ScoreStep {
  id: string;
  title: string;
  /** 0–1 */
  score: Decimal;
  done: boolean;
}

/** A refusal as a person can act on it; `field` is a path such as "measure.target". */
export interface Refusal {
  field: string;
  expected: string;
  todo: string;
}

/** Which way a metric must move. */
export function directionOf({ start, target }: Metric): "increase" | "decrease" {
  return exact(target).gt(start) ? "increase" : "decrease";
}

/** Whether its value is a number that a check-in reports; the others move by steps, by children or not at all. */
export function isReportedAsNumber(measure: Measure): boolean {
  return ["metric", "threshold", "range", "baseline"].includes(measure.kind);
}

/** Why a measure cannot be kept; empty when it can. */
export function measureRefusals(measure: Measure): Refusal[] {
  switch (measure.kind) {
    case "metric":
      return metricRefusals(measure);
    case "threshold":
      return thresholdRefusals(measure);
    case "range":
      return rangeRefusals(measure);
    case "milestones":
      return milestoneRefusals(measure);
    case "score-table":
      return scoreRefusals(measure);
    default:
      return [];
  }
}

/** Why a number of decimals cannot be shown: whole, 0–6. */
export function decimalsRefusals(decimals: number): Refusal[] {
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= 6) return [];
  return [{ field: "decimals", expected: "a whole number from 0 to 6", todo: "Choose how many decimals to show." }];
}

/** Why a weight cannot be kept, numeric(7,2): 0 to 99999.99; 0 is aligned and not counted. */
export function weightRefusals(weight: Decimal, field = "weight"): Refusal[] {
  const kept =
    isDecimal(weight) && exact(weight).gte(0) && exact(weight).lt(100_000) && exact(weight).round(2).eq(weight);
  if (kept) return [];
  const todo = "Write how much it counts beside the others; 0 means that it is not counted.";
  return [{ field, expected: "a weight from 0 to 99999.99, with at most two decimals", todo }];
}

function metricRefusals({ start, target }: Metric): Refusal[] {
  const wrong = [...figureRefusals("measure.start", start), ...figureRefusals("measure.target", target)];
  if (wrong.length > 0 || !exact(start).eq(target)) return wrong;
  return [
    {
      field: "measure.target",
      expected: "a target that differs from the start",
      todo: "Write the value to reach; to keep a value where it is, choose a threshold or a range.",
    },
  ];
}

function thresholdRefusals({ operator, target, riskLimit }: Threshold): Refusal[] {
  const wrong = figureRefusals("measure.target", target);
  if (!OPERATORS.includes(operator)) {
    const expected = "above, at or above, below or at or below";
    wrong.push({ field: "measure.operator", expected, todo: "Choose the side of the target it must stay on." });
  }
  if (riskLimit !== null) wrong.push(...figureRefusals("measure.riskLimit", riskLimit));
  if (wrong.length > 0 || riskLimit === null) return wrong;
  const upward = operator === "above" || operator === "at-or-above";
  if (upward ? exact(riskLimit).lt(target) : exact(riskLimit).gt(target)) return [];
  const expected = `a risk limit ${upward ? "below" : "above"} the target`;
  return [{ field: "measure.riskLimit", expected, todo: "Write how far it may slip before it is off track." }];
}

function rangeRefusals({ low, high }: Range): Refusal[] {
  const wrong = [...figureRefusals("measure.low", low), ...figureRefusals("measure.high", high)];
  if (wrong.length > 0 || exact(low).lt(high)) return wrong;
  const expected = "an upper limit above the lower one";
  return [{ field: "measure.high", expected, todo: "Write the smaller limit first and the larger one second." }];
}

function milestoneRefusals({ milestones }: Milestones): Refusal[] {
  if (milestones.length === 0) return [noSteps("measure.milestones")];
  const wrong = milestones.flatMap(({ title, weight }, at) => [
    ...titleRefusals(`measure.milestones.${at}.title`, title),
    ...weightRefusals(weight, `measure.milestones.${at}.weight`),
  ]);
  if (wrong.length > 0 || milestones.some(({ weight }) => exact(weight).gt(0))) return wrong;
  const expected = "at least one milestone with a weight above 0";
  return [{ field: "measure.milestones", expected, todo: "Give a weight to the milestones that count." }];
}

function scoreRefusals({ steps }: ScoreTable): Refusal[] {
  if (steps.length === 0) return [noSteps("measure.steps")];
  return steps.flatMap(({ title, score }, at) => {
    const before = steps[at - 1]?.score ?? "0";
    const sound = isDecimal(score) && isDecimal(before) && exact(score).gt(before) && exact(score).lte(1);
    const expected = "scores that rise from step to step, above 0 and up to 1";
    const todo = "Write the whole score that is reached with this step.";
    const wrong = sound ? [] : [{ field: `measure.steps.${at}.score`, expected, todo }];
    return [...titleRefusals(`measure.steps.${at}.title`, title), ...wrong];
  });
}

function figureRefusals(field: string, value: Decimal): Refusal[] {
  if (isDecimal(value)) return [];
  return [
    { field, expected: "a number, such as 1250 or 12.5", todo: "Write digits, with one decimal point if you need it." },
  ];
}

function titleRefusals(field: string, title: string): Refusal[] {
  if (title.trim() !== "") return [];
  return [{ field, expected: "a title", todo: "Say in a few words what will be true when it is done." }];
}

function noSteps(field: string): Refusal {
  return { field, expected: "at least one step", todo: "Add the first thing that will be true on the way." };
}
