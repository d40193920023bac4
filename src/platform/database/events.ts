/** Recorded events as their readers ask for them, and how far each reader has come. */
import { type Kysely, sql } from "kysely";
import type { Tx } from "./database.ts";
import type { DB } from "./tables.ts";

export interface RecordedEvent {
  id: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  actorId: string | null;
  visibleTo: string | null;
  facts: Record<string, unknown>;
}

/** The organisations whose events may wait for a reader. */
export async function everyOrganisation(db: Kysely<DB>): Promise<string[]> {
  const rows = await db.selectFrom("shared.organisation_directory").select("organisation_id as id").execute();
  return rows.map(({ id }) => id);
}

/** The first transaction this reader has not read, held until the transaction ends; undefined before its first reading. */
export async function readerMark(tx: Tx, reader: string): Promise<number | undefined> {
  const mark = await tx.db
    .selectFrom("event_reader")
    .select("next_xid")
    .where("organisation_id", "=", tx.organisationId)
    .where("reader", "=", reader)
    .forUpdate()
    .executeTakeFirst();
  return mark?.next_xid;
}

/** Ends the transaction. An organisation that was deleted meanwhile keeps no mark. */
export async function moveMark(tx: Tx, reader: string, next: number): Promise<void> {
  await tx.last(
    tx.db
      .insertInto("event_reader")
      .columns(["organisation_id", "reader", "next_xid"])
      .expression((from) =>
        from
          .selectFrom("organisation")
          .select(({ val }) => ["organisation_id", val(reader).as("reader"), val(next).as("next_xid")])
          .where("organisation_id", "=", tx.organisationId)
          .forKeyShare(),
      )
      .onConflict((already) => already.columns(["organisation_id", "reader"]).doUpdateSet({ next_xid: next }))
      .compile(),
  );
}

/** Events from a transaction on, up to the oldest still open; `from` null starts a few seconds back, for someone who just began to watch. */
export async function eventsFrom(
  tx: Tx,
  from: number | null,
): Promise<{ events: RecordedEvent[]; next: number; rest: boolean }> {
  // Sent together and answered in this order: every transaction below the oldest open one is there to be read.
  const [{ xmin }, rows] = await Promise.all([
    tx.db
      .selectNoFrom(sql<number>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`.as("xmin"))
      .executeTakeFirstOrThrow(),
    tx.db
      .selectFrom("event")
      .select(["id", "kind", "subject_kind", "subject_id", "actor_id", "visible_to", "facts", "xid"])
      .where("organisation_id", "=", tx.organisationId)
      .$if(from !== null, (query) => query.where("xid", ">=", from as number))
      .$if(from === null, (query) => query.where("recorded_at", ">", tx.now.subtract({ seconds: 5 }).toString()))
      .orderBy("xid")
      .orderBy("position")
      .execute(),
  ]);
  const events = rows.filter((row) => row.xid < xmin).map(asEvent);
  return { events, next: xmin, rest: rows.length > events.length };
}

function asEvent(row: {
  id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  actor_id: string | null;
  visible_to: string | null;
  facts: unknown;
}): RecordedEvent {
  return {
    id: row.id,
    kind: row.kind,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    actorId: row.actor_id,
    visibleTo: row.visible_to,
    facts: row.facts as Record<string, unknown>,
  };
}
