import { expect, it } from "vitest";
import { isAsExpected, totalsOf } from "./report.ts";

const end = { score: null, asExpected: null, outcome: null, isClosed: true } as const;

it("a committed objective is expected to reach all of it, an aspirational one 0.7", () => {
  expect(isAsExpected({ commitment: "committed", score: "0.9", exactly: "0.9" })).toBe(false);
  expect(isAsExpected({ commitment: "aspirational", score: "0.7", exactly: "0.7" })).toBe(true);
  expect(isAsExpected({ commitment: "committed", score: null, exactly: null })).toBeNull();
});

it("counts a score that is the suggested one unrounded, and one that somebody gave as given", () => {
  expect(isAsExpected({ commitment: "committed", score: "1", exactly: "0.9545" })).toBe(false);
  expect(isAsExpected({ commitment: "aspirational", score: "0.7", exactly: "0.65" })).toBe(false);
  expect(isAsExpected({ commitment: "committed", score: "1", exactly: "1" })).toBe(true);
  expect(isAsExpected({ commitment: "committed", score: "1", exactly: "0.8" })).toBe(true);
  expect(isAsExpected({ commitment: "committed", score: "1", exactly: null })).toBe(true);
});

it("counts each objective once", () => {
  const ends = [
    { ...end, score: "1", asExpected: true },
    { ...end, score: "0.3", asExpected: false },
    { ...end, score: "0.7", asExpected: true },
    { ...end, outcome: "validated" as const },
    { ...end, outcome: "not-yet-observable" as const },
    { ...end, isClosed: false },
    end,
  ];
  expect(totalsOf(ends)).toEqual({
    ...{ objectives: 7, high: 2, middle: 0, low: 1, asExpected: 2 },
    ...{ validated: 1, invalidated: 0, notYetObservable: 1, ungraded: 2 },
  });
});
