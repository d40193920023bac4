import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it, test } from "vitest";
import { type Attendee, bestTimes, earlyAndLate, minutesOutside } from "./best-times.ts";
import { ledgerOf, spanRefusals, startsOf, takingRefusals } from "./meeting.ts";
import { type HoursOf, ownTimes, zoneClocks } from "./own-hours.ts";
import { lengthOf, type Span } from "./spans.ts";
import { daysBetween } from "./week.ts";

const minute = 60_000;
const thursday = "2027-02-18";
const ms = (at: string) => Temporal.Instant.from(at).epochMilliseconds;
const clock = (zone: string, at: number) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
const days = daysBetween("2027-02-14", "2027-02-24");

function attendee(timeZone: string, hours: [string, string], ledger = 0, part: Partial<HoursOf> = {}): Attendee {
  const workingHours = Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, hours]));
  const nothing = { focusTimes: {}, isOff: () => false, meetingFree: [], coreHours: [] };
  return {
    times: ownTimes({ timeZone, workingHours, ...nothing, ...part }, days, zoneClocks()),
    ledger,
    optional: false,
  };
}

/** The four places of the design's picture, by their own clocks. */
const lisbon = attendee("Europe/Lisbon", ["09:00", "18:00"]);
const berlin = attendee("Europe/Berlin", ["09:00", "18:00"]);
const bengaluru = attendee("Asia/Kolkata", ["10:00", "19:00"], 240);
const toronto = attendee("America/Toronto", ["08:00", "17:00"], 90);
const four = [lisbon, berlin, bengaluru, toronto];

const on = (first: string, last = first): Span => [ms(`${first}T00:00Z`), ms(`${last}T00:00Z`) + 86_400_000];
const asked = (part: object = {}) => ({
  ...{ within: on(thursday), now: ms("2027-02-16T09:12Z"), minutes: 45, startsOf: (start: number) => [start] },
  ...part,
});
const first = (people: readonly Attendee[], part: object = {}) => bestTimes(people, asked(part), 5)[0];

describe("the best time", () => {
  it("12:45 costs Toronto 15 minutes where 12:30 costs 30", () => {
    const cost = (at: string) => {
      const start = ms(`${thursday}T${at}Z`);
      return four.map(({ times }) => minutesOutside(times, [start, start + 45 * minute]));
    };
    expect([cost("12:30"), cost("12:45")]).toEqual([
      [0, 0, 0, 30],
      [0, 0, 0, 15],
    ]);
    const best = first(four);
    expect([clock("Europe/Lisbon", best?.start ?? 0), best?.paid]).toEqual(["12:45", [0, 0, 0, 15]]);
  });

  it("costs nobody anything where it need not", () => {
    const best = first([lisbon, berlin]);
    expect([clock("Europe/Lisbon", best?.start ?? 0), best?.paid]).toEqual(["09:00", [0, 0]]);
  });

  it("goes to whoever has paid least", () => {
    const far = (ledger: number, zone: string, hours: [string, string]) => attendee(zone, hours, ledger);
    const morning = [far(0, "Europe/Lisbon", ["09:00", "17:00"]), far(60, "Asia/Tokyo", ["09:00", "17:00"])];
    expect(first(morning)?.paid).toEqual([45, 0]);
    const evening = [far(60, "Europe/Lisbon", ["09:00", "17:00"]), far(0, "Asia/Tokyo", ["09:00", "17:00"])];
    expect(first(evening)?.paid).toEqual([0, 45]);
  });

  it("among times that cost the same lies nearest to the hours of whoever pays: never in their night", () => {
    const pair = [attendee("Europe/Lisbon", ["09:00", "17:00"]), attendee("Asia/Tokyo", ["09:00", "17:00"], 60)];
    expect(clock("Europe/Lisbon", first(pair)?.start ?? 0)).toBe("07:15");
  });

  it("keeps out of focus times and within core hours where that costs nobody minutes", () => {
    const busy = attendee("Europe/Lisbon", ["09:00", "17:00"], 0, { focusTimes: { "4": ["09:00", "11:00"] } });
    expect(clock("Europe/Lisbon", first([busy, berlin])?.start ?? 0)).toBe("11:00");
    const core = [{ days: ["4" as const], from: "14:00", to: "16:00", timeZone: null }];
    const agreed = attendee("Europe/Lisbon", ["09:00", "17:00"], 0, { coreHours: core });
    expect(clock("Europe/Lisbon", first([agreed, lisbon])?.start ?? 0)).toBe("14:00");
  });

  it("is never on a day off of somebody who is needed, nor in hours without meetings", () => {
    const off = attendee("Europe/Lisbon", ["09:00", "17:00"], 0, { isOff: ({ date }) => date === thursday });
    expect(first([off, berlin])).toBe(undefined);
    const free = [{ days: ["4" as const], from: "00:00", to: "24:00", timeZone: null }];
    expect(first([attendee("Europe/Lisbon", ["09:00", "17:00"], 0, { meetingFree: free }), berlin])).toBe(undefined);
    expect(first([{ ...off, optional: true }, berlin])?.paid).toEqual([0, 0]);
  });

  it("lets as many as can of those who may miss it", () => {
    const late = { ...attendee("Europe/Lisbon", ["13:00", "17:00"]), optional: true };
    expect(clock("Europe/Lisbon", first([late, lisbon])?.start ?? 0)).toBe("13:00");
  });

  it("of a weekly meeting is weighed over its weeks, on both sides of a change of clocks", () => {
    const start = ms("2027-03-11T12:45Z");
    const weekly = startsOf({ startsAt: start, timeZone: "Europe/Lisbon", weeks: 8 });
    expect(weekly.map((at) => clock("Europe/Lisbon", at))).toEqual(Array.from({ length: 8 }, () => "12:45"));
    // Toronto changes on 14 March, Lisbon on 28 March.
    expect(weekly.slice(0, 4).map((at) => clock("America/Toronto", at))).toEqual(["07:45", "08:45", "08:45", "07:45"]);
  });

  it("offers others that do not overlap it, and none that began", () => {
    const times = bestTimes([lisbon, berlin], asked({ within: on("2027-02-16") }), 5).map(({ start }) => start);
    expect(times).toHaveLength(5);
    for (const one of times) {
      expect(one).toBeGreaterThanOrEqual(ms("2027-02-16T09:12Z"));
      expect(times.filter((other) => Math.abs(other - one) < 45 * minute)).toHaveLength(1);
    }
  });
});

test("no other start beats the best: neither its largest load, nor the next (against every start by hand)", () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  const someone = fc.record({ zone, from: fc.integer({ min: 6, max: 11 }), ledger: fc.integer({ min: 0, max: 300 }) });
  const two = (hours: number) => `${String(hours).padStart(2, "0")}:00`;
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 2, maxLength: 4 }),
      fc.constantFrom(15, 30, 45, 60, 90),
      (people, minutes) => {
        const group = people.map((each) => attendee(each.zone, [two(each.from), two(each.from + 8)], each.ledger));
        const loads = (start: number) =>
          group
            .map(({ times, ledger }) => ledger + minutesOutside(times, [start, start + minutes * minute]))
            .sort((one, other) => other - one);
        const best = first(group, { minutes });
        const [from] = on(thursday);
        const allowed = Array.from({ length: 96 }, (_, at) => from + at * 15 * minute).filter((start) =>
          group.every(({ times }) => times.off.every(([a, b]) => b <= start || a >= start + minutes * minute)),
        );
        expect(best === undefined).toBe(allowed.length === 0);
        if (!best) return;
        const found = loads(best.start);
        for (const start of allowed) {
          const other = loads(start);
          const differs = found.findIndex((load, at) => load !== other[at]);
          expect(differs === -1 || (found[differs] ?? 0) < (other[differs] ?? 0)).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("minutes outside own hours are those that are early and late, in any zone", () => {
  const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
  fc.assert(
    fc.property(zone, fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 16 }), (timeZone, at, quarters) => {
      const { times } = attendee(timeZone, ["09:00", "17:00"]);
      const start = ms("2027-02-17T00:00Z") + at * 15 * minute;
      const span: Span = [start, start + quarters * 15 * minute];
      const { early, late } = earlyAndLate(times, span);
      expect(early + late).toBe(minutesOutside(times, span));
      expect(early === 0 || late === 0 || lengthOf(times.worked) > 0).toBe(true);
    }),
  );
});

describe("the ledger", () => {
  const meeting = { starts: [ms("2027-02-16T12:30Z"), ms("2027-02-18T12:30Z")], minutes: 45 };
  it("adds up what meetings cost within the eight weeks, and nothing on a day off", () => {
    const all: Span = [ms("2027-02-01T00:00Z"), ms("2027-03-01T00:00Z")];
    expect(ledgerOf(toronto.times, [meeting], all)).toBe(60);
    expect(ledgerOf(toronto.times, [meeting], [ms("2027-02-17T00:00Z"), all[1]])).toBe(30);
    const off = attendee("America/Toronto", ["08:00", "17:00"], 0, { isOff: ({ date }) => date === thursday });
    expect(ledgerOf(off.times, [meeting], all)).toBe(30);
  });
});

test("days and times that nobody can meet on are refused with what to do", () => {
  const field = (problems: { field: string; expected: string }[]) =>
    problems.map(({ field: name, expected }) => `${name}: ${expected}`);
  expect(field(spanRefusals("2027-02-18", "2027-02-17", "2027-02-16"))).toEqual(["to: 2027-02-18 or a later day"]);
  expect(field(spanRefusals("2027-02-01", "2027-02-02", "2027-02-16"))).toEqual(["to: 2027-02-16 or a later day"]);
  expect(field(spanRefusals("2027-02-16", "2027-03-16", "2027-02-16"))).toEqual(["to: at most 14 days"]);
  expect(field(spanRefusals("2029-02-16", "2029-02-16", "2027-02-16"))).toEqual(["to: a day at most 400 days ahead"]);
  expect(spanRefusals("2027-02-16", "2027-02-18", "2027-02-16")).toEqual([]);
  const take = (at: string, people = four) =>
    field(
      takingRefusals({ startsAt: ms(at), minutes: 45, timeZone: "UTC", weeks: 1 }, people, ms("2027-02-16T09:12Z")),
    );
  expect(take("2027-02-18T12:40Z")).toEqual(["startsAt: a start at a quarter of an hour"]);
  expect(take("2027-02-15T12:45Z")).toEqual(["startsAt: a time to come"]);
  expect(take("2028-12-15T12:45Z")).toEqual(["startsAt: a day at most 400 days ahead"]);
  expect(take("2027-02-20T12:45Z")).toEqual(["startsAt: a time on nobody's day off or holiday"]);
  expect(take("2027-02-18T12:45Z")).toEqual([]);
});
