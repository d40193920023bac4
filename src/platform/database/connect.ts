import { existsSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { parseIntoClientConfig } from "pg-connection-string";
import type { Logger } from "pino";
import { StartRefused } from "../start-refused.ts";
import { names } from "./embedded/cluster.ts";
import { lockFolder } from "./embedded/folder-lock.ts";
import { runningSocketFolder } from "./embedded/postmaster-file.ts";
import { startEmbedded } from "./embedded/supervisor.ts";
import { openGiven } from "./given.ts";
import type { DatabaseSettings, OpenDatabase } from "./place.ts";
import { refusePowerfulRole } from "./roles.ts";

export type { DatabaseSettings, OpenDatabase } from "./place.ts";

/** Connections beside the pool of the requests: the owner's pool, the job worker, LISTEN, a backup. */
const besideThePool = 20;

/**
 * Opens the database of this server: the given one, or its own. Holds the data folder until `stop`. Throws
 * `StartRefused` when another process holds it, the database cannot be reached, or the role for requests is so powerful
 * that row level security would not bind it.
 */
export async function openDatabase(settings: DatabaseSettings, log: Logger): Promise<OpenDatabase> {
  const unlock = lockFolder(settings.dataFolder);
  try {
    const open = settings.databaseUrl ? await openGiven(settings, settings.databaseUrl) : await openOwn(settings, log);
    try {
      await refusePowerfulRole(open.app, open.ownerRole);
    } catch (error) {
      await open.stop();
      throw error;
    }
    return { ...open, stop: () => open.stop().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * For a command beside a running server: the same database without starting, stopping or making anything. Undefined when
 * the database is the embedded one and no server is running.
 */
export async function joinDatabase(settings: DatabaseSettings): Promise<OpenDatabase | undefined> {
  if (settings.databaseUrl) return openGiven({ ...settings, mayMakeRole: false }, settings.databaseUrl);
  const server = runningServer(settings);
  return server && { ...ownAddresses(settings, server), stop: async () => {} };
}

/** The tables' owner alone, as far as a backup needs it; undefined as above. */
export function joinAsOwner(settings: DatabaseSettings): pg.ClientConfig | undefined {
  const url = settings.databaseDirectUrl ?? settings.databaseUrl;
  if (url) return parseIntoClientConfig(url);
  const server = runningServer(settings);
  return server && ownAddresses(settings, server).direct;
}

function runningServer({ dataFolder }: DatabaseSettings): { host: string; port: number } | undefined {
  const folder = join(dataFolder, "postgres");
  const host = existsSync(folder) ? runningSocketFolder(folder) : undefined;
  return host === undefined ? undefined : { host, port: 5432 };
}

async function openOwn(settings: DatabaseSettings, log: Logger): Promise<OpenDatabase> {
  if (settings.databaseAppUrl || settings.databaseDirectUrl) {
    throw new StartRefused("DATABASE_APP_URL and DATABASE_DIRECT_URL say more about DATABASE_URL; set that one too.");
  }
  const own = await startEmbedded({
    dataFolder: settings.dataFolder,
    passwords: { owner: settings.secrets.databaseOwner, app: settings.secrets.databaseApp },
    maxConnections: settings.databasePoolSize + besideThePool,
    durable: true,
    log,
  });
  return { ...ownAddresses(settings, own), stop: own.stop };
}

function ownAddresses(settings: DatabaseSettings, server: { host: string; port: number }) {
  const place = { host: server.host, port: server.port, database: names.database };
  const owner = { ...place, user: names.owner, password: settings.secrets.databaseOwner };
  const app = { ...place, user: names.app, password: settings.secrets.databaseApp, max: settings.databasePoolSize };
  return { owner: { ...owner, max: 3 }, app, direct: owner, ownerRole: names.owner, appRole: names.app, version: 18 };
}
