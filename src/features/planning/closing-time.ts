import { Temporal } from "temporal-polyfill";
import type { Refusal } from "../okrs/public.ts";

/** A local day and time, meant where each reviewer is. */
export interface Closing {
  /** YYYY-MM-DD */
  on: string;
  /** HH:MM, or HH:MM:SS as a column answers it. */
  at: string;
}

/**
 * The instant at which a review closes for someone in this zone. A time that the clocks skip is the same count of hours
 * later, one that comes twice is the first of the two (Temporal's "compatible", as calendars do it).
 */
export function closesAt({ on, at }: Closing, timeZone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(`${on}T${at}`)
    .toZonedDateTime(timeZone, { disambiguation: "compatible" })
    .toInstant();
}

/** Why a review cannot close then: for some reviewer the time is over, and the first one is named. */
export function closingRefusals(
  closing: Closing | null,
  reviewers: readonly { name: string; timeZone: string }[],
  now: Temporal.Instant,
): Refusal[] {
  if (closing === null) return [];
  const over = reviewers.find(({ timeZone }) => Temporal.Instant.compare(closesAt(closing, timeZone), now) <= 0);
  if (!over) return [];
  const expected = `a time that is still to come where ${over.name} is (${over.timeZone})`;
  return [{ field: "closes", expected, todo: "Choose a later day or time, or leave it out." }];
}
