import { describe, expect, it } from "vitest";
import { columnsOf, measureOf, plain } from "./measure-columns.ts";
import type { Measure } from "./measures.ts";

const measures: Measure[] = [
  { kind: "metric", start: "-3", target: "12.5" },
  { kind: "threshold", operator: "at-or-above", target: "99.9", riskLimit: "99" },
  { kind: "threshold", operator: "below", target: "2", riskLimit: null },
  { kind: "range", low: "1", high: "3" },
  { kind: "milestones", milestones: [{ id: "a", title: "Pilot", weight: "2", done: true }] },
  { kind: "score-table", steps: [{ id: "a", title: "Pilot", score: "0.3", done: false }] },
  { kind: "done" },
  { kind: "baseline" },
  { kind: "contributions" },
];

describe("a measure in columns", () => {
  it.each(measures.map((measure) => [measure.kind, measure] as const))(
    "%s comes back as it went in",
    (_kind, measure) => {
      expect(measureOf(columnsOf(measure))).toEqual(measure);
    },
  );

  it("comes back in plain notation from the scale of its column", () => {
    const columns = {
      ...columnsOf({ kind: "metric", start: "0", target: "12.5" }),
      startValue: "0.0000000000",
      targetValue: "12.5000000000",
    };
    expect(measureOf(columns)).toEqual({ kind: "metric", start: "0", target: "12.5" });
    expect(plain("-0.0000000000")).toBe("0");
  });
});
