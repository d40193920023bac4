/** Both arms by week, laid out in pixels. Drawing only. */

interface Week {
  week: number;
  covered: number | null;
  others: number | null;
}

interface Course {
  weeks: readonly Week[];
  /** The week in which it is decided. */
  decision: number;
  /** Means over the weeks before and since the start. */
  covered: { before: number | null; after: number | null };
  others: { before: number | null; after: number | null };
  /** Whether room is kept above the axis for marks of what happened. */
  marked: boolean;
}

export const plan = { height: 232, top: 34, bottom: 200, days: 222 };

/** Points of one arm, in pieces without a missing week between them. */
export interface Arm {
  pieces: string[];
  dots: { x: number; y: number; week: number; last: boolean }[];
  /** Bands at the mean before and since the start. */
  means: { from: number; to: number; y: number }[];
}

export function drawArms({ weeks, decision, covered, others, marked }: Course, width: number) {
  const first = Math.min(0, weeks[0]?.week ?? 0);
  const last = Math.max(decision, weeks.at(-1)?.week ?? 0);
  const step = width / Math.max(1, last - first + 1);
  /** The middle of a week; a boundary is half a step before it. */
  const x = (week: number) => rounded((week - first + 0.5) * step);
  const edge = (week: number) => rounded((week - first) * step);
  const y = scaleOf(weeks, marked ? plan.bottom - 44 : plan.bottom - 18);
  const spanOf = (which: (week: number) => boolean) => {
    const inside = weeks.filter(({ week }) => which(week));
    const [from, to] = [inside[0]?.week, inside.at(-1)?.week];
    return from === undefined || to === undefined ? null : { from: x(from) - 6, to: x(to) + 6 };
  };
  const [before, since] = [spanOf((week) => week < 0), spanOf((week) => week >= 0)];
  const arm = (of: "covered" | "others", { before: low, after: high }: Course["covered"]): Arm => {
    const points = weeks.flatMap(({ week, [of]: value }) =>
      value === null ? [] : [{ week, x: x(week), y: y(value) }],
    );
    return {
      pieces: pathsOf(points),
      dots: points.map((point, at) => ({ ...point, last: at === points.length - 1 })),
      means: [
        ...(before && low !== null ? [{ ...before, y: y(low) }] : []),
        ...(since && high !== null ? [{ ...since, y: y(high) }] : []),
      ],
    };
  };
  return {
    width,
    x,
    covered: arm("covered", covered),
    others: arm("others", others),
    start: edge(0),
    decision: edge(decision),
    ticks: ticksOf(first, last, step).map((week) => ({ week, x: x(week) })),
  };
}

/** Every so many weeks, the start among them, so that no two written days touch. */
function ticksOf(first: number, last: number, step: number): number[] {
  const every = Math.max(1, Math.ceil(64 / step));
  const from = Math.ceil(first / every) * every;
  return Array.from({ length: Math.floor((last - from) / every) + 1 }, (_, at) => from + at * every);
}

function pathsOf(points: readonly { week: number; x: number; y: number }[]): string[] {
  const pieces: string[] = [];
  for (const [at, { week, x, y }] of points.entries()) {
    const goesOn = points[at - 1]?.week === week - 1;
    if (goesOn) pieces.push(`${pieces.pop()}L${x} ${y}`);
    else pieces.push(`M${x} ${y}`);
  }
  return pieces.filter((piece) => piece.includes("L"));
}

function scaleOf(weeks: readonly Week[], bottom: number): (value: number) => number {
  const top = plan.top + 18;
  const values = weeks.flatMap(({ covered, others }) => [covered, others]).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 0 || low === high) return () => (top + bottom) / 2;
  return (value) => rounded(bottom - ((bottom - top) * (value - low)) / (high - low));
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
