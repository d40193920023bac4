/**
 * Carries recorded events to whoever reacts to them: durable readers (roll-up) and the people watching (live updates).
 * Ids and positions are not commit order, so a reader only reads transactions below every one still open: nothing is skipped.
 */
import pg from "pg";
import type { Database, Tx } from "../database/database.ts";
import { eventsFrom, everyOrganisation, moveMark, type RecordedEvent, readerMark } from "../database/events.ts";
import { newId } from "../ids.ts";

export type { RecordedEvent } from "../database/events.ts";

/** Reacts to events, at least once and in order; runs in a transaction of the organisation and must be repeatable. */
export interface Reader {
  name: string;
  /** Milliseconds from one reading of an organisation to the next at least, where once for many events is enough. */
  rest?: number;
  /** Before its first reading of an organisation: takes in what is there, instead of every event there ever was. */
  begin?(tx: Tx): Promise<void>;
  read(tx: Tx, events: RecordedEvent[]): Promise<void>;
}

interface Watcher {
  events(events: RecordedEvent[]): void;
  /** Something that nobody records, such as who looks at a plan: "presence" and its id. */
  passing(word: string): void;
}
interface Log {
  error(facts: object, sentence: string): void;
}

const channel = "throughline_events";
/** Milliseconds in which commits of one organisation are told as one. */
const coalesce = 15;
/** Milliseconds from one reading of an organisation to the next at least: where people write all the time, many commits are read at once. */
const rest = 120;
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
  /** Readers that rest, by reader and organisation. */
  readonly #resting = new Map<string, NodeJS.Timeout>();
  /** Those of them that others have overtaken since. */
  readonly #behind = new Set<string>();
  /** When each organisation was last read; milliseconds of the machine's clock. */
  readonly #read = new Map<string, number>();
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
    for (const organisationId of await this.#database.shared(everyOrganisation)) this.#touch(organisationId, 0, false);
  }

  /** Tells watchers, on every server, of something that passes and is not recorded; a word that is lost costs nothing. */
  pass(organisationId: string, kind: "presence", id: string): void {
    this.#tellPassing(organisationId, `${kind} ${id}`);
    this.#notify(`${this.#name} ${organisationId} ${kind} ${id}`);
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
    for (const { name } of this.#readers) this.#wake(`${name} ${organisationId}`);
    await this.#run(organisationId);
    if (this.#again.has(organisationId) || this.#waiting.has(organisationId)) await this.settled(organisationId);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of [...this.#waiting.values(), ...this.#resting.values()]) clearTimeout(timer);
    await Promise.all(this.#running.values());
    await this.#listener?.end().catch(() => {});
  }

  async #listen(direct: pg.ClientConfig): Promise<void> {
    const client = new pg.Client(direct);
    client.on("notification", ({ payload }) => {
      const [sender, organisationId, ...passing] = (payload ?? "").split(" ");
      if (!organisationId || sender === this.#name) return;
      if (passing.length > 0) this.#tellPassing(organisationId, passing.join(" "));
      else this.#touch(organisationId, 0, false);
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

  #tellPassing(organisationId: string, word: string): void {
    for (const watcher of this.#watchers.get(organisationId) ?? []) watcher.passing(word);
  }

  #notify(payload: string): void {
    this.#database.pool.query("select pg_notify($1, $2)", [channel, payload]).catch(() => {});
  }

  #touch(organisationId: string, delay: number, tellOthers: boolean): void {
    if (this.#stopped) return;
    if (this.#waiting.has(organisationId)) return;
    const soonest = (this.#read.get(organisationId) ?? Number.NEGATIVE_INFINITY) + rest - performance.now();
    const timer = setTimeout(
      () => {
        this.#waiting.delete(organisationId);
        if (tellOthers) this.#notify(`${this.#name} ${organisationId}`);
        void this.#run(organisationId);
      },
      Math.max(delay, soonest),
    );
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
        this.#read.set(organisationId, performance.now());
        if (this.#again.delete(organisationId)) this.#touch(organisationId, 0, false);
      });
    this.#running.set(organisationId, run);
    return run;
  }

  async #readAll(organisationId: string): Promise<void> {
    let waitingForOthers = false;
    const late: RecordedEvent[] = [];
    for (const reader of this.#readers) {
      const place = `${reader.name} ${organisationId}`;
      if (this.#resting.has(place)) {
        this.#behind.add(place);
        continue;
      }
      const { events, rest } = await this.#database.write(organisationId, { memberId: null, via: "system" }, (tx) =>
        readOn(tx, reader),
      );
      if (this.#behind.delete(place)) late.push(...events);
      if (reader.rest && events.length > 0) this.#letRest(place, organisationId, reader.rest);
      waitingForOthers ||= rest;
    }
    waitingForOthers ||= await this.#tellWatchers(organisationId, late);
    if (waitingForOthers) this.#touch(organisationId, lookAgain, false);
  }

  /** `late` were told before a reader that rested had read them: told again, so that what it made of them is seen. */
  async #tellWatchers(organisationId: string, late: RecordedEvent[]): Promise<boolean> {
    const watchers = this.#watchers.get(organisationId);
    if (!watchers) return false;
    const from = this.#watchedFrom.get(organisationId);
    const { events, next, rest } = await this.#database.read(organisationId, (tx) => eventsFrom(tx, from ?? null));
    this.#watchedFrom.set(organisationId, next);
    const fresh = new Set(events.map(({ id }) => id));
    const all = [...late.filter(({ id }) => !fresh.has(id)), ...events];
    if (all.length > 0) for (const watcher of watchers) watcher.events(all);
    return rest;
  }

  #letRest(place: string, organisationId: string, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.#resting.delete(place);
      if (this.#behind.has(place)) this.#touch(organisationId, 0, false);
    }, milliseconds);
    timer.unref();
    this.#resting.set(place, timer);
  }

  #wake(place: string): void {
    clearTimeout(this.#resting.get(place));
    this.#resting.delete(place);
  }
}

/**
 * Gives the reader what is new and moves its mark, in one transaction. Answers that, and whether newer events wait for an
 * open transaction.
 */
async function readOn(tx: Tx, reader: Reader): Promise<{ events: RecordedEvent[]; rest: boolean }> {
  const mark = await readerMark(tx, reader.name);
  const isNew = mark === undefined && reader.begin !== undefined;
  const { events, next, rest } = await eventsFrom(tx, isNew ? null : (mark ?? 0));
  if (events.length === 0 && mark !== undefined) return { events, rest };
  if (isNew) await reader.begin?.(tx);
  else if (events.length > 0) await reader.read(tx, events);
  await moveMark(tx, reader.name, next);
  return { events, rest };
}
