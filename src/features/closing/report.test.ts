import { expect, it } from "vitest";
import { isAsExpected, totalsOf } from "./report.ts";

const end = { commitment: "committed", score: null, outcome: null, isClosed: true } as const;

it("a committed objective is expected to reach all of it, an aspirational one 0.7", () => {
  expect(isAsExpected({ commitment: "committed", score: "0.9" })).toBe(false);
  expect(isAsExpected({ commitment: "aspirational", score: "0.7" })).toBe(true);
  expect(isAsExpected({ commitment: "committed", score: null })).toBeNull();
});

it("counts each objective once", () => {
  const ends = [
    { ...end, score: "1" },
    { ...end, score: "0.3" },
    { ...end, score: "0.7", commitment: "aspirational" as const },
    { ...end, commitment: "learning" as const, outcome: "validated" as const },
    { ...end, outcome: "not-yet-observable" as const },
    { ...end, isClosed: false },
    end,
  ];
  expect(totalsOf(ends)).toEqual({
    ...{ objectives: 7, high: 2, middle: 0, low: 1, asExpected: 2 },
    ...{ validated: 1, invalidated: 0, notYetObservable: 1, ungraded: 2 },
  });
});
