import { describe, expect, test } from "vitest";
import { dayRefusals, timeOffRefusals, usualRefusals } from "./planning.ts";

const offices = [
  { id: "lisbon", name: "Lisbon", presence: true, seats: { "5": 0, "4": 3 } },
  { id: "porto", name: "Porto", presence: false, seats: {} },
];
const monday = "2027-02-15";
const office = (day: string, siteId: string | null) => ({ day, at: "office" as const, siteId });

describe("days that cannot be planned", () => {
  test.each([
    ["an office with seats", office("2027-02-18", "lisbon"), undefined],
    ["an office where seats are not counted", office("2027-02-16", "lisbon"), undefined],
    ["a site with no seats on this day", office("2027-02-19", "lisbon"), "a day on which Lisbon has seats"],
    ["a site where presence is off", office("2027-02-16", "porto"), "a site where presence is on"],
    ["a site that is not there", office("2027-02-16", "elsewhere"), "a site of the organisation"],
    ["a week that is over", { day: "2027-02-14", at: "home" as const, siteId: null }, "2027-02-15 or a later day"],
    ["a day too far ahead", { day: "2028-04-01", at: null, siteId: null }, "a day at most 400 days ahead"],
  ])("%s", (_what, day, expected) => {
    expect(dayRefusals([day], monday, offices)[0]?.expected).toBe(expected);
  });

  test("the second plan for a day is the one that is named", () => {
    const twice = [office("2027-02-16", "lisbon"), { day: "2027-02-16", at: "home" as const, siteId: null }];
    expect(dayRefusals(twice, monday, offices)).toEqual([
      { field: "days.1", expected: "one plan for 2027-02-16", todo: "Leave one of the two out." },
    ]);
  });
});

test("a usual week is refused by its weekday, and taking it back is not", () => {
  const days = { "5": { at: "office", siteId: "lisbon" } } as const;
  expect(usualRefusals({ from: monday, days }, monday, offices).map(({ field }) => field)).toEqual([
    "usual.days.5.siteId",
  ]);
  expect(usualRefusals({ from: monday, days: null }, monday, offices)).toEqual([]);
});

describe("days off", () => {
  test.each([
    ["one day", "2027-02-16", "2027-02-16", undefined],
    ["a year", "2027-02-16", "2028-02-15", undefined],
    ["reversed", "2027-02-18", "2027-02-16", "endsOn"],
    ["ten years", "2027-02-16", "2037-02-15", "endsOn"],
    ["long ago", "2024-02-16", "2024-02-17", "startsOn"],
    ["far ahead", "2033-02-16", "2033-02-17", "startsOn"],
  ])("%s", (_what, startsOn, endsOn, field) => {
    expect(timeOffRefusals({ startsOn, endsOn }, "2027-02-16")[0]?.field).toBe(field);
  });
});
