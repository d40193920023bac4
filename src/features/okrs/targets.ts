import { Temporal } from "temporal-polyfill";
import { type Decimal, exact, isDecimal } from "./decimals.ts";
import { type Measure, type Metric, measureRefusals, type Refusal } from "./measures.ts";
import type { Period, PhasedTarget } from "./pace.ts";

/** The figures of a measure that a change of target may replace. */
export type Targets =
  | { kind: "metric"; target: Decimal }
  | { kind: "threshold"; target: Decimal; riskLimit: Decimal | null }
  | { kind: "range"; low: Decimal; high: Decimal };

/** A change as it is kept: the old one stays visible and the key result is graded against both. */
export interface TargetChange {
  before: Targets;
  after: Targets;
  reason: string;
}

export type TargetChanged = { ok: true; measure: Measure; change: TargetChange } | { ok: false; refusals: Refusal[] };

/** Changes a target (PRODUCT: "Scoring"): it needs a reason, must differ, and the measure must still be sound. */
export function changeTarget(measure: Measure, after: Targets, reason: string): TargetChanged {
  const before = targetsOf(measure);
  if (before === null || before.kind !== after.kind) return { ok: false, refusals: [noSuchTarget(measure, after)] };
  const changed = { ...measure, ...after } as Measure;
  const refusals = measureRefusals(changed);
  if (refusals.length === 0 && same(before, after)) {
    const expected = "a target that differs from the present one";
    refusals.push({ field: "measure.target", expected, todo: "Write the new value, or leave the target as it is." });
  }
  if (reason.trim() === "") {
    const todo = "Say what changed since the target was set; the old one stays visible beside it.";
    refusals.push({ field: "reason", expected: "a reason", todo });
  }
  if (refusals.length > 0) return { ok: false, refusals };
  return { ok: true, measure: changed, change: { before, after, reason: reason.trim() } };
}

/** The targets that a measure has; null for one that has none to change. */
export function targetsOf(measure: Measure): Targets | null {
  switch (measure.kind) {
    case "metric":
      return { kind: "metric", target: measure.target };
    case "threshold":
      return { kind: "threshold", target: measure.target, riskLimit: measure.riskLimit };
    case "range":
      return { kind: "range", low: measure.low, high: measure.high };
    default:
      return null;
  }
}

/**
 * Why phased targets cannot be kept: they belong to a metric, rise in time, lie after the first day and up to the last
 * one of the cycle, and one on the last day is the target itself (PRODUCT: "Expected progress" is 0 on the first day
 * and 1 on the last).
 */
export function phasedTargetRefusals(measure: Measure, phased: readonly PhasedTarget[], cycle: Period): Refusal[] {
  if (phased.length === 0) return [];
  if (measure.kind !== "metric") {
    const expected = "phased targets on a key result with a start and a target";
    return [
      { field: "phasedTargets", expected, todo: "Remove the phased targets, or measure it from start to target." },
    ];
  }
  return phased.flatMap((target, at) =>
    phaseRefusals(measure, target, at, phased[at - 1]?.on ?? cycle.startsOn, cycle),
  );
}

function phaseRefusals(metric: Metric, target: PhasedTarget, at: number, after: string, cycle: Period): Refusal[] {
  const field = `phasedTargets.${at}`;
  const wrong: Refusal[] = [];
  if (!isDate(target.on) || target.on <= after || target.on > cycle.endsOn) {
    const expected = `a date after ${after} and up to ${cycle.endsOn}`;
    wrong.push({ field: `${field}.on`, expected, todo: "Put the phased targets in order inside the cycle." });
  }
  if (!isDecimal(target.value)) {
    const todo = "Write digits, with one decimal point if you need it.";
    wrong.push({ field: `${field}.value`, expected: "a number, such as 1250 or 12.5", todo });
  } else if (target.on === cycle.endsOn && isDecimal(metric.target) && !exact(target.value).eq(metric.target)) {
    const expected = `the target itself, ${metric.target}, on the last day of the cycle`;
    wrong.push({
      field: `${field}.value`,
      expected,
      todo: "Move the phased target to an earlier day, or change the target.",
    });
  }
  return wrong;
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

function same(one: Targets, other: Targets): boolean {
  const figures = ({ kind: _, ...values }: Targets) => Object.entries(values as Record<string, Decimal | null>);
  const others = new Map(figures(other));
  return figures(one).every(([name, value]) => {
    const counterpart = others.get(name) ?? null;
    return value === null || counterpart === null ? value === counterpart : exact(value).eq(counterpart);
  });
}

function noSuchTarget(measure: Measure, after: Targets): Refusal {
  const before = targetsOf(measure);
  return before === null
    ? { field: "measure", expected: "a key result with a target", todo: "Edit its milestones or links instead." }
    : {
        field: "measure",
        expected: `the targets of a ${before.kind}, not of a ${after.kind}`,
        todo: "Reload and try again.",
      };
}
