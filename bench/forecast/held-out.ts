/** Families set apart: nothing is trained or tuned on them, they are looked at once, when the forecast stands. */
import {
  anyDress,
  checkInDays,
  countDress,
  cycleLength,
  daily,
  type Family,
  percentageDress,
  reported,
} from "./series.ts";

/**
 * Adoption of something new, apart from the first version on. A shape of its own (logistic, after E. Rogers' diffusion
 * of innovations), a weekly season and a slip of the whole course in time.
 */
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

/**
 * A sales pipeline, apart from the second version on: it lands in batches at month ends, larger ones at the end of the
 * cycle, and part of what landed is cancelled weeks later.
 */
export const pipeline: Family = (draws) => {
  const length = cycleLength(draws);
  const dress = draws.oneOf([anyDress, percentageDress, countDress])(draws);
  const month = draws.oneOf([7, 14, 30]);
  const reach = draws.between(0.2, 1.2);
  const surge = draws.between(0, 3);
  const landings = Array.from({ length: Math.floor(length / month) + 1 }, (_, at) => {
    const day = Math.min(length, (at + 1) * month) - draws.between(0, month / 4);
    const size = draws.exponential() * (1 + (surge * day) / length);
    return { day, size, lost: draws.happens(0.3) ? day + draws.between(5, 40) : null };
  });
  const all = landings.reduce((sum, { size }) => sum + size, 0);
  const course = (day: number) => {
    const standing = landings.filter((each) => each.day <= day && (each.lost === null || each.lost > day));
    return (reach * standing.reduce((sum, { size }) => sum + size, 0)) / all;
  };
  return reported(draws, "pipeline (held out)", { length, dress, days: checkInDays(draws, length), course, noise: 0 });
};

/**
 * A backlog worked off in sprints, apart from the third version on: a steady pace with good and bad sprints, a holiday
 * in which nothing moves, and work that is found on the way and pushes everything back.
 */
export const backlog: Family = (draws) => {
  const length = cycleLength(draws);
  const dress = draws.oneOf([anyDress, percentageDress, countDress])(draws);
  const sprint = draws.oneOf([7, 14, 21]);
  const pace = draws.between(0.4, 1.3) / length;
  const swing = draws.between(0, 0.6);
  const holiday = draws.happens(0.4) ? length * draws.share() : length * 2;
  const found = draws.happens(0.5) ? length * draws.share() : length * 2;
  const scope = draws.between(0.05, 0.3);
  const paces = Array.from({ length: Math.ceil(length / sprint) + 1 }, () => {
    return pace * Math.max(0, 1 + swing * draws.normal());
  });
  const course = daily(length, (before, day) => {
    const moves = day >= holiday && day < holiday + 10 ? 0 : (paces[Math.floor(day / sprint)] as number);
    return before + moves - (Math.floor(found) === day ? scope : 0);
  });
  const noise = 0.01 * draws.exponential();
  return reported(draws, "backlog (held out)", { length, dress, days: checkInDays(draws, length), course, noise });
};
