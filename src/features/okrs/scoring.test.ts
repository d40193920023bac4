import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Commitment } from "./goal.ts";
import type { Measure } from "./measures.ts";
import {
  bandOf,
  gradeRefusals,
  type Outcome,
  objectiveScore,
  oneDecimal,
  outcomeRefusals,
  suggestedScore,
} from "./scoring.ts";

const metric = (start: string, target: string): Measure => ({ kind: "metric", start, target });

describe("the suggested score", () => {
  it.each<[string, Measure, string | null, Commitment, string | null, string | null, boolean | null]>([
    ["all of it", metric("0", "100"), "100", "committed", "1", "high", true],
    ["nearly is not as committed", metric("0", "100"), "96", "committed", "1", "high", false],
    ["0.7 is what an aspiration expects", metric("0", "100"), "70", "aspirational", "0.7", "high", true],
    ["0.65 reads 0.7 and is not yet as expected", metric("0", "100"), "65", "aspirational", "0.7", "high", false],
    ["0.35 reads 0.4", metric("0", "100"), "35", "committed", "0.4", "middle", false],
    ["downward", metric("40", "20"), "34", "committed", "0.3", "low", false],
    ["worse than its start is 0", metric("40", "20"), "50", "committed", "0", "low", false],
    ["beyond its target is 1", metric("0", "10"), "30", "committed", "1", "high", true],
    [
      "a limit that holds",
      { kind: "threshold", operator: "above", target: "9", riskLimit: null },
      "10",
      "aspirational",
      "1",
      "high",
      true,
    ],
    ["a baseline has none", { kind: "baseline" }, "4", "committed", null, null, null],
  ])("%s", (_, measure, value, commitment, score, band, asExpected) => {
    const { now } = suggestedScore(measure, { value }, commitment, []);
    expect([now?.score ?? null, now?.band ?? null, now?.asExpected ?? null]).toEqual([score, band, asExpected]);
  });

  it("is graded against every target it had", () => {
    const change = (before: string, after: string) => ({
      before: { kind: "metric" as const, target: before },
      after: { kind: "metric" as const, target: after },
      reason: "the market fell",
    });
    const { now, before } = suggestedScore(metric("0", "50"), { value: "50" }, "committed", [
      change("100", "80"),
      change("80", "50"),
    ]);
    expect(now?.score).toBe("1");
    expect(before.map(({ targets, exactly }) => [targets, exactly])).toEqual([
      [{ kind: "metric", target: "100" }, "0.5"],
      [{ kind: "metric", target: "80" }, "0.625"],
    ]);
    expect(
      suggestedScore(metric("0", "100"), { value: "50" }, "committed", [change("100", "80"), change("80", "100")])
        .before,
    ).toHaveLength(1);
  });

  it("lies in 0–1 and its band is that of what it reads", () => {
    const figure = fc.integer({ min: -1000, max: 1000 }).map(String);
    fc.assert(
      fc.property(figure, figure, figure, (start, target, value) => {
        fc.pre(start !== target);
        const { now } = suggestedScore(metric(start, target), { value }, "committed", []);
        const score = Number(now?.score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(gradeRefusals({ score: now?.score ?? "", note: "" }, now?.exactly ?? null)).toEqual([]);
        expect(now?.band).toBe(score >= 0.7 ? "high" : score >= 0.4 ? "middle" : "low");
      }),
    );
  });

  it.each([
    ["0.3", "low"],
    ["0.34", "low"],
    ["0.35", "middle"],
    ["0.64", "middle"],
    ["0.65", "high"],
    ["1", "high"],
  ])("%s is %s", (score, band) => {
    expect(bandOf(score)).toBe(band);
    expect(Number(oneDecimal(score))).toBeCloseTo(Math.round(Number(score) * 10 + 1e-9) / 10);
  });
});

it.each<[string, { score: string; note: string }, string | null, string[]]>([
  ["as suggested", { score: "0.6", note: "" }, "0.62", []],
  ["another with a note", { score: "0.8", note: "The metric broke in May." }, "0.62", []],
  ["another without", { score: "0.8", note: " " }, "0.62", ["note"]],
  ["nothing was suggested", { score: "0.8", note: "" }, null, ["note"]],
  ["above 1", { score: "1.1", note: "x" }, "1", ["score"]],
  ["below 0", { score: "-0.1", note: "x" }, "0", ["score"]],
  ["two decimals", { score: "0.65", note: "x" }, "0.65", ["score"]],
  ["no number", { score: "good", note: "x" }, "0.5", ["score"]],
  ["other digits", { score: "٠.٧", note: "x" }, "0.7", ["score"]],
])("an own grade %s", (_, grade, suggested, fields) => {
  expect(gradeRefusals(grade, suggested).map(({ field }) => field)).toEqual(fields);
});

it.each<[Commitment, Outcome | null, boolean]>([
  ["learning", "validated", true],
  ["learning", "not-yet-observable", true],
  ["learning", null, false],
  ["committed", null, true],
  ["committed", "not-yet-observable", true],
  ["aspirational", "invalidated", false],
])("a %s objective may end %s: %s", (commitment, outcome, isLegal) => {
  expect(outcomeRefusals(commitment, outcome).length === 0).toBe(isLegal);
});

describe("an objective's score", () => {
  const keyResult = (score: string | null, weight = "1", state: "closed" | "dropped" = "closed") => ({
    id: `${score}`,
    score,
    weight,
    state,
  });
  it.each<[string, ReturnType<typeof keyResult>[], string | null]>([
    ["is the mean by weight", [keyResult("0.6", "40"), keyResult("0.2", "60")], "0.36"],
    ["leaves out what is not yet observable", [keyResult("0.6"), keyResult(null)], "0.6"],
    ["leaves out what was dropped", [keyResult("0.6"), keyResult("0", "1", "dropped")], "0.6"],
    ["is none where nothing is left", [keyResult(null)], null],
  ])("%s", (_, keyResults, score) => {
    expect(objectiveScore("committed", keyResults)).toBe(score);
  });

  it("is none for a learning objective", () => {
    expect(objectiveScore("learning", [keyResult("1")])).toBeNull();
  });
});
