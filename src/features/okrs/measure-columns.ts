import { type Decimal, decimal, exact } from "./decimals.ts";
import type { Measure, Milestone, Operator, ScoreStep } from "./measures.ts";

/** A measure as a row keeps it: one type and a column per figure. */
export interface MeasureColumns {
  type: string;
  startValue: Decimal | null;
  targetValue: Decimal | null;
  operator: string | null;
  riskLimit: Decimal | null;
  lowValue: Decimal | null;
  highValue: Decimal | null;
  /** The milestones or the steps of a score table. */
  milestones: unknown;
}

const none = {
  startValue: null,
  targetValue: null,
  operator: null,
  riskLimit: null,
  lowValue: null,
  highValue: null,
  milestones: [],
};

/** The measure of a row; its figures in plain notation. */
export function measureOf(row: MeasureColumns): Measure {
  switch (row.type) {
    case "metric":
      return { kind: "metric", start: plain(row.startValue ?? "0"), target: plain(row.targetValue ?? "1") };
    case "threshold": {
      const riskLimit = row.riskLimit === null ? null : plain(row.riskLimit);
      return {
        kind: "threshold",
        operator: row.operator as Operator,
        target: plain(row.targetValue ?? "0"),
        riskLimit,
      };
    }
    case "range":
      return { kind: "range", low: plain(row.lowValue ?? "0"), high: plain(row.highValue ?? "0") };
    case "milestones":
      return { kind: "milestones", milestones: row.milestones as Milestone[] };
    case "score-table":
      return { kind: "score-table", steps: row.milestones as ScoreStep[] };
    default:
      return { kind: row.type as "done" | "baseline" | "contributions" };
  }
}

/** The columns of a measure. */
export function columnsOf(measure: Measure): MeasureColumns {
  switch (measure.kind) {
    case "metric":
      return { ...none, type: "metric", startValue: measure.start, targetValue: measure.target };
    case "threshold": {
      const { operator, target, riskLimit } = measure;
      return { ...none, type: "threshold", operator, targetValue: target, riskLimit };
    }
    case "range":
      return { ...none, type: "range", lowValue: measure.low, highValue: measure.high };
    case "milestones":
      return { ...none, type: "milestones", milestones: measure.milestones };
    case "score-table":
      return { ...none, type: "score-table", milestones: measure.steps };
    default:
      return { ...none, type: measure.kind };
  }
}

/** Plain notation: PostgreSQL pads a numeric with zeros up to its scale ("12.5000000000" is "12.5"). */
export function plain(value: Decimal): Decimal {
  return decimal(exact(value));
}
