import { describe, expect, test } from "vitest";
import { formatRange } from "./figure-format.ts";

describe("a range is written with its unit once", () => {
  test.each<[low: string, high: string, unit: string | null, decimals: number, locale: string, written: string]>([
    ["49", "58", "%", 0, "en-GB", "49–58%"],
    ["49.4", "58.2", "%", 1, "de", "49,4–58,2 %"],
    ["1.6", "3.9", "h", 1, "en-GB", "1.6–3.9 h"],
    ["1200", "3400", "€", 0, "en-GB", "€1,200–€3,400"],
    ["-3.2", "5.8", "points", 1, "en-GB", "-3.2–5.8 points"],
    ["-300", "500", "EUR", 0, "en-GB", "-€300–€500"],
    ["53.8", "54.3", "%", 0, "en-GB", "54%"],
    ["4", "5", null, 0, "en-GB", "4–5"],
  ])("%s to %s %s, %i digits, %s: %s", (low, high, unit, decimals, locale, written) => {
    expect(formatRange(low, high, { unit, decimals, locale }).replaceAll("\u00a0", " ")).toBe(written);
  });
});
