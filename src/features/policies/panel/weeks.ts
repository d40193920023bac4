import { Temporal } from "temporal-polyfill";

/**
 * Weeks of a policy are counted from its own first day: week 0 is the seven days that begin there, −1 the seven before
 * them. So no week is half under the policy, on whatever weekday it starts. Days are those of the organisation's zone.
 */
export function weekOf(day: string, start: string): number {
  return Math.floor(daysFrom(start, day) / 7);
}

/** The first day of a week, YYYY-MM-DD. */
export function firstDayOf(week: number, start: string): string {
  return Temporal.PlainDate.from(start)
    .add({ days: 7 * week })
    .toString();
}

/**
 * The week that is running and the one in which the policy is decided on, so that it is due from the decision day on
 * and not a day before, though that day may lie within a week.
 */
export function whereNow(start: string, decisionOn: string, today: string): { now: number; decision: number } {
  const decision = Math.ceil(daysFrom(start, decisionOn) / 7);
  const running = weekOf(today, start);
  return { decision, now: today >= decisionOn ? Math.max(running, decision) : Math.min(running, decision - 1) };
}

function daysFrom(start: string, day: string): number {
  return Temporal.PlainDate.from(start).until(day, { largestUnit: "days" }).days;
}
