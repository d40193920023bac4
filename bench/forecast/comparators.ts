/** What the forecast is held against: simpler ways to an 80 % range. None of them is in the product. */
import { checkInsUntil, courseOf } from "../../src/features/okrs/forecast/course.ts";
import { type Asked, askedOf, howMany } from "./asked.ts";
import { drawsFrom } from "./draws.ts";
import { quantile } from "./pinball.ts";
import type { Family } from "./series.ts";

/** Low and high of an 80 % range. */
export type Method = (asked: Asked) => [number, number];

/** Least squares through the start and all check-ins, with the range that textbooks give a new observation. */
export const straightLine: Method = (asked) => {
  const { times, values, horizon, last, way } = courseOf(checkInsUntil(asked.question), asked.question);
  const count = times.length;
  const [time, value] = [mean(times), mean(values)];
  const apart = times.reduce((sum, each) => sum + (each - time) ** 2, 0);
  const together = times.reduce((sum, each, at) => sum + (each - time) * ((values[at] as number) - value), 0);
  const slope = apart === 0 ? 0 : together / apart;
  const line = (at: number) => value + slope * (at - time);
  const misses = times.reduce((sum, each, at) => sum + ((values[at] as number) - line(each)) ** 2, 0);
  const deviation = Math.sqrt((misses / (count - 2)) * (1 + 1 / count + (horizon - time) ** 2 / (apart || 1)));
  const away = (STUDENT[count - 2] ?? 1.282) * deviation;
  return inBounds(asked, last + way * (line(horizon) - away), last + way * (line(horizon) + away));
};

/** 90 % points of Student's t with 1, 2, … degrees of freedom. */
const STUDENT = [0, 3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35, 1.345];

/**
 * The last value, with ends as far away as they were on series of the same families: split conformal prediction, one
 * pair of quantiles for each group of check-ins and each share of the cycle that is asked about.
 */
export function lastValue(families: readonly Family[], shares: readonly number[]): Method {
  const place = (asked: Asked) => `${howMany(asked.question.checkIns.length)} ${asked.gone}`;
  const gone = shares.flatMap((share) => askedOf(families, { count: 8_000, draws: drawsFrom(3), gone: () => share }));
  const misses = Map.groupBy(gone, place);
  const limits = new Map(
    [...misses].map(([at, all]) => {
      const ends = all.map((asked) => ({ value: missOf(asked), weight: 1 }));
      return [at, [quantile(ends, 0.1), quantile(ends, 0.9)] as const];
    }),
  );
  return (asked) => {
    const { last, way } = courseOf(checkInsUntil(asked.question), asked.question);
    const [low, high] = limits.get(place(asked)) ?? [0, 0];
    return inBounds(asked, last + way * low, last + way * high);
  };
}

function missOf({ series, question }: Asked): number {
  const { last, way } = courseOf(checkInsUntil(question), question);
  return way === 0 ? 0 : (series.end - last) / way;
}

function inBounds({ series: { bounds } }: Asked, one: number, other: number): [number, number] {
  const inside = (value: number) => Math.min(bounds.high ?? Infinity, Math.max(bounds.low ?? -Infinity, value));
  return [inside(Math.min(one, other)), inside(Math.max(one, other))];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
