/**
 * Carries recorded events to whoever reacts to them: durable readers (roll-up) and the people watching (live updates).
 * Ids and positions are not commit order, so a reader only reads transactions below every one still open: nothing is skipped.
 */
import { sql } from "kysely";
import pg from "pg";
import type { Database, Tx } from "../database/database.ts";
import { newId } from "../ids.ts";

export interface RecordedEvent {
  id: string;
  kind: string;
  subjectKind: string;
  subjectId: string;
  actorId: string | null;
  visibleTo: string | null;
  facts: Record<string, unknown>;
}

/** Reacts to events, at least once and in order; runs in a transaction of the organisation and must be repeatable. */
export interface Reader {
  name: string;
  read(tx: Tx, events: RecordedEvent[]): Promise<void>;
}

type Watcher = (events: RecordedEvent[]) => void;
interface Log {
  error(facts: object, sentence: string): void;
}

const channel = "throughline_events";
/** Milliseconds in which commits of one organisation are told as one. */
const coalesce = 15;
/** Milliseconds until an event that stood beside an open transaction is looked for again. */
const lookAgain = 60;

export class Feed {
  readonly #database: Database;
  readonly #readers: Reader[];
  readonly #log: Log;
  readonly #watchers = new Map<string, Set<Watcher>>();
  readonly #watchedFrom = new Map<string, number>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  /** Tells this server's own notifications from those of others. */
  readonly #name = newId();
  #listener: pg.Client | undefined;
  #stopped = false;

  constructor(database: Database, readers: Reader[], log: Log) {
    this.#database = database;
    this.#readers = readers;
    this.#log = log;
    database.onCommit((organisationId) => this.#touch(organisationId, coalesce, true));
  }

  /** Hears other servers on the same database, and catches up with what was recorded while nobody read. */
  async start(direct: pg.ClientConfig): Promise<void> {
    await this.#listen(direct);
    const organisations = await this.#database.shared((db) =>
      db.selectFrom("shared.organisation_directory").select("organisation_id").execute(),
    );
    for (const { organisation_id } of organisations) this.#touch(organisation_id, 0, false);
  }

  /** Tells `watcher` of every event of the organisation from now on; answers how to stop. */
  watch(organisationId: string, watcher: Watcher): () => void {
    const watchers = this.#watchers.get(organisationId) ?? new Set();
    watchers.add(watcher);
    this.#watchers.set(organisationId, watchers);
    return () => {
      watchers.delete(watcher);
      if (watchers.size === 0) {
        this.#watchers.delete(organisationId);
        this.#watchedFrom.delete(organisationId);
      }
    };
  }

  /** Resolves once everything committed before the call has been read: for tests and for a story told in order. */
  async settled(organisationId: string): Promise<void> {
    clearTimeout(this.#waiting.get(organisationId));
    this.#waiting.delete(organisationId);
    await this.#running.get(organisationId);
    await this.#run(organisationId);
    if (this.#again.has(organisationId) || this.#waiting.has(organisationId)) await this.settled(organisationId);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    await Promise.all(this.#running.values());
    await this.#listener?.end().catch(() => {});
  }

  async #listen(direct: pg.ClientConfig): Promise<void> {
    const client = new pg.Client(direct);
    client.on("notification", ({ payload }) => {
      const [sender, organisationId] = (payload ?? "").split(" ");
      if (organisationId && sender !== this.#name) this.#touch(organisationId, 0, false);
    });
    client.on("error", () => this.#listenAgain(direct));
    client.on("end", () => this.#listenAgain(direct));
    await client.connect();
    await client.query(`listen ${channel}`);
    this.#listener = client;
  }

  #listenAgain(direct: pg.ClientConfig): void {
    if (this.#stopped || !this.#listener) return;
    this.#listener = undefined;
    setTimeout(() => {
      if (!this.#stopped)
        this.start(direct).catch((error) => this.#log.error({ err: error }, "live events cannot listen"));
    }, 1000);
  }

  #touch(organisationId: string, delay: number, tellOthers: boolean): void {
    if (this.#stopped) return;
    if (this.#waiting.has(organisationId)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(organisationId);
      if (tellOthers)
        this.#database.pool
          .query("select pg_notify($1, $2)", [channel, `${this.#name} ${organisationId}`])
          .catch(() => {});
      void this.#run(organisationId);
    }, delay);
    this.#waiting.set(organisationId, timer);
  }

  /** One run at a time per organisation; a touch while running asks for one more. */
  #run(organisationId: string): Promise<void> {
    const running = this.#running.get(organisationId);
    if (running) {
      this.#again.add(organisationId);
      return running;
    }
    const run = this.#readAll(organisationId)
      .catch((error) => {
        this.#log.error({ err: error, organisationId }, "reading events failed; trying again");
        this.#touch(organisationId, 1000, false);
      })
      .finally(() => {
        this.#running.delete(organisationId);
        if (this.#again.delete(organisationId)) this.#touch(organisationId, 0, false);
      });
    this.#running.set(organisationId, run);
    return run;
  }

  async #readAll(organisationId: string): Promise<void> {
    let waitingForOthers = false;
    for (const reader of this.#readers) {
      const rest = await this.#database.write(organisationId, { memberId: null, via: "system" }, (tx) =>
        readOn(tx, reader),
      );
      waitingForOthers ||= rest;
    }
    const watchers = this.#watchers.get(organisationId);
    if (watchers) {
      const from = this.#watchedFrom.get(organisationId);
      const { events, next, rest } = await this.#database.read(organisationId, (tx) => eventsFrom(tx, from ?? null));
      this.#watchedFrom.set(organisationId, next);
      if (events.length > 0) for (const watcher of watchers) watcher(events);
      waitingForOthers ||= rest;
    }
    if (waitingForOthers) this.#touch(organisationId, lookAgain, false);
  }
}

/** Gives the reader what is new and moves its mark, in one transaction. Answers whether newer events wait for an open transaction. */
async function readOn(tx: Tx, reader: Reader): Promise<boolean> {
  const mark = await tx.db
    .selectFrom("event_reader")
    .select("next_xid")
    .where("organisation_id", "=", tx.organisationId)
    .where("reader", "=", reader.name)
    .forUpdate()
    .executeTakeFirst();
  const { events, next, rest } = await eventsFrom(tx, mark?.next_xid ?? 0);
  if (events.length === 0 && mark) return rest;
  if (events.length > 0) await reader.read(tx, events);
  const row = { organisation_id: tx.organisationId, reader: reader.name, next_xid: next };
  await tx.db
    .insertInto("event_reader")
    .values(row)
    .onConflict((already) => already.columns(["organisation_id", "reader"]).doUpdateSet({ next_xid: next }))
    .execute();
  return rest;
}

/** Events from a transaction on, up to the oldest still open; `from` null starts a few seconds back, for someone who just began to watch. */
async function eventsFrom(
  tx: Tx,
  from: number | null,
): Promise<{ events: RecordedEvent[]; next: number; rest: boolean }> {
  const { xmin } = await tx.db
    .selectNoFrom(sql<number>`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`.as("xmin"))
    .executeTakeFirstOrThrow();
  const rows = await tx.db
    .selectFrom("event")
    .select(["id", "kind", "subject_kind", "subject_id", "actor_id", "visible_to", "facts", "xid"])
    .where("organisation_id", "=", tx.organisationId)
    .$if(from !== null, (query) => query.where("xid", ">=", from as number))
    .$if(from === null, (query) => query.where("recorded_at", ">", tx.now.subtract({ seconds: 5 }).toString()))
    .orderBy("xid")
    .orderBy("position")
    .execute();
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
