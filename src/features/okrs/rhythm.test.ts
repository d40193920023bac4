import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { firstDueAfter, lastTwoDueMissed, rhythmAt } from "./rhythm.ts";

const quarter = { startsOn: "2027-01-04", endsOn: "2027-03-28" };
const weekly = { weeks: 1, day: 3, time: "17:00" };
const zone = "Europe/Lisbon";
const at = (text: string) => Temporal.Instant.from(text);
const ms = (text: string) => at(text).epochMilliseconds;

describe("the rhythm of a cycle", () => {
  it.each([
    ["before the first due check-in", "2027-01-06T16:59:59Z", "2027-01-06", []],
    ["at the very time it is due", "2027-01-06T17:00:00Z", "2027-01-13", ["2027-01-06"]],
    ["in the middle", "2027-02-16T09:12:00Z", "2027-02-17", ["2027-02-10", "2027-02-03", "2027-01-27"]],
    ["after the last", "2027-05-01T00:00:00Z", null, ["2027-03-24", "2027-03-17", "2027-03-10"]],
    ["before the cycle", "2026-12-01T00:00:00Z", "2027-01-06", []],
  ])("%s", (_when, now, next, passed) => {
    const rhythm = rhythmAt(weekly, quarter, zone, at(now));
    expect(rhythm.next?.on ?? null).toBe(next);
    expect(rhythm.passed.map(({ on }) => on)).toEqual(passed);
  });

  it("keeps its local time when the clocks change", () => {
    const late = { startsOn: "2027-03-22", endsOn: "2027-04-30" };
    const instants = ["2027-03-25T00:00:00Z", "2027-04-01T00:00:00Z"].map(
      (now) => rhythmAt(weekly, late, zone, at(now)).passed[0]?.at,
    );
    expect(instants).toEqual([ms("2027-03-24T17:00:00Z"), ms("2027-03-31T16:00:00Z")]);
  });

  it("ends its first fortnight, then every second week", () => {
    const rhythm = rhythmAt({ ...weekly, weeks: 2 }, quarter, zone, at("2027-02-01T00:00:00Z"));
    expect(rhythm.passed.map(({ on }) => on)).toEqual(["2027-01-27", "2027-01-13"]);
  });

  it("asks a key result made later for the first check-in after it was made", () => {
    expect(firstDueAfter(weekly, quarter, zone, ms("2027-02-10T17:00:00Z"))?.on).toBe("2027-02-17");
    expect(firstDueAfter(weekly, quarter, zone, ms("2027-03-27T00:00:00Z"))).toBeNull();
  });

  it("has dues in order, inside the cycle, next after now, whatever the rhythm", () => {
    const anyRhythm = fc.record({
      weeks: fc.integer({ min: 1, max: 13 }),
      day: fc.integer({ min: 1, max: 7 }),
      time: fc.constantFrom("00:00", "09:30", "23:59"),
    });
    fc.assert(
      fc.property(anyRhythm, fc.integer({ min: -10, max: 120 }), (rhythm, day) => {
        const now = at("2027-01-04T12:00:00Z").add({ hours: day * 24 });
        const { next, passed } = rhythmAt(rhythm, quarter, zone, now);
        const all = [...(next ? [next] : []), ...passed];
        expect(all.every(({ on }) => on >= quarter.startsOn && on <= quarter.endsOn)).toBe(true);
        expect(all.map((due) => due.at)).toEqual(all.map((due) => due.at).toSorted((a, b) => b - a));
        if (next) expect(next.at).toBeGreaterThan(now.epochMilliseconds);
        if (passed[0]) expect(passed[0].at).toBeLessThanOrEqual(now.epochMilliseconds);
      }),
    );
  });
});

describe("the last two due check-ins were missed", () => {
  const on16February = rhythmAt(weekly, quarter, zone, at("2027-02-16T09:12:00Z"));
  const fromTheStart = ms("2027-01-01T00:00:00Z");
  it.each([
    ["none was ever made", fromTheStart, null, true],
    ["the last one answered 27 January", fromTheStart, "2027-01-27T17:00:00Z", true],
    ["the last one answered 3 February", fromTheStart, "2027-01-27T17:00:01Z", false],
    ["the last one came after the due day", fromTheStart, "2027-02-15T10:00:00Z", false],
    ["the key result was made after the second last was due", ms("2027-02-04T00:00:00Z"), null, false],
  ])("when %s", (_when, since, last, missed) => {
    expect(lastTwoDueMissed(on16February, since, last === null ? null : ms(last))).toBe(missed);
  });

  it("is never said after one due check-in", () => {
    const early = rhythmAt(weekly, quarter, zone, at("2027-01-10T00:00:00Z"));
    expect(lastTwoDueMissed(early, fromTheStart, null)).toBe(false);
  });
});
