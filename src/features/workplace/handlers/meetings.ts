import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound } from "../../../platform/refusals.ts";
import { minutesPaid } from "../best-times.ts";
import { costsByPlace } from "../by-place.ts";
import { workplace as contract } from "../contract.ts";
import { meetingFact } from "../events.ts";
import { mostDaysListed, startsOf, takingRefusals } from "../meeting.ts";
import { meetingFile } from "../meeting-file.ts";
import { mayCancel } from "../permissions.ts";
import { cancelMeeting, insertMeeting, type MeetingRow, meetingOf, meetingsBetween } from "../queries/meetings.ts";
import type { Span } from "../spans.ts";
import { addDays, dayAt, spanOf } from "../week.ts";
import { gather } from "./gathering.ts";
import { daySpan, instantOf } from "./overlap.ts";
import { refuseIfAny } from "./presence.ts";

const os = keeps(contract).meetings;

export const meetings = os.router({
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, title, startsAt, minutes, weeks, ...group } = input;
      const hash = bodyHash({ title, startsAt, minutes, weeks, ...group });
      const { memberId, timeZone } = context.viewer;
      const earlier = await meetingOf(tx, memberId, id);
      if (earlier) return present(sameCreate(earlier, hash), context.viewer);
      const starts = startsOf({ startsAt: Date.parse(startsAt), timeZone, weeks });
      const attendees = await comers(tx, context, { ...group, startsAt: starts[0] as number, minutes });
      const endsAt = instantOf((starts.at(-1) as number) + minutes * 60_000);
      const row = { id, title, proposedBy: memberId, startsAt, endsAt, minutes, timeZone, weeks, attendees };
      if (await insertMeeting(tx, { ...row, bodyHash: hash })) await tx.record(meetingFact("meeting-agreed", id));
      return present(sameCreate(await meetingOf(tx, memberId, id), hash), context.viewer);
    }),
  ),

  list: os.list.handler(({ input, context }) => context.read((tx) => readList(tx, context, input))),

  get: os.get.handler(({ input: { id }, context }) =>
    context.read(async (tx) => {
      const row = await mine(tx, context, id);
      const at = nextOf(row, tx.now.epochMilliseconds);
      return { ...present(row, context.viewer), at: instantOf(at), places: await costsOf(tx, context, row, at) };
    }),
  ),

  cancel: os.cancel.handler(({ input: { id }, context }) =>
    context.write(async (tx) => {
      const row = await mine(tx, context, id);
      if (!mayCancel(context.viewer, row)) throw notAllowed(`Ask ${row.proposedBy.name}, who proposed it.`);
      if (row.cancelledAt === null) {
        await cancelMeeting(tx, id);
        await tx.record(meetingFact("meeting-cancelled", id));
      }
      return present(await mine(tx, context, id), context.viewer);
    }),
  ),

  calendar: os.calendar.handler(({ input: { id }, context }) =>
    context.read(async (tx) => {
      const row = await mine(tx, context, id);
      const content = meetingFile(
        { ...row, startsAt: utc(row.startsAt), cancelled: row.cancelledAt !== null },
        tx.now.toString(),
      );
      return { fileName: `meeting-${dayAt(Temporal.Instant.from(utc(row.startsAt)), row.timeZone)}.ics`, content };
    }),
  ),
});

interface Asked {
  memberIds?: string[] | undefined;
  teamId?: string | undefined;
  whose: "mine" | "depend" | "everyone";
  optionalIds: string[];
  startsAt: number;
  minutes: number;
}

/** Who comes, where the time is one that may be proposed. */
async function comers(tx: Tx, context: RequestContext, { startsAt, minutes, ...group }: Asked) {
  const { timeZone } = context.viewer;
  const when = { startsAt, minutes, timeZone, weeks: 1 };
  const now = tx.now.epochMilliseconds;
  refuseIfAny(takingRefusals(when, [], now));
  const day = dayAt(Temporal.Instant.fromEpochMilliseconds(startsAt), timeZone);
  const span = { first: addDays(day, -2), last: addDays(day, 2) };
  const { people } = await gather(tx, context, { ...group, withMe: true }, span);
  refuseIfAny(takingRefusals(when, people, now));
  return people.map(({ id, optional }) => ({ id, optional }));
}

async function mine(tx: Tx, { viewer }: RequestContext, id: string): Promise<MeetingRow> {
  const row = await meetingOf(tx, viewer.memberId, id);
  if (!row) throw notFound();
  return row;
}

async function readList(
  tx: Tx,
  { viewer }: RequestContext,
  input: { from?: string | undefined; to?: string | undefined },
) {
  const from = input.from ?? dayAt(tx.now, viewer.timeZone);
  const to = input.to ?? addDays(from, 6);
  if (to < from) refuseIfAny([{ field: "to", expected: `${from} or a later day`, todo: "Put the first day first." }]);
  if (spanOf(from, to) > mostDaysListed)
    refuseIfAny([{ field: "to", expected: `at most ${mostDaysListed} days`, todo: "Look at fewer days at once." }]);
  const [start, end] = bounds(viewer, from, to);
  const { rows, more } = await meetingsBetween(tx, viewer.memberId, instantOf(start), instantOf(end));
  const times = rows.flatMap((row) =>
    startsOf(repeating(row))
      .filter((at) => at < end && at + row.minutes * 60_000 > start)
      .map((at) => ({ at: instantOf(at), meeting: present(row, viewer) })),
  );
  return { items: times.sort((one, other) => Date.parse(one.at) - Date.parse(other.at)), more };
}

function bounds({ timeZone }: Viewer, from: string, to: string): Span {
  const clocks = (zone: string, date: string, time: string) =>
    Temporal.PlainDate.from(date)
      .add({ days: time === "24:00" ? 1 : 0 })
      .toZonedDateTime(zone).epochMilliseconds;
  return daySpan(clocks, timeZone, from, to);
}

/** What the time at an instant costs the places of its people. */
async function costsOf(tx: Tx, context: RequestContext, row: MeetingRow, at: number) {
  const needed = row.attendees.filter(({ optional, left }) => !optional && !left).map(({ id }) => id);
  if (needed.length === 0) return [];
  const day = dayAt(Temporal.Instant.fromEpochMilliseconds(at), context.viewer.timeZone);
  const group = { memberIds: needed, whose: "mine" as const, withMe: false };
  const { people } = await gather(tx, context, group, { first: addDays(day, -2), last: addDays(day, 2) });
  const span: Span = [at, at + row.minutes * 60_000];
  const payers = people.map((person) => ({ ...person, paid: minutesPaid(person.times, span) }));
  return costsByPlace(
    payers.map((each) => ({ ...each, added: each.paid })),
    span,
  );
}

/** The next time, or the last where all are over. */
function nextOf(row: MeetingRow, now: number): number {
  const starts = startsOf(repeating(row));
  return starts.find((start) => start + row.minutes * 60_000 > now) ?? (starts.at(-1) as number);
}

function repeating({ startsAt, minutes, timeZone, weeks }: MeetingRow) {
  return { startsAt: Date.parse(startsAt), minutes, timeZone, weeks };
}

function present({ body_hash: _, ...row }: MeetingRow, viewer: Viewer) {
  return {
    ...row,
    startsAt: utc(row.startsAt),
    cancelledAt: row.cancelledAt && utc(row.cancelledAt),
    attendees: row.attendees.map(({ id, name, optional }) => ({ id, name, optional })),
    can: { cancel: row.cancelledAt === null && mayCancel(viewer, row) },
  };
}

/** As answered, however the database writes it. */
function utc(instant: string): string {
  return instantOf(Date.parse(instant));
}
