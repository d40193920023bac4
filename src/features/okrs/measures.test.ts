import { describe, expect, it } from "vitest";
import { decimalsRefusals, directionOf, type Measure, measureRefusals, weightRefusals } from "./measures.ts";

const step = (title: string, more: object) => ({ id: title, title, done: false, ...more });

describe("a measure", () => {
  it.each<[string, unknown, string[]]>([
    ["from 30 to 70", { kind: "metric", start: "30", target: "70" }, []],
    ["from 70 down to 30", { kind: "metric", start: "70", target: "30" }, []],
    ["from 30 to 30", { kind: "metric", start: "30", target: "30.00" }, ["measure.target"]],
    ["from nothing to NaN", { kind: "metric", start: "", target: "NaN" }, ["measure.start", "measure.target"]],
    [
      "at or above 99.9, risk from 99",
      { kind: "threshold", operator: "at-or-above", target: "99.9", riskLimit: "99" },
      [],
    ],
    [
      "above 90, risk from 95",
      { kind: "threshold", operator: "above", target: "90", riskLimit: "95" },
      ["measure.riskLimit"],
    ],
    ["below 5, risk up to 8", { kind: "threshold", operator: "below", target: "5", riskLimit: "8" }, []],
    [
      "below 5, risk up to 5",
      { kind: "threshold", operator: "below", target: "5", riskLimit: "5" },
      ["measure.riskLimit"],
    ],
    ["near 5", { kind: "threshold", operator: "near", target: "5", riskLimit: null }, ["measure.operator"]],
    ["between 4 and 6", { kind: "range", low: "4", high: "6" }, []],
    ["between 6 and 4", { kind: "range", low: "6", high: "4" }, ["measure.high"]],
    ["no milestones", { kind: "milestones", milestones: [] }, ["measure.milestones"]],
    ["a milestone of 40", { kind: "milestones", milestones: [step("pilot", { weight: "40" })] }, []],
    [
      "a milestone of −1",
      { kind: "milestones", milestones: [step("pilot", { weight: "-1" })] },
      ["measure.milestones.0.weight"],
    ],
    ["milestones of 0", { kind: "milestones", milestones: [step("pilot", { weight: "0" })] }, ["measure.milestones"]],
    [
      "a milestone without a title",
      { kind: "milestones", milestones: [step(" ", { weight: "1" })] },
      ["measure.milestones.0.title"],
    ],
    [
      "scores 0.3, 1",
      { kind: "score-table", steps: [step("pilot", { score: "0.3" }), step("all", { score: "1" })] },
      [],
    ],
    [
      "scores 0.3, 0.2",
      { kind: "score-table", steps: [step("a", { score: "0.3" }), step("b", { score: "0.2" })] },
      ["measure.steps.1.score"],
    ],
    ["a score of 1.1", { kind: "score-table", steps: [step("a", { score: "1.1" })] }, ["measure.steps.0.score"]],
    ["done or not", { kind: "done" }, []],
    ["a baseline to find", { kind: "baseline" }, []],
    ["from contributions", { kind: "contributions" }, []],
  ])("%s", (_, measure, fields) => {
    expect(measureRefusals(measure as Measure).map(({ field }) => field)).toEqual(fields);
  });

  it("knows its direction from start and target", () => {
    expect(directionOf({ kind: "metric", start: "9", target: "10" })).toBe("increase");
    expect(directionOf({ kind: "metric", start: "10", target: "9" })).toBe("decrease");
  });

  it.each([
    [0, 0],
    [6, 0],
    [7, 1],
    [-1, 1],
    [1.5, 1],
    [Number.NaN, 1],
  ])("%d decimals are refused %i times", (decimals, count) => {
    expect(decimalsRefusals(decimals)).toHaveLength(count);
  });

  it.each([
    ["0", 0],
    ["40", 0],
    ["0.5", 0],
    ["-1", 1],
    ["many", 1],
    ["99999.99", 0],
    ["100000", 1],
    ["0.125", 1],
    ["1.5000", 0],
  ])("a weight of %s is refused %i times", (weight, count) => {
    expect(weightRefusals(weight)).toHaveLength(count);
  });
});
