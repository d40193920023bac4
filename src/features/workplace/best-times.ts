/**
 * The best times for a meeting (PRODUCT: "quarter-hour starts … minimises the largest of ledger + new, then the next").
 * How ties are broken, and what speaks against the rule: decision 025.
 */
import type { OwnTimes } from "./own-hours.ts";
import { common, firstEndingAfter, type Span } from "./spans.ts";

const minute = 60_000;
export const quarter = 15 * minute;

export interface Attendee {
  times: OwnTimes;
  /** Minutes outside own hours in the eight weeks. */
  ledger: number;
  /** Whether the meeting goes ahead without them. */
  optional: boolean;
}

export interface Meeting {
  /** The first day's beginning and the last day's end, in milliseconds. */
  within: Span;
  now: number;
  minutes: number;
  /** All instants at which it takes place if it starts at one, that one first. */
  startsOf: (start: number) => readonly number[];
}

export interface BestTime {
  start: number;
  /** By attendee: minutes outside own hours the first time, and over all the times counted. */
  paid: number[];
  added: number[];
}

interface Candidate extends BestTime {
  /** What each who is needed would have paid, ascending. */
  loads: Float64Array;
  /** What decides where loads are alike, found when it is asked for: most times are out before. */
  ties: () => Ties;
}

/** Smaller is better, in this order. */
interface Ties {
  reaches: Float64Array;
  missed: number;
  disturbed: number;
}

/**
 * Up to `count` times that do not overlap, the best first. No day off, holiday or meeting-free hour of anybody who is
 * needed; none that begins before now. Empty where there is none.
 */
export function bestTimes(attendees: readonly Attendee[], meeting: Meeting, count: number): BestTime[] {
  const found = startsWithin(meeting).flatMap((start) => candidate(attendees, meeting, start) ?? []);
  found.sort((one, other) => compare(one.loads, other.loads) || compareTies(one, other));
  const chosen: Candidate[] = [];
  for (const each of found) {
    if (chosen.length === count) break;
    const far = chosen.every(({ start }) => Math.abs(start - each.start) >= meeting.minutes * minute);
    if (far) chosen.push(each);
  }
  return chosen.map(({ start, paid, added }) => ({ start, paid, added }));
}

/** Minutes outside own hours. */
export function minutesOutside({ worked }: OwnTimes, [start, end]: Span): number {
  return Math.round((end - start - common([start, end], worked)) / minute);
}

/** What a meeting that takes place costs: nothing on a day off, which is not come to work on. */
export function minutesPaid(times: OwnTimes, span: Span): number {
  return common(span, times.off) > 0 ? 0 : minutesOutside(times, span);
}

/** Minutes before and after the nearest own hours; both 0 within them. */
export function earlyAndLate({ worked }: OwnTimes, [start, end]: Span): { early: number; late: number } {
  const after = firstEndingAfter(worked, start);
  const near = [worked[after - 1], worked[after]].filter((span) => span !== undefined);
  const [nearest] = near
    .map((span) => ({ span, reach: reachTo(span, [start, end]) }))
    .sort((one, other) => one.reach - other.reach);
  if (!nearest) return { early: 0, late: 0 };
  const [from, to] = nearest.span;
  const early = Math.max(0, Math.min(from, end) - start);
  return { early: early / minute, late: Math.max(0, end - Math.max(to, start)) / minute };
}

function startsWithin({ within: [first, last], now }: Meeting): number[] {
  const from = Math.ceil(Math.max(first, now) / quarter) * quarter;
  return Array.from({ length: Math.max(0, Math.ceil((last - from) / quarter)) }, (_, at) => from + at * quarter);
}

/** undefined where it may not be proposed. */
function candidate(attendees: readonly Attendee[], meeting: Meeting, start: number): Candidate | undefined {
  const length = meeting.minutes * minute;
  const first: Span = [start, start + length];
  for (const { optional, times } of attendees)
    if (!optional && (common(first, times.off) > 0 || common(first, times.meetingFree) > 0)) return undefined;
  const all = meeting.startsOf(start).map((at): Span => [at, at + length]);
  const paid = attendees.map(({ times }) => minutesPaid(times, first));
  const added = attendees.map(({ times, optional }) =>
    optional ? 0 : all.reduce((sum, span) => sum + minutesPaid(times, span), 0),
  );
  const needed = attendees.flatMap(({ times, optional, ledger }, at) =>
    optional ? [] : [{ times, load: ledger + (added[at] ?? 0) }],
  );
  let found: Ties | undefined;
  const ties = (): Ties => {
    found ??= {
      reaches: ascending(needed.map(({ times }) => reach(times, first))),
      missed: attendees.filter(({ optional, times }) => optional && common(first, times.worked) < length).length,
      disturbed: needed.reduce((sum, { times }) => sum + disturbance(times, first), 0),
    };
    return found;
  };
  return { start, paid, added, loads: ascending(needed.map(({ load }) => load)), ties };
}

function compareTies(one: Candidate, other: Candidate): number {
  const [ones, others] = [one.ties(), other.ties()];
  return (
    compare(ones.reaches, others.reaches) ||
    ones.missed - others.missed ||
    ones.disturbed - others.disturbed ||
    one.start - other.start
  );
}

/** How far a meeting reaches beyond the nearest own hours: the night costs as many minutes as the evening. */
function reach({ worked }: OwnTimes, span: Span): number {
  const after = firstEndingAfter(worked, span[0]);
  const near = [worked[after - 1], worked[after]].flatMap((each) => (each ? [reachTo(each, span)] : []));
  return near.length > 0 ? Math.min(...near) : Number.MAX_SAFE_INTEGER;
}

function reachTo([from, to]: Span, [start, end]: Span): number {
  return Math.max(0, from - start, end - to);
}

/** In focus times, and outside the hours that the teams agreed to be there for each other. */
function disturbance({ focus, core }: OwnTimes, span: Span): number {
  return common(span, focus) + (core ? span[1] - span[0] - common(span, core) : 0);
}

function ascending(numbers: number[]): Float64Array {
  return Float64Array.from(numbers).sort();
}

/** The largest first: below 0 where the first is smaller at the first place at which they differ. */
function compare(ones: Float64Array, others: Float64Array): number {
  for (let at = ones.length - 1; at >= 0; at -= 1) {
    const difference = (ones[at] as number) - (others[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
