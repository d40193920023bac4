/**
 * The server killed under load: writers who repeat a check-in, with the same id, until it is acknowledged, while the
 * server or its PostgreSQL is killed with -9 again and again. At the end every acknowledged check-in is there, once.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { idOf, seedOrganisation } from "../../bench/organisation.ts";
import { newToken } from "../../src/features/sign-in/token.ts";
import { newId } from "../../src/platform/ids.ts";

export type Victim = "server" | "PostgreSQL";

export interface Outcome {
  /** Check-ins acknowledged. */
  acknowledged: number;
  /** Requests that were under way at each kill. */
  inFlight: number[];
  /** Milliseconds from each kill until the next acknowledgement. */
  back: number[];
  /** What is wrong with the rows; empty when nothing is. */
  wrong: string[];
}

interface Wanted {
  writers: number;
  victims: Victim[];
  told?: (victim: Victim, number: number) => void;
}

export async function killUnderLoad({ writers, victims, told }: Wanted): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-kill-"));
  const port = await freePort();
  let server = await startServer(folder, port);
  try {
    const organisation = await prepare(folder);
    const load = startWriters(writers, port, organisation);
    const outcome = { inFlight: [] as number[], back: [] as number[] };
    for (const [at, victim] of victims.entries()) {
      await load.acknowledgedAfter(performance.now());
      await pause(50 + Math.random() * 250);
      outcome.inFlight.push(await whileInFlight(load));
      const killed = performance.now();
      if (victim === "server") {
        server.kill("SIGKILL");
        await once(server, "exit");
        server = await startServer(folder, port);
      } else {
        await killPostgres(folder, port);
      }
      outcome.back.push((await load.acknowledgedAfter(performance.now())) - killed);
      told?.(victim, at + 1);
    }
    const acknowledged = await load.stop();
    return { ...outcome, acknowledged: acknowledged.size, wrong: await compare(folder, acknowledged) };
  } finally {
    server.kill("SIGTERM");
    if (server.exitCode === null && server.signalCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Returns once the server has another PostgreSQL. */
async function killPostgres(folder: string, port: number): Promise<void> {
  const pid = postmasterPid(folder);
  process.kill(Number(pid), "SIGKILL");
  while (postmasterPid(folder) === pid || !(await isReady(port))) await pause(2);
}

/** The program as `npm start` runs it; resolves when it answers. */
async function startServer(folder: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(import.meta.dirname, "../../src/main.ts")], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: "silent", REQUESTS_PER_MINUTE: "10000000" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  server.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words += text;
  });
  while (!(await isReady(port))) {
    if (server.exitCode !== null) throw new Error(`The server did not start: ${words}`);
    await pause(20);
  }
  server.once("exit", (code) => code && console.error(`The server ended by itself: ${words}`));
  return server;
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    request({ host: "127.0.0.1", port, path: "/readyz" }, (answer) => resolve(answer.resume().statusCode === 200))
      .on("error", () => resolve(false))
      .end();
  });
}

interface Organisation {
  token: string;
  keyResultIds: string[];
}

/** An organisation whose owner reports; few key results, so that writers meet. */
async function prepare(folder: string): Promise<Organisation> {
  const client = await openDatabase(folder);
  const { id } = await seedOrganisation(client, 1, 16, () => {});
  const token = newToken(id);
  await client.query(
    `insert into api_token (organisation_id, id, member_id, name, secret_hash, scopes, expires_at, created_at)
     values ($1, $2, $3, 'writers', $4, '{write}', now() + interval '1 day', now())`,
    [id, newId(), idOf(1, "member", 1), createHash("sha256").update(token).digest()],
  );
  await client.query("delete from check_in");
  await client.query("update key_result set check_in_count = 0, last_check_in_id = null, last_check_in_at = null");
  await client.end();
  return { token, keyResultIds: Array.from({ length: 8 }, (_, at) => idOf(1, "keyResult", at + 1)) };
}

type Load = ReturnType<typeof startWriters>;

function startWriters(writers: number, port: number, { token, keyResultIds }: Organisation) {
  const agent = new Agent({ keepAlive: true, maxSockets: writers });
  const acknowledged = new Map<string, { keyResultId: string; value: number }>();
  const state = { inFlight: 0, stopping: false, last: 0 };

  /** 0 where no answer came. */
  function send(keyResultId: string, body: object): Promise<number> {
    state.inFlight += 1;
    return new Promise<number>((resolve) => {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const path = `/api/key-results/${keyResultId}/check-ins`;
      request({ host: "127.0.0.1", port, agent, method: "POST", path, headers }, (answer) => {
        answer
          .resume()
          .on("end", () => resolve(answer.statusCode ?? 0))
          .on("error", () => resolve(0));
      })
        .on("error", () => resolve(0))
        .end(JSON.stringify(body));
    }).finally(() => {
      state.inFlight -= 1;
    });
  }

  async function write(writer: number): Promise<void> {
    for (let turn = 0; !state.stopping; turn += 1) {
      const id = newId();
      const value = writer * 1_000_000 + turn;
      const keyResultId = keyResultIds[(writer + turn) % keyResultIds.length] as string;
      let status = 0;
      while (status !== 200) {
        status = await send(keyResultId, { id, value, confidence: turn % 11 });
        if (status !== 200 && status !== 0 && status < 500) throw new Error(`A check-in was answered with ${status}.`);
        if (status !== 200) await pause(20);
      }
      acknowledged.set(id, { keyResultId, value });
      state.last = performance.now();
    }
  }

  const writing = Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  writing.catch(() => {});
  return {
    inFlight: () => state.inFlight,
    /** When a check-in was acknowledged that was not before this instant; fails after a minute without one. */
    async acknowledgedAfter(instant: number): Promise<number> {
      while (state.last <= instant) {
        if (performance.now() - instant > 60_000) throw new Error("No check-in was acknowledged for a minute.");
        await Promise.race([pause(2), writing]);
      }
      return state.last;
    },
    async stop() {
      state.stopping = true;
      await writing;
      agent.destroy();
      return acknowledged;
    },
  };
}

async function whileInFlight({ inFlight }: Load): Promise<number> {
  while (inFlight() === 0) await pause(0);
  return inFlight();
}

/** Every writer ended with an acknowledgement, so what is stored is what was acknowledged: no row less, none more. */
async function compare(
  folder: string,
  acknowledged: Map<string, { keyResultId: string; value: number }>,
): Promise<string[]> {
  const client = await openDatabase(folder);
  const rows = async (sql: string) => (await client.query(sql)).rows;
  const stored = await rows("select id, key_result_id, value::float8 as value from check_in");
  const told = await rows(
    "select facts ->> 'checkInId' as id, count(*)::int as times from event where kind = 'check-in-recorded' group by 1",
  );
  const miscounted = await rows(
    `select k.id from key_result k left join check_in c on c.organisation_id = k.organisation_id and c.key_result_id = k.id
      group by k.organisation_id, k.id
     having k.check_in_count <> count(c.id)
         or (k.check_in_count > 0 and k.last_check_in_id <> (array_agg(c.id order by c.recorded_at desc))[1])`,
  );
  await client.end();
  const storedIds = new Set(stored.map(({ id }) => id));
  return [
    ...[...acknowledged.keys()].filter((id) => !storedIds.has(id)).map((id) => `${id} was acknowledged and is lost`),
    ...stored
      .filter(({ id, key_result_id, value }) => {
        const sent = acknowledged.get(id);
        return sent?.keyResultId !== key_result_id || sent?.value !== value;
      })
      .map(({ id }) => `${id} is not what was sent`),
    ...told.filter(({ times }) => times !== 1).map(({ id, times }) => `${id} was told ${times} times`),
    ...(told.length === stored.length ? [] : [`${stored.length} check-ins and ${told.length} events`]),
    ...miscounted.map(({ id }) => `the key result ${id} does not stand at its last check-in`),
  ];
}

async function openDatabase(folder: string): Promise<pg.Client> {
  const { databaseOwner } = JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8"));
  const host = join(folder, "postgres");
  const client = new pg.Client({
    host,
    port: 5432,
    user: "throughline_owner",
    password: databaseOwner,
    database: "throughline",
  });
  await client.connect();
  return client;
}

function postmasterPid(folder: string): string | undefined {
  const file = join(folder, "postgres/postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n", 1)[0] : undefined;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  const port = typeof address === "object" && address ? address.port : 0;
  probe.close();
  await once(probe, "close");
  return port;
}
