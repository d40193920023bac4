import { expect, test } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { closingWords } from "./closing-words.ts";

test.each([
  ["en-GB", "Friday 27 November, 17:00"],
  ["en-US", "Friday, November 27, 05:00 PM"],
])("a closing time reads in %s as every other time there", (locale, words) => {
  const format = formatFor({ locale, timeZone: "Europe/Lisbon" });
  expect(closingWords({ on: "2026-11-27", at: "17:00:00" }, format)).toBe(words);
  expect(format.moment("2026-11-27T17:00:00Z")).toContain(words.split(", ").at(-1));
});
