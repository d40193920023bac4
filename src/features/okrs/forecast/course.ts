/** What a forecast looks at, in units of its own: check-ins go in, a short course of points comes out. */

export interface CheckIn {
  /** Days from any fixed day, the same one for every time of a question; parts of a day count. */
  at: number;
  value: number;
}

/** Everything a forecast depends on. Times in days from any fixed day. */
export interface Question {
  /** In any order; of several at one instant the last in the list counts, those after `now` do not. */
  checkIns: readonly CheckIn[];
  startsAt: number;
  /** The instant at which the cycle is over. */
  endsAt: number;
  now: number;
  /** What it stood at when the cycle began; null for what has no start (a threshold, a range, a baseline). */
  start: number | null;
  target: number | null;
  /** What no value can pass; null: nothing on that side. */
  bounds: Limits;
  /** The values that count as reached, both limits included; null where there is no goal. */
  goal: Limits | null;
}

export interface Limits {
  low: number | null;
  high: number | null;
}

/** Check-ins in order of time, one an instant, up to now. */
export function checkInsUntil({ checkIns, now }: Pick<Question, "checkIns" | "now">): CheckIn[] {
  const inOrder = checkIns.filter(({ at }) => at <= now).sort((one, other) => one.at - other.at);
  return inOrder.filter(({ at }, index) => inOrder[index + 1]?.at !== at);
}

/**
 * A course without units. Time counts in cycles and value in ways from the start to the target, so that hours and
 * euros, rises and falls read alike: 0 is the last check-in, 1 further is a whole way nearer to the target.
 */
export interface Course {
  /** Check-ins it is made of, before it was thinned out. */
  count: number;
  /** Cycles before the last check-in, from the longest ago to 0. */
  times: number[];
  /** Ways, as seen from the last check-in. */
  values: number[];
  /** Cycles from the last check-in to the end of the cycle. */
  horizon: number;
  /** A value again: `last + way · ways`; way is negative where the target lies below. 0: nothing ever moved. */
  last: number;
  way: number;
}

/** `checkIns` in order, at least one. The start counts as an observation where nothing was reported before it. */
export function courseOf(checkIns: readonly CheckIn[], question: Question): Course {
  const { startsAt, endsAt, start } = question;
  const first = checkIns[0] as CheckIn;
  const last = checkIns[checkIns.length - 1] as CheckIn;
  const length = Math.max(1, endsAt - startsAt);
  const withStart = start !== null && first.at > startsAt ? [{ at: startsAt, value: start }, ...checkIns] : checkIns;
  const points = thinned(withStart);
  const way = wayOf(withStart, question);
  return {
    count: checkIns.length,
    times: points.map(({ at }) => (at - last.at) / length),
    values: points.map(({ value }) => (way === 0 ? 0 : (value - last.value) / way)),
    horizon: Math.max(0, endsAt - last.at) / length,
    last: last.value,
    way,
  };
}

/** The most points a course keeps, so that a year of daily check-ins costs no more than a quarter of weekly ones. */
const MOST_POINTS = 20;

/** The first and the latest half stay, of those between every so many. */
function thinned(points: readonly CheckIn[]): readonly CheckIn[] {
  if (points.length <= MOST_POINTS) return points;
  const latest = MOST_POINTS / 2;
  const earlier = points.length - latest;
  const kept = Array.from({ length: latest }, (_, index) => points[Math.floor((index * earlier) / latest)] as CheckIn);
  return [...kept, ...points.slice(-latest)];
}

/**
 * From start to target. What has no start, or went a million times as far, measures itself by where its target lies and
 * by how far it went; without a target by the latter alone, in the direction it went first.
 */
function wayOf(points: readonly CheckIn[], { start, target }: Question): number {
  const origin = start ?? (points[0] as CheckIn).value;
  const distance = target === null ? 0 : target - origin;
  let [low, high, toward] = [origin, origin, distance];
  for (const { value } of points) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (toward === 0) toward = value - origin;
  }
  if (start !== null && Math.abs(distance) * 1e6 > high - low) return distance;
  return Math.sign(toward) * Math.max(Math.abs(distance), high - low);
}
