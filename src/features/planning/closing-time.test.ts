import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { closesAt, closingRefusals } from "./closing-time.ts";

const friday = { on: "2027-03-05", at: "17:00" };

describe("17:00 where you are", () => {
  test.each([
    ["Lisbon, in winter time", friday, "Europe/Lisbon", "2027-03-05T17:00:00Z"],
    ["Bengaluru, five and a half hours ahead", friday, "Asia/Kolkata", "2027-03-05T11:30:00Z"],
    ["Toronto, five hours behind", friday, "America/Toronto", "2027-03-05T22:00:00Z"],
    ["Kiritimati, fourteen hours ahead", friday, "Pacific/Kiritimati", "2027-03-05T03:00:00Z"],
    [
      "Lisbon, the day before clocks go forward",
      { on: "2027-03-27", at: "17:00" },
      "Europe/Lisbon",
      "2027-03-27T17:00:00Z",
    ],
    ["Lisbon, the day clocks go forward", { on: "2027-03-28", at: "17:00" }, "Europe/Lisbon", "2027-03-28T16:00:00Z"],
    [
      "Toronto, where clocks went forward two weeks earlier",
      { on: "2027-03-28", at: "17:00" },
      "America/Toronto",
      "2027-03-28T21:00:00Z",
    ],
    [
      "Berlin, at a time that the clocks skip",
      { on: "2027-03-28", at: "02:30" },
      "Europe/Berlin",
      "2027-03-28T01:30:00Z",
    ],
    [
      "Berlin, at a time that comes twice: the first",
      { on: "2027-10-31", at: "02:30" },
      "Europe/Berlin",
      "2027-10-31T00:30:00Z",
    ],
    [
      "Lord Howe, whose clocks move by half an hour",
      { on: "2027-10-03", at: "17:00" },
      "Australia/Lord_Howe",
      "2027-10-03T06:00:00Z",
    ],
    ["as a column answers the time", { on: "2027-03-05", at: "17:00:00" }, "Europe/Lisbon", "2027-03-05T17:00:00Z"],
  ])("%s", (_where, closing, zone, instant) => {
    expect(closesAt(closing, zone).toString()).toBe(instant);
  });

  test("reads the same on every reviewer's clock, except where that clock skips it", () => {
    const zones = ["Europe/Lisbon", "America/Toronto", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"];
    const day = fc
      .integer({ min: 0, max: 3650 })
      .map((days) => Temporal.PlainDate.from("2027-01-01").add({ days }).toString());
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), (on, zone) => {
        const there = closesAt({ on, at: "17:00" }, zone).toZonedDateTimeISO(zone);
        expect(there.toPlainDateTime().toString()).toBe(`${on}T17:00:00`);
      }),
    );
  });
});

describe("a closing time is still to come for every reviewer", () => {
  const now = Temporal.Instant.from("2027-03-05T16:00:00Z");
  const dana = { name: "Dana Okafor", timeZone: "America/Toronto" };
  const priya = { name: "Priya Raghavan", timeZone: "Asia/Kolkata" };

  test("none is no problem", () => expect(closingRefusals(null, [dana], now)).toEqual([]));
  test("later everywhere is none", () => expect(closingRefusals(friday, [dana], now)).toEqual([]));
  test("over where one of them is, it is refused by name", () => {
    expect(closingRefusals(friday, [dana, priya], now)).toEqual([
      {
        field: "closes",
        expected: "a time that is still to come where Priya Raghavan is (Asia/Kolkata)",
        todo: "Choose a later day or time, or leave it out.",
      },
    ]);
  });
  test("this very moment is over", () => {
    const zones = [{ name: "Inês", timeZone: "UTC" }];
    expect(closingRefusals({ on: "2027-03-05", at: "16:00" }, zones, now)).toHaveLength(1);
  });
});
