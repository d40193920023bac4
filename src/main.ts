/** Start here: settings → database → rooms → server. Says in one sentence why when it cannot start. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { systemClock } from "./platform/clock.ts";
import { openDatabase } from "./platform/database/connect.ts";
import { folderMailer, smtpMailer } from "./platform/mail/mail.ts";
import { StartRefused } from "./platform/start-refused.ts";
import { startProgram } from "./program.ts";
import { loadSettings, type Settings } from "./settings.ts";

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
  const address = settings.publicAddress?.origin ?? `http://${hostInLinks(settings.host)}:${settings.port}`;
  const mailer = settings.smtpUrl
    ? smtpMailer(settings.smtpUrl, settings.mailFrom)
    : folderMailer(join(settings.dataFolder, "mail"), settings.mailFrom, systemClock, log);
  const program = await startProgram({
    place,
    clock: systemClock,
    log,
    mailer,
    publicAddress: address,
    sessionSecret: settings.sessionSecret ?? settings.secrets.session,
    setupSecret: settings.secrets.setup,
    webFolder: existsSync(builtWeb) ? builtWeb : null,
    trustProxy: settings.trustProxy,
    requestsPerMinute: settings.requestsPerMinute,
  }).catch(async (error) => {
    await place.stop();
    throw error;
  });
  const stop = stopOnce(async () => {
    await program.stop();
    await place.stop();
  });
  const port = await listen(program.app, settings).catch(async (error) => {
    await stop();
    throw error;
  });
  const shown = settings.publicAddress?.origin ?? `http://${hostInLinks(settings.host)}:${port}`;
  const organisations = await program.database.shared((db) =>
    db.selectFrom("shared.organisation_directory").select("organisation_id").where("demo", "=", false).execute(),
  );
  log.info({ port, ms: Math.round(performance.now() - began) }, "Throughline is ready.");
  console.log(
    organisations.length > 0
      ? `Throughline: ${shown}`
      : `Throughline: ${shown}/welcome#${settings.secrets.setup}  (this link works once, for whoever sets up the organisation)`,
  );
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void stop().then(() => process.exit(0)));
}

/** The wanted port; when nobody chose one and the usual one is taken, any free one. */
async function listen(app: Awaited<ReturnType<typeof startProgram>>["app"], settings: Settings): Promise<number> {
  const listenOn = async (port: number) => {
    await app.listen({ host: settings.host, port });
    const address = app.server.address();
    return typeof address === "object" && address ? address.port : port;
  };
  try {
    return await listenOn(settings.port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" && !settings.portGiven) return listenOn(0);
    if (code === "EADDRINUSE")
      throw new StartRefused(
        `PORT is ${settings.port}, which another program uses; choose another, or 0 for any free one.`,
      );
    if (code === "EACCES")
      throw new StartRefused(`PORT is ${settings.port}, which only an administrator may use; choose one above 1023.`);
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new StartRefused(`HOST is "${settings.host}", which is no address of this machine.`);
    throw error;
  }
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
