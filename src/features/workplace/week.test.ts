import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addMonths, daysBetween, minutesAhead, spanOf, timeAt, weekAround } from "./week.ts";

test("a week begins on the weekday that the organisation chose, and holds its day", () => {
  const someDay = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => Temporal.PlainDate.from("2000-01-01").add({ days }));
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 7 }), (day, startsOn) => {
      const week = weekAround(day.toString(), startsOn);
      expect(week).toHaveLength(7);
      expect(week[0]?.weekday).toBe(String(startsOn));
      expect(week.map(({ date }) => date)).toContain(day.toString());
    }),
  );
});

test("days are counted with both ends, over the days on which clocks change", () => {
  expect(spanOf("2027-03-27", "2027-03-29")).toBe(3);
  expect(spanOf("2027-03-29", "2027-03-27")).toBe(-1);
  expect(daysBetween("2027-03-27", "2027-03-29").map(({ date }) => date)).toEqual([
    "2027-03-27",
    "2027-03-28",
    "2027-03-29",
  ]);
  expect(daysBetween("2027-03-29", "2027-03-27")).toEqual([]);
  expect(addMonths("2027-03-31", -1)).toBe("2027-02-28");
});

test("clocks of other zones are read on the actual date", () => {
  const [winter, summer] = ["2027-02-16T09:12:00Z", "2027-07-16T09:12:00Z"].map((at) => Temporal.Instant.from(at)) as [
    Temporal.Instant,
    Temporal.Instant,
  ];
  expect(timeAt(winter, "Asia/Kolkata")).toBe("14:42");
  expect([winter, summer].map((at) => timeAt(at, "Europe/Berlin"))).toEqual(["10:12", "11:12"]);
  expect(minutesAhead(winter, "America/Toronto", "Europe/Lisbon")).toBe(-300);
});
