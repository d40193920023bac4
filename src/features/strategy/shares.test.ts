import { expect, test } from "vitest";
import { leftOver, sumOfShares } from "./shares.ts";

test.each([
  [["50", "30", "20"], "100"],
  [["33.3", "33.3", "33.4"], "100"],
  [["0.1", "0.2"], "0.3"],
  [["50.0000000000", null], "50"],
  [[null, null], null],
  [[], null],
])("%j add up to %s", (shares, sum) => {
  expect(sumOfShares(shares)).toBe(sum);
});

test("what is left of 100 may be less than nothing", () => {
  expect(leftOver("82.5")).toBe("17.5");
  expect(leftOver("110")).toBe("-10");
});
