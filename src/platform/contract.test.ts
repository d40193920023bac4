import { expect, it } from "vitest";
import { PlainDate } from "./contract.ts";

it.each([
  ["1900-01-01", undefined],
  ["2199-12-31", undefined],
  ["2028-02-29", undefined],
  ["2026-02-30", "a day that exists, written YYYY-MM-DD"],
  ["0001-01-01", "a day of the years 1900 to 2199, written YYYY-MM-DD"],
  ["9999-12-31", "a day of the years 1900 to 2199, written YYYY-MM-DD"],
])("%s is a day to reckon from: %s", (day, expected) => {
  expect(PlainDate.safeParse(day).error?.issues[0]?.message).toBe(expected);
});
