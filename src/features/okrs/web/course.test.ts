import { expect, test } from "vitest";
import { courseOf } from "./course.ts";

const cycle = { startsOn: "2027-01-04", endsOn: "2027-03-28" };
const keyResult = {
  measure: { kind: "metric" as const, start: "34", target: "55" },
  phasedTargets: [],
  targetChanges: [],
  forecast: null,
};
const values = (...checkIns: [recordedAt: string, value: string, id: string][]) =>
  courseOf(
    keyResult,
    cycle,
    checkIns.map(([recordedAt, value, id]) => ({ id, value, confidence: 5, recordedAt })),
    0,
  )?.reported.map(({ value }) => value);

test("check-ins stand in the order of their time, however they come", () => {
  expect(values(["2027-02-09T09:00:00Z", "46", "b"], ["2027-01-11T09:00:00Z", "35", "a"])).toEqual([35, 46]);
});

test("of two in one millisecond the later microsecond is the later one, whatever the digits written", () => {
  expect(values(["2027-02-09T09:00:00.000001Z", "46", "a"], ["2027-02-09T09:00:00Z", "35", "b"])).toEqual([35, 46]);
  expect(values(["2027-02-09T09:00:00.12Z", "35", "b"], ["2027-02-09T09:00:00.120003Z", "46", "a"])).toEqual([35, 46]);
});

test("of two in one instant the id decides, as in the list", () => {
  const at = "2027-02-09T09:00:00Z";
  expect(values([at, "46", "b"], [at, "35", "a"])).toEqual([35, 46]);
  expect(values([at, "35", "a"], [at, "46", "b"])).toEqual([35, 46]);
});
