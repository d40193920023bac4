import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dayOf, expectedProgress, expectedThrough } from "./pace.ts";

const cycle = { startsOn: "2027-01-04", endsOn: "2027-03-28" };
const metric = { kind: "metric", start: "0", target: "100" } as const;

describe("expected progress", () => {
  it.each([
    ["the day before", "2027-01-03", "0"],
    ["the first day", "2027-01-04", "0"],
    ["the second of 84 days", "2027-01-05", "0.0120481928"],
    ["day 44 of 84, 52 %", "2027-02-16", "0.5180722892"],
    ["the last day", "2027-03-28", "1"],
    ["the day after", "2027-03-29", "1"],
  ])("on %s", (_, today, expected) => {
    expect(expectedProgress(cycle, today)).toBe(expected);
  });

  it("is whole on the only day of a period of one", () => {
    expect(expectedProgress({ startsOn: "2027-01-04", endsOn: "2027-01-04" }, "2027-01-04")).toBe("1");
  });

  it("counts days, not hours, over a change to daylight saving and a leap day", () => {
    expect(dayOf({ startsOn: "2027-03-01", endsOn: "2027-03-31" }, "2027-03-29")).toEqual({ day: 29, days: 31 });
    expect(dayOf({ startsOn: "2028-02-01", endsOn: "2028-03-01" }, "2028-03-01")).toEqual({ day: 30, days: 30 });
  });
});

describe("phased targets", () => {
  const phased = [
    { on: "2027-01-14", value: "10" },
    { on: "2027-03-18", value: "40" },
  ];
  it.each([
    ["the first day", "2027-01-04", "0"],
    ["half way to the first", "2027-01-09", "0.05"],
    ["the first", "2027-01-14", "0.1"],
    ["a third of the way to the second", "2027-02-04", "0.2"],
    ["half way from the second to the end", "2027-03-23", "0.7"],
    ["the last day", "2027-03-28", "1"],
  ])("expect on %s", (_, today, expected) => {
    expect(expectedThrough(metric, phased, cycle, today)).toBe(expected);
  });

  it("change nothing where there are none", () => {
    expect(expectedThrough(metric, [], cycle, "2027-02-16")).toBe(expectedProgress(cycle, "2027-02-16"));
  });

  it("may stand on the last day", () => {
    const last = [{ on: "2027-03-28", value: "100" }];
    expect(expectedThrough(metric, last, cycle, "2027-03-27")).toBe(expectedProgress(cycle, "2027-03-27"));
  });
});

it("never falls from one day to the next and stays in 0..1", () => {
  const first = Temporal.PlainDate.from("2026-06-01");
  const day = (offset: number) => first.add({ days: offset }).toString();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 800 }), fc.integer({ min: -10, max: 810 }), (length, offset) => {
      const period = { startsOn: day(0), endsOn: day(length) };
      const [today, tomorrow] = [expectedProgress(period, day(offset)), expectedProgress(period, day(offset + 1))].map(
        Number,
      );
      expect(today).toBeGreaterThanOrEqual(0);
      expect(tomorrow).toBeGreaterThanOrEqual(today ?? 1);
      expect(tomorrow).toBeLessThanOrEqual(1);
    }),
  );
});
