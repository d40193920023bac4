/**
 * What tells of where a course goes: its drifts, signed, which move the middle of a forecast, and its spreads, never
 * negative, which widen it. All in ways from start to target, so twice the values give twice the traits.
 */
import type { Course } from "./course.ts";

export interface Traits {
  drifts: number[];
  spreads: number[];
}

/** In the order of `traitsOf`, as coefficients.generated.ts and the guide name them. */
export const DRIFTS = [
  "horizon · rising",
  "horizon² · rising",
  "slope · horizon",
  "steady · horizon",
  "steady · horizon²",
  "steady · horizon · quiet",
  "steady · horizon · rough",
  "median of the last three",
  "end of the recent line",
  "mean · min(1, horizon ÷ elapsed) · rough",
] as const;
export const SPREADS = [
  "√horizon",
  "horizon · rising",
  "horizon · (1 − rising)",
  "horizon · rough",
  "horizon · gone",
  "|slope| · horizon",
  "|steady| · horizon, where it leads away",
  "typical move · √horizon",
  "residual of the recent line",
  "residual of the slope",
  "mean, where it lies nearer the target",
  "mean, where it lies further off",
] as const;

export function traitsOf({ times, values, horizon }: Course): Traits {
  const elapsed = Math.max(MOMENT, -(times[0] as number));
  const root = Math.sqrt(horizon);
  const slope = slopeOverall(times, values, elapsed);
  const recent = recentLine(times, values, elapsed);
  const steady = agreeing(slope, recent.slope);
  const quiet = quietShare(times, values, elapsed);
  const rough = shareOf(recent.residual, Math.abs(recent.slope) * elapsed);
  const mean = average(values);
  const rising = risingShare(values);
  const gone = elapsed / (elapsed + horizon);
  return {
    drifts: [
      horizon * rising,
      horizon * horizon * rising,
      slope * horizon,
      steady * horizon,
      steady * horizon * horizon,
      steady * horizon * quiet,
      steady * horizon * rough,
      median(values.slice(-3)),
      recent.level,
      mean * Math.min(1, horizon / elapsed) * rough,
    ],
    spreads: [
      root,
      horizon * rising,
      horizon * (1 - rising),
      horizon * rough,
      horizon * gone,
      Math.abs(slope) * horizon,
      Math.max(0, -steady) * horizon,
      typicalMove(times, values) * root,
      recent.residual,
      residualOf(times, values, slope),
      Math.max(0, mean),
      Math.max(0, -mean),
    ],
  };
}

/** Cycles: what lies closer together counts as this far apart, so that two reports in one minute give no pace. */
const MOMENT = 0.01;

/** The middle of the slopes between points at least a third of the course apart (Theil 1950, Sen 1968). */
function slopeOverall(times: number[], values: number[], elapsed: number): number {
  const slopes: number[] = [];
  for (let from = 0; from < times.length; from += 1) {
    for (let to = from + 1; to < times.length; to += 1) {
      const apart = (times[to] as number) - (times[from] as number);
      if (apart < elapsed / 3) continue;
      slopes.push(((values[to] as number) - (values[from] as number)) / Math.max(apart, MOMENT));
    }
  }
  return median(slopes);
}

/** A line by least squares in which a point counts half as much for each quarter of the course it lies back. */
function recentLine(times: number[], values: number[], elapsed: number) {
  const weights = times.map((time) => 2 ** ((4 * time) / elapsed));
  const sum = sumOf(weights);
  const time = sumOf(times.map((each, at) => each * (weights[at] as number))) / sum;
  const value = sumOf(values.map((each, at) => each * (weights[at] as number))) / sum;
  let [together, apart] = [0, MOMENT * MOMENT];
  for (let at = 0; at < times.length; at += 1) {
    const away = (times[at] as number) - time;
    together += (weights[at] as number) * away * ((values[at] as number) - value);
    apart += (weights[at] as number) * away * away;
  }
  const slope = together / apart;
  const level = value - slope * time;
  const squares = values.map(
    (each, at) => (weights[at] as number) * (each - level - slope * (times[at] as number)) ** 2,
  );
  return { slope, level, residual: Math.sqrt(sumOf(squares) / sum) };
}

/** The smaller of two slopes that point the same way; 0 where they do not. */
function agreeing(one: number, other: number): number {
  return Math.sign(one) === Math.sign(other) ? Math.sign(one) * Math.min(Math.abs(one), Math.abs(other)) : 0;
}

/** How far its moves lead nearer to the target on the whole: 1 where every one does, 0 where they lead nowhere or away. */
function risingShare(values: number[]): number {
  let gross = 0;
  for (let at = 1; at < values.length; at += 1) gross += Math.abs((values[at] as number) - (values[at - 1] as number));
  return gross === 0 ? 0 : Math.max(0, -(values[0] as number) / gross);
}

/** Share of the course that has passed since the value last changed. */
function quietShare(times: number[], values: number[], elapsed: number): number {
  let at = values.length - 1;
  while (at > 0 && values[at - 1] === 0) at -= 1;
  return Math.min(1, -(times[at] as number) / elapsed);
}

/** The middle of the moves from one point to the next, per root of the time between, as in a random walk. */
function typicalMove(times: number[], values: number[]): number {
  const moves: number[] = [];
  for (let at = 1; at < times.length; at += 1) {
    const apart = Math.max(MOMENT, (times[at] as number) - (times[at - 1] as number));
    moves.push(Math.abs((values[at] as number) - (values[at - 1] as number)) / Math.sqrt(apart));
  }
  return median(moves);
}

/** How far the points lie, in quadratic mean, off a line of this slope through their middle. */
function residualOf(times: number[], values: number[], slope: number): number {
  const along = values.map((value, at) => value - slope * (times[at] as number));
  const middle = median(along);
  return Math.sqrt(average(along.map((value) => (value - middle) ** 2)));
}

function median(values: number[]): number {
  if (values.length === 0) return 0;
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

function average(values: number[]): number {
  return values.length === 0 ? 0 : sumOf(values) / values.length;
}

function sumOf(values: number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function shareOf(one: number, other: number): number {
  return one + other === 0 ? 0 : one / (one + other);
}
