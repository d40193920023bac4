/**
 * Where a key result will stand at the end of its cycle (PRODUCT: "Forecast"). Deterministic and without a clock. How
 * it works and where it comes from: docs/guide/forecast.md; how well: docs/generated/forecast.md.
 */
import { coefficients } from "./coefficients.generated.ts";
import { checkInsUntil, courseOf, type Limits, type Question } from "./course.ts";
import { type Learned, SHARES, type Spread, spreadOf } from "./spread.ts";

export type Forecast = NotEnoughData | Likely;

export interface NotEnoughData {
  kind: "not-enough-data";
  checkIns: number;
}

/** In the unit of the key result. */
export interface Likely {
  kind: "forecast";
  checkIns: number;
  /** As many ends lie above as below. */
  middle: number;
  /** Low and high; the end lies inside half of the time, and eight times in ten. */
  range50: [number, number];
  range80: [number, number];
  /** Of reaching the goal at the end of the cycle, 0..1; null without a goal. */
  chance: number | null;
}

/** Fewer say nothing. Several at one instant are one. */
export const CHECK_INS_NEEDED = 3;

/**
 * Throws nothing: figures as the product stores them (up to 20 digits before the point) give finite figures. Once the
 * cycle is over the forecast is what was last reported, and the chance 0 or 1.
 */
export function forecast(question: Question, learned: readonly Learned[] = coefficients): Forecast {
  const checkIns = checkInsUntil(question);
  if (checkIns.length < CHECK_INS_NEEDED) return { kind: "not-enough-data", checkIns: checkIns.length };
  const { goal, bounds } = question;
  const course = courseOf(checkIns, question);
  const isOver = question.now >= question.endsAt || course.horizon === 0;
  const { way } = course;
  const spread = isOver || way === 0 ? certain : spreadOf(course, learned);
  const valueAt = (ways: number) => within(bounds, course.last + way * ways);
  const range = (share: number) => ends(valueAt(spread.below[share] as number), valueAt(spread.above[share] as number));
  return {
    kind: "forecast",
    checkIns: checkIns.length,
    middle: valueAt(spread.middle),
    range50: range(SHARES.indexOf(0.75)),
    range80: range(SHARES.indexOf(0.9)),
    chance: goal && chanceOf(goal, bounds, { spread, last: course.last, way }),
  };
}

const certain: Spread = { middle: 0, above: SHARES.map(() => 0), below: SHARES.map(() => 0) };

function within({ low, high }: Limits, value: number): number {
  return Math.min(high ?? Infinity, Math.max(low ?? -Infinity, value));
}

function ends(one: number, other: number): [number, number] {
  return one <= other ? [one, other] : [other, one];
}

/** What lies at or beyond a bound is gathered at the bound, so a goal there is reached by all that would go beyond. */
function chanceOf(goal: Limits, bounds: Limits, at: { spread: Spread; last: number; way: number }): number {
  const [low, high] = [goal.low ?? -Infinity, goal.high ?? Infinity];
  const [lowest, highest] = [bounds.low ?? -Infinity, bounds.high ?? Infinity];
  if (low > highest || high < lowest) return 0;
  const below = low <= lowest ? 0 : shareBelow(low, false, at);
  const notAbove = high >= highest ? 1 : shareBelow(high, true, at);
  return Math.max(0, notAbove - below);
}

/** Share of the ends below a value, or at most it. */
function shareBelow(value: number, orAt: boolean, { spread, last, way }: Parameters<typeof chanceOf>[2]): number {
  const isPoint = way === 0 || spread.above.at(-1) === spread.below.at(-1);
  if (isPoint) return Number(orAt ? last + way * spread.middle <= value : last + way * spread.middle < value);
  const share = shareUpTo((value - last) / way, spread);
  return way > 0 ? share : 1 - share;
}

/** Straight between the ends that are known; twice the distance of the outermost holds everything. */
function shareUpTo(ways: number, { middle, above, below }: Spread): number {
  const outer = ways > middle ? above : below;
  const distances = [0, ...outer.map((end) => Math.abs(end - middle))];
  distances.push(2 * (distances.at(-1) as number));
  const levels = [0.5, ...SHARES, 1];
  const distance = Math.abs(ways - middle);
  const next = distances.findIndex((each) => each >= distance);
  const share = next < 0 ? 1 : between(distance, next, distances, levels);
  return ways > middle ? share : 1 - share;
}

function between(distance: number, next: number, distances: number[], levels: number[]): number {
  if (next === 0) return levels[0] as number;
  const [from, to] = [distances[next - 1], distances[next]] as [number, number];
  const [low, high] = [levels[next - 1], levels[next]] as [number, number];
  return low + ((high - low) * (distance - from)) / (to - from);
}
