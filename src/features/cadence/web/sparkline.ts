/** The values of a key result so far, laid out as steps: a value holds until the next check-in. */

export interface SparkPoint {
  /** Milliseconds since 1970. */
  at: number;
  value: number;
}

interface Spark {
  points: readonly SparkPoint[];
  /** Where it began and where pace expects it at the end; null without a pace. */
  pace: { from: SparkPoint; to: SparkPoint } | null;
  /** What is being typed. */
  next: SparkPoint | null;
}

export interface DrawnSpark {
  line: string;
  pace: string | null;
  next: { path: string; x: number; y: number } | null;
  last: { x: number; y: number };
  paceEnd: { x: number; y: number } | null;
}

/** SVG paths in a box of `width` by `height` pixels. Drawing only, so floats will do. */
export function drawSpark({ points, pace, next }: Spark, width: number, height: number): DrawnSpark | null {
  const [first] = points;
  const latest = points.at(-1);
  if (!first || !latest) return null;
  const all = [...points, ...(pace ? [pace.from, pace.to] : []), ...(next ? [next] : [])];
  const x = scale(
    all.map(({ at }) => at),
    0,
    width,
  );
  const y = scale(
    all.map(({ value }) => value),
    height,
    0,
  );
  const steps = points.slice(1).map(({ at, value }) => `H${x(at)}V${y(value)}`);
  const end = next ? x(next.at) : x(Math.max(...all.map(({ at }) => at)));
  const place = (point: SparkPoint) => ({ x: x(point.at), y: y(point.value) });
  return {
    line: `M${x(first.at)} ${y(first.value)}${steps.join("")}H${end}`,
    pace: pace && `M${x(pace.from.at)} ${y(pace.from.value)}L${x(pace.to.at)} ${y(pace.to.value)}`,
    next: next && { path: `M${end} ${y(latest.value)}V${y(next.value)}`, ...place(next) },
    last: { x: end, y: y(latest.value) },
    paceEnd: pace && place(pace.to),
  };
}

/** From the smallest and the largest to the two ends; the middle where all are the same. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return (value) =>
    Math.round((high === low ? (from + to) / 2 : from + ((to - from) * (value - low)) / (high - low)) * 10) / 10;
}
