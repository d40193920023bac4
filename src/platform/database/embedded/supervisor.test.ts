import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { canReach } from "./run-as.ts";

const program = join(import.meta.dirname, "../../../../test/support/hold-database.ts");
const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
const othersCanRunUs = asRoot && [process.execPath, dirname(program)].every((path) => canReach(path, nobody));
type Held = { process: ChildProcess; app: pg.ClientConfig; milliseconds: number };

/** Made by a first start; most tests begin with a copy of it, which is quicker than a first start each. */
let usedBefore: string;
let base: string;
let folder: string;
const started: ChildProcess[] = [];
beforeAll(async () => {
  usedBefore = mkdtempSync(join(tmpdir(), "throughline-supervisor-"));
  folder = join(usedBefore, "data");
  await hold();
  await endAll();
});
afterAll(() => rmSync(usedBefore, { recursive: true, force: true }));
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "throughline-supervisor-"));
  folder = join(base, "data");
  execFileSync("cp", ["-a", join(usedBefore, "data"), folder]);
});
afterEach(async () => {
  await endAll();
  rmSync(base, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  test("is gone soon after its program is killed, and the next start just works", async () => {
    const first = await hold();
    await ask(first.app, "select pg_sleep(0)");
    const postgres = postmaster();
    first.process.kill("SIGKILL");
    await gone(postgres);
    const second = await hold();
    expect(second.milliseconds).toBeLessThan(1_000);
    expect(await ask(second.app, "select current_user as role")).toEqual([{ role: "throughline_app" }]);
  });

  test("keeps what was acknowledged when it is killed itself, and is started again", async () => {
    const held = await hold();
    const owner = { ...held.app, user: "throughline_owner", password: secrets().databaseOwner };
    await ask(owner, "create table kept (id int)");
    await ask(owner, "insert into kept values (1)");
    const before = postmaster();
    process.kill(before, "SIGKILL");
    await gone(before);
    await eventually(async () => expect(await ask(owner, "select id from kept")).toEqual([{ id: 1 }]));
    expect(postmaster()).not.toBe(before);
  });

  test("is stopped first when it outlived both its program and its watchdog", async () => {
    const first = await hold();
    const orphan = postmaster();
    process.kill(orphan, "SIGSTOP");
    first.process.kill("SIGKILL");
    await once(first.process, "exit");
    setTimeout(() => process.kill(orphan, "SIGCONT"), 200);
    const second = await hold();
    expect(await ask(second.app, "select 1 as one")).toEqual([{ one: 1 }]);
    expect(postmaster()).not.toBe(orphan);
  });

  test("refuses a second program on the same data folder, naming the first", async () => {
    const first = await hold();
    await expect(hold()).rejects.toThrow(
      `Another Throughline (process ${first.process.pid}) is using the data folder ${folder}; stop it, or set DATA_DIR to another folder.`,
    );
  });

  test("begins again when the first start was killed half-way", async () => {
    rmSync(join(folder, "postgres"), { recursive: true });
    mkdirSync(join(folder, "postgres.new", "base"), { recursive: true });
    const held = await hold();
    expect(existsSync(join(folder, "postgres.new"))).toBe(false);
    expect(await ask(held.app, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("works in a folder whose name is too long for a socket", async () => {
    folder = join(base, "a-long-name-".repeat(8), "data");
    const held = await hold();
    expect(held.app.host!.length).toBeLessThan(80);
    expect(await ask(held.app, "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("is durable, closed to other users, and without power over row level security", async () => {
    const { app } = await hold();
    const settings = "select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit";
    expect(await ask(app, settings)).toEqual([{ fsync: "on", commit: "on" }]);
    expect(statSync(app.host!).mode & 0o077).toBe(0);
    expect(statSync(join(folder, "secrets.json")).mode & 0o077).toBe(0);
    const power = "select rolsuper or rolbypassrls or rolcreaterole as any from pg_roles where rolname = current_user";
    expect(await ask(app, power)).toEqual([{ any: false }]);
    await expect(ask({ ...app, password: "wrong" }, "select 1")).rejects.toThrow(/password authentication failed/);
    await expect(ask({ ...app, user: "postgres" }, "select 1")).rejects.toThrow(/no pg_hba.conf entry/);
  });

  test.runIf(asRoot)("runs as another user below a home that this user may not enter", async () => {
    chmodSync(base, 0o700);
    const { app } = await hold();
    expect(statSync(app.host!).uid).not.toBe(0);
    expect(statSync(`/proc/${postmaster()}`).uid).toBe(statSync(app.host!).uid);
  });

  test.runIf(othersCanRunUs)("runs as we are when we are not root", async () => {
    rmSync(folder, { recursive: true });
    chownSync(base, nobody.uid, nobody.gid);
    const { app } = await hold(nobody);
    expect(statSync(app.host!).uid).toBe(nobody.uid);
  });
});

async function endAll() {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGTERM");
    await once(child, "exit");
  }
}

/** Starts a program on `folder`; throws with its words when it ends instead of answering. */
async function hold(user: { uid?: number; gid?: number } = {}): Promise<Held> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, DATA_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  started.push(child);
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    words += text;
  });
  const answer = once(createInterface(child.stdout), "line").then(([line]) => JSON.parse(line));
  const end = once(child, "close").then(() => {
    throw new Error(words);
  });
  end.catch(() => {});
  return { process: child, ...(await Promise.race([answer, end])) };
}

async function ask(config: pg.ClientConfig, sql: string) {
  const client = new pg.Client(config);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function postmaster() {
  return Number(readFileSync(join(folder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}

function secrets() {
  return JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
}

async function gone(pid: number) {
  await eventually(async () => expect(() => process.kill(pid, 0)).toThrow(/ESRCH/));
}

async function eventually(claim: () => Promise<unknown>) {
  for (const end = Date.now() + 5_000; ; await pause(5)) {
    try {
      return await claim();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}
