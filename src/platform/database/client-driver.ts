import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from "kysely";
import type pg from "pg";

/** Kysely on one client whose transaction is already open. Statements seen before are prepared, by a name made from their text. */
export class ClientDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(client: pg.PoolClient, counter: { statements: number }) {
    this.#connection = {
      executeQuery: (query) => execute(client, counter, query),
      // biome-ignore lint/correctness/useYield: Kysely's interface asks for it; nothing here streams.
      async *streamQuery(): AsyncIterableIterator<never> {
        throw new Error("Rows are paged by key, never streamed.");
      },
    };
  }

  async init() {}
  async acquireConnection() {
    return this.#connection;
  }
  async beginTransaction() {
    throw new Error("The transaction is already open: it began with its organisation.");
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

/** What the client sends until the answer is called leaves in one piece. */
export function together(client: pg.PoolClient): () => void {
  const { stream } = (client as pg.PoolClient & { connection: { stream: Socket } }).connection;
  stream.cork();
  return () => stream.uncork();
}

/** Sends a statement with those asked in the same turn; its rows come when they come. */
export async function execute<R>(
  client: pg.PoolClient,
  counter: { statements: number },
  query: CompiledQuery,
): Promise<QueryResult<R>> {
  counter.statements += 1;
  const name = preparedName(query.sql);
  const values = query.parameters as unknown[];
  process.nextTick(together(client));
  const result = await client.query(name ? { name, text: query.sql, values } : { text: query.sql, values });
  return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
}

const names = new Map<string, string | null>();
/** Past this many different statements the rest go unprepared, so that generated SQL cannot fill the server's memory. */
const mostPrepared = 500;

function preparedName(sql: string): string | undefined {
  const known = names.get(sql);
  if (known) return known;
  if (known === undefined) {
    if (names.size < mostPrepared * 4) names.set(sql, null);
    return undefined;
  }
  const name = createHash("sha256").update(sql).digest("base64url").slice(0, 24);
  names.set(sql, name);
  return name;
}
