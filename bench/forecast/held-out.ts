/**
 * The family set apart: adoption of something new. It has a shape of its own (logistic, after E. Rogers' diffusion of
 * innovations), a weekly season and a slip of the whole course in time. Nothing is trained or tuned on it; it is
 * looked at once, when the forecast stands.
 */
import { anyDress, checkInDays, countDress, cycleLength, type Family, percentageDress, reported } from "./series.ts";

export const adoption: Family = (draws) => {
  const length = cycleLength(draws);
  const dress = draws.oneOf([anyDress, percentageDress, countDress])(draws);
  const reach = draws.between(0.3, 1.3);
  const middle = length * draws.between(0.2, 0.9);
  const steepness = draws.between(4, 14) / length;
  const slipOn = length * draws.between(0.1, 0.9);
  const slip = draws.happens(0.5) ? length * draws.between(0.05, 0.3) : 0;
  const week = draws.between(0, 0.08);
  const weekday = draws.whole(0, 6);
  const curve = (day: number) => reach / (1 + Math.exp(-steepness * (day - middle)));
  const course = (day: number) => {
    const slipped = day < slipOn ? day : Math.max(slipOn, day - slip);
    return curve(slipped) - curve(0) + week * Math.sin((2 * Math.PI * (day + weekday)) / 7);
  };
  const noise = 0.02 * draws.exponential();
  return reported(draws, "adoption (held out)", { length, dress, days: checkInDays(draws, length), course, noise });
};
