import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { StartRefused } from "../../start-refused.ts";

/** How long an orphan may take to write its last checkpoint, in milliseconds. */
const patience = 30_000;

/** Whether the PostgreSQL with this process id says that it takes connections. */
export function isReady(folder: string, pid: number | undefined): boolean {
  const lines = readLines(folder);
  return Number(lines[0]) === pid && lines[7]?.startsWith("ready") === true;
}

/** The folder of the socket of the PostgreSQL that is ready in this folder; undefined when none is. */
export function runningSocketFolder(folder: string): string | undefined {
  const lines = readLines(folder);
  if (!lines[7]?.startsWith("ready") || !isPostgresOf(folder, Number(lines[0]))) return undefined;
  return lines[4] === "." ? folder : lines[4];
}

/**
 * Stops a PostgreSQL that outlived its Throughline. The caller holds the folder's lock, so none of a living one can be
 * here. Normally the watchdog has done this already.
 */
export async function stopOrphan(folder: string, log: Logger): Promise<void> {
  const pid = Number(readLines(folder)[0]);
  if (!pid || !isAlive(pid)) return;
  if (!isPostgresOf(folder, pid)) return disown(folder);
  log.warn(`A PostgreSQL (process ${pid}) was left over from a start that was killed; it is stopped first.`);
  signal(pid, "SIGINT");
  for (let waited = 0; isPostgresOf(folder, pid); waited += 5) {
    if (waited > patience)
      throw new StartRefused(`The PostgreSQL of ${folder} (process ${pid}) does not stop; end it.`);
    await pause(5);
  }
}

/**
 * After a restart of the machine the noted process id may belong to a stranger, and PostgreSQL would refuse to start.
 * It ignores the id of its own parent, and then still checks for leftover processes through the shared memory, which
 * it could not if the file were removed.
 */
function disown(folder: string) {
  const lines = readLines(folder);
  writeFileSync(join(folder, "postmaster.pid"), [process.pid, ...lines.slice(1)].join("\n"));
}

function isPostgresOf(folder: string, pid: number): boolean {
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    return /postgres/.test(execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }));
  } catch {
    return false;
  }
}

function isAlive(pid: number) {
  return signal(pid, 0);
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Line 1 is the process id, 5 the socket folder, 8 the state: see `pidfile.h` of PostgreSQL. */
function readLines(folder: string): string[] {
  try {
    return readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}
