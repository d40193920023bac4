import { Temporal } from "temporal-polyfill";

/** Where "now" comes from. Handed in, so that tests own time. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until it is set: for tests and for telling a story in the past. */
export function stillClock(start: string): Clock & { set(instant: string): void } {
  let now = Temporal.Instant.from(start);
  return {
    now: () => now,
    set: (instant) => {
      now = Temporal.Instant.from(instant);
    },
  };
}
