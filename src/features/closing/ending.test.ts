import { expect, it } from "vitest";
import { type EndedKeyResult, keyResultEnding, objectiveExactly } from "./ending.ts";

const blank = Object.fromEntries(
  ["startValue", "targetValue", "operator", "riskLimit", "low", "high", "milestones", "steps"].map((key) => [
    key,
    null,
  ]),
);
const row = {
  ...blank,
  ...{ id: "one", type: "metric", state: "open", weight: "1", startValue: "0", targetValue: "1000" },
  ...{ currentValue: "909", lastCheckInAt: "2027-03-26T09:00:00Z", progress: "0.909", targetChanges: null },
  grade: { score: "0.9", endValue: "909", suggested: "0.9" },
} as unknown as EndedKeyResult;
const unreported = { ...row, currentValue: null, lastCheckInAt: null, progress: "0", grade: null };
const ends = (each: EndedKeyResult) => keyResultEnding(each, "committed", []);
const meanOf = (...rows: EndedKeyResult[]) =>
  objectiveExactly(
    "committed",
    null,
    rows.map((each) => ({ row: each, ending: ends(each) })),
  );

it("an objective is suggested the mean of what its key results came to, not of what that rounds to", () => {
  const all = { ...row, id: "two", currentValue: "1000", grade: { score: "1", endValue: "1000", suggested: "1" } };
  expect(meanOf(row, all)).toBe("0.9545");
});

it("a grade that overrules what was suggested counts as given", () => {
  const overruled = { ...row, grade: { score: "0.5", endValue: "909", suggested: "0.9" } };
  expect(ends(overruled).exactly).toBe("0.5");
  expect(meanOf(overruled)).toBe("0.5");
});

it("nothing is suggested for a key result that nobody reported on", () => {
  expect(ends(unreported)).toMatchObject({ isUnreported: true, suggested: { now: null, before: [] } });
  expect(ends(row)).toMatchObject({ isUnreported: false, suggested: { now: { score: "0.9" } } });
  expect(ends({ ...row, currentValue: "0" })).toMatchObject({
    isUnreported: false,
    suggested: { now: { score: "0" } },
  });
});

it("asks to look again once it moved, and not because nothing is suggested", () => {
  const graded = { ...unreported, grade: { score: "0", endValue: null, suggested: "0" } };
  expect(ends(graded).isStale).toBe(false);
  expect(ends({ ...graded, currentValue: "500", lastCheckInAt: "2027-03-27T09:00:00Z" }).isStale).toBe(true);
});
