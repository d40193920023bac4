import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Measure } from "../okrs/public.ts";
import { type Report, standsAfter } from "./report.ts";

const step = (id: string, done = false) => ({ id, title: id, weight: "1", done });
const measures = {
  metric: { kind: "metric", start: "10", target: "60" },
  threshold: { kind: "threshold", operator: "at-or-above", target: "99.9", riskLimit: null },
  range: { kind: "range", low: "3", high: "5" },
  milestones: { kind: "milestones", milestones: [step("a", true), step("b"), step("c"), step("d")] },
  scores: {
    kind: "score-table",
    steps: [
      { ...step("a"), score: "0.3" },
      { ...step("b"), score: "1" },
    ],
  },
  done: { kind: "done" },
  baseline: { kind: "baseline" },
  contributions: { kind: "contributions" },
} satisfies Record<string, Measure>;
const at = (measure: Measure, current: string | null = null, progress: string | null = null) => ({
  measure,
  current,
  progress,
});

describe("where a key result stands after a report", () => {
  it.each([
    ["a metric at its value", at(measures.metric, "10"), { value: "35" }, "35", "0.5"],
    ["a metric worse than its start, raw", at(measures.metric), { value: "0" }, "0", "-0.2"],
    ["a metric beyond its target, raw", at(measures.metric), { value: "65" }, "65", "1.1"],
    ["a threshold that holds", at(measures.threshold), { value: "99.95" }, "99.95", "1"],
    ["a range that is left", at(measures.range), { value: "5.01" }, "5.01", "0"],
    ["the milestones that are done", at(measures.milestones), { milestonesDone: ["b", "c", "d"] }, null, "0.75"],
    ["no milestone any more", at(measures.milestones), { milestonesDone: [] }, null, "0"],
    ["the furthest step of a score table", at(measures.scores), { milestonesDone: ["a"] }, null, "0.3"],
    ["done", at(measures.done), { done: true }, "1", "1"],
    ["not done after all", at(measures.done, "1"), { done: false }, "0", "0"],
    ["the baseline that was found", at(measures.baseline), { value: "1250" }, "1250", null],
    ["a baseline still looked for", at(measures.baseline, "1200"), {}, "1200", null],
    ["contributions, which move by themselves", at(measures.contributions, null, "0.4"), {}, null, "0.4"],
  ])("%s", (_case, before, report: Report, current, progress) => {
    const stands = standsAfter(before, report);
    expect(stands.ok && { current: stands.after.current, progress: stands.after.progress }).toEqual({
      current,
      progress,
    });
  });

  it.each([
    ["no number for a metric", measures.metric, {}, ["value"]],
    ["steps for a metric", measures.metric, { milestonesDone: [] }, ["milestonesDone", "value"]],
    ["a number for milestones", measures.milestones, { value: "3", milestonesDone: [] }, ["value"]],
    ["a milestone of another key result", measures.milestones, { milestonesDone: ["a", "x"] }, ["milestonesDone.1"]],
    ["a number for done or not", measures.done, { value: "1" }, ["value", "done"]],
    ["a number for contributions", measures.contributions, { value: "1" }, ["value"]],
  ])("refuses %s", (_case, measure, report: Report, fields) => {
    const stands = standsAfter(at(measure), report);
    expect(!stands.ok && stands.refusals.map(({ field }) => field)).toEqual(fields);
  });

  it("takes the same report twice as once", () => {
    const reports = fc.oneof(
      fc.record({ value: fc.integer().map(String) }),
      fc.record({ milestonesDone: fc.subarray(["a", "b", "c", "d"]) }),
      fc.record({ done: fc.boolean() }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(measures)), reports, (measure, report) => {
        const once = standsAfter(at(measure), report);
        if (once.ok) expect(standsAfter(once.after, report)).toEqual(once);
      }),
    );
  });
});
