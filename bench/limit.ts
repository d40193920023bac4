/**
 * What the server's PostgreSQL can do at most: the check-in as one fixed statement, on the same rows, without row-level
 * security and without telling anybody. By pgbench where it is installed (Debian: postgresql-contrib), else by the driver.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { cpuOfFamily } from "./cpu.ts";
import { idSql, type Organisation } from "./organisation.ts";

export interface Limit {
  by: "pgbench" | "the driver alone";
  perSecond: number;
  /** Milliseconds of PostgreSQL's CPU for each. */
  database: number;
}

export async function measureLimit(
  { direct, databasePid }: { direct: pg.ClientConfig; databasePid: number },
  organisation: Organisation,
  clients: number,
  seconds: number,
): Promise<Limit> {
  const client = new pg.Client(direct);
  await client.connect();
  await client.query("drop schema if exists bare cascade; create schema bare");
  for (const table of ["check_in", "key_result", "event"]) {
    await client.query(`create table bare.${table} (like public.${table} including all)`);
  }
  await client.query("insert into bare.key_result select * from public.key_result where organisation_id = $1", [
    organisation.id,
  ]);
  await client.query("analyze bare.key_result");
  try {
    const pgbench = findPgbench();
    const before = cpuOfFamily(databasePid);
    const perSecond = pgbench
      ? await byPgbench(pgbench, direct, organisation, clients, seconds)
      : await byDriver(direct, organisation, clients, seconds);
    const { rows } = await client.query("select count(*)::int as count from bare.check_in");
    const database = (cpuOfFamily(databasePid) - before) / rows[0].count;
    return { by: pgbench ? "pgbench" : "the driver alone", perSecond, database };
  } finally {
    await client.query("drop schema bare cascade");
    await client.end();
  }
}

/** `n` is the number of a key result, as the variable of whoever runs it. */
function checkIn({ id }: Organisation, n: string): string {
  const keyResult = idSql(Number.parseInt(id.slice(9, 13), 16), "keyResult", `${n}::int`);
  return `with reported as (
    insert into bare.check_in (organisation_id, id, key_result_id, member_id, value, confidence, what_changed, body_hash, recorded_at)
    values ('${id}', gen_random_uuid(), ${keyResult}, '${id}', 41.5, 7, 'Two of five testers finished in one sitting.', '', now())
    on conflict (organisation_id, id) do nothing returning id, key_result_id, recorded_at
  ), moved as (
    update bare.key_result k set current_value = 41.5, progress = 0.415, last_confidence = 7, last_check_in_id = reported.id,
      last_check_in_at = reported.recorded_at, check_in_count = k.check_in_count + 1
    from reported where k.organisation_id = '${id}' and k.id = reported.key_result_id
  ), told as (
    insert into bare.event (organisation_id, id, kind, subject_kind, subject_id, actor_id, via, facts, recorded_at)
    select '${id}', gen_random_uuid(), 'check-in-recorded', 'key-result', key_result_id, '${id}', 'web', '{"value": ["40", "41.5"]}', recorded_at from reported
  ) select recorded_at from reported`;
}

function findPgbench(): string | undefined {
  const versions = "/usr/lib/postgresql";
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .sort()
        .map((version) => join(versions, version, "bin/pgbench"))
    : [];
  return ["/usr/bin/pgbench", ...installed].findLast((path) => existsSync(path));
}

async function byPgbench(
  pgbench: string,
  direct: pg.ClientConfig,
  organisation: Organisation,
  clients: number,
  seconds: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-pgbench-"));
  const script = join(folder, "check-in.sql");
  writeFileSync(
    script,
    `\\set n random(1, ${organisation.objectives * 3})\n${checkIn(organisation, ":n").replaceAll("\n", " ")};\n`,
  );
  const { host = "", port = 5432, user = "", database = "" } = direct;
  const threads = ["-c", String(clients), "-j", "2", "-T", String(seconds), "-n", "-M", "prepared", "-f", script];
  const run = spawn(pgbench, ["-h", host, "-p", String(port), "-U", user, ...threads, database], {
    env: { ...process.env, PGPASSWORD: String(direct.password) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [run.stdout, run.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      words += text;
    });
  }
  await new Promise((resolve) => run.on("close", resolve));
  rmSync(folder, { recursive: true });
  const [, perSecond] = /tps = ([\d.]+)/.exec(words) ?? [];
  if (!perSecond) throw new Error(`pgbench did not answer: ${words}`);
  return Number(perSecond);
}

async function byDriver(
  direct: pg.ClientConfig,
  organisation: Organisation,
  clients: number,
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ ...direct, max: clients });
  const end = performance.now() + seconds * 1000;
  let count = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = await pool.connect();
      while (performance.now() < end) {
        const n = 1 + Math.floor(Math.random() * organisation.objectives * 3);
        await client.query({ name: "check-in", text: checkIn(organisation, "$1"), values: [n] });
        count += 1;
      }
      client.release();
    }),
  );
  await pool.end();
  return count / seconds;
}
