import { expect, test } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { closingHere, closingWords } from "./closing-words.ts";

const closes = { on: "2026-11-27", at: "17:00:00" };

test.each([
  ["Europe/Lisbon", "2026-11-27T16:00:00Z", "Friday, November 27, 17:00", "16:00"],
  ["Asia/Tokyo", "2026-11-27T16:00:00Z", "Friday, November 27, 17:00", "Saturday, November 28, 01:00"],
])("a closing time there and where its reader is, %s, are written alike", (timeZone, moment, there, here) => {
  const format = formatFor({ locale: "en-US", timeZone });
  expect(closingWords(closes, format)).toBe(there);
  expect(closingHere(moment, closes, format)).toBe(here);
});
