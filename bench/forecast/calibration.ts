/** How well the forecast holds on series nobody trained on: which share of the ends its ranges hold, and its score. */
import { checkInsUntil, courseOf } from "../../src/features/okrs/forecast/course.ts";
import { forecast, type Likely } from "../../src/features/okrs/forecast/forecast.ts";
import type { Learned } from "../../src/features/okrs/forecast/spread.ts";
import { type Asked, askedOf, howMany } from "./asked.ts";
import { lastValue, type Method, straightLine } from "./comparators.ts";
import { drawsFrom } from "./draws.ts";
import type { Family } from "./series.ts";

export const SHARES_GONE = [0.25, 0.5, 0.75] as const;
export const GROUPS = ["3", "4–6", "7 and more"] as const;
/** Series asked about at each share of the cycle. */
export const SERIES_EACH = 8_000;

export interface Judged {
  family: string;
  gone: number;
  group: number;
  holds50: boolean;
  holds80: boolean;
  /** Said, and whether it came to be. */
  chance: number;
  reached: boolean;
  /** Interval scores in ways from start to target; the lower the better. */
  score: number;
  straightLine: number;
  lastValue: number;
}

/** `known` are the families that comparators may learn from. */
export function judge(
  families: readonly Family[],
  { learned, known, seed }: { learned: readonly Learned[]; known: readonly Family[]; seed: number },
): Judged[] {
  const last = lastValue(known, SHARES_GONE);
  return SHARES_GONE.flatMap((gone, at) => {
    const draws = drawsFrom(seed + at);
    return askedOf(families, { count: SERIES_EACH, draws, gone: () => gone }).map((asked) =>
      judged(asked, learned, last),
    );
  });
}

function judged(asked: Asked, learned: readonly Learned[], last: Method): Judged {
  const { series, question, gone } = asked;
  const said = forecast(question, learned) as Likely;
  const { end, family } = series;
  const way = Math.abs(courseOf(checkInsUntil(question), question).way) || 1;
  const score = ([low, high]: [number, number]) => intervalScore([low, high], end) / way;
  return {
    family,
    gone,
    group: howMany(question.checkIns.length),
    holds50: holds(said.range50, end),
    holds80: holds(said.range80, end),
    chance: said.chance ?? 0,
    reached: holds([question.goal?.low ?? -Infinity, question.goal?.high ?? Infinity], end),
    score: score(said.range80),
    straightLine: score(straightLine(asked)),
    lastValue: score(last(asked)),
  };
}

/** Width, and ten times by how far the end was missed (Gneiting and Raftery 2007, for 80 %). */
function intervalScore([low, high]: [number, number], end: number): number {
  return high - low + 10 * Math.max(0, low - end, end - high);
}

function holds([low, high]: [number, number], end: number): boolean {
  return end >= low && end <= high;
}
