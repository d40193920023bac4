import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Planned, planOf, usualOn } from "./presence.ts";
import { type Day, daysFrom, weekAround } from "./week.ts";

const week = weekAround("2027-02-16", 1);
const [monday, tuesday, wednesday, thursday, friday, saturday] = week as [Day, Day, Day, Day, Day, Day];
const hours = Object.fromEntries(["1", "2", "3", "4"].map((day) => [day, ["09:00", "17:00"]]));
const home = { at: "home", siteId: null } as const;
const office = { at: "office", siteId: "lisbon" } as const;

const planned = (part: Partial<Planned> = {}): Planned => ({
  usual: [{ from: "2027-01-04", days: { "1": home, "2": office, "3": home, "5": home } }],
  days: {},
  timeOff: [],
  workingHours: hours,
  ...part,
});
const family = { "2027-02-15": "Family Day" };

describe("the plan of a day", () => {
  const off = { timeOff: [{ startsOn: "2027-02-15", endsOn: "2027-02-20" }] };
  const travels = { days: { "2027-02-15": { at: "travel", siteId: null } as const } };
  const table: [says: string, day: Day, part: Partial<Planned>, at: string | null, because: string][] = [
    ["is as usual", tuesday, {}, "office", "usual"],
    ["is a holiday of the home site before the usual week", monday, {}, "off", "holiday"],
    ["is what was planned for the day before a holiday", monday, travels, "travel", "day"],
    ["is time off before what was planned for the day", monday, { ...travels, ...off }, "off", "time-off"],
    ["is time off on a day without hours, too", saturday, off, "off", "time-off"],
    ["is off on a weekday that is not worked, whatever is usual", friday, {}, "off", "hours"],
    ["is blank where nothing is planned", thursday, {}, null, "nothing"],
    ["is blank before the first usual week", wednesday, { usual: [{ from: "2027-03-01", days: {} }] }, null, "nothing"],
  ];
  test.each(table)("%s", (_says, day, part, at, because) => {
    expect(planOf(day, planned(part), family)).toMatchObject({ at, because });
  });

  test("names the holiday, and no other day has a name", () => {
    expect(planOf(monday, planned(), family).holiday).toBe("Family Day");
    expect(planOf(tuesday, planned(), family).holiday).toBeNull();
  });
});

test("a usual week holds from its day until the next begins", () => {
  const versions = [{ from: "2027-01-04" }, { from: "2027-02-15" }];
  expect(usualOn("2027-01-03", versions)).toBeUndefined();
  expect(usualOn("2027-02-14", versions)).toBe(versions[0]);
  expect(usualOn("2027-02-15", versions)).toBe(versions[1]);
});

const place = fc.constantFrom(
  home,
  office,
  { at: "travel", siteId: null } as const,
  { at: "off", siteId: null } as const,
);
const weekday = fc.constantFrom("1", "2", "3", "4", "5", "6", "7");
const dates = daysFrom("2027-02-01", 28);
const date = fc.constantFrom(...dates.map((day) => day.date));
const anyPlan: fc.Arbitrary<Planned> = fc.record({
  usual: fc
    .array(fc.record({ from: date, days: fc.dictionary(weekday, place) }), { maxLength: 3 })
    .map((all) => all.sort((one, other) => one.from.localeCompare(other.from))),
  days: fc.dictionary(date, place),
  timeOff: fc.array(
    fc.tuple(date, date).map((both) => {
      const [startsOn = "", endsOn = ""] = both.sort();
      return { startsOn, endsOn };
    }),
    { maxLength: 2 },
  ),
  workingHours: fc.dictionary(weekday, fc.constant(true)),
});

test("an office has a site and nothing else has, time off is always off, and only holidays have a name", () => {
  fc.assert(
    fc.property(anyPlan, fc.dictionary(date, fc.constant("A holiday")), (plan, holidays) => {
      for (const day of dates) {
        const { at, siteId, holiday, because } = planOf(day, plan, holidays);
        expect(siteId !== null).toBe(at === "office");
        expect(holiday !== null).toBe(because === "holiday");
        if (plan.timeOff.some(({ startsOn, endsOn }) => startsOn <= day.date && day.date <= endsOn))
          expect(at).toBe("off");
        if (at === null) expect([plan.days[day.date], holidays[day.date]]).toEqual([undefined, undefined]);
      }
    }),
  );
});

test("a later usual week leaves the days before it as they were", () => {
  fc.assert(
    fc.property(anyPlan, date, fc.dictionary(weekday, place), (plan, from, days) => {
      const usual = [...plan.usual.filter((each) => each.from < from), { from, days }];
      for (const day of dates.filter((each) => each.date < from))
        expect(planOf(day, { ...plan, usual }, {})).toEqual(
          planOf(day, { ...plan, usual: plan.usual.filter((each) => each.from < from) }, {}),
        );
    }),
  );
});
