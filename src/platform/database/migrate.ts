import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Logger } from "pino";
import { StartRefused } from "../start-refused.ts";

/** One file of db/migrations. `sha256` in hex, of the file as it stands. */
export type Migration = { name: string; sql: string; sha256: string };

const folder = join(import.meta.dirname, "../../../db/migrations");

/** The migrations of this program, in the order of their names: 0001-people.sql, 0002-… */
export function readMigrations(from = folder): Migration[] {
  const files = readdirSync(from).filter((name) => name.endsWith(".sql"));
  return files.sort().map((name) => {
    const sql = readFileSync(join(from, name), "utf8");
    return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

type Wanted = {
  /** The owner, not through a pooler: the lock belongs to a connection. */
  direct: pg.ClientConfig;
  appRole: string;
  log: Logger;
  migrations?: Migration[];
  /** Called once before the first change to a database that has been used before; a backup belongs here. */
  beforeChanges?: (pending: string[]) => Promise<void>;
};

/**
 * Brings the database up to this program, each migration in a transaction of its own; returns the names of those it
 * applied. As in psql, `:app_role` in a file stands for the name of the role of the requests, `:'app_role'` for its
 * text. Several servers may start at once: one migrates, the others wait. Throws `StartRefused` for a database newer
 * than the program or made by other files.
 */
export async function migrate(wanted: Wanted): Promise<string[]> {
  const migrations = wanted.migrations ?? readMigrations();
  const client = new pg.Client(wanted.direct);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('throughline migrations'))");
    const applied = await underTodaysNames(client, await readApplied(client), migrations);
    const pending = pendingMigrations(migrations, applied);
    if (applied.length > 0 && pending.length > 0) await wanted.beforeChanges?.(pending.map((each) => each.name));
    for (const migration of pending) {
      await apply(client, migration, wanted.appRole);
      wanted.log.info(`Migrated the database: ${migration.name}.`);
    }
    return pending.map((each) => each.name);
  } finally {
    await client.end();
  }
}

/** Lets PostgreSQL look at what the tables hold now, which its plans depend on. */
export async function knowTheTables(direct: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(direct);
  await client.connect();
  try {
    await client.query("analyze");
  } finally {
    await client.end();
  }
}

/** What is left to apply. Throws `StartRefused` unless the applied ones are a beginning of the program's. */
export function pendingMigrations(migrations: Migration[], applied: Pick<Migration, "name" | "sha256">[]): Migration[] {
  const known = new Map(migrations.map((each) => [each.name, each.sha256]));
  const unknown = applied.find((each) => !known.has(each.name));
  if (unknown) {
    throw new StartRefused(
      `The database is newer than this program (it has ${unknown.name}); start the newer program, or restore a backup.`,
    );
  }
  const changed = applied.find((each) => known.get(each.name) !== each.sha256);
  if (changed) {
    throw new StartRefused(
      `The migration ${changed.name} was changed after the database was made with it; put the file back as it was.`,
    );
  }
  const pending = migrations.filter((each) => !applied.some((done) => done.name === each.name));
  const late = pending.find((each) => applied.some((done) => done.name > each.name));
  if (late) {
    throw new StartRefused(
      `The migration ${late.name} comes before one that was already applied; give it a later number.`,
    );
  }
  return pending;
}

/** PostgreSQL's code for what a role has no right to. */
const mayNot = "42501";

async function readApplied(client: pg.Client): Promise<Pick<Migration, "name" | "sha256">[]> {
  await client
    .query(`create table if not exists throughline_migration (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now())`)
    .catch((error) => {
      if (error.code !== mayNot) throw error;
      throw new StartRefused(
        `The role ${client.user} may not make tables in the database ${client.database}; set DATABASE_URL to the role that owns it.`,
      );
    });
  return (await client.query(`select name, sha256 from throughline_migration order by name collate "C"`)).rows;
}

/** A file that was given another number or word, and says the same, is the same migration. */
async function underTodaysNames(
  client: pg.Client,
  applied: Pick<Migration, "name" | "sha256">[],
  migrations: Migration[],
): Promise<Pick<Migration, "name" | "sha256">[]> {
  for (const each of applied) {
    const today = migrationOf(each, migrations);
    if (!today || today.name === each.name) continue;
    await client.query("update throughline_migration set name = $2 where name = $1", [each.name, today.name]);
    each.name = today.name;
  }
  return applied;
}

/** The migration of this name, else the one that says the same under another. */
export function migrationOf<Known extends Pick<Migration, "name" | "sha256">>(
  { name, sha256 }: Pick<Migration, "name" | "sha256">,
  migrations: readonly Known[],
): Known | undefined {
  return migrations.find((each) => each.name === name) ?? migrations.find((each) => each.sha256 === sha256);
}

async function apply(client: pg.Client, { name, sql, sha256 }: Migration, appRole: string) {
  try {
    await client.query("begin");
    await client.query(forRole(sql, appRole));
    await client.query("insert into throughline_migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (error) {
    throw new Error(`The migration ${name} failed and changed nothing: ${(error as Error).message}`, { cause: error });
  }
}

function forRole(sql: string, appRole: string) {
  return sql
    .replaceAll(":'app_role'", () => pg.escapeLiteral(appRole))
    .replaceAll(/(?<!:):app_role\b/g, () => pg.escapeIdentifier(appRole));
}
