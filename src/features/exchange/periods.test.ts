import { expect, test } from "vitest";
import { cycleKey, findCycle } from "./periods.ts";

test.each([
  ["2018 Q3", "Q3 2018", "quarter"],
  ["OKRs for Q1 2027:", "Q1 2027", "quarter"],
  ["1Q2018", "Q1 2018", "quarter"],
  ["2027-Q2", "Q2 2027", "quarter"],
  ["T3 2026", "Q3 2026", "quarter"],
  ["H2 2025", "H2 2025", "half"],
  ["FY2024 plan", "2024", "year"],
  ["2024 Calendar Year", "2024", "year"],
])("%s is %s", (text, name, kind) => {
  expect(findCycle(text)).toMatchObject({ name, kind });
});

test.each([["Reach 12020 readers"], ["v2018.4"], ["Payments"]])("%s names no cycle", (text) => {
  expect(findCycle(text)).toBeNull();
});

test("names that mean the same cycle share a key", () => {
  expect(cycleKey("2018 Q3")).toBe(cycleKey("Q3  2018"));
  expect(cycleKey("Summer term")).toBe("summer term");
});
