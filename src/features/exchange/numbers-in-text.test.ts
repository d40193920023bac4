import fc from "fast-check";
import { expect, test } from "vitest";
import { measureInWords } from "./numbers-in-text.ts";

test.each([
  ["Share of guests who return from 34% to 55%", "metric", "34", "55", "%"],
  ["Von 6,5 auf 2 h", "metric", "6.5", "2", "h"],
  ["Uptime 97 → 99.9 %", "metric", "97", "99.9", "%"],
  ["Sell 90k tickets (current is 40k)", "metric", "40000", "90000", null],
  ["Reach 3,637,839 readers", "metric", "0", "3637839", null],
  ["Increase the harvest by 7%", "metric", "0", "7", "%"],
  ["Bake faster by 4x", "metric", "1", "4", "x"],
  ["Win more than 70 regulars by summer", "metric", "0", "70", null],
  ["Publish 8 posts in Q1 2027", "metric", "0", "8", null],
  ["Answer in < 200ms", "threshold", null, "200", "ms"],
  ["At least 64% would come again", "threshold", null, "64", "%"],
])("%s", (text, kind, start, target, unit) => {
  expect(measureInWords(text)?.measure).toMatchObject({ kind, start, target, unit });
});

test.each([
  ["Ship 0.7.2"],
  ["Move to API v2"],
  ["Close #13"],
  ["Plan for 2028"],
  ["Two thirds, 2/3, of all teams"],
  ["C3PO answers"],
  ["See https://example.org/2027/12"],
  ["Uptime 99.9 → 99.9%"],
])("%s holds no measure", (text) => {
  expect(measureInWords(text)).toBeNull();
});

test("never throws, and a metric always has something to move", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."0159%,. kx<>=→-from to by up "), maxLength: 40 }), (text) => {
      const found = measureInWords(text)?.measure;
      if (found?.kind === "metric") expect(Number(found.start)).not.toBe(Number(found.target));
      if (found) expect(Number.isFinite(Number(found.target))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
