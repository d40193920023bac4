/** The commands that work on this machine's own data: `backup FILE`, `restore FILE`, `demo make|remove`. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pino } from "pino";
import { openProgress } from "../client/progress.ts";
import { joinAsOwner, openDatabase } from "../platform/database/connect.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { dataFolderOf, loadSettings, type Settings } from "../settings.ts";
import { orAsFound } from "./as-found.ts";
import { backUp } from "./backup.ts";
import { type Header, readHeader } from "./container.ts";
import { demo } from "./demo.ts";
import { restore } from "./restore.ts";
import { Stopped, stoppable } from "./stoppable.ts";

const refused = 2;
const interrupted = 130;

/** Runs one command; resolves with the exit code: 0, 2 when it was refused, 130 when it was stopped. */
export async function run([command, ...rest]: string[]): Promise<number> {
  try {
    await stoppable((signal) => runCommand(command, rest, signal));
    return 0;
  } catch (error) {
    if (error instanceof Stopped) {
      console.error(`Stopped. ${stoppedWords[command ?? ""] ?? ""}`.trim());
      return interrupted;
    }
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return refused;
  }
}

const stoppedWords: Record<string, string> = {
  backup: "No file was written.",
  restore: "Nothing was restored.",
  demo: "Nothing is left of it.",
};

async function runCommand(command: string | undefined, args: string[], signal: AbortSignal): Promise<void> {
  if (command === "backup") return backUpTo(fileIn(args, "backup"), signal);
  if (command === "restore") return restoreFrom(fileIn(args, "restore"), signal);
  if (command === "demo") return demo(args, signal, quiet());
  throw new StartRefused(
    `${command ?? "Nothing"} is no command here; expected backup FILE, restore FILE, demo make or demo remove.`,
  );
}

function fileIn(args: string[], command: string): string {
  const [file, ...more] = args;
  if (!file || more.length > 0) throw new StartRefused(`Name one file: throughline ${command} FILE`);
  return resolve(file);
}

async function backUpTo(file: string, signal: AbortSignal): Promise<void> {
  const settings = loadSettings();
  const progress = openProgress("Backing up");
  const write = (owner: Parameters<typeof backUp>[0]) => backUp(owner, file, { signal, told: progress.at });
  const running = joinAsOwner(settings);
  const header = await (running ? write(running) : withStopped(settings, (place) => write(place.direct))).finally(
    progress.end,
  );
  console.log(`${file}: ${rowsIn(header)} in ${header.tables.length} tables.`);
  console.log(`Copy it to another machine; ${join(settings.dataFolder, "secrets.json")} is not in it.`);
}

async function restoreFrom(file: string, signal: AbortSignal): Promise<void> {
  await readHeader(file);
  const progress = openProgress("Restoring");
  const header = await orAsFound(dataFolderOf(process.env), async () => {
    const place = await openDatabase(loadSettings(), quiet());
    return restore(file, place, quiet(), { signal, told: progress.at }).finally(progress.end).finally(place.stop);
  });
  console.log(`Restored ${rowsIn(header)} as of ${header.madeAt}. Start Throughline; everybody signs in again.`);
}

/** The server's own database while the server is stopped; started for the time of the work. */
async function withStopped<T>(
  settings: Settings,
  work: (place: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  if (!existsSync(join(settings.dataFolder, "postgres"))) {
    throw new StartRefused(
      `There is no database in ${settings.dataFolder}; set DATA_DIR to the data folder of the server.`,
    );
  }
  const place = await openDatabase(settings, quiet());
  return work(place).finally(place.stop);
}

function rowsIn({ tables }: Header): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${rows.toLocaleString("en")} rows`;
}

function quiet() {
  return pino({ level: "warn" }, pino.destination({ dest: 2, sync: true }));
}
