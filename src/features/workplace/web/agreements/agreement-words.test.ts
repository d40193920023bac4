import { expect, it } from "vitest";
import { daysInWords, type Weekday } from "./agreement-words.ts";

const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

it.each([
  [["1"], "Mon"],
  [["1", "2"], "Mon, Tue"],
  [["1", "2", "3", "4"], "Mon–Thu"],
  [["4", "2"], "Tue, Thu"],
  [["1", "2", "3", "5"], "Mon–Wed, Fri"],
  [["7", "6", "1"], "Mon, Sat, Sun"],
] as [Weekday[], string][])("%j reads %s", (days, words) => {
  expect(daysInWords(days, names)).toBe(words);
});
