import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";
import type { OpenDatabase } from "../../src/platform/database/connect.ts";
import { names } from "../../src/platform/database/embedded/cluster.ts";

/** How to reach the PostgreSQL of the run. */
export type TestServer = { host: string; port: number; passwords: { owner: string; app: string } };

/**
 * A migrated database of one's own, empty of rows, in some 60 ms: call it in `beforeAll` and `stop()` it in `afterAll`.
 * The same shape as `openDatabase` gives the program.
 */
export async function testDatabase(): Promise<OpenDatabase> {
  const server = await findServer();
  const database = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  await asOwner(server, `create database ${database} template ${names.database}`);
  const place = { host: server.host, port: server.port, database };
  const owner = { ...place, user: names.owner, password: server.passwords.owner };
  return {
    owner: { ...owner, max: 3 },
    app: { ...place, user: names.app, password: server.passwords.app, max: 10 },
    direct: owner,
    ownerRole: names.owner,
    appRole: names.app,
    version: 18,
    stop: () => asOwner(server, `drop database ${database} with (force)`),
  };
}

/** Waits for the server that `database-server.ts` starts beside the first tests. */
async function findServer(): Promise<TestServer> {
  const folder = inject("databaseFolder") as string | undefined;
  if (!folder) throw new Error("A unit test opens no database; vitest.config.ts says how a suite is chosen.");
  const note = join(folder, "server.json");
  while (!existsSync(note)) await pause(10);
  const server: TestServer | { failed: string } = JSON.parse(readFileSync(note, "utf8"));
  if ("failed" in server) throw new Error(`The database of the tests did not start: ${server.failed}`);
  return server;
}

/** Written aside and renamed, so that nobody reads half of it. */
export function writeServerNote(folder: string, note: TestServer | { failed: string }) {
  writeFileSync(join(folder, "note"), JSON.stringify(note));
  renameSync(join(folder, "note"), join(folder, "server.json"));
}

async function asOwner({ host, port, passwords }: TestServer, sql: string) {
  const client = new pg.Client({ host, port, user: names.owner, password: passwords.owner, database: "postgres" });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
