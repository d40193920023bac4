/** The course of a key result, laid out in pixels: values hold until the next check-in. Drawing only, so floats will do. */

export interface Reported {
  /** Milliseconds since 1970. */
  at: number;
  value: number;
  confidence: number;
}

export interface Course {
  /** First and last day of the cycle, YYYY-MM-DD. */
  startsOn: string;
  endsOn: string;
  now: number;
  /** Where it began; null where nothing is counted from a start. */
  start: number | null;
  /** Targets and limits that hold over the whole cycle. */
  limits: readonly number[];
  /** Oldest first. */
  reported: readonly Reported[];
  /** From the start on to the target: what pace expects, day by day linear between them; empty without a pace. */
  pace: readonly { on: string; value: number }[];
  /** Targets that were in force until they were changed. */
  changes: readonly { at: number; before: number }[];
  /** Where it is heading, at the end of its last day; null without a forecast. */
  forecast: { middle: number; range50: Between; range80: Between } | null;
}

interface Between {
  low: number;
  high: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Height of the whole drawing and of its parts, in pixels. */
export const chart = { height: 304, top: 16, axis: 236, days: 256, confidence: 292 };

export function drawChart(course: Course, width: number) {
  const x = timeScale(course, width);
  const y = valueScale(course);
  const { reported, start, changes } = course;
  const today = x(course.now);
  const steps = reported.map(({ at, value }) => `H${x(at)}V${y(value)}`).join("");
  const from = start ?? reported[0]?.value ?? null;
  const last = reported.at(-1);
  const now = last ? { x: Math.max(today, x(last.at)), y: y(last.value) } : null;
  return {
    width,
    fan: now && course.forecast && fanOf(now, course.forecast, { width, y }),
    /** Where the line begins: the trunk bends to it. */
    from: from === null ? null : { x: 0, y: y(from) },
    line: from === null || !last ? null : `M0 ${y(from)}${steps}H${Math.max(today, x(last.at))}`,
    dots: reported.map(({ at, value }) => ({ x: x(at), y: y(value) })),
    now,
    pace: pathOf(course.pace.map(({ on, value }) => ({ x: x(dayOf(on)), y: y(value) }))),
    /** Beside which point of the pace its name stands: the middle of what comes last. */
    paceWords: middle(course.pace.slice(-2).map(({ on, value }) => ({ x: x(dayOf(on)), y: y(value) }))),
    phases: course.pace.slice(1, -1).map(({ on, value }) => ({ x: x(dayOf(on)), y: y(value), on, value })),
    limits: course.limits.map((value) => ({
      value,
      y: y(value),
      from: x(changes.at(-1)?.at ?? dayOf(course.startsOn)),
    })),
    former: changes.map(({ at, before }, nth) => ({
      value: before,
      y: y(before),
      from: x(changes[nth - 1]?.at ?? dayOf(course.startsOn)),
      to: x(at),
    })),
    today: isDuring(course) ? today : null,
    ticks: ticksOf(course, x),
    confidence: spaced(reported.map(({ at, confidence }) => ({ x: x(at), confidence }))),
  };
}

/** From where it stands now to the end: what may happen widens with the root of the time, as a random walk does. */
function fanOf(
  now: Point,
  { middle, range50, range80 }: NonNullable<Course["forecast"]>,
  { width, y }: { width: number; y: (value: number) => number },
) {
  const center = (part: number) => now.y + (y(middle) - now.y) * part;
  const at = (part: number, end: number): Point => ({
    x: rounded(now.x + (width - now.x) * part),
    y: rounded(center(part) + (y(end) - y(middle)) * Math.sqrt(part)),
  });
  const area = ({ low, high }: Between) =>
    `${pathOf([...parts.map((part) => at(part, high)), ...parts.toReversed().map((part) => at(part, low))])}Z`;
  return {
    range50: area(range50),
    range80: area(range80),
    middle: pathOf(parts.map((part) => at(part, middle))) as string,
    ends: { middle: y(middle), low: y(range80.low), high: y(range80.high) },
  };
}

/** Shares of the way from now to the end at which the edge of a fan is drawn. */
const parts = [0, 0.03, 0.1, 0.25, 0.5, 0.75, 1];

/** Labels in one column so that none touches the next: as near to their own height as the others let them. */
export function apart<Label extends { y: number }>(labels: readonly Label[], least = 16): Label[] {
  const placed = labels.toSorted((one, other) => one.y - other.y).map((label) => ({ ...label }));
  for (let time = 0; time < placed.length; time += 1)
    for (const [nth, label] of placed.entries()) {
      const above = placed[nth - 1];
      const overlap = above ? least - (label.y - above.y) : 0;
      if (!above || overlap <= 0) continue;
      above.y -= overlap / 2;
      label.y += overlap / 2;
    }
  return placed.map((label) => ({ ...label, y: rounded(label.y) }));
}

function pathOf([first, ...others]: readonly Point[]): string | null {
  return first ? `M${first.x} ${first.y}${others.map(({ x, y }) => `L${x} ${y}`).join("")}` : null;
}

function middle([one, other]: readonly Point[]): Point | null {
  return one && other ? { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 } : null;
}

/** The first day at 0, the last at the width; what lies outside is drawn at the edge. */
function timeScale({ startsOn, endsOn }: Course, width: number): (at: number) => number {
  const first = dayOf(startsOn);
  const length = Math.max(1, dayOf(endsOn) - first);
  return (at) => rounded(width * Math.min(1, Math.max(0, (at - first) / length)));
}

/** From the smallest value to the largest, with a little room; in the middle where all are the same. */
function valueScale({ start, limits, reported, pace, changes, forecast }: Course): (value: number) => number {
  const values = [
    ...(start === null ? [] : [start]),
    ...limits,
    ...reported.map(({ value }) => value),
    ...pace.map(({ value }) => value),
    ...changes.map(({ before }) => before),
    ...(forecast ? [forecast.range80.low, forecast.range80.high] : []),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [bottom, top] = [chart.axis - 30, chart.top + 26];
  if (high === low) return () => (bottom + top) / 2;
  return (value) => rounded(bottom - ((bottom - top) * (value - low)) / (high - low));
}

function isDuring({ startsOn, endsOn, now }: Course): boolean {
  return now >= dayOf(startsOn) && now < dayOf(endsOn) + day;
}

export interface Tick {
  x: number;
  /** The day to write; null for a tick between. */
  on: string | null;
  anchor: "start" | "middle" | "end";
}

/** The first and the last day, the first of each month where there is room to write it, and weeks between in a quarter. */
function ticksOf({ startsOn, endsOn }: Course, x: (at: number) => number): Tick[] {
  const [first, last] = [dayOf(startsOn), dayOf(endsOn)];
  const ends: Tick[] = [
    { x: x(first), on: startsOn, anchor: "start" },
    { x: x(last), on: endsOn, anchor: "end" },
  ];
  const months = monthsBetween(first, last).reduce<Tick[]>((kept, at) => {
    const before = kept.at(-1)?.x ?? 0;
    const fits = x(at) - before >= room && x(last) - x(at) >= room * 1.4;
    if (fits) kept.push({ x: x(at), on: isoOf(at), anchor: "middle" });
    return kept;
  }, []);
  const weeks = Math.floor((last - first) / (7 * day));
  const between = weeks > 27 ? [] : Array.from({ length: weeks }, (_, nth) => x(first + (nth + 1) * 7 * day));
  return [...ends, ...months, ...between.map((at): Tick => ({ x: at, on: null, anchor: "middle" }))];
}

const day = 86_400_000;
/** Pixels that a written day takes. */
const room = 56;

function monthsBetween(first: number, last: number): number[] {
  const begin = new Date(first);
  const all = Array.from({ length: 72 }, (_, nth) =>
    Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + nth + 1, 1),
  );
  return all.filter((at) => at < last);
}

/** Numbers that would touch are thinned out from the latest backwards. */
function spaced<T extends { x: number }>(marks: readonly T[]): T[] {
  const kept: T[] = [];
  for (const mark of marks.toReversed())
    if ((kept.at(-1)?.x ?? Number.POSITIVE_INFINITY) - mark.x >= 16) kept.push(mark);
  return kept.toReversed();
}

/** Midnight UTC of a plain date: the drawing needs no finer place. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isoOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
