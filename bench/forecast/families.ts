/** The families of series that the forecast is trained on; one more is set apart in held-out.ts. */
import type { Draws } from "./draws.ts";
import {
  anyDress,
  atAnyTime,
  type Course,
  checkInDays,
  countDress,
  cycleLength,
  type Dress,
  daily,
  type Family,
  percentageDress,
  reported,
  type Series,
} from "./series.ts";

export const families: Record<string, Family> = {
  trend: (draws) => made("trend", draws, trend, { noise: 0.08 * draws.exponential() }),
  plateau: (draws) => made("plateau", draws, plateau, { noise: 0.03 * draws.exponential() }),
  "late jump": (draws) => made("late jump", draws, lateJump, { noise: 0.02 * draws.exponential() }),
  steps: (draws) => made("steps", draws, steps, { noise: draws.happens(0.7) ? 0 : 0.02 }),
  noise: (draws) => made("noise", draws, aroundALevel, { noise: 0.25 * draws.exponential() }),
  "random walk": (draws) => made("random walk", draws, randomWalk, { noise: 0.01 * draws.exponential() }),
  "rare updates": rareUpdates,
  "seasonal weeks": (draws) => made("seasonal weeks", draws, seasonal, { noise: 0.03 * draws.exponential() }),
  "slow start": (draws) => made("slow start", draws, slowStart, { noise: 0.03 * draws.exponential() }),
  "set-back": (draws) => made("set-back", draws, setBack, { noise: 0.03 * draws.exponential() }),
  untouched: (draws) => made("untouched", draws, untouched, { noise: draws.happens(0.6) ? 0 : 0.01 }),
  mixture: (draws) => made("mixture", draws, mixture, { noise: 0.05 * draws.exponential() }),
  "bounded percentage": boundedPercentage,
  decreasing,
  count,
  threshold,
};

interface Dressed {
  noise: number;
  length?: number;
  dress?: Dress;
  days?: number[];
}

/** Any course can be a percentage, a count, or any other metric. */
function made(family: string, draws: Draws, courseOf: CourseOf, dressed: Dressed): Series {
  const { length = cycleLength(draws), dress = draws.oneOf([anyDress, anyDress, percentageDress, countDress])(draws) } =
    dressed;
  const { noise, days = checkInDays(draws, length) } = dressed;
  return reported(draws, family, { length, dress, days, course: courseOf(draws, length), noise });
}

type CourseOf = (draws: Draws, length: number) => Course;

/** Where plans end: mostly short of the target, sometimes beyond it, now and then behind the start. */
function planEnd(draws: Draws): number {
  return 0.75 + 0.4 * draws.normal();
}

function trend(draws: Draws, length: number): Course {
  const end = planEnd(draws);
  return (day) => (end * day) / length;
}

/** Rises at once and then ever less, or up to a day and then no more. */
function plateau(draws: Draws, length: number): Course {
  const end = planEnd(draws);
  const turn = length * draws.between(0.15, 0.8);
  return draws.happens(0.5)
    ? (day) => end * Math.min(1, day / turn)
    : (day) => end * (1 - Math.exp((-2.5 * day) / turn));
}

/** Next to nothing until a launch, a contract or a migration lands; sometimes it never does. */
function lateJump(draws: Draws, length: number): Course {
  const drift = draws.between(0, 0.2);
  const size = draws.happens(0.8) ? draws.between(0.2, 1.1) : 0;
  const jump = length * draws.between(0.3, 1);
  const lasts = draws.happens(0.6) ? 0.001 : length * draws.between(0.02, 0.15);
  return (day) => (drift * day) / length + size * Math.min(1, Math.max(0, (day - jump) / lasts));
}

function steps(draws: Draws, length: number): Course {
  const end = planEnd(draws);
  const count = draws.whole(1, 7);
  const all = Array.from({ length: count }, () => ({ day: length * draws.share(), size: draws.exponential() }));
  return (day) => (end / count) * all.reduce((sum, step) => sum + (step.day <= day ? step.size : 0), 0);
}

/** Goes nowhere: what is left after a good or a bad week returns to its level. */
function aroundALevel(draws: Draws, length: number): Course {
  const level = draws.between(-0.2, 0.8);
  const keeps = draws.between(0, 0.98);
  const shock = 0.2 * draws.exponential() * Math.sqrt(1 - keeps * keeps);
  return daily(length, (before) => level + keeps * (before - level) + shock * draws.normal(), level);
}

function randomWalk(draws: Draws, length: number): Course {
  const drift = (0.6 + 0.4 * draws.normal()) / length;
  const shock = (0.3 * draws.exponential()) / Math.sqrt(length);
  return daily(length, (before) => before + drift + shock * draws.normal());
}

/** Anything, told of a few times only. */
function rareUpdates(draws: Draws): Series {
  const length = cycleLength(draws);
  const days = atAnyTime(draws, length).filter((_, index) => index % 3 === 0);
  const course = draws.oneOf([trend, plateau, steps, randomWalk, slowStart]);
  return made("rare updates", draws, course, { length, days, noise: 0.03 * draws.exponential() });
}

/** Quiet weekends, and a whole quiet week now and then. */
function seasonal(draws: Draws, length: number): Course {
  const through = trend(draws, length);
  const weekdays = Array.from({ length: 7 }, () => 0.15 * draws.normal());
  const quiet = length * draws.share();
  const dip = draws.happens(0.5) ? draws.between(0, 0.3) : 0;
  return (day) => through(day) + (weekdays[Math.floor(day) % 7] as number) - (Math.abs(day - quiet) < 5 ? dip : 0);
}

function slowStart(draws: Draws, length: number): Course {
  const end = planEnd(draws);
  const power = draws.between(1.2, 4);
  return (day) => end * (day / length) ** power;
}

/** Rises, loses part of it, and goes on at another pace. */
function setBack(draws: Draws, length: number): Course {
  const before = draws.between(0.3, 1.3) / length;
  const after = draws.between(-0.2, 1.3) / length;
  const day0 = length * draws.between(0.1, 0.95);
  const loss = draws.between(0.05, 0.5);
  return (day) => (day < day0 ? before * day : before * day0 - loss + after * (day - day0));
}

/** Checked in dutifully, without anything happening; half of them wake up one day. */
function untouched(draws: Draws, length: number): Course {
  const wakes = draws.happens(0.5) ? length * draws.between(0.1, 1.2) : length * 2;
  const pace = draws.between(0.3, 2) / length;
  return (day) => pace * Math.max(0, day - wakes);
}

/** One way to begin, another to go on. */
function mixture(draws: Draws, length: number): Course {
  const all = [trend, plateau, lateJump, steps, aroundALevel, randomWalk, slowStart, setBack];
  const [first, second] = [draws.oneOf(all)(draws, length), draws.oneOf(all)(draws, length)];
  const turn = length * draws.between(0.1, 0.9);
  return (day) => (day < turn ? first(day) : first(turn) + second(day) - second(turn));
}

/** A share near its bounds moves less: a walk on the log-odds. */
function boundedPercentage(draws: Draws): Series {
  const length = cycleLength(draws);
  const start = draws.between(2, 97);
  const odds = (share: number) => Math.log(share / (100 - share));
  const target = 100 / (1 + Math.exp(-odds(start) - draws.oneOf([1, 1, -1]) * draws.between(0.4, 3)));
  const drift = ((odds(target) - odds(start)) * draws.between(-0.2, 1.6)) / length;
  const shock = (0.5 * draws.exponential()) / Math.sqrt(length);
  const walk = daily(length, (before) => before + drift + shock * draws.normal(), odds(start));
  const course = (day: number) => (100 / (1 + Math.exp(-walk(day))) - start) / (target - start);
  const dress = { start, origin: start, target, low: 0, high: 100, digits: draws.whole(0, 2) };
  return made("bounded percentage", draws, () => course, { length, dress, noise: 0.03 * draws.exponential() });
}

/** Hours to answer, defects, churn: each part of the way down is harder than the one before. */
function decreasing(draws: Draws): Series {
  const length = cycleLength(draws);
  const start = 10 ** draws.between(0, 3);
  const target = start * draws.between(0.2, 0.9);
  const drift = (Math.log(target / start) * draws.between(-0.3, 1.4)) / length;
  const shock = (0.2 * draws.exponential()) / Math.sqrt(length);
  const walk = daily(length, (before) => before + drift + shock * draws.normal());
  const course = (day: number) => (start * Math.exp(walk(day)) - start) / (target - start);
  const dress = { start, origin: start, target, low: 0, high: null, digits: draws.whole(0, 2) };
  return made("decreasing", draws, () => course, { length, dress, noise: 0.04 * draws.exponential() });
}

/** Added up day by day at a rate that changes now and then. */
function count(draws: Draws): Series {
  const length = cycleLength(draws);
  const dress = countDress(draws);
  const distance = dress.target - dress.origin;
  let rate = (distance * draws.between(0.2, 1.5)) / length;
  const course = daily(length, (before) => {
    if (draws.happens(2 / length)) rate *= draws.between(0.3, 2.5);
    return before + draws.poisson(rate) / distance;
  });
  return made("count", draws, () => course, { length, dress, noise: 0 });
}

/** Availability, response time: a level to hold, without a start. */
function threshold(draws: Draws): Series {
  const length = cycleLength(draws);
  const origin = 10 ** draws.between(0, 3);
  const target = origin * (1 + draws.oneOf([1, -1]) * draws.between(0.01, 0.3));
  const dress = { start: null, origin, target, low: 0, high: null, digits: draws.whole(0, 3) };
  const course = draws.oneOf([aroundALevel, aroundALevel, randomWalk, setBack]);
  return made("threshold", draws, course, { length, dress, noise: 0.2 * draws.exponential() });
}
