import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, test } from "vitest";
import { canMeet, type HoursOf, isKnownZone, ownTimes, sharedBy, zoneClocks } from "./own-hours.ts";
import { common, lengthOf, type Span } from "./spans.ts";
import { type Day, daysBetween, daysFrom, type Weekday } from "./week.ts";

const hour = 3_600_000;
const zones = Intl.supportedValuesOf("timeZone");
const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
const everyDay = (hours: [string, string]) => Object.fromEntries(weekdays.map((day) => [day, hours]));

function person(timeZone: string, hours: [string, string] = ["09:00", "17:00"], part: Partial<HoursOf> = {}): HoursOf {
  const nothing = { focusTimes: {}, isOff: () => false, meetingFree: [], coreHours: [] };
  return { timeZone, workingHours: everyDay(hours), ...nothing, ...part };
}

const hoursOn = (who: HoursOf, days: readonly Day[]) => ownTimes(who, days, zoneClocks()).worked;

/** The clock that Intl shows, which shares no code with Temporal's polyfill. */
function clockOf(timeZone: string) {
  const format = new Intl.DateTimeFormat("en-GB", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  });
  return (instant: number) => {
    const {
      year,
      month,
      day,
      hour: h,
      minute,
    } = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
    return `${year}-${month}-${day} ${h}:${minute}`;
  };
}

/** The days on which clocks change in a year: none, or both. */
function changesIn(timeZone: string, year: number): { day: string; hours: number }[] {
  const found: { day: string; hours: number }[] = [];
  let at = Temporal.ZonedDateTime.from({ year, month: 1, day: 1, timeZone });
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (!next || next.year > year) return found;
    const day = next.subtract({ nanoseconds: 1 }).toPlainDate();
    found.push({ day: next.toPlainDate().toString(), hours: next.hoursInDay });
    if (day.toString() !== next.toPlainDate().toString()) found.push({ day: day.toString(), hours: 24 });
    at = next;
  }
}

test.each([2026, 2027])(
  "in every zone, on both days of %i on which clocks change, hours are those that the clock shows",
  (year) => {
    let changes = 0;
    for (const zone of zones) {
      const clock = clockOf(zone);
      for (const { day } of changesIn(zone, year)) {
        const span = hoursOn(person(zone), daysFrom(day, 1))[0] as Span;
        expect([zone, clock(span[0]), clock(span[1])]).toEqual([zone, `${day} 09:00`, `${day} 17:00`]);
        changes += 1;
      }
    }
    expect(changes).toBeGreaterThan(200);
  },
);

test("a day of 24 hours by the clock is as long as the day is", () => {
  for (const zone of zones)
    for (const { day } of changesIn(zone, 2027)) {
      const long = Temporal.PlainDate.from(day).toZonedDateTime(zone).hoursInDay;
      const whole = hoursOn(person(zone, ["00:00", "24:00"]), daysFrom(day, 1));
      expect([zone, day, lengthOf(whole) / hour]).toEqual([zone, day, long]);
    }
});

test("an instant is shared exactly where every clock shows own hours, whoever is asked, on any date", () => {
  const someHours = fc
    .tuple(fc.integer({ min: 4, max: 12 }), fc.integer({ min: 1, max: 10 }))
    .map(([from, long]): [string, string] => [at(from), at(from + long)]);
  const someone = fc.record({ zone: fc.constantFrom(...zones), hours: someHours, off: fc.subarray([...weekdays]) });
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 0, max: 720 }),
      fc.integer({ min: 0, max: 95 }),
      (people, ahead, quarter) => {
        const date = Temporal.PlainDate.from("2026-01-01").add({ days: ahead });
        const days = daysBetween(date.subtract({ days: 2 }).toString(), date.add({ days: 2 }).toString());
        const free = people.map(({ zone, hours, off }) =>
          canMeet(ownTimes(person(zone, hours, { isOff: ({ weekday }) => off.includes(weekday) }), days, zoneClocks())),
        );
        const instant = date.toZonedDateTime("UTC").epochMilliseconds + quarter * 900_000;
        const shows = people.every(({ zone, hours, off }) => {
          const [day = "", time = ""] = clockOf(zone)(instant).split(" ");
          const weekday = String(Temporal.PlainDate.from(day).dayOfWeek) as Weekday;
          return time >= hours[0] && time < hours[1] && !off.includes(weekday);
        });
        expect(common([instant, instant + 1], sharedBy(free)) > 0).toBe(shows);
      },
    ),
    { numRuns: 400 },
  );
});

function at(hours: number): string {
  return `${String(hours).padStart(2, "0")}:00`;
}

describe("own hours", () => {
  const tuesday = daysFrom("2027-02-16", 1);

  it("leave out days off, and part time by weekday", () => {
    const week = daysBetween("2027-02-15", "2027-02-19");
    const off = person("Europe/Lisbon", ["09:00", "17:00"], { isOff: ({ date }) => date === "2027-02-16" });
    expect(hoursOn(off, week)).toHaveLength(4);
    const part = { ...person("Europe/Lisbon"), workingHours: { "2": ["09:00", "13:00"] as const } };
    const { worked, off: away } = ownTimes(part, week, zoneClocks());
    expect([lengthOf(worked) / hour, lengthOf(away) / hour]).toEqual([4, 96]);
  });

  it("are not shared in focus times and in hours that a team keeps without meetings", () => {
    const busy = person("Europe/Lisbon", ["09:00", "17:00"], {
      focusTimes: { "2": ["09:00", "11:00"] },
      meetingFree: [{ days: ["2"], from: "13:00", to: "14:00", timeZone: null }],
    });
    expect(lengthOf(canMeet(ownTimes(busy, tuesday, zoneClocks()))) / hour).toBe(5);
  });

  it("begin an hour later where the hour is left out, and end an hour later where it comes twice", () => {
    const [lisbon] = [person("Europe/Lisbon", ["01:00", "03:00"])];
    expect(lengthOf(hoursOn(lisbon, daysFrom("2027-03-28", 1))) / hour).toBe(1);
    expect(lengthOf(hoursOn(lisbon, daysFrom("2027-10-31", 1))) / hour).toBe(3);
  });

  it("of core hours in a team's zone hold by that zone's clock", () => {
    const agreed = { days: ["2"] as Weekday[], from: "10:00", to: "15:00", timeZone: "Europe/Lisbon" };
    const { core } = ownTimes(
      person("Asia/Kolkata", ["09:00", "17:00"], { coreHours: [agreed] }),
      tuesday,
      zoneClocks(),
    );
    expect(core?.map(([start]) => new Date(start).toISOString())).toEqual(["2027-02-16T10:00:00.000Z"]);
  });

  it("know which zones there are", () => {
    expect([isKnownZone("Europe/Lisbon"), isKnownZone("Mars/Olympus"), isKnownZone("")]).toEqual([true, false, false]);
  });
});
