/** A PostgreSQL 15 as Debian installs it, to be the given server of a test. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { runAs } from "../../src/platform/database/embedded/run-as.ts";

const programs = "/usr/lib/postgresql/15/bin";

export const hasPostgresql15 = existsSync(join(programs, "postgres"));

/** `url` is an empty database of an owner who is no superuser; `stop` takes everything away. */
export async function startPostgresql15(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-pg15-"));
  const user = runAs(join(folder, "none"));
  if (user) chownSync(folder, user.uid, user.gid);
  const as = { cwd: folder, env: { LC_ALL: "C", TZ: "UTC" }, ...user };
  execFileSync(join(programs, "initdb"), ["-D", folder, "--auth=trust", "--username=postgres", "-E", "UTF8"], {
    ...as,
    stdio: "ignore",
  });
  const flags = ["-D", folder, "-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"];
  const server = spawn(join(programs, "postgres"), flags, { ...as, stdio: "ignore" });
  const ended = once(server, "exit");
  const place = { host: folder, user: "postgres", database: "postgres" };
  const client = await connectWhenReady(place);
  await client.query("create role throughline login createrole");
  await client.query("create database throughline owner throughline");
  await client.end();
  return {
    url: `postgres://throughline@/throughline?host=${encodeURIComponent(folder)}`,
    async stop() {
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connectWhenReady(place: pg.ClientConfig): Promise<pg.Client> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(place);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tries > 200) throw error;
      await pause(50);
    }
  }
}
