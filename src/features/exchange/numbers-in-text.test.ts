import fc from "fast-check";
import { expect, test } from "vitest";
import { measureInWords } from "./numbers-in-text.ts";

test.each([
  ["Share of guests who return from 34% to 55%", "metric", "34", "55", "%"],
  ["Von 6,5 auf 2 h", "metric", "6.5", "2", "h"],
  ["Uptime 97 → 99.9 %", "metric", "97", "99.9", "%"],
  ["Sell 200k tickets (current is 125k)", "metric", "125000", "200000", null],
  ["Reach 3,637,839 readers", "metric", "0", "3637839", null],
  ["Increase the number of active pickers by 3%", "metric", "0", "3", "%"],
  ["Archive faster by 5x", "metric", "1", "5", "x"],
  ["Have more than 50 users in the first month", "metric", "0", "50", null],
  ["Publish 8 posts in Q1 2027", "metric", "0", "8", null],
  ["Answer in < 200ms", "threshold", null, "200", "ms"],
  ["At least 75% feel they matter", "threshold", null, "75", "%"],
])("%s", (text, kind, start, target, unit) => {
  expect(measureInWords(text)?.measure).toMatchObject({ kind, start, target, unit });
});

test.each([
  ["Ship 0.5.0"],
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
