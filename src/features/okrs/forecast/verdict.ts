import { type Decimal, exact, ratio } from "../decimals.ts";
import { type Commitment, goalOf } from "../goal.ts";
import { directionOf, type Metric } from "../measures.ts";
import { metricProgress } from "../progress.ts";
import type { LikelyEnd } from "./of-key-result.ts";

/** short = (goal − middle) ÷ (target − start); On track up to `onTrackUpTo`, else At risk while the range holds the goal. */
export interface ByForecast {
  rule: "forecast";
  checkIns: number;
  middle: Decimal;
  /** The ends of the 80 % range. */
  low: Decimal;
  high: Decimal;
  goal: Decimal;
  /** Progress that the middle stands for, and how far it stays short of the goal; shares of 1, below 0 beyond it. */
  progress: Decimal;
  short: Decimal;
  onTrackUpTo: Decimal;
}

interface Verdict {
  status: "on-track" | "at-risk" | "off-track";
  because: ByForecast;
}

/**
 * What the forecast says of a metric (PRODUCT: "Status"): On track when its middle is within 5 points of progress of
 * the goal, or beyond; At risk when the goal still lies inside the 80 % range, however wide; else Off track. Compared
 * as exact decimals.
 */
export function forecastVerdict(measure: Metric, commitment: Commitment, forecast: LikelyEnd): Verdict {
  const { checkIns, middle, range80 } = forecast;
  const [low, high] = range80;
  const goal = goalOf(measure, commitment);
  const way = exact(measure.target).minus(measure.start);
  const sign = directionOf(measure) === "increase" ? "1" : "-1";
  const short = exact(goal).minus(middle).times(sign);
  const near = short.lte(way.times(sign).times(ON_TRACK_UP_TO));
  const reachable = sign === "1" ? exact(high).gte(goal) : exact(low).lte(goal);
  const progress = metricProgress(measure, middle);
  const found = { checkIns, middle, low, high, goal, progress, short: ratio(short.div(way.times(sign))) };
  return {
    status: near ? "on-track" : reachable ? "at-risk" : "off-track",
    because: { rule: "forecast", ...found, onTrackUpTo: ON_TRACK_UP_TO },
  };
}

const ON_TRACK_UP_TO = "0.05";
