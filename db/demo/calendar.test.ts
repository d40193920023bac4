import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { calendarAt } from "./calendar.ts";

const days = fc.date({ min: new Date("2024-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });

test("whatever the day, it lies half-way, and two quarters of their own names meet", () => {
  fc.assert(
    fc.property(days, (date) => {
      const now = Temporal.Instant.from(date.toISOString());
      const { thisCycle, lastCycle, monday, date: dateOf } = calendarAt(now);
      const today = now.toZonedDateTimeISO("Europe/Lisbon").toPlainDate();
      const day = today.since(thisCycle.startsOn, { largestUnit: "days" }).days + 1;
      expect(day).toBeGreaterThanOrEqual(39);
      expect(day).toBeLessThanOrEqual(45);
      expect(dateOf(day)).toBe(today.toString());
      expect(dateOf(monday)).toBe(today.subtract({ days: today.dayOfWeek - 1 }).toString());
      expect(Temporal.PlainDate.from(lastCycle.endsOn).add({ days: 1 }).toString()).toBe(thisCycle.startsOn);
      expect(lastCycle.name).not.toBe(thisCycle.name);
    }),
  );
});

test("16 February 2027 is day 44 of Q1 2027, as in the pictures", () => {
  const { thisCycle, lastCycle, date } = calendarAt(Temporal.Instant.from("2027-02-16T09:12:00Z"));
  expect(thisCycle).toMatchObject({ name: "Q1 2027", startsOn: "2027-01-04", endsOn: "2027-03-28" });
  expect(lastCycle).toMatchObject({ name: "Q4 2026", startsOn: "2026-10-12", endsOn: "2027-01-03" });
  expect(date(44)).toBe("2027-02-16");
});
