import { describe, expect, it } from "vitest";
import type { Measure } from "./measures.ts";
import { changeTarget, phasedTargetRefusals, type Targets } from "./targets.ts";

const metric = { kind: "metric", start: "0", target: "100" } as const;
const range = { kind: "range", low: "4", high: "6" } as const;

describe("a change of target", () => {
  it("keeps the old one beside the new and says why", () => {
    expect(changeTarget(metric, { kind: "metric", target: "80" }, " The market closed ")).toEqual({
      ok: true,
      measure: { kind: "metric", start: "0", target: "80" },
      change: {
        before: { kind: "metric", target: "100" },
        after: { kind: "metric", target: "80" },
        reason: "The market closed",
      },
    });
  });

  it.each<[string, Measure, Targets, string, string[]]>([
    ["without a reason", metric, { kind: "metric", target: "80" }, " ", ["reason"]],
    ["to the same", metric, { kind: "metric", target: "100.0" }, "why not", ["measure.target"]],
    ["to the start", metric, { kind: "metric", target: "0" }, "why not", ["measure.target"]],
    ["to no number and without a reason", metric, { kind: "metric", target: "∞" }, "", ["measure.target", "reason"]],
    ["a range turned round", range, { kind: "range", low: "7", high: "6" }, "why not", ["measure.high"]],
    ["a range moved", range, { kind: "range", low: "4", high: "7" }, "new norm", []],
    ["one type for another", range, { kind: "metric", target: "7" }, "new norm", ["measure"]],
    ["done or not has none", { kind: "done" }, { kind: "metric", target: "7" }, "new norm", ["measure"]],
  ])("%s", (_, measure, after, reason, fields) => {
    const changed = changeTarget(measure, after, reason);
    expect(changed.ok ? [] : changed.refusals.map(({ field }) => field)).toEqual(fields);
  });
});

describe("phased targets", () => {
  const cycle = { startsOn: "2027-01-04", endsOn: "2027-03-28" };
  it.each<[string, Measure, [string, string][], string[]]>([
    ["none", { kind: "done" }, [], []],
    [
      "two in order",
      metric,
      [
        ["2027-02-01", "20"],
        ["2027-03-01", "60"],
      ],
      [],
    ],
    ["the target on the last day", metric, [["2027-03-28", "100.0"]], []],
    ["another value on the last day", metric, [["2027-03-28", "90"]], ["phasedTargets.0.value"]],
    ["on the first day", metric, [["2027-01-04", "0"]], ["phasedTargets.0.on"]],
    ["after the cycle", metric, [["2027-03-29", "20"]], ["phasedTargets.0.on"]],
    [
      "out of order",
      metric,
      [
        ["2027-03-01", "60"],
        ["2027-02-01", "20"],
      ],
      ["phasedTargets.1.on"],
    ],
    [
      "twice on one day",
      metric,
      [
        ["2027-03-01", "60"],
        ["2027-03-01", "20"],
      ],
      ["phasedTargets.1.on"],
    ],
    ["on a day that is none", metric, [["2027-02-30", "20"]], ["phasedTargets.0.on"]],
    ["of no number", metric, [["2027-02-01", "lots"]], ["phasedTargets.0.value"]],
    ["of a range", range, [["2027-02-01", "5"]], ["phasedTargets"]],
  ])("%s", (_, measure, phased, fields) => {
    const refusals = phasedTargetRefusals(
      measure,
      phased.map(([on, value]) => ({ on, value })),
      cycle,
    );
    expect(refusals.map(({ field }) => field)).toEqual(fields);
  });
});
