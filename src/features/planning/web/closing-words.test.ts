import { expect, test } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { closingHere, closingWords } from "./closing-words.ts";

const closes = { on: "2026-11-27", at: "17:00:00" };

test.each([
  ["en-GB", "Europe/Lisbon", "Friday 27 November, 17:00", "16:00"],
  ["en-GB", "Asia/Tokyo", "Friday 27 November, 17:00", "Saturday 28 November, 01:00"],
  ["en-US", "Europe/Lisbon", "Friday, November 27, 5:00 PM", "4:00 PM"],
  ["en-US", "Asia/Tokyo", "Friday, November 27, 5:00 PM", "Saturday, November 28, 1:00 AM"],
])("a closing time there and where its reader is, %s in %s, are written alike", (locale, timeZone, there, here) => {
  const format = formatFor({ locale, timeZone });
  // Between a time and AM or PM stands a narrow space that does not break.
  const plain = (words: string) => words.replaceAll("\u202f", " ");
  expect(plain(closingWords(closes, format))).toBe(there);
  expect(plain(closingHere("2026-11-27T16:00:00Z", closes, format))).toBe(here);
});
