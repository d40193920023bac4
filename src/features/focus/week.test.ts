import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { carryRefusals, dayAt, earliestFirst, isIn, isLeftOver, weekAround } from "./week.ts";

test.each([
  ["a Tuesday lies in the week of its Monday", "2027-02-16", 1, "2027-02-15", "2027-02-21"],
  ["or of its Sunday, where weeks begin on Sundays", "2027-02-16", 7, "2027-02-14", "2027-02-20"],
  ["the first day is in its own week", "2027-02-15", 1, "2027-02-15", "2027-02-21"],
  ["the last one too", "2027-02-21", 1, "2027-02-15", "2027-02-21"],
  ["a week may span years", "2027-01-01", 1, "2026-12-28", "2027-01-03"],
])("%s", (_sentence, day, startsOn, first, last) => {
  expect(weekAround(day, startsOn)).toEqual({ first, last });
});

const days = fc.integer({ min: -40_000, max: 40_000 }).map((days) => {
  return Temporal.PlainDate.from("2027-02-16").add({ days }).toString();
});

test("every day lies in its week, which begins on the weekday it should, at most six days before", () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 7 }), (day, startsOn) => {
      const week = weekAround(day, startsOn);
      expect(isIn(week, day)).toBe(true);
      expect(Temporal.PlainDate.from(week.first).dayOfWeek).toBe(startsOn);
      expect(earliestFirst(day) <= week.first).toBe(true);
      expect(weekAround(week.last, startsOn)).toEqual(week);
    }),
  );
});

test("the day is that of where somebody is", () => {
  const instant = Temporal.Instant.from("2027-02-21T23:30:00Z");
  expect(dayAt(instant, "Europe/Lisbon")).toBe("2027-02-21");
  expect(dayAt(instant, "Asia/Kolkata")).toBe("2027-02-22");
  expect(dayAt(instant, "America/Toronto")).toBe("2027-02-21");
});

const week = { first: "2027-02-15", last: "2027-02-21" };
const open = { weekOf: "2027-02-08", doneAt: null, letGoAt: null, carried: false };
const at = "2027-02-10T09:00:00Z";

test.each([
  ["an open one of an earlier week is left over", open, true],
  ["one of this week is not", { ...open, weekOf: "2027-02-15" }, false],
  ["nor what is done", { ...open, doneAt: at }, false],
  ["nor what was let go", { ...open, letGoAt: at }, false],
  ["nor what goes on as another", { ...open, carried: true }, false],
])("%s", (_sentence, intention, isLeft) => {
  expect(isLeftOver(intention, week)).toBe(isLeft);
});

test.each([
  ["an open one of an earlier week is carried over", open, 0],
  ["one of this week stays where it is", { ...open, weekOf: "2027-02-15" }, 1],
  ["what is done stays done", { ...open, doneAt: at }, 1],
  ["what was let go is taken up first", { ...open, letGoAt: at }, 1],
])("%s", (_sentence, intention, refusals) => {
  expect(carryRefusals(intention, week)).toHaveLength(refusals);
});
