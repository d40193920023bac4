import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { ScopeRow } from "../covered.ts";
import type { Comparison } from "../hypothesis.ts";
import type { People } from "../people.ts";
import { csvOf } from "./csv.ts";
import { dueInWeeks } from "./dues.ts";
import { type ArmFigure, lastOfBoth, lastOfCovered, shareOf } from "./published.ts";
import { rowsOf } from "./to-assess.ts";
import { unitsOf } from "./units.ts";
import { firstDayOf, weekOf, whereNow } from "./weeks.ts";

describe("weeks of a policy that starts on Wednesday 6 January", () => {
  const start = "2027-01-06";
  test.each([
    ["2027-01-06", 0],
    ["2027-01-12", 0],
    ["2027-01-13", 1],
    ["2027-01-05", -1],
    ["2026-12-30", -1],
    ["2026-12-29", -2],
  ])("%s lies in week %i", (day, week) => expect(weekOf(day, start)).toBe(week));

  it("begin on its first day, whatever clocks do between", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200, max: 200 }), (week) => {
        expect(weekOf(firstDayOf(week, start), start)).toBe(week);
      }),
    );
  });

  test.each([
    ["2027-01-05", "2027-03-31", { now: -1, decision: 12 }],
    ["2027-03-30", "2027-03-31", { now: 11, decision: 12 }],
    ["2027-03-31", "2027-03-31", { now: 12, decision: 12 }],
    // A decision date within a week: not due on the day before it, due on it.
    ["2027-03-27", "2027-03-28", { now: 11, decision: 12 }],
    ["2027-03-28", "2027-03-28", { now: 12, decision: 12 }],
    ["2027-06-30", "2027-03-28", { now: 25, decision: 12 }],
  ])("on %s, decided on %s", (today, decidesOn, where) => expect(whereNow(start, decidesOn, today)).toEqual(where));
});

test("a check-in that is due counts in its own week, and what came after the one before it answers it", () => {
  const day = 86_400_000;
  const at = Date.parse("2027-01-06T17:00:00Z");
  const dues = [0, 7, 14].map((days) => {
    return { on: new Date(at + days * day).toISOString().slice(0, 10), at: at + days * day };
  });
  const looked = { start: "2027-01-11", since: at + 1, now: at + 13 * day };
  expect(dueInWeeks("cycle", dues, looked)).toEqual([
    { cycleId: "cycle", after: "2027-01-06T17:00:00.000Z", at: "2027-01-13T17:00:00.000Z", week: 0 },
  ]);
});

/** Product holds Web and Api; Sales stands beside it. Ana and Ben are in Web, Cem in Api, Dora in Sales. */
const people: People = {
  members: new Map(["ana", "ben", "cem", "dora"].map((id) => [id, { role: "member", here: true }])),
  parents: new Map([
    ["product", null],
    ["web", "product"],
    ["api", "product"],
    ["sales", null],
  ]),
  belongs: new Map([
    ["ana", new Set(["web"])],
    ["ben", new Set(["web"])],
    ["cem", new Set(["api"])],
    ["dora", new Set(["sales"])],
  ]),
  homes: new Map([
    ["ana", "lisbon"],
    ["cem", "berlin"],
  ]),
};
const startsOn = "2027-01-04";
const nothingMore = { exceptTeamIds: [], siteIds: [], roles: [] };
const scope = (from: string, to: string | null, teamIds: string[], more: object = {}): ScopeRow => {
  return { policyId: "p", from, to, teamIds, ...nothingMore, ...more };
};

describe("what is compared", () => {
  const did: Comparison = { kind: "difference-in-differences", teamIds: ["sales"] };

  it("is a team of the lot with all below it, where teams were drawn", () => {
    const arms = (["product", "sales"] as const).map((teamId, at) => {
      return { teamId, arm: at === 0 ? ("covered" as const) : ("others" as const), firstOn: null };
    });
    const drawn: Comparison = { kind: "randomised-by-team", draw: 1, othersFrom: null };
    const units = unitsOf({ comparison: drawn, startsOn }, arms, [], people);
    expect(Object.fromEntries(units.unitOf)).toEqual({
      product: "product",
      web: "product",
      api: "product",
      sales: "sales",
    });
    expect([units.covered("product", -1), units.covered("product", 0), units.covered("sales", 0)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("is each team by itself where nobody was drawn", () => {
    const { arms, covered } = unitsOf({ comparison: did, startsOn }, [], [scope(startsOn, null, ["product"])], people);
    expect([[...arms.covered].sort(), arms.others]).toEqual([["api", "product", "web"], ["sales"]]);
    expect([covered("web", -1), covered("web", 0), covered("sales", 3)]).toEqual([false, true, false]);
  });

  it("knows from which week on an amendment covers a team, or no longer does", () => {
    const rows = [scope(startsOn, "2027-01-17", ["web", "api"]), scope("2027-01-18", null, ["web"])];
    const { covered } = unitsOf({ comparison: did, startsOn }, [], rows, people);
    expect([0, 1, 2].map((week) => [covered("web", week), covered("api", week)])).toEqual([
      [true, true],
      [true, true],
      [true, false],
    ]);
  });

  it("takes a team in by its sites when half of its members are there", () => {
    const rows = [scope(startsOn, null, [], { siteIds: ["lisbon"] })];
    const { arms } = unitsOf({ comparison: did, startsOn }, [], rows, people);
    expect(arms.covered).toEqual(["web"]);
  });

  it("covers each team in the blocks that its coins say", () => {
    const comparison: Comparison = { kind: "randomised-on-and-off", weeksEach: 2, pairs: 2, wearingOff: 0 };
    const arms = [{ teamId: "web", arm: "both" as const, firstOn: [true, false] }];
    const { covered } = unitsOf({ comparison, startsOn }, arms, [], people);
    expect([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8].map((week) => Number(covered("web", week)))).toEqual([
      ...[0, 1, 1, 0, 0, 0, 0, 1, 1, 0],
    ]);
  });
});

test("several teams of a unit are one value: the mean, and of shares the share of all", () => {
  const arms = [{ teamId: "product", arm: "covered" as const, firstOn: null }];
  const drawn: Comparison = { kind: "randomised-by-team", draw: 1, othersFrom: null };
  const units = unitsOf({ comparison: drawn, startsOn }, arms, [], people);
  const onTime = { id: "on-time", measure: { kind: "check-ins" as const, reads: "on-time" as const } };
  const days = { id: "days", measure: { kind: "key-results" as const, ids: [] } };
  const reported = (["web", "api", "sales"] as const).flatMap((team, at) => [
    { series: "days", team, week: 1, value: 4 + 2 * at, weight: 1 },
    { series: "on-time", team, week: 1, value: at === 0 ? 100 : 0, weight: at === 0 ? 3 : 1 },
  ]);
  const outcomes = [onTime, days].map((each) => ({ ...each, name: "", wanted: "up" as const, sizeThatMatters: "1" }));
  const rows = rowsOf({ outcomes, guardrails: [], units, reported });
  expect(rows.map(({ series, team, value, weight }) => [series, team, value, weight])).toEqual([
    ["days", "product", 5, 1],
    ["on-time", "product", 75, 4],
  ]);
});

describe("what a pulse told", () => {
  const figure = (more: Partial<ArmFigure>): ArmFigure => ({
    ...{ pulseId: "1", on: "2027-02-01", question: "heard", arm: "covered", reads: "exactly" },
    ...{ share: 0.5, within: 0, answersFrom: 10 },
    ...more,
  });

  test.each([
    ["an exact share", {}, { yes: 5, of: 10 }],
    ["about", { reads: "about" as const, share: 0.6 }, { yes: 6, of: 10 }],
    [
      "90 % or more stands for the middle of what it leaves",
      { reads: "or-more" as const, share: 0.9 },
      { yes: 9.5, of: 10 },
    ],
    ["10 % or less", { reads: "or-less" as const, share: 0.1 }, { yes: 0.5, of: 10 }],
    ["withheld", { reads: "withheld" as const, share: null, answersFrom: null }, null],
  ])("%s", (_, more, share) => expect(shareOf(figure(more))).toEqual(share));

  it("counts since the start, the last pulse that told both arms", () => {
    const both = (pulseId: string, on: string, share: number) => [
      figure({ pulseId, on, share }),
      figure({ pulseId, on, share, arm: "others" }),
    ];
    const figures = [
      ...both("0", "2027-01-03", 0.9),
      ...both("1", "2027-01-20", 0.2),
      figure({ pulseId: "2", on: "2027-02-20", share: 0.4 }),
    ];
    expect(lastOfBoth(figures, startsOn)).toMatchObject({ on: "2027-01-20", covered: { yes: 2, of: 10 } });
    expect(lastOfCovered(figures, startsOn)).toEqual({ yes: 4, of: 10 });
    expect(lastOfBoth(figures, "2027-03-01")).toBeNull();
  });
});

test("the rows are written in order, with what was left out named, and pulses by arm", () => {
  const row = { series: "s", team: "b", week: 0, value: 0.1 + 0.2, weight: 1, covered: true };
  const series = [{ id: "s", question: "heard", arms: new Map([["b", "covered"]]) }];
  const told = { pulseId: "1", on: "2027-02-01", question: "heard", arm: "others" as const, reads: "exactly" as const };
  const csv = csvOf(
    series,
    [row, { ...row, team: "a", week: -1, covered: false }],
    [{ ...told, share: 0.29, within: 0, answersFrom: 10 }],
    startsOn,
  );
  expect(csv.split("\n")).toEqual([
    "series,team,arm,week,day,value,weight,covered",
    "s,a,left-out,-1,2026-12-28,0.30000000000000004,1,0",
    "s,b,covered,0,2027-01-04,0.30000000000000004,1,1",
    "s,,others,,2027-02-01,29,10,0",
    "",
  ]);
});
