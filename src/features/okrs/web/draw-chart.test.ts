import { expect, test } from "vitest";
import { apart, type Course, chart, dayOf, drawChart } from "./draw-chart.ts";

const course: Course = {
  startsOn: "2027-01-04",
  endsOn: "2027-03-28",
  now: dayOf("2027-02-16"),
  start: 34,
  limits: [55],
  reported: [
    { at: dayOf("2027-01-11"), value: 35, confidence: 6 },
    { at: dayOf("2027-02-09"), value: 46, confidence: 7 },
  ],
  pace: [
    { on: "2027-01-04", value: 34 },
    { on: "2027-03-28", value: 55 },
  ],
  changes: [],
  forecast: null,
};

test("a value holds until the next check-in, and the last until today", () => {
  const { line, now, from } = drawChart(course, 830);
  expect(line).toBe(`M0 ${from?.y}H70V198.2H360V112.3H430`);
  expect(now).toEqual({ x: 430, y: 112.3 });
});

test("the line begins at the start, also before the first check-in, but is not drawn without one", () => {
  const { from, line } = drawChart({ ...course, reported: [] }, 830);
  expect(from).toEqual({ x: 0, y: chart.axis - 30 });
  expect(line).toBeNull();
});

test("pace runs from the first day to the last, by phased targets where there are any", () => {
  expect(drawChart(course, 830).pace).toBe("M0 206L830 42");
  const pace = [course.pace[0], { on: "2027-02-15", value: 50 }, course.pace[1]].filter((each) => each !== undefined);
  const { phases } = drawChart({ ...course, pace }, 830);
  expect(phases).toEqual([{ x: 420, y: 81, on: "2027-02-15", value: 50 }]);
});

test("a former target stands until the day it was changed, the present one from then on", () => {
  const { former, limits } = drawChart({ ...course, changes: [{ at: dayOf("2027-01-18"), before: 60 }] }, 830);
  expect(former).toEqual([{ value: 60, y: 42, from: 0, to: 140 }]);
  expect(limits).toMatchObject([{ value: 55, from: 140 }]);
});

test("outside of the cycle there is no today", () => {
  expect(drawChart({ ...course, now: dayOf("2027-06-01") }, 830).today).toBeNull();
  expect(drawChart({ ...course, now: dayOf("2026-12-01") }, 830).today).toBeNull();
});

test("one value alone lies in the middle", () => {
  const { from } = drawChart({ ...course, start: 5, limits: [], reported: [], pace: [] }, 830);
  expect(from?.y).toBe(124);
});

test("days are written where there is room: months of a quarter, not every month of a narrow year", () => {
  const written = (given: Course, width: number) =>
    drawChart(given, width).ticks.flatMap(({ on }) => (on === null ? [] : [on]));
  expect(written(course, 830)).toEqual(["2027-01-04", "2027-03-28", "2027-02-01", "2027-03-01"]);
  const year = { ...course, startsOn: "2027-01-01", endsOn: "2027-12-31" };
  expect(written(year, 360).length).toBeLessThan(8);
});

test("confidence numbers that would touch give way to the later ones", () => {
  const reported = [1, 2, 3].map((nth) => ({ at: dayOf("2027-01-11") + nth, value: nth, confidence: nth }));
  expect(drawChart({ ...course, reported }, 830).confidence.map(({ confidence }) => confidence)).toEqual([3]);
});

test("a forecast opens as a fan from where the line stands now, wider for eight ends in ten than for half of them", () => {
  const forecast = { middle: 54, range50: { low: 52, high: 56 }, range80: { low: 49, high: 58 } };
  const { fan, now } = drawChart({ ...course, forecast }, 830);
  expect(fan?.middle).toMatch(new RegExp(`^M${now?.x} ${now?.y}L.*L830 ${fan?.ends.middle}$`));
  expect(fan?.range80.startsWith(`M${now?.x} ${now?.y}`)).toBe(true);
  expect(fan && fan.ends.high < fan.ends.middle && fan.ends.middle < fan.ends.low).toBe(true);
  expect(drawChart(course, 830).fan).toBeNull();
  expect(drawChart({ ...course, forecast, reported: [] }, 830).fan).toBeNull();
});

test("labels that would touch make room for each other, the others stay", () => {
  expect(apart([{ y: 10 }, { y: 100 }])).toEqual([{ y: 10 }, { y: 100 }]);
  expect(apart([{ y: 50 }, { y: 46 }])).toEqual([{ y: 40 }, { y: 56 }]);
  const three = apart([{ y: 40 }, { y: 42 }, { y: 44 }]).map(({ y }) => y);
  for (const [nth, y] of three.entries()) if (nth > 0) expect(y - (three[nth - 1] ?? 0)).toBeGreaterThanOrEqual(12);
});
