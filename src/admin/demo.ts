/** `throughline demo make` and `throughline demo remove`, beside a running server or without one. */
import { join } from "node:path";
import type { Logger } from "pino";
import { demoPassword, demoSignIns, demoState, makeDemo, removeDemo } from "../../db/demo/demo.ts";
import { openProgress } from "../client/progress.ts";
import { systemClock } from "../platform/clock.ts";
import { joinDatabase, type OpenDatabase, openDatabase } from "../platform/database/connect.ts";
import { databaseOn } from "../platform/database/database.ts";
import { knowTheTables, migrate } from "../platform/database/migrate.ts";
import { prepareJobs } from "../platform/jobs/jobs.ts";
import { StartRefused } from "../platform/start-refused.ts";
import { loadSettings, type Settings, sessionSecretOf } from "../settings.ts";
import { backUpBefore } from "./backup.ts";

export async function demo([what, ...more]: string[], signal: AbortSignal, log: Logger): Promise<void> {
  if (more.length > 0 || (what !== "make" && what !== "remove"))
    throw new StartRefused("Say which: throughline demo make, or throughline demo remove");
  const settings = loadSettings();
  const place = await openPlace(settings, log);
  try {
    if (what === "make") await make(settings, place, signal, log);
    else await remove(settings, place, log);
  } finally {
    await place.stop();
  }
}

/** The database of the running server; where none runs, as the server would open it. */
async function openPlace(settings: Settings, log: Logger): Promise<OpenDatabase> {
  const place = (await joinDatabase(settings)) ?? (await openDatabase(settings, log));
  try {
    const beforeChanges = (pending: string[]) =>
      backUpBefore(pending, place, join(settings.dataFolder, "backups"), log);
    await migrate({ direct: place.direct, appRole: place.appRole, log, beforeChanges });
    await prepareJobs(place.direct, log);
    return place;
  } catch (error) {
    await place.stop();
    throw error;
  }
}

async function make(settings: Settings, place: OpenDatabase, signal: AbortSignal, log: Logger): Promise<void> {
  if (await isReady(place)) console.log("The demo organisation Osier is there already.");
  else {
    const progress = openProgress("Making the demo organisation");
    await makeDemo(groundOf(settings, place, log), { signal, told: progress.at }).finally(progress.end);
    await knowTheTables(place.direct);
    console.log(
      "The demo organisation Osier is made: 62 members, 15 teams, two quarters, three policies and the plans for the next.",
    );
  }
  // Without PUBLIC_ADDRESS only the server knows its port: the usual one may have been taken when it started.
  const { publicAddress } = settings;
  const where = publicAddress
    ? `at ${publicAddress.origin}/sign-in`
    : "at the address the server prints when it starts,";
  console.log(`Sign in ${where} as one of`);
  for (const { email, name, who } of demoSignIns) console.log(`  ${email.padEnd(24)} ${name}, ${who}`);
  console.log(`with the password "${demoPassword(settings.secrets.setup)}".`);
  console.log("Take it away again with: throughline demo remove");
}

async function remove(settings: Settings, place: OpenDatabase, log: Logger): Promise<void> {
  const there = await removeDemo(groundOf(settings, place, log));
  console.log(there ? "The demo organisation is removed." : "There is no demo organisation.");
}

async function isReady(place: OpenDatabase): Promise<boolean> {
  const database = databaseOn({ ...place.app, max: 1, options: "-c timezone=UTC" }, systemClock);
  return demoState(database)
    .then((state) => state === "ready")
    .finally(database.close);
}

function groundOf(settings: Settings, place: OpenDatabase, log: Logger) {
  const setupSecret = settings.secrets.setup;
  const sessionSecret = sessionSecretOf(settings);
  return { place, log, clock: systemClock, publicAddress: addressOf(settings), setupSecret, sessionSecret };
}

function addressOf({ publicAddress, port }: Settings): string {
  return publicAddress?.origin ?? `http://localhost:${port}`;
}
