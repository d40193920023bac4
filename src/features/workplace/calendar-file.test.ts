import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarOf, type PlannedDay } from "./calendar-file.ts";
import { readCalendar } from "./calendar-reading.ts";
import { daysFrom } from "./week.ts";

const lisbon = { id: "l", name: "Lisbon", place: "Lisbon" };
const berlin = { id: "b", name: "Berlin Mitte", place: "Berlin" };
const given = { sites: [lisbon, berlin], homeSiteId: "l", first: "2027-02-15", last: "2028-02-15" };

const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:1@x", "DTSTAMP:20270101T000000Z", ...lines, "END:VEVENT"];
const file = (...events: string[][]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//X//EN", ...events.flat(), "END:VCALENDAR", ""].join("\r\n");
const allDay = (day: string, summary: string, ...more: string[]) =>
  event(`DTSTART;VALUE=DATE:${day}`, `SUMMARY:${summary}`, ...more);

/** Day → where, of one event. */
async function read(...events: string[][]) {
  const reading = await readCalendar(file(...events), given);
  if (!reading) throw new Error("It is a calendar.");
  return {
    days: reading.days.map(({ day, at, siteId }) => [day.slice(5), at, siteId].filter(Boolean).join(" ")),
    off: reading.timeOff.map(({ startsOn, endsOn }) => `${startsOn.slice(5)}–${endsOn.slice(5)}`),
    not: reading.notUnderstood.map(({ line, reason }) => `${line} ${reason.split(/[.,]/)[0]}`),
  };
}

describe("the words of calendars", () => {
  const table: [title: string, days: string[], off: string[]][] = [
    ["Home", ["02-16 home"], []],
    ["Working from home", ["02-16 home"], []],
    ["Home office", ["02-16 home"], []],
    ["Office", ["02-16 office l"], []],
    ["Office (Berlin Mitte)", ["02-16 office b"], []],
    ["Lisbon", ["02-16 office l"], []],
    ["Out of office", [], ["02-16–02-16"]],
    ["Annual leave", [], ["02-16–02-16"]],
    ["Business trip", ["02-16 travel"], []],
  ];
  test.each(table)("%s", async (title, days, off) => {
    expect(await read(allDay("20270216", title))).toEqual({ days, off, not: [] });
  });

  test("Outlook's status tells of days off, whatever they are called; nothing of the title is taken", async () => {
    expect((await read(allDay("20270216", "Dentist", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"))).off).toEqual(["02-16–02-16"]);
  });
});

describe("what is not read has its line and its reason", () => {
  test.each([
    ["another word", allDay("20270216", "Sprint review"), "4 It says neither home"],
    ["a time of day", event("DTSTART:20270216T090000Z", "SUMMARY:Home"), "4 It has a time of day"],
    ["a day that is over", allDay("20260216", "Home"), "4 None of its days lies between 2027-02-15 and 2028-02-15"],
    ["a cancelled one", allDay("20270216", "Home", "STATUS:CANCELLED"), "4 It was cancelled"],
    ["no day", event("SUMMARY:Home"), "4 It has no first day"],
    [
      "one that repeats for ever from long ago",
      allDay("19000101", "Home", "RRULE:FREQ=DAILY"),
      "4 It repeats too often to be read",
    ],
    ["one that repeats each second", allDay("20270216", "Home", "RRULE:FREQ=SECONDLY"), "4 It repeats within a day"],
    ["an end before its start", allDay("20270216", "Home", "DTEND;VALUE=DATE:20270201"), "4 It ends before it begins"],
    [
      "the first year of all",
      allDay("00010101", "Home", "DTEND;VALUE=DATE:99991231"),
      "4 It is not written as calendars write it",
    ],
    ["no such day", allDay("00000000", "Home"), "4 It is not written as calendars write it"],
    [
      "more days than there are",
      allDay("20270216", "Home", "DURATION:P99999999999D"),
      "4 It is not written as calendars write it",
    ],
    [
      "a step beyond all years",
      allDay("20270216", "Home", "RRULE:FREQ=DAILY;INTERVAL=999999999"),
      "4 It repeats too often to be read",
    ],
  ])("%s", async (_what, lines, reason) => {
    expect((await read(lines)).not).toEqual([reason]);
  });

  test("two plans for one day", async () => {
    const { days, not } = await read(allDay("20270216", "Home"), allDay("20270216", "Office"));
    expect([days, not]).toEqual([["02-16 home"], ["10 Line 4 plans 2027-02-16 already"]]);
  });

  test.each(["", "no calendar", "BEGIN:VCARD\r\nEND:VCARD", "BEGIN:VCALENDAR"])(
    "%j is no calendar",
    async (content) => {
      expect(await readCalendar(content, given)).toBeNull();
    },
  );
});

describe("a file costs what one file may, whatever it holds", () => {
  const many = 4000;
  const held = (...lines: string[]) =>
    file(...Array.from({ length: many }, () => allDay("20270216", "Home", ...lines)));

  test.each([
    ["every day for ever", "RRULE:FREQ=DAILY;COUNT=999999999"],
    ["on a day that never comes", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"],
    ["in a month that never has it", "RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=9"],
    ["in a year that never has it", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"],
    ["once", "TRANSP:TRANSPARENT"],
  ])("%s", async (_what, line) => {
    const content = held(line);
    const began = process.cpuUsage();
    const reading = await readCalendar(content, given);
    const { user, system } = process.cpuUsage(began);
    expect(user + system).toBeLessThan(2_000_000);
    const rest = reading?.notUnderstood.at(-1)?.reason;
    expect(rest).toMatch(/^This event and the \d+ after it are not read: of a file 366 events are read/);
    expect(reading?.notUnderstood.length).toBeLessThan(400);
  });

  test("others have their turn while it is read", async () => {
    let turns = 0;
    const counting = setInterval(() => turns++, 0);
    await readCalendar(held("RRULE:FREQ=DAILY;COUNT=999999999"), given);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(0);
  });

  test("366 plans of one day each are read whole", async () => {
    const days = daysFrom("2027-02-15", 366).map(({ date }) => allDay(date.replaceAll("-", ""), "Home"));
    const reading = await readCalendar(file(...days), given);
    expect([reading?.days.length, reading?.notUnderstood]).toEqual([366, []]);
  });
});

test("what repeats is read day by day, without what was left out or moved", async () => {
  const weekly = allDay("20270216", "Home", "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;VALUE=DATE:20270223");
  const moved = allDay("20270303", "Home", "RECURRENCE-ID;VALUE=DATE:20270302");
  expect((await read(weekly, moved)).days).toEqual(["02-16 home", "03-09 home", "03-03 home"]);
});

test("several days end before their last one, as the standard has it", async () => {
  expect((await read(allDay("20270216", "Vacation", "DTEND;VALUE=DATE:20270219"))).off).toEqual(["02-16–02-18"]);
});

test("a plan that goes out comes in as it was", async () => {
  const office = fc.constantFrom({ name: "Lisbon", place: "Lisbon" }, { name: "Berlin Mitte", place: "Berlin" });
  const place = fc.oneof(
    fc.record({ at: fc.constant("office" as const), office }),
    fc.record({ at: fc.constantFrom("home" as const, "travel" as const), office: fc.constant(null) }),
    fc.constant(null),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 40 }), async (places) => {
      const dates = daysFrom("2027-02-15", places.length);
      const days: PlannedDay[] = places.flatMap((each, at) =>
        each ? [{ ...each, day: dates[at]?.date as string }] : [],
      );
      const anchors = [{ team: "Product", days: dates.slice(0, 3).map(({ date }) => date) }];
      const reading = await readCalendar(calendarOf(days, anchors, "m", "2027-02-16T09:12:00Z"), given);
      expect(reading?.notUnderstood).toEqual([]);
      expect(
        reading?.days.map(({ day, at, siteId }) => ({
          ...{ day, at },
          office: [lisbon, berlin].find(({ id }) => id === siteId)?.name ?? null,
        })),
      ).toEqual(days.map(({ day, at, office: where }) => ({ day, at, office: where?.name ?? null })));
    }),
  );
});
