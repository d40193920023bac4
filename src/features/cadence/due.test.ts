import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { rhythmAt } from "../okrs/rhythm.ts";
import { dueCheckIn, isCorrectable, placeOf } from "./due.ts";

const quarter = { startsOn: "2027-01-04", endsOn: "2027-03-28" };
const weekly = { weeks: 1, day: 3, time: "17:00" };
const ms = (text: string) => Date.parse(text);
const rhythmOn = (now: string, period = quarter) =>
  rhythmAt(weekly, period, "Europe/Lisbon", Temporal.Instant.from(now));
const fromTheStart = ms("2027-01-01T00:00:00Z");

describe("which check-in a key result waits for", () => {
  // Tuesday 16 February; due on Wednesdays at 17:00: 3, 10, 17 February.
  const tuesday = rhythmOn("2027-02-16T09:12:00Z");
  it.each([
    ["reported for the 10th in time", fromTheStart, "2027-02-09T10:00:00Z", "2027-02-17", false],
    ["reported at the very time it was due", fromTheStart, "2027-02-10T17:00:00Z", "2027-02-17", false],
    ["reported after the 10th was due", fromTheStart, "2027-02-11T10:00:00Z", null, false],
    ["last reported for the 3rd", fromTheStart, "2027-02-02T10:00:00Z", "2027-02-10", true],
    ["never reported", fromTheStart, null, "2027-02-10", true],
    ["made after the 10th was due, never reported", ms("2027-02-12T00:00:00Z"), null, "2027-02-17", false],
  ])("%s", (_case, since, last, on, overdue) => {
    const due = dueCheckIn(tuesday, since, last === null ? null : ms(last));
    expect(due && { on: due.on, overdue: due.overdue }).toEqual(on === null ? null : { on, overdue });
  });

  it("keeps its local hour when the clocks change", () => {
    const spring = rhythmOn("2027-03-26T12:00:00Z", { startsOn: "2027-03-22", endsOn: "2027-04-30" });
    expect(dueCheckIn(spring, fromTheStart, ms("2027-03-23T00:00:00Z"))?.at).toBe(ms("2027-03-31T16:00:00Z"));
  });

  it("is overdue after the last one of a cycle, and then nothing is due", () => {
    const after = rhythmOn("2027-03-27T00:00:00Z");
    expect(dueCheckIn(after, fromTheStart, ms("2027-03-10T00:00:00Z"))?.overdue).toBe(true);
    expect(dueCheckIn(after, fromTheStart, ms("2027-03-26T00:00:00Z"))).toBeNull();
  });

  it("asks for nothing once it was reported, and for nothing that was due before it was made", () => {
    const minutes = fc.integer({ min: -20_000, max: 130_000 });
    fc.assert(
      fc.property(minutes, minutes, (nowMinutes, madeMinutes) => {
        const now = Temporal.Instant.from("2027-01-04T12:00:00Z").add({ minutes: nowMinutes });
        const made = ms("2027-01-04T12:00:00Z") + Math.min(madeMinutes, nowMinutes) * 60_000;
        const rhythm = rhythmOn(now.toString());
        const reported = dueCheckIn(rhythm, made, now.epochMilliseconds);
        // At the very instant of a due date it answers that one, and the next is waited for.
        if (rhythm.passed[0]?.at === now.epochMilliseconds) expect(reported?.overdue ?? false).toBe(false);
        else expect(reported).toBeNull();
        const due = dueCheckIn(rhythm, made, null);
        if (due?.overdue) expect(due.at).toBeGreaterThan(made);
        if (due) expect(due.overdue).toBe(due.at <= now.epochMilliseconds);
      }),
      { examples: [[93_900, 0]] },
    );
  });
});

describe("correcting a check-in", () => {
  it.each([
    ["the day before it is due", "2027-02-16T17:00:00Z", "2027-02-16T09:00:00Z", true],
    ["at the time it is due", "2027-02-17T17:00:00Z", "2027-02-16T09:00:00Z", false],
    ["before anything was due", "2027-01-05T00:00:00Z", "2027-01-04T09:00:00Z", true],
    ["after the last due date of the cycle", "2027-03-27T00:00:00Z", "2027-03-25T09:00:00Z", true],
  ])("%s", (_case, now, recorded, correctable) => {
    expect(isCorrectable(rhythmOn(now), ms(recorded))).toBe(correctable);
  });
});

it.each([
  ["Europe/Lisbon", "Lisbon"],
  ["America/Argentina/Buenos_Aires", "Buenos Aires"],
  ["UTC", "UTC"],
])("the clock of %s is that of %s", (zone, place) => {
  expect(placeOf(zone)).toBe(place);
});
