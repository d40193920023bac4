import { type Decimal, exact, ratio } from "./decimals.ts";
import type { Metric } from "./measures.ts";
import { metricProgress } from "./progress.ts";

/** First and last day, both included, as YYYY-MM-DD in the organisation's time zone. */
export interface Period {
  startsOn: string;
  endsOn: string;
}

/** The value a metric should have by a day. */
export interface PhasedTarget {
  on: string;
  value: Decimal;
}

/**
 * Expected progress on a day, 0..1 (PRODUCT: "Expected progress"): (d − 1)/(D − 1) on day d of D, so 0 on the first
 * day and 1 on the last; 0 before and 1 after. A period of one day expects everything on that day.
 */
export function expectedProgress(period: Period, today: string): Decimal {
  const { day, days } = dayOf(period, today);
  if (day >= days) return "1";
  return day <= 1 ? "0" : ratio(exact(day - 1).div(days - 1));
}

/**
 * Expected progress of a metric whose owner drew the way: piecewise linear from its start on the first day through
 * its phased targets to its target on the last. It may lie outside 0..1 where the owner drew it there.
 */
export function expectedThrough(
  metric: Metric,
  phasedTargets: readonly PhasedTarget[],
  period: Period,
  today: string,
): Decimal {
  const { day, days } = dayOf(period, today);
  if (phasedTargets.length === 0 || day <= 1 || day >= days) return expectedProgress(period, today);
  const corners = [
    { day: 1, progress: "0" },
    ...phasedTargets.map(({ on, value }) => ({
      day: dayOf(period, on).day,
      progress: metricProgress(metric, value),
    })),
    { day: days, progress: "1" },
  ].sort((one, other) => one.day - other.day);
  const next = corners.findIndex((corner) => corner.day >= day);
  const [from, to] = [corners[next - 1], corners[next]];
  if (!from || !to) return expectedProgress(period, today);
  const way = exact(to.progress).minus(from.progress);
  return ratio(
    way
      .times(day - from.day)
      .div(to.day - from.day)
      .plus(from.progress),
  );
}

/** Which day of the period a date is (the first is 1; may lie outside), and how many days it has. */
export function dayOf({ startsOn, endsOn }: Period, date: string): { day: number; days: number } {
  const count = (until: string) => (Date.parse(until) - Date.parse(startsOn)) / aDay + 1;
  return { day: count(date), days: count(endsOn) };
}

/** Milliseconds: a date alone is read as midnight in UTC, where every day has 24 hours. */
const aDay = 86_400_000;
