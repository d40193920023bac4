import { expect, test } from "vitest";
import { wholeNumber } from "./whole-number.ts";

test.each([
  ["12", 12],
  [" 0 ", 0],
  ["-4", -4],
  ["−4", -4],
  ["1e1", Number.NaN],
  ["3.7", Number.NaN],
  ["0x10", Number.NaN],
  ["many", Number.NaN],
  ["", Number.NaN],
])("“%s” is %d", (typed, number) => expect(wholeNumber(typed)).toBe(number));
