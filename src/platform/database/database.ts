/**
 * One way to the data: a transaction that has named its organisation. Row-level security refuses everything else,
 * so a query that forgot its organisation finds nothing rather than somebody else's rows.
 */

import { type CompiledQuery, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import pg from "pg";
import type { Temporal } from "temporal-polyfill";
import type { Clock } from "../clock.ts";
import { ClientDriver, execute, together } from "./client-driver.ts";
import { type Grouped, Queue } from "./groups.ts";
import { Memory } from "./memory.ts";
import { type EventRow, eventRow, type Fact, recordFacts } from "./record.ts";
import type { DB } from "./tables.ts";

export type Via = "web" | "api" | "cli" | "mcp" | "import" | "demo" | "system";

/** Who acts, and how they came; null where the product acts by itself. */
export interface Actor {
  memberId: string | null;
  via: Via;
}

/** An open transaction of one organisation. `now` is one instant for everything it writes. */
export interface Tx {
  db: Kysely<DB>;
  organisationId: string;
  now: Temporal.Instant;
  actor: Actor;
  /** Records events in this transaction, in this order: facts hold ids and values, never names. */
  record(...facts: Fact[]): Promise<void>;
  /**
   * The same for a statement that writes the event together with its cause: answers the row it must write. `actor`
   * where somebody else than the transaction's acts.
   */
  eventRow(fact: Fact, actor?: Actor): EventRow;
  /**
   * The rows of the statement that ends the transaction: the commit goes out with it and is waited for with it, which
   * saves a round trip. Nothing can follow.
   */
  last<Row>(statement: CompiledQuery<Row>): Promise<Row[]>;
  /**
   * What was read under this name, at most a minute old and from after the last write of the organisation that this
   * process made or heard of; in a transaction that writes, always read. The same for every viewer: whoever takes it
   * leaves out what theirs may not see. `weigh` says how many rows it holds.
   */
  remembered<Value>(name: string, read: () => Promise<Value>, weigh: (value: Value) => number): Promise<Value>;
  /** Asks for later work in this transaction; with a key, a waiting job of the same key is replaced. */
  enqueue(task: string, payload: Record<string, unknown>, key?: string): Promise<void>;
  /** The same for work that has its time, by the machine's clock. */
  enqueueAt(at: Temporal.Instant, task: string, payload: Record<string, unknown>, key: string): Promise<void>;
}

export interface Database {
  read<T>(organisationId: string, work: (tx: Tx) => Promise<T>, actor?: Actor): Promise<T>;
  write<T>(organisationId: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes in one transaction with whoever writes the same kind of thing in this organisation at this moment. */
  writeTogether<Input, Answer>(
    organisationId: string,
    actor: Actor,
    grouped: Grouped<Input, Answer>,
    input: Input,
  ): Promise<Answer>;
  /** The few tables that stand outside any organisation (directory, identity). */
  shared<T>(work: (db: Kysely<DB>) => Promise<T>): Promise<T>;
  /** Called with the organisation after each commit that recorded something. */
  onCommit(told: (organisationId: string) => void): void;
  /** SQL statements sent since the start, transaction control left out: what the bench divides by requests. */
  statements(): number;
  pool: pg.Pool;
  close(): Promise<void>;
}

const nobody: Actor = { memberId: null, via: "system" };
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function databaseOn(config: pg.PoolConfig, clock: Clock): Database {
  const pool = new pg.Pool({ ...config, types: plainTypes, pipeline: true } as pg.PoolConfig);
  survive(pool, () => {});
  const listeners: ((organisationId: string) => void)[] = [];
  const counter = { statements: 0 };
  const memory = new Memory();
  const queues = new Map<unknown, Map<string, unknown>>();

  function queuesOf<Input, Answer>(grouped: Grouped<Input, Answer>): Map<string, Queue<Input, Answer>> {
    const known = queues.get(grouped) ?? new Map();
    queues.set(grouped, known);
    return known;
  }

  async function inTransaction<T>(
    organisationId: string,
    begin: string,
    actor: Actor,
    work: (tx: Tx) => Promise<T>,
    remembered: Tx["remembered"],
  ): Promise<T> {
    if (!uuid.test(organisationId)) throw new Error("An organisation is named by its UUID.");
    const client = await pool.connect();
    let broken: Error | undefined;
    let recorded = false;
    let ended = false;
    try {
      // SET LOCAL takes no parameter; the UUID was parsed above. Sent without waiting, together with the first query.
      const sent = together(client);
      const opened = client.query(`${begin}; set local app.organisation_id = '${organisationId}'`);
      opened.catch(() => {});
      process.nextTick(sent);
      const db = kyselyOn(client, counter);
      const tx: Tx = {
        db,
        organisationId,
        now: clock.now(),
        actor,
        record: async (...facts) => {
          if (facts.length === 0) return;
          recorded = true;
          await recordFacts(tx, facts);
        },
        eventRow: (fact, as = actor) => {
          recorded = true;
          return eventRow(tx, fact, as);
        },
        last: async (statement) => {
          ended = true;
          const sent = together(client);
          const rows = execute<never>(client, counter, statement);
          const committed = client.query("commit");
          sent();
          return (await Promise.all([rows, committed]))[0].rows;
        },
        remembered,
        enqueue: async (task, payload, key) => {
          await client.query("select shared.enqueue($1, $2, $3)", [
            task,
            JSON.stringify({ ...payload, organisationId }),
            key ?? null,
          ]);
        },
        enqueueAt: async (at, task, payload, key) => {
          const later = [task, JSON.stringify({ ...payload, organisationId }), key, at.toString()];
          await client.query("select shared.enqueue_at($1, $2, $3, $4)", later);
        },
      };
      const answer = await work(tx);
      await opened;
      if (!ended) await client.query("commit");
      if (recorded) for (const told of listeners) told(organisationId);
      return answer;
    } catch (error) {
      await client.query("rollback").catch((lost: Error) => {
        broken = lost;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function write<T>(organisationId: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await inTransaction(organisationId, "begin", actor, work, (_name, read) => read());
    } finally {
      // Even where it failed: a commit whose answer was lost may have been one.
      memory.wrote(organisationId);
    }
  }

  return {
    pool,
    read: (organisationId, work, actor = nobody) => {
      const stamp = memory.stamp(organisationId, clock.now());
      return inTransaction(organisationId, "begin read only", actor, work, (name, read, weigh) =>
        memory.of(`${organisationId} ${name}`, stamp, read, weigh),
      );
    },
    write,
    writeTogether: (organisationId, actor, grouped, input) => {
      const queues = queuesOf(grouped);
      const queue = queues.get(organisationId) ?? new Queue(grouped, (work) => write(organisationId, nobody, work));
      queues.set(organisationId, queue);
      return queue.join(actor, input);
    },
    shared: async (work) => {
      const client = await pool.connect();
      try {
        return await work(kyselyOn(client, counter));
      } finally {
        client.release();
      }
    },
    onCommit: (told) => listeners.push(told),
    statements: () => counter.statements,
    close: () => endPool(pool),
  };
}

/**
 * A lost connection reaches whoever was asking; beside that each client and the pool say it as an event, which nobody
 * hearing would end the program.
 */
export function survive(pool: pg.Pool, told: (error: Error) => void): void {
  pool.on("error", told);
  pool.on("connect", (client) => client.on("error", () => {}));
}

/** Resolves when every connection is closed; the pool's own `end` resolves when it has asked them to. */
export async function endPool(pool: pg.Pool): Promise<void> {
  let open = pool.totalCount;
  const closed = new Promise<void>((resolve) => {
    if (open === 0) resolve();
    pool.on("remove", () => {
      open -= 1;
      if (open === 0) resolve();
    });
  });
  await pool.end();
  await closed;
}

function kyselyOn(client: pg.PoolClient, counter: { statements: number }): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new ClientDriver(client, counter),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

/** Dates stay "YYYY-MM-DD", instants become ISO text in UTC, counts become numbers; numeric stays exact text. */
const plainTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: "text" | "binary") => {
    if (oid === 1082) return (value: string) => value;
    if (oid === 1184) return isoInstant;
    if (oid === 20) return Number;
    return pg.types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

/** "2026-11-22 16:15:50.123456+00" as PostgreSQL writes it with the session in UTC. */
function isoInstant(value: string): string {
  return value.replace(" ", "T").replace(/\+00$/, "Z");
}
