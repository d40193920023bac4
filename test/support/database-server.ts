import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import type { TestProject } from "vitest/node";
import { names } from "../../src/platform/database/embedded/cluster.ts";
import { startEmbedded } from "../../src/platform/database/embedded/supervisor.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { type TestServer, writeServerNote } from "./database.ts";

/**
 * One PostgreSQL for the whole run, beside the first tests: those that need a database wait for it, the others do not.
 * Nothing it holds outlives the run, so it does not wait for the disk.
 */
export default function startForTheRun(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "throughline-test-"));
  project.provide("databaseFolder", folder);
  const starting = start(folder);
  starting.catch((error: Error) => writeServerNote(folder, { failed: error.message }));
  return async () => {
    const stop = await starting.catch(() => undefined);
    await stop?.();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function start(folder: string) {
  const passwords = { owner: "owner-of-the-tests", app: "app-of-the-tests" };
  const log = pino({ level: process.env.LOG_LEVEL ?? "error" });
  const { host, port, stop } = await startEmbedded({
    dataFolder: folder,
    passwords,
    maxConnections: 100,
    durable: false,
    log,
  });
  try {
    await makeTemplate({ host, port, passwords }, log);
    writeServerNote(folder, { host, port, passwords });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The program's own database, migrated once; every test file gets a copy. */
async function makeTemplate({ host, port, passwords }: TestServer, log: pino.Logger) {
  const direct = { host, port, user: names.owner, password: passwords.owner, database: names.database };
  await migrate({ direct, appRole: names.app, log });
  const client = new pg.Client({ ...direct, database: "postgres" });
  await client.connect();
  await client.query(`alter database ${names.database} with is_template true`);
  await client.end();
}

declare module "vitest" {
  interface ProvidedContext {
    /** Where `database-server.ts` notes how to reach the PostgreSQL of this run. */
    databaseFolder: string;
  }
}
