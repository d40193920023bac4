/** Everything an installation holds, into one file, as of one moment: beside a running server or without one. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Logger } from "pino";
import type { OpenDatabase } from "../platform/database/connect.ts";
import { type Header, writeContainer } from "./container.ts";
import { storedTables } from "./tables.ts";

interface Watching {
  signal?: AbortSignal;
  /** How much is done, of how much; roughly bytes. */
  told?: (done: number, of: number) => void;
}

/**
 * Writes the backup of the database that `owner` owns. Reading stops nobody's writing. Throws `StartRefused` when the
 * file cannot be made, and what the signal was aborted with.
 */
export async function backUp(owner: pg.ClientConfig, file: string, watching: Watching = {}): Promise<Header> {
  const client = new pg.Client(owner);
  client.on("error", () => {});
  await client.connect();
  const stop = () => void client.end();
  watching.signal?.addEventListener("abort", stop);
  try {
    await client.query("begin isolation level repeatable read read only");
    return await writeSnapshot(client, file, watching);
  } catch (error) {
    watching.signal?.throwIfAborted();
    throw error;
  } finally {
    watching.signal?.removeEventListener("abort", stop);
    await client.end();
  }
}

/** The same in a transaction that somebody else opened: what it sees is what is written. */
export async function writeSnapshot(client: pg.Client, file: string, { told }: Watching = {}): Promise<Header> {
  // COPY writes values as the session would show them.
  await client.query("set local datestyle to iso; set local timezone to utc; set local intervalstyle to postgres");
  const about = await describe(client);
  const tables = await storedTables(client);
  const all = tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  return writeContainer(file, about, async ({ add }) => {
    for (const { name, columns, bytes } of tables) {
      const source = client.query(copyTo(`copy ${quoted(name, columns)} to stdout`));
      let read = 0;
      source.on("data", (chunk: Buffer) => {
        read += chunk.length;
        told?.(done + Math.min(read, bytes), all);
      });
      await add({ name, columns }, source, async () => {
        // The count comes after the rows, perhaps in a packet of its own.
        await client.query("select");
        return source.rowCount;
      });
      done += bytes;
    }
    told?.(all, all);
  });
}

/** Made by the program itself before it changes the tables of a used database; named for the first change. */
export async function backUpBefore(pending: string[], place: OpenDatabase, folder: string, log: Logger): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = new Date().toISOString().replaceAll(/[:.]/g, "-");
  const file = join(folder, `before-${pending[0]!.replace(/\.sql$/, "")}-${now}.throughline`);
  log.info(`Backing up to ${file} before the database changes.`);
  await backUp(place.direct, file);
}

async function describe(client: pg.Client): Promise<Omit<Header, "tables">> {
  const { rows: migrations } = await client.query(
    `select name, sha256 from throughline_migration order by name collate "C"`,
  );
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8"));
  return { madeAt: new Date().toISOString(), program: version, postgresql: rows[0].major, migrations };
}

/** `"public"."member" ("id", "name")`: names as SQL takes them. */
export function quoted(name: string, columns: string[]): string {
  const [schema, table] = name.split(".").map(pg.escapeIdentifier);
  return `${schema}.${table} (${columns.map(pg.escapeIdentifier).join(", ")})`;
}
