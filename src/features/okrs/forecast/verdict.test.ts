import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyResultForecast, type LikelyEnd } from "./of-key-result.ts";
import { forecastVerdict } from "./verdict.ts";

const aDay = 86_400_000;
const committed = "committed" as const;

/** Reported so many times, evenly, exactly on the way from start to target, until a share of the cycle has gone. */
function onPace(start: number, target: number, days: number, checkIns: number, gone: number) {
  const measure = { kind: "metric", start: String(start), target: String(target) } as const;
  const reports = Array.from({ length: checkIns }, (_, at) => {
    const share = (gone * (at + 1)) / checkIns;
    return { at: Math.round(share * days * aDay), value: (start + (target - start) * share).toFixed(9) };
  });
  const span = { startsAt: 0, endsAt: days };
  const now = Math.max(...reports.map(({ at }) => at));
  const asked = { measure, commitment: committed, unit: "€", decimals: 2, checkIns: reports };
  const forecast = keyResultForecast(asked, span, now) as LikelyEnd;
  return forecastVerdict(measure, committed, forecast);
}

describe("exactly on pace", () => {
  const course = fc.record({
    start: fc.integer({ min: -500, max: 500 }),
    way: fc.integer({ min: -900, max: 900 }).filter((way) => Math.abs(way) > 1),
    days: fc.constantFrom(28, 84, 91, 182, 365),
    gone: fc.double({ min: 0.1, max: 0.95, noNaN: true }),
  });

  it("is On track from six check-ins on, rising or falling, early and late", () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 6, max: 40 }), ({ start, way, days, gone }, checkIns) => {
        expect(onPace(start, start + way, days, checkIns, gone).status).toBe("on-track");
      }),
    );
  });

  it("is never Off track with fewer", () => {
    fc.assert(
      fc.property(course, fc.integer({ min: 3, max: 5 }), ({ start, way, days, gone }, checkIns) => {
        expect(onPace(start, start + way, days, checkIns, gone).status).not.toBe("off-track");
      }),
    );
  });
});
