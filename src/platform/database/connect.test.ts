import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import { loadSettings } from "../../settings.ts";
import { joinDatabase, type OpenDatabase, openDatabase } from "./connect.ts";

const log = pino({ level: "silent" });
let database: OpenDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "throughline-connect-"));
});
afterAll(async () => {
  await database?.stop();
  rmSync(folder, { recursive: true });
});

const open = (environment: Record<string, string>) =>
  openDatabase(loadSettings({ DATA_DIR: folder, ...environment }), log);

test("a given database is used as the roles of its two addresses", async () => {
  const given = await open({ DATABASE_URL: url(database.owner), DATABASE_APP_URL: url(database.app) });
  expect(given).toMatchObject({ ownerRole: "throughline_owner", appRole: "throughline_app", version: 18 });
  await given.stop();
});

test("requests as the owner are refused, because row level security would not bind them", async () => {
  const asOwner = open({ DATABASE_URL: url(database.owner), DATABASE_APP_URL: url(database.owner) });
  await expect(asOwner).rejects.toThrow("The role throughline_owner owns the tables, so row level security would not");
});

test("an owner who may not make roles is told what to ask for", async () => {
  await expect(open({ DATABASE_URL: url(database.owner) })).rejects.toThrow(
    /throughline_owner may not make the login role test_\w+_app for requests; ask an administrator to run "create role/,
  );
});

test("a database out of reach is named by its setting", async () => {
  const unreachable = open({ DATABASE_URL: "postgres://me@127.0.0.1:1/none" });
  await expect(unreachable).rejects.toThrow(/^The database of DATABASE_URL cannot be reached: .*ECONNREFUSED/);
});

test("two addresses of different databases are refused", async () => {
  const elsewhere = url({ ...database.app, database: "throughline" });
  await expect(open({ DATABASE_URL: url(database.owner), DATABASE_APP_URL: elsewhere })).rejects.toThrow(
    "another database",
  );
});

test("the data folder is free again after a refusal", async () => {
  const given = { DATABASE_URL: url(database.owner), DATABASE_APP_URL: url(database.app) };
  const first = await open(given);
  await expect(open(given)).rejects.toThrow("Another Throughline");
  await first.stop();
  await (await open(given)).stop();
});

test("there is nothing to join where no server runs", async () => {
  expect(await joinDatabase(loadSettings({ DATA_DIR: folder }))).toBeUndefined();
});

function url({ user, password, host, port, database: name }: pg.ClientConfig) {
  return `postgres://${user}:${password}@/${name}?host=${encodeURIComponent(host!)}&port=${port}`;
}
