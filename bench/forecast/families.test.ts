import { describe, expect, it } from "vitest";
import { drawsFrom } from "./draws.ts";
import { families } from "./families.ts";
import { adoption, backlog, pipeline } from "./held-out.ts";
import type { Family } from "./series.ts";

const all: [string, Family][] = [
  ...Object.entries(families),
  ["adoption (held out)", adoption],
  ["pipeline (held out)", pipeline],
  ["backlog (held out)", backlog],
];

describe.each(all)("a series of %s", (name, family) => {
  const draws = drawsFrom(7);
  const many = Array.from({ length: 400 }, () => family(draws));

  it("is the same for the same seed", () => {
    expect(family(drawsFrom(3))).toEqual(family(drawsFrom(3)));
  });

  it("is whole: finite, in order, within its cycle and its bounds, with a way to go", () => {
    for (const { family: called, length, start, target, bounds, checkIns, end } of many) {
      expect(called).toBe(name);
      expect(length).toBeGreaterThanOrEqual(28);
      expect(length).toBeLessThanOrEqual(365);
      expect(target).not.toBe(start);
      expect(checkIns.every(({ at }) => at >= 0 && at < length)).toBe(true);
      expect(checkIns.map(({ at }) => at)).toEqual(checkIns.map(({ at }) => at).sort((one, other) => one - other));
      for (const value of [target, end, ...checkIns.map((each) => each.value)]) {
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(bounds.low ?? -Infinity);
        expect(value).toBeLessThanOrEqual(bounds.high ?? Infinity);
      }
    }
  });

  it("comes with few check-ins and with many", () => {
    const counts = many.map(({ checkIns }) => checkIns.length);
    expect(Math.min(...counts)).toBeLessThan(3);
    expect(Math.max(...counts)).toBeGreaterThan(6);
  });
});

describe("draws", () => {
  it("have the means and the spread they say", () => {
    const draws = drawsFrom(1);
    const mean = (draw: () => number) => Array.from({ length: 20_000 }, draw).reduce((sum, one) => sum + one) / 20_000;
    expect(mean(draws.share)).toBeCloseTo(0.5, 1);
    expect(mean(draws.normal)).toBeCloseTo(0, 1);
    expect(mean(() => draws.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(draws.exponential)).toBeCloseTo(1, 1);
    expect(mean(() => draws.poisson(3))).toBeCloseTo(3, 0);
    expect(mean(() => draws.poisson(50))).toBeCloseTo(50, 0);
  });
});
