import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { StartRefused } from "../../start-refused.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { here, makeCluster, type Passwords, socketFolder, surroundings } from "./cluster.ts";
import { isReady, stopOrphan } from "./postmaster-file.ts";
import { type RunAs, runAs } from "./run-as.ts";

/** A running embedded PostgreSQL. `host` is the folder of its unix socket. */
export type Embedded = { host: string; port: number; pid(): number | undefined; stop(): Promise<void> };

type Wanted = {
  /** The data folder; PostgreSQL gets `postgres` in it. The caller holds its lock (`lockFolder`). */
  dataFolder: string;
  passwords: Passwords;
  maxConnections: number;
  /** False only in tests: a crash of the machine may then lose everything. */
  durable: boolean;
  log: Logger;
};

/**
 * Starts PostgreSQL 18 in the data folder and keeps it running: made on the first start, stopped when this process
 * ends in whatever way, started again when it is killed. Throws `StartRefused` when this machine cannot run it.
 */
export async function startEmbedded(wanted: Wanted): Promise<Embedded> {
  const folder = join(wanted.dataFolder, "postgres");
  const user = runAs(folder);
  const binaries = findBinaries(user);
  await stopOrphan(folder, wanted.log);
  await makeCluster({ ...wanted, folder, binaries, user });
  const place: Place = { folder, user, binaries, socket: socketFolder(folder, user) };
  let running = await start(place, wanted);
  let stopping = false;

  const keepRunning = async () => {
    while (!stopping) {
      await running.gone;
      if (stopping) return;
      wanted.log.error("PostgreSQL ended without being asked to; it is started again.");
      running = (await startAgain(place, wanted, () => stopping)) ?? running;
    }
  };
  const kept = keepRunning();

  return {
    host: place.socket,
    port,
    pid: () => running.postgres.pid,
    stop: async () => {
      stopping = true;
      running.postgres.kill("SIGINT");
      await kept;
      // It may just have been started again.
      running.postgres.kill("SIGINT");
      await running.gone;
    },
  };
}

const port = 5432;
type Place = { folder: string; user: RunAs | undefined; binaries: Binaries; socket: string };
type Running = { postgres: ChildProcess; gone: Promise<unknown> };

/** One try: resolves when PostgreSQL answers, throws with its last words when it ends before that. */
async function start(place: Place, wanted: Wanted): Promise<Running> {
  const postgres = spawn(place.binaries.postgres, [...here(place.folder), ...flags(place, wanted)], {
    ...surroundings(place.folder, place.user),
    stdio: ["ignore", "ignore", "pipe"],
    // Its own process group: Ctrl-C in a terminal reaches us alone, and we end the requests before the database.
    detached: true,
  });
  const lastWords = hear(postgres, wanted.log);
  const gone = new Promise((resolve) => postgres.once("close", resolve).once("error", resolve));
  postgres.once("error", (error) => lastWords.push(error.message));
  if (postgres.pid) watch(postgres, postgres.pid, place);
  while (!isReady(place.folder, postgres.pid)) {
    if (postgres.exitCode !== null || postgres.signalCode !== null || !postgres.pid) {
      await gone;
      throw new StartRefused(`PostgreSQL did not start: ${lastWords.join(" · ") || "it said nothing"}.`);
    }
    await pause(2);
  }
  return { postgres, gone };
}

/** After a kill the backends need a moment to let go of the shared memory, so the first tries may fail. */
async function startAgain(place: Place, wanted: Wanted, givenUp: () => boolean) {
  for (let wait = 20; !givenUp(); wait = Math.min(wait * 2, 5_000)) {
    try {
      return await start(place, wanted);
    } catch (error) {
      wanted.log.warn(error, `PostgreSQL is tried again in ${wait} ms.`);
      await pause(wait);
    }
  }
  return undefined;
}

/**
 * A shell that waits at the end of a pipe only we hold: when we end, even by kill -9, the pipe closes and it stops
 * PostgreSQL. When PostgreSQL ends first the shell hears a line and leaves, so it never signals a stranger.
 */
function watch(postgres: ChildProcess, pid: number, place: Place) {
  const shell = spawn("/bin/sh", ["-c", 'read -r _ || kill -INT "$1"', "throughline-watchdog", String(pid)], {
    ...surroundings("/", place.user),
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  shell.stdin.on("error", () => {});
  postgres.once("exit", () => shell.stdin.end("gone\n"));
  shell.unref();
}

function flags({ socket, folder }: Place, { durable, maxConnections }: Wanted): string[] {
  const settings = {
    listen_addresses: "",
    port,
    unix_socket_directories: socket === folder ? "." : socket,
    unix_socket_permissions: "0700",
    max_connections: maxConnections,
    // Small on purpose: server and database together stay under 150 MB; the system caches the files anyway.
    shared_buffers: "48MB",
    work_mem: "4MB",
    maintenance_work_mem: "32MB",
    max_wal_size: "256MB",
    // Nobody replicates from here, and no query is large enough for workers or for just-in-time compilation.
    wal_level: "minimal",
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_parallel_workers_per_gather: 0,
    io_method: "sync",
    jit: "off",
    // Errors of statements reach the log through the program, with their request; statements may hold people's words.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_line_prefix: "",
    log_checkpoints: "off",
    // What need not last is dropped soon: a vacuum, the superuser's, that runs in it then cannot be ended by its owner.
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Passes PostgreSQL's words on to the log and keeps the last that matter. */
function hear(postgres: ChildProcess, log: Logger): string[] {
  const lastWords: string[] = [];
  if (!postgres.stderr) return lastWords;
  createInterface(postgres.stderr).on("line", (line) => {
    // When it is stopped it says so to each open connection, which is no news.
    const grave = /^(FATAL|PANIC|HINT|postgres):/.test(line) && !line.endsWith("administrator command");
    if (grave) lastWords.push(line);
    lastWords.splice(0, lastWords.length - 5);
    log[grave ? "warn" : "debug"]({ from: "postgresql" }, line);
  });
  return lastWords;
}
