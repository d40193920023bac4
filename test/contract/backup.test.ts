import { createHash, randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { backUp, backUpBefore, writeSnapshot } from "../../src/admin/backup.ts";
import { readHeader } from "../../src/admin/container.ts";
import { restore } from "../../src/admin/restore.ts";
import { storedTables } from "../../src/admin/tables.ts";
import { stillClock } from "../../src/platform/clock.ts";
import { type OpenDatabase, openDatabase } from "../../src/platform/database/connect.ts";
import { newId } from "../../src/platform/ids.ts";
import { startProgram } from "../../src/program.ts";
import { loadSettings } from "../../src/settings.ts";
import { testDatabase } from "../support/database.ts";
import { furnish, told } from "../support/furnish.ts";
import { type House, type Organisation, openHouse, setupSecret, today } from "../support/house.ts";
import { hasPostgresql15, startPostgresql15 } from "../support/postgresql-15.ts";
import { runProgram, throughline } from "../support/served.ts";

const log = pino({ level: "silent" });
const paths = ["/today", "/map", "/objectives"];
const unwatched = { signal: new AbortController().signal, told: () => {} };

let folder: string;
let file: string;
let house: House;
/** People check in here while the backup is made, and nobody there. */
let busy: Organisation;
let calm: Organisation;
/** What the backup's own transaction saw, table by table. */
let seen: Record<string, string>;
let acknowledged: { before: number; after: number };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "throughline-backup-"));
  file = join(folder, "whole.throughline");
  house = await openHouse();
  [busy, calm] = [await house.organisation("Osier"), await house.organisation("Willow")];
  const [ids] = [await furnish(house, busy), await furnish(house, calm)];
  const writers = await startWriters(busy, ids.objectiveId as string);
  await writers.acknowledges(100);
  const client = await connected(house.sql.options);
  await client.query("begin isolation level repeatable read read only");
  const before = writers.count();
  await writeSnapshot(client, file);
  acknowledged = { before, after: writers.count() };
  await writers.stop();
  seen = await sums(client);
  await client.end();
  await house.feed.settled(busy.id);
}, 60_000);
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a backup made while sixteen people check in", () => {
  test("stops nobody, holds every table, and is its owner's alone", () => {
    expect(acknowledged.after).toBeGreaterThan(acknowledged.before);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(["public.check_in", "identity.user"]));
    expect(Object.values(seen).filter((sum) => !sum.startsWith("0 ")).length).toBeGreaterThan(15);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("comes back in an empty data folder and in PostgreSQL 15: the same rows, the same answers", async (context) => {
    if (!hasPostgresql15) return context.skip("PostgreSQL 15 is not installed here (Debian: postgresql-15).");
    const given = await startPostgresql15();
    const own = await openDatabase(loadSettings({ DATA_DIR: join(folder, "own") }), log);
    const settings = loadSettings({ DATA_DIR: join(folder, "given"), DATABASE_URL: given.url });
    const other = await openDatabase(settings, log);
    try {
      expect([own.version, other.version]).toEqual([18, 15]);
      const answers = await Promise.all([own, other].map(restoredAnswers));
      const calmly = await Promise.all(paths.map(async (path) => (await calm.member.ask("GET", path)).body));
      for (const answer of answers) expect(answer.calm).toEqual(calmly);
      expect(answers[1]?.busy).toEqual(answers[0]?.busy);
      expect(answers[0]?.busy[2].items.length).toBeGreaterThan(0);
      await goesRound(other, own);
    } finally {
      await own.stop();
      await other.stop();
      await given.stop();
    }
  }, 120_000);
});

/** Restores, compares the rows, and asks as the members of both organisations. */
async function restoredAnswers(place: OpenDatabase) {
  await restore(file, place, log, unwatched);
  const client = await connected(place.direct);
  expect(await sums(client)).toEqual(seen);
  await client.end();
  const program = await startProgram({
    place,
    clock: stillClock(today),
    log,
    mailer: { send: async () => {}, close: () => {} },
    publicAddress: "http://localhost",
    sessionSecret: "another session secret, as on another machine",
    setupSecret,
    webFolder: null,
    trustProxy: false,
    requestsPerMinute: 1_000_000,
  });
  const ask = async (token: string, path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await program.app.inject({ method: "GET", url: `/api${path}`, headers })).json();
  };
  try {
    await Promise.all([busy, calm].map(({ id }) => program.feed.settled(id)));
    const answersOf = ({ member }: Organisation) => Promise.all(paths.map((path) => ask(member.token, path)));
    const answers = { busy: await answersOf(busy), calm: await answersOf(calm) };
    await canGoOn(program, busy);
    return answers;
  } finally {
    await program.stop();
  }
}

/** Events recorded after the restore are counted on from the restored ones. */
async function canGoOn(program: Awaited<ReturnType<typeof startProgram>>, { member, id }: Organisation) {
  const response = await program.app.inject({
    method: "POST",
    url: "/api/objectives",
    headers: { authorization: `Bearer ${member.token}` },
    payload: {
      id: newId(),
      title: "After the restore",
      level: "personal",
      ownerId: member.id,
      cycleId: await cycleOf(id),
    },
  });
  expect(response.statusCode).toBe(200);
  const { rows } = await program.database.pool.query("select 1");
  expect(rows).toHaveLength(1);
}

async function cycleOf(organisationId: string): Promise<string> {
  return (await house.sql.query("select id from cycle where organisation_id = $1", [organisationId])).rows[0].id;
}

/** From the given server of another version back into a database of 18. */
async function goesRound(from: OpenDatabase, own: OpenDatabase) {
  const back = join(folder, "back.throughline");
  const header = await backUp(from.direct, back);
  expect(header.postgresql).toBe(15);
  const place = await testDatabase();
  try {
    await restore(back, place, log, unwatched);
    const [one, other] = await Promise.all([connected(place.direct), connected(from.direct)]);
    expect(await sums(one)).toEqual(await sums(other));
    await Promise.all([one.end(), other.end()]);
  } finally {
    await place.stop();
  }
  await expect(restore(back, own, log, unwatched)).rejects.toThrow("already holds");
}

describe("a restore is refused, and leaves the database as it was,", () => {
  let place: OpenDatabase;
  beforeAll(async () => {
    place = await testDatabase();
  });
  afterAll(() => place.stop());

  const changed = (name: string, change: (bytes: Buffer) => Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, change(readFileSync(file)));
    return path;
  };
  const flippedAt = (at: (bytes: Buffer) => number) => (bytes: Buffer) => {
    const index = at(bytes);
    bytes[index] = (bytes[index] as number) ^ 0xff;
    return bytes;
  };
  /** A header that says something else, with the checksum that belongs to it. */
  const saying = (from: string | RegExp, to: string) => (bytes: Buffer) => {
    const text = bytes.toString("utf8", 0, 65_536);
    const json = text
      .slice(text.indexOf("\n") + 1)
      .trimEnd()
      .replaceAll(from, to);
    const sha256 = createHash("sha256").update(json).digest("hex");
    const line = `throughline-backup 1 ${Buffer.byteLength(json)} ${sha256}\n`;
    return Buffer.concat([Buffer.from(`${line}${json}`.padEnd(65_536)), bytes.subarray(65_536)]);
  };

  test.each([
    ["where there is no file", () => join(folder, "none"), "cannot be read"],
    ["for another file", () => changed("other", () => Buffer.from("id,title\n")), "is no backup of Throughline"],
    [
      "for a changed header",
      () =>
        changed(
          "header",
          flippedAt(() => 300),
        ),
      "is damaged: its header",
    ],
    ["for a file cut off", () => changed("cut", (bytes) => bytes.subarray(0, -100)), "is damaged: it has"],
    [
      "for changed bytes",
      () =>
        changed(
          "bytes",
          flippedAt(({ length }) => length - 20),
        ),
      "is damaged: ",
    ],
    ["for rows that are not there", () => changed("rows", saying('"rows": 2,', '"rows": 3,')), "instead of 3"],
    [
      "for a newer form",
      () => changed("form", (bytes) => Buffer.concat([Buffer.from("throughline-backup 9"), bytes.subarray(20)])),
      "made by a newer Throughline",
    ],
    [
      "for a newer program",
      () => changed("newer", saying(/0010-jobs(.sql",\s+"sha256": ")\w+/g, `9910-jobs$1${"0".repeat(64)}`)),
      "made by a newer Throughline",
    ],
    [
      "for other migrations",
      () => changed("sha", saying(/("name": "0010-jobs.sql",\s+"sha256": ")\w+/g, `$1${"0".repeat(64)}`)),
      "made with another 0010-jobs.sql",
    ],
  ])("%s", async (_, path, why) => {
    await expect(restore(path(), place, log, unwatched)).rejects.toThrow(new RegExp(why));
    const client = await connected(place.direct);
    expect(Object.values(await sums(client)).filter((sum) => !sum.startsWith("0 "))).toEqual([]);
    await client.end();
  });

  test("when it is stopped on the way", async () => {
    const stopping = new AbortController();
    const stop = (done: number, of: number) => done > of * 0.6 && stopping.abort(new Error("stopped"));
    const watching = { signal: stopping.signal, told: (done: number, of: number) => void stop(done, of) };
    await expect(restore(file, place, log, watching)).rejects.toThrow();
    const client = await connected(place.direct);
    expect(Object.values(await sums(client)).filter((sum) => !sum.startsWith("0 "))).toEqual([]);
    await client.end();
  });

  test("where there is an organisation", async () => {
    const before = await house.sql.query("select count(*) from event");
    const used = { ...place, owner: house.sql.options, direct: house.sql.options as pg.ClientConfig };
    await expect(restore(file, used, log, unwatched)).rejects.toThrow("already holds an organisation");
    expect((await house.sql.query("select count(*) from event")).rows).toEqual(before.rows);
  });
});

test("a backup that is stopped leaves no file, and no file is overwritten", async () => {
  const stopping = new AbortController();
  const stopped = join(folder, "stopped.throughline");
  const watching = { signal: stopping.signal, told: () => stopping.abort(new Error("stopped")) };
  await expect(backUp(house.sql.options as pg.ClientConfig, stopped, watching)).rejects.toThrow("stopped");
  expect(readdirSync(folder).filter((name) => name.startsWith("stopped"))).toEqual([]);
  await expect(backUp(house.sql.options as pg.ClientConfig, file)).rejects.toThrow("is there already");
});

test("the program makes one itself before it changes a used database", async () => {
  const backups = join(folder, "data", "backups");
  const used = { ...(await testDatabase()), direct: house.sql.options as pg.ClientConfig };
  await backUpBefore(["0011-next.sql", "0012-more.sql"], used, backups, log);
  await used.stop();
  const [made] = readdirSync(backups);
  expect(made).toMatch(/^before-0011-next-\d{4}-\d\d-\d\dT[\d-]+Z\.throughline$/);
  expect((await readHeader(join(backups, made as string))).tables.length).toBeGreaterThan(20);
});

test("the commands say what they did, beside no server", async () => {
  const home = mkdtempSync(join(tmpdir(), "throughline-commands-"));
  const throughlineIn = (...args: string[]) => runProgram(throughline, args, { env: { DATA_DIR: home } });
  try {
    expect(await throughlineIn("backup", join(home, "none"))).toMatchObject({
      code: 2,
      err: expect.stringContaining("There is no database in"),
    });
    expect(await throughlineIn("restore", file)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Restored [\d,]+ rows as of .* everybody signs in again\.\n$/),
    });
    const again = join(home, "again.throughline");
    expect(await throughlineIn("backup", again)).toMatchObject({ code: 0, out: expect.stringContaining("rows in") });
    expect(existsSync(again)).toBe(true);
    expect(await throughlineIn("backup")).toMatchObject({ code: 2, err: "Name one file: throughline backup FILE\n" });
    expect(await throughlineIn("backup", join(home, "nope/x"))).toMatchObject({
      code: 2,
      err: `${home}/nope/x cannot be written: the folder ${home}/nope is not there. Make it, or name another place.\n`,
    });
    const before = readdirSync(home);
    expect(await throughlineIn("restore", again)).toMatchObject({ code: 2, err: expect.stringContaining("already") });
    expect(readdirSync(home)).toEqual(before);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}, 60_000);

test("a restore that is refused leaves no database where there was none", async () => {
  const home = mkdtempSync(join(tmpdir(), "throughline-commands-"));
  const broken = join(home, "broken.throughline");
  const bytes = readFileSync(file);
  bytes[bytes.length - 20] = (bytes.at(-20) as number) ^ 0xff;
  writeFileSync(broken, bytes);
  const restored = (from: string, data: string) =>
    runProgram(throughline, ["restore", from], { env: { DATA_DIR: join(home, data) } });
  try {
    expect(await restored(broken, "new")).toMatchObject({ code: 2, err: expect.stringContaining("is damaged") });
    expect(await restored(home, "new")).toMatchObject({
      code: 2,
      err: `${home} cannot be read: it is a folder. Name a file in it.\n`,
    });
    expect(readdirSync(home)).toEqual(["broken.throughline"]);
    mkdirSync(join(home, "kept"));
    writeFileSync(join(home, "kept/throughline.conf"), "LOG_LEVEL=warn\n");
    expect(await restored(broken, "kept")).toMatchObject({ code: 2 });
    expect(readdirSync(join(home, "kept"))).toEqual(["throughline.conf"]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}, 60_000);

/** Sixteen who check in one after another, each as fast as they are answered. */
async function startWriters(organisation: Organisation, objectiveId: string) {
  const { member } = organisation;
  const keyResults = await Promise.all(
    Array.from({ length: 4 }, async (_, at) => {
      const id = newId();
      const measure = { kind: "metric", start: "0", target: "100" };
      await told(member.ask, "POST", `/objectives/${objectiveId}/key-results`, {
        id,
        title: `Share ${at}`,
        ownerId: member.id,
        measure,
      });
      return id;
    }),
  );
  let count = 0;
  let stopping = false;
  const write = async (writer: number) => {
    while (!stopping) {
      const body = {
        id: newId(),
        value: String(count % 100),
        confidence: writer % 11,
        whatChanged: `${randomUUID()}\t\\N\n"é"`,
      };
      await told(member.ask, "POST", `/key-results/${keyResults[writer % 4]}/check-ins`, body);
      count += 1;
    }
  };
  const writing = Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
  return {
    count: () => count,
    async acknowledges(wanted: number) {
      while (count < wanted) await Promise.race([pause(5), writing]);
    },
    async stop() {
      stopping = true;
      await writing;
    },
  };
}

async function connected(config: object): Promise<pg.Client> {
  const client = new pg.Client(config as pg.ClientConfig);
  await client.connect();
  return client;
}

/** For each table of a backup how many rows it has and the sum of their texts; the transaction of an event left out. */
async function sums(client: pg.Client): Promise<Record<string, string>> {
  await client.query("set timezone to utc");
  const sums: Record<string, string> = {};
  for (const { name, columns } of await storedTables(client)) {
    const row = `jsonb_build_array(${columns.map(pg.escapeIdentifier).join(", ")})::text`;
    const { rows } = await client.query(
      `select count(*) || ' ' || md5(coalesce(string_agg(${row}, ' ' order by ${row} collate "C"), '')) as sum from ${name}`,
    );
    sums[name] = rows[0].sum;
  }
  return sums;
}
