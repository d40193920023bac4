import { expect, test } from "vitest";
import { freeDay, moved, toggled } from "./moved-day.ts";

test("a day is ticked and taken back, in the order of the week", () => {
  expect(toggled(["3"], "2")).toEqual(["2", "3"]);
  expect(toggled(["2", "3"], "2")).toEqual(["3"]);
});

test("a day goes to another that is free, and nowhere else", () => {
  expect(moved(["2", "3"], "2", "5")).toEqual(["3", "5"]);
  expect(moved(["2", "3"], "2", "3")).toEqual(["2", "3"]);
  expect(moved(["2"], "4", "5")).toEqual(["2"]);
});

test("by keys it leaps over days that are taken or on which nobody can come", () => {
  const possible = ["1", "2", "3", "5"];
  expect(freeDay(possible, ["2", "3"], "2", 1)).toBe("5");
  expect(freeDay(possible, ["2", "3"], "3", -1)).toBe("1");
  expect(freeDay(possible, ["5"], "5", 1)).toBeUndefined();
});
