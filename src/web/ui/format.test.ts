import { expect, test } from "vitest";
import { daysBetween, formatFor } from "./format.ts";

const lisbon = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const now = new Date("2027-02-16T09:12:00Z");

test.each([
  ["2027-02-16T09:08:00Z", "4 min ago"],
  ["2027-02-16T05:00:00Z", "4 hr ago"],
  ["2027-02-15T23:30:00Z", "yesterday"],
  ["2027-02-09T18:00:00Z", "7 days ago"],
  ["2027-01-04T18:00:00Z", "4 Jan"],
])("%s reads %s", (instant, words) => {
  expect(lisbon.age(instant, now)).toBe(words);
});

test("a day begins where the reader is", () => {
  const auckland = formatFor({ locale: "en-GB", timeZone: "Pacific/Auckland" });
  expect(auckland.today(now)).toBe("2027-02-16");
  expect(auckland.today(new Date("2027-02-16T11:30:00Z"))).toBe("2027-02-17");
  expect(auckland.day("2027-02-16T11:30:00Z")).toBe("17 Feb");
});

test("a plain date belongs to no zone", () => {
  const honolulu = formatFor({ locale: "en-GB", timeZone: "Pacific/Honolulu" });
  expect(honolulu.date("2027-02-16")).toBe("16 Feb");
  expect(honolulu.longDate("2027-02-16")).toBe("Tuesday 16 February");
});

test("days are counted over a change of the clocks", () => {
  expect(daysBetween("2027-03-27", "2027-03-29")).toBe(2);
  expect(daysBetween("2027-03-29", "2027-03-27")).toBe(-2);
});

test("an exact decimal keeps its digits, however many there are", () => {
  expect(lisbon.decimal("12.50")).toBe("12.50");
  expect(lisbon.decimal("12345678901234567890.5")).toBe("12,345,678,901,234,567,890.5");
  expect(formatFor({ locale: "de-DE", timeZone: "Europe/Berlin" }).decimal("1234.5")).toBe("1.234,5");
});

test.each([
  ["en-GB", "09:05", "16 Feb 2027, 09:05", "17:00"],
  ["de-DE", "09:05", "16. Feb. 2027, 09:05", "17:00"],
  ["en-US", "9:05 AM", "Feb 16, 2027, 9:05 AM", "5:00 PM"],
])("times are written as in %s, everywhere alike", (locale, time, moment, plain) => {
  const format = formatFor({ locale, timeZone: "UTC" });
  const written = [format.time(at), format.moment(at), format.plainTime("17:00:00")];
  expect(written.map((words) => words.replaceAll("\u202f", " "))).toEqual([time, moment, plain]);
});
const at = "2027-02-16T09:05:00Z";
