/** A backup back into an empty database: whole or not at all. */
import { Writable } from "node:stream";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Logger } from "pino";
import type { OpenDatabase } from "../platform/database/connect.ts";
import { type Migration, migrate, migrationOf, readMigrations } from "../platform/database/migrate.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { quoted } from "./backup.ts";
import { type Header, pourTable, readHeader, type Table } from "./container.ts";
import { type StoredTable, storedTables } from "./tables.ts";

interface Watching {
  signal: AbortSignal;
  /** How much is done, of how much; bytes, each read twice. */
  told: (done: number, of: number) => void;
}

/**
 * Reads the file whole, then fills the database in one transaction; what the program changed since the backup is
 * applied at the next start. Throws `StartRefused` for a damaged or newer file and for a database that is in use.
 */
export async function restore(
  file: string,
  place: OpenDatabase,
  log: Logger,
  { signal, told }: Watching,
): Promise<Header> {
  const header = await readHeader(file);
  const migrations = migrationsOf(file, header);
  const all = header.tables.reduce((sum, { bytes }) => sum + bytes, 0);
  let read = 0;
  const watching = {
    signal,
    told: (bytes: number) => {
      read += bytes;
      told(read, 2 * all);
    },
  };
  for (const table of header.tables) await pourTable(file, header, table, nowhere(), watching);
  await requireEmpty(place.direct, header);
  await migrate({ direct: place.direct, appRole: place.appRole, log, migrations });
  await inTransaction(place.direct, signal, async (client) => {
    for (const { stored, table } of await matched(client, file, header)) {
      const text = quoted(stored.name, table.columns);
      await client.query(`alter table ${stored.name} no force row level security`);
      const copy = client.query(copyFrom(`copy ${text} from stdin`));
      await pourTable(file, header, table, copy, watching);
      if (copy.rowCount !== table.rows)
        throw new StartRefused(`${file} is damaged: ${table.name} has ${copy.rowCount} rows instead of ${table.rows}.`);
      if (stored.forced) await client.query(`alter table ${stored.name} force row level security`);
      if (stored.counter) await countOn(client, stored.name, stored.counter);
    }
  });
  return header;
}

/** The migrations the backup was made with, as this program has them. */
function migrationsOf(file: string, header: Header): Migration[] {
  const known = readMigrations();
  return header.migrations.map(({ name, sha256 }) => {
    const migration = migrationOf({ name, sha256 }, known);
    if (!migration)
      throw new StartRefused(
        `${file} was made by a newer Throughline (${header.program}, with ${name}); restore it with that one.`,
      );
    if (migration.sha256 !== sha256)
      throw new StartRefused(`${file} was made with another ${name} than this program has; restore it with that one.`);
    return migration;
  });
}

/** Nothing may be there yet but the tables themselves, and none that the backup does not know. */
async function requireEmpty(direct: pg.ClientConfig, header: Header): Promise<void> {
  const client = new pg.Client(direct);
  await client.connect();
  try {
    const { rows } = await client.query("select to_regclass('public.throughline_migration') is not null as used");
    if (!rows[0].used) return;
    const { rows: applied } = await client.query<Migration>("select name, sha256 from throughline_migration");
    const later = applied.find((each) => !migrationOf(each, header.migrations));
    if (later)
      throw new StartRefused(
        `The database already has ${later.name}, which is newer than the backup; restore into an empty data folder or database.`,
      );
    await refuseUsed(client, await storedTables(client));
  } finally {
    await client.end();
  }
}

async function refuseUsed(client: pg.Client, tables: StoredTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${name} limit 1`);
    if (!rowCount) continue;
    const what = name === "identity.user" ? "accounts" : "an organisation";
    throw new StartRefused(
      `The database already holds ${what}; restore into an empty data folder (DATA_DIR) or an empty database (DATABASE_URL).`,
    );
  }
}

/** The backup's tables beside those of the database, which were made by the same migrations. */
async function matched(client: pg.Client, file: string, { tables }: Header) {
  // A server that starts meanwhile finds the organisations or none.
  await client.query("lock table shared.organisation_directory in access exclusive mode");
  const stored = await storedTables(client);
  await refuseUsed(client, stored);
  const pairs = stored.map((each) => ({ stored: each, table: tables.find(({ name }) => name === each.name) }));
  const alike = ({ stored: { columns }, table }: (typeof pairs)[number]) =>
    table !== undefined && table.columns.toSorted().join() === columns.toSorted().join();
  if (tables.length !== stored.length || !pairs.every(alike))
    throw new StartRefused(`${file} is damaged: its tables are not those of its migrations.`);
  return pairs as { stored: StoredTable; table: Table }[];
}

/** What is recorded next is counted on from the last restored. */
async function countOn(client: pg.Client, table: string, column: string): Promise<void> {
  await client.query(
    `select setval(pg_get_serial_sequence($1, $2), max(${pg.escapeIdentifier(column)})) from ${table}
      having count(*) > 0`,
    [table, column],
  );
}

async function inTransaction(
  direct: pg.ClientConfig,
  signal: AbortSignal,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(direct);
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin");
    await work(client);
    signal.throwIfAborted();
    await client.query("commit");
    await client.query("analyze");
  } finally {
    // Without a commit the server takes everything back.
    await client.end();
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
