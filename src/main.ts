/** Start here: settings → database → rooms → server. Says in one sentence why when it cannot start. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { pino } from "pino";
import { backUpBefore } from "./admin/backup.ts";
import { systemClock } from "./platform/clock.ts";
import { openDatabase } from "./platform/database/connect.ts";
import { folderMailer, smtpMailer } from "./platform/mail/mail.ts";
import { tidyWhenQuiet } from "./platform/quiet.ts";
import { StartRefused } from "./platform/start-refused.ts";
import { startProgram } from "./program.ts";
import { loadSettings, type Settings, sessionSecretOf } from "./settings.ts";

const builtWeb = join(import.meta.dirname, "../dist/web");

try {
  await main(loadSettings());
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function main(settings: Settings): Promise<void> {
  const began = performance.now();
  const log = pino({ level: settings.logLevel });
  const place = await openDatabase(settings, log);
  const orLetGo = async (error: unknown) => {
    await place.stop();
    throw error;
  };
  const port = await choosePort(settings).catch(orLetGo);
  const address = settings.publicAddress?.origin ?? `http://${hostInLinks(settings.host)}:${port}`;
  const mailer = settings.smtpUrl
    ? smtpMailer(settings.smtpUrl, settings.mailFrom)
    : folderMailer(join(settings.dataFolder, "mail"), settings.mailFrom, systemClock, log);
  const program = await startProgram({
    place,
    clock: systemClock,
    log,
    mailer,
    publicAddress: address,
    sessionSecret: sessionSecretOf(settings),
    setupSecret: settings.secrets.setup,
    webFolder: existsSync(builtWeb) ? builtWeb : null,
    trustProxy: settings.trustProxy,
    requestsPerMinute: settings.requestsPerMinute,
    beforeChanges: (pending) => backUpBefore(pending, place, join(settings.dataFolder, "backups"), log),
  }).catch(orLetGo);
  const stop = stopOnce(() => program.stop().finally(place.stop));
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void stop().then(() => process.exit(0)));
  tidyWhenQuiet(program.app.server);
  await program.app.listen({ host: settings.host, port }).catch(async (error) => {
    await stop();
    throw refusedPort(error, settings.host, port);
  });
  const organisations = await program.database.shared((db) =>
    db.selectFrom("shared.organisation_directory").select("organisation_id").where("demo", "=", false).execute(),
  );
  log.info({ port, ms: Math.round(performance.now() - began) }, "Throughline is ready.");
  console.log(
    organisations.length > 0
      ? `Throughline: ${address}`
      : `Throughline: ${address}/welcome#${settings.secrets.setup}  (this link works once, for whoever sets up the organisation)`,
  );
}

/**
 * The wanted port; when nobody chose one and the usual one is taken, any free one. Chosen before the rooms open, because
 * letters carry the address.
 */
async function choosePort({ host, port, portGiven }: Settings): Promise<number> {
  try {
    return await tryPort(host, port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE" && !portGiven) return tryPort(host, 0);
    throw refusedPort(error as NodeJS.ErrnoException, host, port);
  }
}

async function tryPort(host: string, port: number): Promise<number> {
  const probe = createServer().listen({ host, port });
  await once(probe, "listening");
  const { port: free } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return free;
}

function refusedPort(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const { code } = error;
  if (code === "EADDRINUSE")
    return new StartRefused(`PORT is ${port}, which another program uses; choose another, or 0 for any free one.`);
  if (code === "EACCES")
    return new StartRefused(`PORT is ${port}, which only an administrator may use; choose one above 1023.`);
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return new StartRefused(`HOST is "${host}", which is no address of this machine.`);
  return error;
}

function hostInLinks(host: string): string {
  return host === "0.0.0.0" || host === "::" ? "localhost" : host;
}

function stopOnce(work: () => Promise<void>): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= work();
    return stopping;
  };
}
