import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  cycleAccepts,
  cycleRefusals,
  nextCycle,
  nextStates,
  proposeCycle,
  transitionRefusals,
  whereInCycle,
} from "./cycle.ts";

describe("a cycle is proposed", () => {
  it.each([
    ["quarter", "2027-02-16", 1, "Q1 2027", "2027-01-01", "2027-03-31"],
    ["half", "2027-07-01", 1, "H2 2027", "2027-07-01", "2027-12-31"],
    ["year", "2028-02-29", 1, "2028", "2028-01-01", "2028-12-31"],
    ["quarter", "2027-02-16", 4, "Q4 2026/27", "2027-01-01", "2027-03-31"],
    ["quarter", "2027-01-31", 2, "Q4 2026/27", "2026-11-01", "2027-01-31"],
    ["half", "2027-02-16", 10, "H1 2026/27", "2026-10-01", "2027-03-31"],
    ["year", "2099-12-31", 7, "2099/00", "2099-07-01", "2100-06-30"],
  ] as const)("%s on %s, fiscal year from month %i: %s", (kind, on, month, name, startsOn, endsOn) => {
    expect(proposeCycle(kind, on, month)).toEqual({ name, startsOn, endsOn });
  });

  it("holds its date, and the next one begins the day after", () => {
    const days = fc.integer({ min: 0, max: 20_000 });
    const kinds = fc.constantFrom("year", "half", "quarter");
    fc.assert(
      fc.property(kinds, days, fc.integer({ min: 1, max: 12 }), (kind, offset, month) => {
        const on = Temporal.PlainDate.from("2000-01-01").add({ days: offset }).toString();
        const cycle = proposeCycle(kind, on, month);
        expect(cycle.startsOn <= on && on <= cycle.endsOn).toBe(true);
        const next = nextCycle(kind, cycle, month);
        expect(next.startsOn).toBe(Temporal.PlainDate.from(cycle.endsOn).add({ days: 1 }).toString());
        expect(next.name).not.toBe(cycle.name);
      }),
    );
  });
});

describe("its dates", () => {
  const year = { startsOn: "2027-01-01", endsOn: "2027-12-31" };
  it.each([
    ["in order", "2027-01-04", "2027-03-28", []],
    ["the wrong way round", "2027-03-28", "2027-01-04", ["endsOn"]],
    ["a single day", "2027-01-04", "2027-01-04", ["endsOn"]],
    ["out of the year around it", "2026-12-28", "2028-01-02", ["startsOn", "endsOn"]],
  ])("%s", (_, startsOn, endsOn, fields) => {
    expect(cycleRefusals({ startsOn, endsOn }, year).map(({ field }) => field)).toEqual(fields);
  });
  it("need no cycle around them", () =>
    expect(cycleRefusals({ startsOn: "2026-12-28", endsOn: "2028-01-02" }, null)).toEqual([]));
});

describe("its states", () => {
  it("run from planning to closed", () => {
    expect(nextStates("planning")).toEqual(["active"]);
    expect(transitionRefusals("active", "closing")).toEqual([]);
    expect(transitionRefusals("closing", "active")).toEqual([]);
    expect(transitionRefusals("planning", "closed")).toMatchObject([{ field: "state", expected: "active" }]);
    expect(transitionRefusals("closed", "active")).toHaveLength(1);
  });

  it("take check-ins while active or closing, and nothing once closed", () => {
    expect(cycleAccepts("planning")).toEqual({ edits: true, checkIns: false });
    expect(cycleAccepts("closing")).toEqual({ edits: true, checkIns: true });
    expect(cycleAccepts("closed")).toEqual({ edits: false, checkIns: false });
  });
});

describe("a day in a cycle", () => {
  const cycle = { startsOn: "2027-01-04", endsOn: "2027-03-28" };
  it.each([
    ["2027-01-03", { day: null, week: null, daysLeft: 84 }],
    ["2027-01-04", { day: 1, week: 1, daysLeft: 83 }],
    ["2027-01-11", { day: 8, week: 2, daysLeft: 76 }],
    ["2027-02-16", { day: 44, week: 7, daysLeft: 40 }],
    ["2027-03-28", { day: 84, week: 12, daysLeft: 0 }],
    ["2027-04-01", { day: null, week: null, daysLeft: 0 }],
  ])("%s", (today, where) => {
    expect(whereInCycle(cycle, today)).toEqual({ ...where, days: 84, weeks: 12 });
  });
});
