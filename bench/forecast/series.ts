/** A made-up key result over a whole cycle: what was checked in when, and what it ended at. */
import type { Draws } from "./draws.ts";

export interface Series {
  family: string;
  /** Days; the cycle starts on day 0. */
  length: number;
  /** null for a key result that holds a threshold and has no start. */
  start: number | null;
  target: number;
  /** null: none on that side. */
  bounds: { low: number | null; high: number | null };
  /** `at` in days from the start of the cycle, in order. */
  checkIns: { at: number; value: number }[];
  /** What a check-in at the end of the cycle reports. */
  end: number;
}

/** Makes one series of a family; everything that is random in it comes from the draws. */
export type Family = (draws: Draws) => Series;

/** How a course in progress (0 at the start, 1 at the target) is turned into what people report. */
export interface Dress {
  start: number | null;
  target: number;
  /** The value that progress 0 stands for. */
  origin: number;
  low: number | null;
  high: number | null;
  /** Digits after the point that are reported. */
  digits: number;
}

/** The days of a cycle: a quarter most often, else a month, half a year, a year, or anything from 28 to 365. */
export function cycleLength(draws: Draws): number {
  return draws.happens(0.5) ? draws.oneOf([90, 91, 92]) : draws.oneOf([28, 60, 182, 365, draws.whole(28, 365)]);
}

/** A metric of any size and unit, rising or falling, told with one to four figures. */
export function anyDress(draws: Draws): Dress {
  const size = 10 ** draws.between(-1, 6);
  const distance = size * draws.oneOf([1, -1, 1]) * draws.between(0.2, 2);
  const start = draws.happens(0.5) ? 0 : size * draws.between(0.1, 5);
  const digits = Math.max(0, draws.whole(1, 3) - Math.floor(Math.log10(Math.abs(distance))));
  return { start, origin: start, target: start + distance, low: null, high: null, digits };
}

/** A share of a hundred. */
export function percentageDress(draws: Draws): Dress {
  const start = draws.happens(0.4) ? 0 : draws.between(2, 85);
  const target = start === 0 ? draws.oneOf([100, 100, draws.between(20, 95)]) : draws.between(start + 5, 100);
  const [from, to] = start > 0 && draws.happens(0.2) ? [target, start] : [start, target];
  return { start: from, origin: from, target: to, low: 0, high: 100, digits: draws.oneOf([0, 0, 1]) };
}

/** What nobody reports with a point: customers, tickets, hires. */
export function countDress(draws: Draws): Dress {
  const distance = Math.ceil(10 ** draws.between(0.5, 3.5));
  const start = draws.happens(0.6) ? 0 : draws.whole(1, 4 * distance);
  return { start, origin: start, target: start + distance, low: 0, high: null, digits: 0 };
}

/**
 * The check-ins of a cycle by one of the rhythms people keep: days between them, how far they stray, how many are left
 * out, and sometimes all of them close together.
 */
export function checkInDays(draws: Draws, length: number): number[] {
  const [weeks, stray, missed] = draws.oneOf([
    [1, 0.05, 0.05],
    [1, 0.3, 0.25],
    [1, 0.1, 0.5],
    [2, 0.2, 0.15],
    [2, 0.4, 0.3],
    [4.3, 0.15, 0.05],
    [draws.between(0.3, 8), 0.5, 0.1],
  ] as const);
  if (draws.happens(0.15)) return atAnyTime(draws, length);
  const gap = weeks * 7;
  const days: number[] = [];
  for (let day = gap * draws.between(0.2, 1); day < length; day += gap) {
    const at = day + gap * stray * draws.between(-0.5, 0.5);
    if (at > 0 && at < length && !draws.happens(missed)) days.push(at);
  }
  return days.sort((one, other) => one - other);
}

/** From none to twenty, whenever somebody thought of it. */
export function atAnyTime(draws: Draws, length: number): number[] {
  const days = Array.from({ length: draws.whole(0, 20) }, () => draws.between(0, length));
  return days.sort((one, other) => one - other);
}

/**
 * Reports a course. `course` is the true progress on a day, `noise` the standard deviation of a report around it in
 * progress; reports are rounded and stay within the bounds, and the last report is of the last day.
 */
export function reported(
  draws: Draws,
  family: string,
  {
    length,
    dress,
    days,
    course,
    noise,
  }: { length: number; dress: Dress; days: number[]; course: Course; noise: number },
): Series {
  const unit = 10 ** dress.digits;
  const report = (day: number) => {
    const progress = course(day) + noise * draws.normal();
    const value = Math.round((dress.origin + progress * (dress.target - dress.origin)) * unit) / unit;
    return Math.min(dress.high ?? Infinity, Math.max(dress.low ?? -Infinity, value));
  };
  const checkIns = days.map((at) => ({ at, value: report(at) }));
  const bounds = { low: dress.low, high: dress.high };
  return { family, length, start: dress.start, target: dress.target, bounds, checkIns, end: report(length) };
}

/** True progress on a day, 0 ≤ day ≤ length. */
export type Course = (day: number) => number;

/** A course that was made day by day, straight between two days. */
export function daily(length: number, next: (before: number, day: number) => number, first = 0): Course {
  const values = [first];
  for (let day = 1; day <= length; day += 1) values.push(next(values[day - 1] as number, day));
  return (day) => {
    const before = Math.min(length, Math.floor(day));
    const [from = 0, to = from] = [values[before], values[before + 1]];
    return from + (to - from) * (day - before);
  };
}
