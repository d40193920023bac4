import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../decimals.ts";
import { keyResultForecast, type LikelyEnd, type Reports, spanOf } from "./of-key-result.ts";

const span = spanOf({ startsOn: "2027-01-04", endsOn: "2027-03-28" }, "Europe/Lisbon");
const weekly = (values: (string | null)[]) =>
  values.map((value, week) => ({ at: Date.parse("2027-01-11T09:00:00Z") + week * 604_800_000, value }));
const reports = (values: (string | null)[], more: Partial<Reports> = {}): Reports => ({
  measure: { kind: "metric", start: "0", target: "100" },
  commitment: "committed",
  unit: "",
  decimals: 1,
  checkIns: weekly(values),
  ...more,
});
const now = Date.parse("2027-02-16T09:12:00Z");
const likely = (values: (string | null)[], more: Partial<Reports> = {}) =>
  keyResultForecast(reports(values, more), span, now) as LikelyEnd;

describe("the forecast of a key result", () => {
  it("is in decimals, as figures are stored", () => {
    expect(likely(["8.5", "17", "25", "33.1", "42"])).toEqual({
      kind: "forecast",
      checkIns: 5,
      middle: expect.stringMatching(/^\d+\.\d{1,10}$/),
      range50: [expect.stringMatching(/^\d/), expect.stringMatching(/^\d/)],
      range80: [expect.stringMatching(/^\d/), expect.stringMatching(/^\d/)],
      chance: expect.stringMatching(/^0\.\d{1,10}$/),
    });
  });

  it.each<[string, Reports]>([
    ["milestones", reports(["1"], { measure: { kind: "milestones", milestones: [] } })],
    ["done or not done", reports(["1", "1", "1"], { measure: { kind: "done" } })],
    ["contributions", reports([], { measure: { kind: "contributions" } })],
  ])("is none for %s", (_, of) => {
    expect(keyResultForecast(of, span, now)).toBeNull();
  });

  it("does not count a check-in without a number", () => {
    expect(keyResultForecast(reports(["8", null, "17"]), span, now)).toEqual({ kind: "not-enough-data", checkIns: 2 });
  });

  it.each<[string, (string | null)[], Partial<Reports>, string, string]>([
    ["a percentage stays within 0 and 100", ["70", "85", "97"], { unit: "%" }, "0", "100"],
    [
      "a count does not fall below 0",
      ["9", "4", "1"],
      { measure: { kind: "metric", start: "12", target: "5" }, decimals: 0 },
      "0",
      "12",
    ],
  ])("%s", (_, values, more, lowest, highest) => {
    const [low, high] = likely(values, more).range80;
    expect(exact(low).gte(lowest)).toBe(true);
    expect(exact(high).lte(highest)).toBe(true);
  });

  it.each<[string, (string | null)[], Partial<Reports>, "above 100" | "below 0"]>([
    [
      "growth may pass 100 %",
      ["99", "104", "109"],
      { unit: "%", measure: { kind: "metric", start: "95", target: "120" } },
      "above 100",
    ],
    ["a balance may fall below 0", ["9.5", "4", "-1.5"], {}, "below 0"],
  ])("%s", (_, values, more, where) => {
    const [low, high] = likely(values, more).range80;
    expect(where === "above 100" ? exact(high).gt("100") : exact(low).lt("0")).toBe(true);
  });

  it.each([
    ["hours do not", "h", false],
    ["money may", "EUR", true],
    ["points may", "NPS", true],
    ["nobody knows of what has no unit", "", true],
  ])("what has stayed above 0 may fall below it: %s", (_, unit, falls) => {
    const measure = { kind: "metric", start: "6.5", target: "0.5" } as const;
    const [low] = likely(["4.1", "2.2", "0.8"], { measure, unit, decimals: 1 }).range80;
    expect(exact(low).lt("0")).toBe(falls);
  });

  it("an aspirational goal is likelier than the whole target", () => {
    const chance = (commitment: Reports["commitment"]) =>
      Number(likely(["8", "17", "25", "33", "42"], { commitment }).chance);
    expect(chance("aspirational")).toBeGreaterThan(chance("committed"));
  });

  it.each<[string, Partial<Reports>, boolean]>([
    [
      "a threshold that has held",
      { measure: { kind: "threshold", operator: "at-or-above", target: "98", riskLimit: null } },
      true,
    ],
    [
      "the other side of it",
      { measure: { kind: "threshold", operator: "below", target: "98", riskLimit: null } },
      false,
    ],
    ["a range it lies in", { measure: { kind: "range", low: "98", high: "100" } }, true],
    ["a range it lies outside of", { measure: { kind: "range", low: "10", high: "20" } }, false],
  ])("%s: the chance says so", (_, more, likelyToHold) => {
    const { chance } = likely(["99.1", "99.3", "99.2", "99.1", "99.2"], more);
    expect(Number(chance) > 0.5).toBe(likelyToHold);
  });

  it("a baseline has a forecast and no chance", () => {
    expect(likely(["4", "5", "4.5"], { measure: { kind: "baseline" } })).toMatchObject({
      kind: "forecast",
      chance: null,
    });
  });

  it("any stored figures give stored figures", () => {
    const figure = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n) + 1n, max: 10n ** 20n - 1n }), fc.nat(9_999_999))
      .map(([whole, part]) => `${whole}.${part}`);
    fc.assert(
      fc.property(fc.array(figure, { minLength: 3, maxLength: 12 }), figure, figure, (values, start, target) => {
        fc.pre(start !== target);
        const { middle, range80 } = likely(values, { measure: { kind: "metric", start, target } });
        for (const each of [middle, ...range80]) expect(each).toMatch(/^-?\d+(\.\d{1,10})?$/);
      }),
    );
  });
});

describe("the span of a cycle", () => {
  it("runs from midnight to midnight where the organisation is, through a change of the clocks", () => {
    const { startsAt, endsAt } = spanOf({ startsOn: "2027-03-01", endsOn: "2027-03-31" }, "Europe/Lisbon");
    expect(startsAt).toBe(Date.parse("2027-03-01T00:00:00Z") / 86_400_000);
    expect(endsAt).toBe(Date.parse("2027-03-31T23:00:00Z") / 86_400_000);
  });
});
