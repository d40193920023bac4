import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { bestTimes } from "../best-times.ts";
import { costsByPlace, sharedDay, turnOf } from "../by-place.ts";
import { workplace as contract } from "../contract.ts";
import { ledgerDays, ledgerOf, spanRefusals, startsOf, weeksWeighed } from "../meeting.ts";
import type { Clocks } from "../own-hours.ts";
import { type Cost, costsBetween } from "../queries/meetings.ts";
import { lengthOf, type Span } from "../spans.ts";
import { addDays, dayAt } from "../week.ts";
import { type Gathered, type GroupAsked, gather } from "./gathering.ts";
import { refuseIfAny } from "./presence.ts";

const os = keeps(contract).overlap;

/** Times answered: the best, and those beside it. */
const answered = 5;
/** Whoever is where the day is another: up to 26 hours apart. */
const [before, after] = [-2, 2];

export const overlap = os.router({
  hours: os.hours.handler(({ input, context }) => context.read((tx) => readHours(tx, context, input))),
  bestTimes: os.bestTimes.handler(({ input, context }) => context.read((tx) => findTimes(tx, context, input))),
});

type Hours = Omit<GroupAsked, "withMe"> & { day?: string | undefined };

async function readHours(tx: Tx, context: RequestContext, { day: asked, ...group }: Hours) {
  const { timeZone } = context.viewer;
  const day = asked ?? dayAt(tx.now, timeZone);
  const span = { first: addDays(day, before), last: addDays(day, after) };
  const { people, withoutHours, clocks } = await gather(tx, context, { ...group, withMe: false }, span);
  const within = daySpan(clocks, timeZone, day, day);
  const { places, shared, without, ...counts } = sharedDay(people, within);
  const [startsAt, endsAt] = within.map(instantOf) as [string, string];
  return {
    ...{ day, startsAt, endsAt, withoutHours, ...counts },
    places: places.map((place) => ({ ...place, hours: place.hours.map(stretch) })),
    shared: shared.map(stretch),
    minutes: minutesOf(shared),
    without: without && { ...without, minutes: minutesOf(without.shared), shared: without.shared.map(stretch) },
  };
}

interface Times extends Omit<GroupAsked, "withMe"> {
  minutes: number;
  weeks: number;
  from: string;
  to: string;
}

async function findTimes(tx: Tx, context: RequestContext, { minutes, weeks, from, to, ...group }: Times) {
  const { memberId, timeZone } = context.viewer;
  refuseIfAny(spanRefusals(from, to, dayAt(tx.now, timeZone)));
  const weighed = Math.min(weeks, weeksWeighed);
  const days = { from, to, weeks: weighed };
  const { people, withoutHours, isOne, clocks } = await withLedgers(tx, context, { ...group, withMe: true }, days);
  const within = daySpan(clocks, timeZone, from, to);
  const weekly = (startsAt: number) => startsOf({ startsAt, timeZone, weeks: weighed });
  const asked = { within, now: tx.now.epochMilliseconds, minutes, startsOf: weekly };
  const found = bestTimes(people, asked, answered).map(({ start, paid, added }) => {
    const payers = people.map((person, at) => ({ ...person, paid: paid[at] ?? 0, added: added[at] ?? 0 }));
    return { start, needed: payers.map((each) => (each.optional ? { ...each, paid: 0 } : each)) };
  });
  const isMe = ({ id }: Gathered) => id === memberId;
  const times = found.map(({ start, needed }) => ({
    startsAt: instantOf(start),
    places: costsByPlace(needed, [start, start + minutes * 60_000]),
    yours: needed.find(isMe)?.added ?? 0,
  }));
  const turn = isOne ? turnOf(found[0]?.needed ?? [], memberId) : [];
  const ledger = isOne ? { yours: people.find(isMe)?.ledger ?? 0 } : null;
  return { people: people.length, withoutHours, times, turn, ledger };
}

interface Asked {
  from: string;
  to: string;
  /** How often it takes place. */
  weeks: number;
}

/** With what each paid in the eight weeks that end with the last day asked for; nothing where the asker is none of them. */
async function withLedgers(tx: Tx, context: RequestContext, group: GroupAsked, { from, to, weeks }: Asked) {
  const { timeZone } = context.viewer;
  const first = addDays(to, 1 - ledgerDays);
  const days = { first: addDays(first < from ? first : from, before), last: addDays(to, after + 7 * (weeks - 1)) };
  const { people, ...gathering } = await gather(tx, context, group, days);
  const window = daySpan(gathering.clocks, timeZone, first, to);
  const ids = gathering.isOne ? people.map(({ id }) => id) : [];
  const paid = (await costsBetween(tx, ids, instantOf(window[0]), instantOf(window[1]))).map(meetingOf);
  const ledgers = people.map((person) => {
    const theirs = paid.filter(({ memberIds }) => memberIds.includes(person.id));
    return { ...person, ledger: ledgerOf(person.times, theirs, window) };
  });
  return { people: ledgers, ...gathering };
}

/** What was cancelled cost nothing from then on. */
function meetingOf({ startsAt, minutes, timeZone, weeks, cancelledAt, memberIds }: Cost) {
  const until = cancelledAt === null ? Number.POSITIVE_INFINITY : Date.parse(cancelledAt);
  const starts = startsOf({ startsAt: Date.parse(startsAt), timeZone, weeks }).filter((start) => start < until);
  return { starts, minutes, memberIds };
}

/** From the beginning of one day to the end of another, by a zone's clock. */
export function daySpan(clocks: Clocks, timeZone: string, first: string, last: string): Span {
  return [clocks(timeZone, first, "00:00"), clocks(timeZone, last, "24:00")];
}

export function instantOf(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
}

function stretch([from, to]: Span) {
  return { from: instantOf(from), to: instantOf(to) };
}

function minutesOf(spans: readonly Span[]): number {
  return Math.round(lengthOf(spans) / 60_000);
}
