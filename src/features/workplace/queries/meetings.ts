import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

interface Named {
  id: string;
  name: string;
}

export interface MeetingRow {
  id: string;
  title: string;
  proposedBy: Named;
  startsAt: string;
  minutes: number;
  timeZone: string;
  weeks: number;
  /** `left`: who is no member any more. */
  attendees: (Named & { optional: boolean; left: boolean })[];
  cancelledAt: string | null;
  body_hash: Buffer;
}

/** undefined where it is not there, or this member is not one of its people. */
export async function meetingOf(tx: Tx, memberId: string, id: string): Promise<MeetingRow | undefined> {
  const { rows } = await meetings(tx, memberId, sql`t.id = ${id}`).execute(tx.db);
  return rows[0];
}

/** Meetings that are read at once. */
const most = 500;

/** The first of those with a time between two instants that were not cancelled; a weekly one may have none in between. */
export async function meetingsBetween(tx: Tx, memberId: string, from: string, to: string) {
  const which = sql`t.cancelled_at is null and t.starts_at < ${to} and t.ends_at > ${from}`;
  const { rows } = await meetings(tx, memberId, which).execute(tx.db);
  return { rows: rows.slice(0, most), more: rows.length > most };
}

function meetings(tx: Tx, memberId: string, which: RawBuilder<unknown>) {
  const { organisationId } = tx;
  return sql<MeetingRow>`
    select t.id, t.title, t.starts_at as "startsAt", t.minutes, t.time_zone as "timeZone", t.weeks,
      t.cancelled_at as "cancelledAt", t.body_hash, json_build_object('id', by.id, 'name', by.name) as "proposedBy",
      (select json_agg(json_build_object('id', m.id, 'name', m.name, 'optional', a.optional,
          'left', m.deactivated_at is not null or m.role = 'guest') order by lower(m.name), m.id)
        from meeting_attendee a join member m on m.organisation_id = a.organisation_id and m.id = a.member_id
        where a.organisation_id = ${organisationId} and a.meeting_id = t.id) as attendees
    from meeting t
    join member by on by.organisation_id = t.organisation_id and by.id = t.proposed_by
    where t.organisation_id = ${organisationId} and ${which} and exists (select 1 from meeting_attendee mine
      where mine.organisation_id = ${organisationId} and mine.meeting_id = t.id and mine.member_id = ${memberId})
    order by t.starts_at, t.id limit ${most + 1}`;
}

export interface Cost {
  id: string;
  startsAt: string;
  minutes: number;
  timeZone: string;
  weeks: number;
  cancelledAt: string | null;
  /** Who of those asked for must be there. */
  memberIds: string[];
}

/** Meetings between two instants that cost any of these people their time, without what was cancelled before it began. */
export async function costsBetween(tx: Tx, memberIds: readonly string[], from: string, to: string): Promise<Cost[]> {
  const { rows } = await sql<Cost>`
    select t.id, t.starts_at as "startsAt", t.minutes, t.time_zone as "timeZone", t.weeks,
      t.cancelled_at as "cancelledAt", json_agg(a.member_id) as "memberIds"
    from meeting t
    join meeting_attendee a on a.organisation_id = t.organisation_id and a.meeting_id = t.id
    where t.organisation_id = ${tx.organisationId} and t.starts_at < ${to} and t.ends_at > ${from}
      and (t.cancelled_at is null or t.cancelled_at > t.starts_at)
      and not a.optional and a.member_id = any(${[...memberIds]}::uuid[])
    group by t.organisation_id, t.id`.execute(tx.db);
  return rows;
}

interface NewMeeting {
  id: string;
  title: string;
  proposedBy: string;
  startsAt: string;
  endsAt: string;
  minutes: number;
  timeZone: string;
  weeks: number;
  bodyHash: Buffer;
  attendees: readonly { id: string; optional: boolean }[];
}

/** With its people; false where the id is already taken. */
export async function insertMeeting(tx: Tx, row: NewMeeting): Promise<boolean> {
  const { organisationId } = tx;
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("meeting")
    .values({
      organisation_id: organisationId,
      id: row.id,
      title: row.title,
      proposed_by: row.proposedBy,
      starts_at: row.startsAt,
      ends_at: row.endsAt,
      minutes: row.minutes,
      time_zone: row.timeZone,
      weeks: row.weeks,
      body_hash: row.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const attendees = row.attendees.map(({ id, optional }) => ({
    organisation_id: organisationId,
    meeting_id: row.id,
    member_id: id,
    optional,
  }));
  await tx.db.insertInto("meeting_attendee").values(attendees).execute();
  return true;
}

export async function cancelMeeting(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable("meeting")
    .set({ cancelled_at: tx.now.toString() })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .where("cancelled_at", "is", null)
    .execute();
}

/** Deletes meetings whose last time was over before a day. */
export async function forgetMeetingsBefore(tx: Tx, day: string): Promise<void> {
  await tx.db
    .deleteFrom("meeting")
    .where("organisation_id", "=", tx.organisationId)
    .where("ends_at", "<", `${day}T00:00:00Z`)
    .execute();
}
