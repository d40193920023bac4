/** When a meeting takes place, and what of one is refused. */
import { Temporal } from "temporal-polyfill";
import type { FieldProblem } from "../../platform/contract.ts";
import { type Attendee, minutesPaid, quarter } from "./best-times.ts";
import type { OwnTimes } from "./own-hours.ts";
import type { Span } from "./spans.ts";
import { spanOf } from "./week.ts";

/** Days that the ledger looks back from the last day asked for: eight weeks. */
export const ledgerDays = 56;
/** Times of a weekly meeting that are weighed when the best time is looked for: as many as the ledger holds. */
export const weeksWeighed = 8;
/** Days among which the best time is looked for at once, and how far ahead the last may be. */
const [mostDays, ahead] = [14, 400];
/** Days of which meetings are listed at once. */
export const mostDaysListed = 92;
/** People of one meeting, and of shared hours. */
export const mostPeople = 200;

export interface Repeating {
  /** Milliseconds since 1970. */
  startsAt: number;
  minutes: number;
  /** Whose clock it keeps when clocks change. */
  timeZone: string;
  /** 1: one time. */
  weeks: number;
}

/** At which instants it starts: the same day and time each week by its zone's clock. */
export function startsOf({ startsAt, timeZone, weeks }: Omit<Repeating, "minutes">): number[] {
  if (weeks === 1) return [startsAt];
  const first = Temporal.Instant.fromEpochMilliseconds(startsAt).toZonedDateTimeISO(timeZone);
  return Array.from({ length: weeks }, (_, week) => first.add({ weeks: week }).epochMilliseconds);
}

/** Minutes that meetings cost somebody, by those of their times that start within a span. */
export function ledgerOf(
  times: OwnTimes,
  meetings: readonly { starts: readonly number[]; minutes: number }[],
  [from, to]: Span,
): number {
  return meetings.reduce((sum, { starts, minutes }) => {
    const costs = starts
      .filter((start) => start >= from && start < to)
      .map((start) => minutesPaid(times, [start, start + minutes * 60_000]));
    return sum + costs.reduce((all, cost) => all + cost, 0);
  }, 0);
}

export function spanRefusals(from: string, to: string, today: string): FieldProblem[] {
  if (to < from) return [{ field: "to", expected: `${from} or a later day`, todo: "Put the first day first." }];
  if (to < today)
    return [{ field: "to", expected: `${today} or a later day`, todo: "Choose days that are still to come." }];
  if (spanOf(from, to) > mostDays)
    return [{ field: "to", expected: `at most ${mostDays} days`, todo: "Look at fewer days at once." }];
  if (spanOf(today, to) > ahead)
    return [{ field: "to", expected: `a day at most ${ahead} days ahead`, todo: "Choose an earlier day." }];
  return [];
}

/** Why nobody can meet then. `attendees` as they would come. */
export function takingRefusals(
  { startsAt, minutes }: Repeating,
  attendees: readonly Pick<Attendee, "times" | "optional">[],
  now: number,
): FieldProblem[] {
  const field = "startsAt";
  if (startsAt % quarter !== 0)
    return [{ field, expected: "a start at a quarter of an hour", todo: "Choose one of the best times." }];
  if (startsAt < now) return [{ field, expected: "a time to come", todo: "Look for the best times again." }];
  if (startsAt > now + ahead * 86_400_000)
    return [{ field, expected: `a day at most ${ahead} days ahead`, todo: "Choose an earlier day." }];
  const end = startsAt + minutes * 60_000;
  const isOff = ({ times, optional }: Pick<Attendee, "times" | "optional">) =>
    !optional && times.off.some(([from, to]) => from < end && to > startsAt);
  if (!attendees.some(isOff)) return [];
  const expected = "a time on nobody's day off or holiday";
  return [{ field, expected, todo: "Choose one of the best times, or decide in writing." }];
}
