import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Measure, Operator } from "./measures.ts";
import { clamped, progressInWords, progressOf, shareInRange, standingOf } from "./progress.ts";

const metric = (start: string, target: string) => ({ kind: "metric", start, target }) as const;

describe("progress of a key result", () => {
  it.each<[string, Measure, string | null, string | null]>([
    ["from 0 to 100 at 30", metric("0", "100"), "30", "0.3"],
    ["from 50 down to 30 at 40", metric("50", "30"), "40", "0.5"],
    ["worse than its start", metric("0", "10"), "-2", "-0.2"],
    ["beyond its target", metric("0", "10"), "11", "1.1"],
    ["a third of the way", metric("0", "3"), "1", "0.3333333333"],
    ["before the first check-in", metric("5", "10"), null, "0"],
    ["a threshold that holds", { kind: "threshold", operator: "above", target: "9", riskLimit: null }, "9.1", "1"],
    ["a threshold that does not", { kind: "threshold", operator: "above", target: "9", riskLimit: "8" }, "9", "0"],
    ["inside a range", { kind: "range", low: "4", high: "6" }, "6", "1"],
    ["outside a range", { kind: "range", low: "4", high: "6" }, "6.01", "0"],
    ["done", { kind: "done" }, "1", "1"],
    ["not done", { kind: "done" }, "0", "0"],
    ["a baseline, even when found", { kind: "baseline" }, "12", null],
    ["from contributions, none yet", { kind: "contributions" }, null, null],
  ])("%s", (_, measure, value, progress) => {
    expect(progressOf(measure, { value })).toBe(progress);
  });

  it("adds the weights of the milestones done", () => {
    const milestones = [
      { id: "1", title: "pilot", weight: "30", done: true },
      { id: "2", title: "launch", weight: "70", done: false },
    ];
    expect(progressOf({ kind: "milestones", milestones }, { value: null })).toBe("0.3");
    const unweighed = milestones.map((milestone) => ({ ...milestone, weight: "0" }));
    expect(progressOf({ kind: "milestones", milestones: unweighed }, { value: null })).toBeNull();
  });

  it("takes the furthest score that is done", () => {
    const steps = [
      { id: "1", title: "pilot", score: "0.3", done: true },
      { id: "2", title: "first customer", score: "0.7", done: true },
      { id: "3", title: "all customers", score: "1", done: false },
    ];
    expect(progressOf({ kind: "score-table", steps }, { value: null })).toBe("0.7");
  });

  it("hands on what contributes", () => {
    expect(progressOf({ kind: "contributions" }, { value: null, contributed: "0.43" })).toBe("0.43");
  });

  it("is 0 at the start, 1 at the target and the same when both signs turn", () => {
    const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(whole, whole, whole, (start, target, value) => {
        fc.pre(start !== target);
        const at = (s: number, t: number, c: number) => progressOf(metric(`${s}`, `${t}`), { value: `${c}` });
        expect(at(start, target, start)).toBe("0");
        expect(at(start, target, target)).toBe("1");
        expect(at(-start, -target, -value)).toBe(at(start, target, value));
        const counted = clamped(at(start, target, value) ?? "0");
        expect(counted.gte(0) && counted.lte(1)).toBe(true);
      }),
    );
  });
});

describe("a threshold", () => {
  it.each<[Operator, string, string, string]>([
    ["above", "90", "90", "in-risk-band"],
    ["at-or-above", "90", "90", "holds"],
    ["at-or-above", "90", "80", "in-risk-band"],
    ["at-or-above", "90", "79.9", "broken"],
    ["below", "5", "5", "in-risk-band"],
    ["at-or-below", "5", "5", "holds"],
    ["at-or-below", "5", "8", "in-risk-band"],
    ["at-or-below", "5", "8.1", "broken"],
  ])("%s %s at %s is %s", (operator, target, value, standing) => {
    const riskLimit = target === "90" ? "80" : "8";
    expect(standingOf({ kind: "threshold", operator, target, riskLimit }, value)).toBe(standing);
  });
});

describe("a range", () => {
  it("counts a missed check-in as out", () => {
    const range = { kind: "range", low: "4", high: "6" } as const;
    expect(shareInRange(range, ["5", null, "7", "4"])).toBe("0.5");
    expect(shareInRange(range, [])).toBeNull();
  });
});

describe("progress in words", () => {
  it.each([
    [null, "no-progress"],
    ["-0.2", "worse-than-start"],
    ["0", "at-start"],
    ["0.5", "under-way"],
    ["1.00", "at-target"],
    ["1.1", "beyond-target"],
  ])("%s is %s", (progress, words) => {
    expect(progressInWords(progress)).toBe(words);
  });
});
