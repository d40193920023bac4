import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { expect, test } from "vitest";
import { environmentFor, lean } from "../../bin/find-node.mjs";
import { newId } from "../../src/platform/ids.ts";
import { openHouse } from "../support/house.ts";

test("a stopped program holds no connection, so the database can stop after it", async () => {
  const house = await openHouse();
  const { host, port, user, password, database } = house.sql.options as pg.ClientConfig;
  const client = new pg.Client({ host, port, user, password, database: "postgres" });
  await client.connect();
  await house.organisation();
  await house.sql.end();
  await house.stop();
  const { rows } = await client.query("select query from pg_stat_activity where datname = $1", [database]);
  expect(rows).toEqual([]);
  await client.end();
});

test("attempts are counted per operation and address", async () => {
  const house = await openHouse();
  const begin = (remoteAddress: string) =>
    house.app.inject({
      method: "POST",
      url: "/api/password-resets",
      remoteAddress,
      payload: { email: "ines@osier.example" },
    });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) expect((await begin("192.0.2.1")).statusCode).toBe(200);
    const late = await begin("192.0.2.1");
    expect(late.statusCode).toBe(429);
    expect(Number(late.headers["retry-after"])).toBeGreaterThan(50);
    expect(late.json()).toMatchObject({ status: 429, title: "Too many attempts." });
    expect((await begin("192.0.2.2")).statusCode).toBe(200);
    const other = { method: "GET", url: "/api/first-run", remoteAddress: "192.0.2.1" } as const;
    expect((await house.app.inject(other)).statusCode).toBe(200);
  } finally {
    await house.close();
  }
});

test("a server on any free port names that port in letters, and stops in good order", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-start-"));
  try {
    const server = startServer(folder);
    const address = await server.address;
    const ask = (method: string, path: string, body?: object) =>
      fetch(`${address}/api${path}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    expect(await (await ask("GET", "/first-run")).json()).toMatchObject({ needed: true, publicAddress: address });
    const { setup } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
    const owner = { name: "Hanna Weber", email: "hanna@osier.example", password: "a winding road to Porto" };
    const organisation = { id: newId(), name: "Osier", timeZone: "Europe/Lisbon" };
    expect((await ask("POST", "/first-run", { secret: setup, organisation, owner })).status).toBe(200);
    await ask("POST", "/password-resets", { email: owner.email });
    await expect.poll(() => lettersIn(folder), { timeout: 15_000 }).toContain(`${address}/reset-password#`);
    server.process.kill("SIGTERM");
    expect(await once(server.process, "exit")).toEqual([0, null]);
    expect(server.words()).not.toMatch(/lost its connection|"level":[45]0/);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}, 60_000);

test.runIf(process.platform === "linux")(
  "a server that has answered and is quiet holds at most 150 MB",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-start-"));
    try {
      const server = startServer(folder);
      const address = await server.address;
      for (const path of ["/", "/api/first-run", "/api/openapi.json"])
        await (await fetch(`${address}${path}`)).arrayBuffer();
      await expect.poll(() => heldBy(server.process), { timeout: 30_000, interval: 500 }).toBeLessThanOrEqual(150);
      server.process.kill("SIGTERM");
      await once(server.process, "exit");
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
  60_000,
);

/** Megabytes in memory, the program's own code included. */
function heldBy({ pid }: ChildProcess): number {
  const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Math.round((Number(kB) * 1024) / 1e6);
}

/** As `npm start` does. */
function startServer(folder: string): { process: ChildProcess; address: Promise<string>; words(): string } {
  spawnSync(process.execPath, [join(import.meta.dirname, "../../bin/without-types.mjs")]);
  const server = spawn(process.execPath, [...lean, join(import.meta.dirname, "../../src/main.ts")], {
    env: { ...environmentFor(process.execPath, { stays: true }), DATA_DIR: folder, PORT: "0", LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  const address = new Promise<string>((resolve, reject) => {
    server.once("exit", () => reject(new Error(`The server did not start: ${words}`)));
    for (const stream of [server.stdout, server.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        words += text;
        const told = /^Throughline: (http:\/\/127\.0\.0\.1:\d+)\//m.exec(words)?.[1];
        if (told) resolve(told);
      });
  });
  return { process: server, address, words: () => words };
}

function lettersIn(folder: string): string {
  const mail = join(folder, "mail");
  return readdirSync(mail, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      readFileSync(join(entry.parentPath, entry.name), "utf8").replaceAll("=\r\n", "").replaceAll("=\n", ""),
    )
    .join("\n");
}
