import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Commitment, goalOf, goalReached } from "./goal.ts";
import type { Measure } from "./measures.ts";

const up = { kind: "metric", start: "20", target: "120" } as const;
const down = { kind: "metric", start: "120", target: "20" } as const;

describe("the goal of a key result", () => {
  it("is its target", () => expect(goalOf(up, "committed")).toBe("120"));
  it("is seven tenths of the way when aspirational", () => expect(goalOf(up, "aspirational")).toBe("90"));
  it("keeps every digit", () => {
    expect(goalOf({ kind: "metric", start: "0", target: "0.0000000001" }, "aspirational")).toBe("0.00000000007");
  });
  it("works downward too", () => expect(goalOf(down, "aspirational")).toBe("50"));

  it.each<[string, Measure, string | null, Commitment, boolean]>([
    ["at the target", up, "120", "committed", true],
    ["just before it", up, "119.9999999999", "committed", false],
    ["at the aspirational goal", up, "90", "aspirational", true],
    ["the same for a committed one", up, "90", "committed", false],
    ["downward at the goal", down, "50", "aspirational", true],
    ["downward before it", down, "50.1", "aspirational", false],
    ["before any check-in", up, null, "committed", false],
    [
      "a threshold that holds",
      { kind: "threshold", operator: "above", target: "9", riskLimit: null },
      "10",
      "learning",
      true,
    ],
    ["a range left", { kind: "range", low: "1", high: "2" }, "3", "committed", false],
    ["a baseline found", { kind: "baseline" }, "17", "committed", true],
    ["done", { kind: "done" }, "1", "aspirational", true],
  ])("%s", (_, measure, value, commitment, reached) => {
    expect(goalReached(measure, { value }, commitment)).toBe(reached);
  });

  it("is reached exactly at its own value, whichever the direction", () => {
    const figure = fc.integer({ min: -10_000, max: 10_000 });
    fc.assert(
      fc.property(
        figure,
        figure,
        fc.constantFrom<Commitment>("committed", "aspirational", "learning"),
        (start, target, commitment) => {
          fc.pre(start !== target);
          const metric = { kind: "metric", start: `${start}`, target: `${target}` } as const;
          expect(goalReached(metric, { value: goalOf(metric, commitment) }, commitment)).toBe(true);
          expect(goalReached(metric, { value: metric.start }, commitment)).toBe(false);
        },
      ),
    );
  });
});
