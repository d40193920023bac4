import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { makeFolder, readingTrouble, writingTrouble } from "./platform/files.ts";
import { StartRefused } from "./platform/start-refused.ts";
import { readSecrets, type Secrets } from "./secrets.ts";

/** Every setting of the program. The order is the order of the documentation. */
const settings = {
  port: setting({
    env: "PORT",
    fallback: 7410,
    unit: "TCP port",
    why: "Where the server listens. 0 takes any free port. When nothing is set and 7410 is taken, a free one is taken.",
    expected: "a whole number from 0 to 65535",
    parse: wholeNumber(0, 65_535),
  }),
  host: setting({
    env: "HOST",
    fallback: "127.0.0.1",
    unit: "address of a network interface",
    why: "Who can reach the server: by default this machine only. Set 0.0.0.0 behind a proxy or in a container.",
    expected: "an address or host name without a port",
    parse: (text) => (/^[A-Za-z0-9.:_-]+$/.test(text) && !/^[^:]+:\d+$/.test(text) ? text : undefined),
  }),
  publicAddress: setting({
    env: "PUBLIC_ADDRESS",
    fallback: undefined as URL | undefined,
    unit: "address",
    why: "What people type into the browser; used in links, mail and cookies. Without it: http://HOST:PORT.",
    expected: "an address like https://okr.example.org, without a path",
    parse: webAddress,
  }),
  dataFolder: setting({
    env: "DATA_DIR",
    fallback: resolve("data"),
    shown: "./data",
    unit: "folder",
    why: "Holds the secrets, the embedded database and throughline.conf. Read from the environment only.",
    expected: "a folder that can be written",
    parse: (text) => resolve(text),
  }),
  databaseUrl: setting({
    env: "DATABASE_URL",
    fallback: undefined as string | undefined,
    unit: "postgres:// address",
    why: "A PostgreSQL 15 to 18 of your own, as the role that owns the database. Without it the server runs its own.",
    expected: "an address like postgres://owner:password@host:5432/throughline",
    secret: true,
    parse: postgresAddress,
  }),
  databaseAppUrl: setting({
    env: "DATABASE_APP_URL",
    fallback: undefined as string | undefined,
    unit: "postgres:// address",
    why: "The same database as a login role that owns nothing and obeys row level security. Without it the owner makes the role <database>_app. Needed when several servers share one database.",
    expected: "an address like postgres://throughline_app:password@host:5432/throughline",
    secret: true,
    parse: postgresAddress,
  }),
  databaseDirectUrl: setting({
    env: "DATABASE_DIRECT_URL",
    fallback: undefined as string | undefined,
    unit: "postgres:// address",
    why: "The owner's address past a connection pooler such as PgBouncer, for migrations, jobs and notifications.",
    expected: "an address like postgres://owner:password@host:5432/throughline",
    secret: true,
    parse: postgresAddress,
  }),
  databasePoolSize: setting({
    env: "DATABASE_POOL_SIZE",
    fallback: 10,
    unit: "connections",
    why: "How many requests of one server can be in the database at once.",
    expected: "a whole number from 1 to 200",
    parse: wholeNumber(1, 200),
  }),
  sessionSecret: setting({
    env: "SESSION_SECRET",
    fallback: undefined as string | undefined,
    unit: "text",
    why: "Signs sessions and seals what waits in an open pulse. Made on first start; set it when several servers share one database.",
    expected: "at least 32 characters",
    secret: true,
    parse: (text) => (text.length >= 32 ? text : undefined),
  }),
  logLevel: setting({
    env: "LOG_LEVEL",
    fallback: "info" as LogLevel,
    unit: "level",
    why: "How much the log tells.",
    expected: "one of trace, debug, info, warn, error, fatal, silent",
    parse: (text) => logLevels.find((level) => level === text),
  }),
  smtpUrl: setting({
    env: "SMTP_URL",
    fallback: undefined as string | undefined,
    unit: "smtp:// or smtps:// address",
    why: "Who delivers mail. Without it mail is written to files in the data folder and named in the log.",
    expected: "an address like smtps://user:password@mail.example.org:465",
    secret: true,
    parse: addressOf("smtp:", "smtps:"),
  }),
  mailFrom: setting({
    env: "MAIL_FROM",
    fallback: "Throughline <throughline@localhost>",
    unit: "mail address",
    why: "Who mail comes from.",
    expected: "a mail address, alone or as Name <name@example.org>",
    parse: (text) => (/^[^<>\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/.test(text) ? text : undefined),
  }),
  requestsPerMinute: setting({
    env: "REQUESTS_PER_MINUTE",
    fallback: 1200,
    unit: "requests from one address",
    why: "More than this from one address within a minute is refused with 429. Raise it when a whole office shares an address.",
    expected: "a whole number from 10 to 10000000",
    parse: wholeNumber(10, 10_000_000),
  }),
  trustProxy: setting({
    env: "TRUST_PROXY",
    fallback: false as boolean | number | string,
    unit: "yes, no, number of proxies, or their addresses",
    why: "Whose X-Forwarded headers are believed. Say no unless a proxy of yours stands in front.",
    expected: "yes, no, a number of proxies, or addresses separated by commas",
    parse: proxies,
  }),
};

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

type Values = { [Name in keyof typeof settings]: (typeof settings)[Name]["fallback"] };
/** The values of one start. `portGiven` says whether a person chose the port, `secrets` are kept in the data folder. */
export type Settings = Values & { portGiven: boolean; secrets: Secrets };

/**
 * Reads the settings of this start: the environment first, then `throughline.conf` in the data folder, then the
 * default. Makes the data folder and its secrets when missing. Throws `StartRefused` naming the wrong setting.
 */
export function loadSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const dataFolder = dataFolderOf(environment);
  makeDataFolder(dataFolder);
  const values = parseSettings({ environment, file: readSettingsFile(join(dataFolder, "throughline.conf")) });
  return { ...values, secrets: readSecrets(dataFolder) };
}

/** Where the data lies, before anything is made there. */
export function dataFolderOf(environment: NodeJS.ProcessEnv): string {
  return parseSettings({ environment, file: {} }).dataFolder;
}

/** Set where several servers share a database, else made on first start. */
export function sessionSecretOf({ sessionSecret, secrets }: Settings): string {
  return sessionSecret ?? secrets.session;
}

/** The pure half of `loadSettings`: texts in, values out. An empty text counts as not set. */
export function parseSettings(given: {
  environment: Record<string, string | undefined>;
  file: Record<string, string | undefined>;
}): Values & { portGiven: boolean } {
  refuseUnknownNames(given.file);
  const values = Object.entries(settings).map(([name, setting]) => {
    const fromEnvironment = given.environment[setting.env]?.trim();
    const text = fromEnvironment || (setting.env === "DATA_DIR" ? "" : given.file[setting.env]?.trim());
    if (!text) return [name, setting.fallback];
    const value = setting.parse(text);
    if (value === undefined) {
      const where = fromEnvironment ? "in the environment" : "in throughline.conf";
      const said = setting.secret ? "cannot be used" : `is "${text}"`;
      throw new StartRefused(`${setting.env} ${said} (${where}); expected ${setting.expected}.`);
    }
    return [name, value];
  });
  const portGiven = Boolean(given.environment.PORT?.trim() || given.file.PORT?.trim());
  return { ...Object.fromEntries(values), portGiven };
}

/** Every setting as the documentation shows it. */
export function describeSettings() {
  return Object.values(settings).map(({ env, fallback, shown, unit, why, expected }) => ({
    env,
    fallback: shown ?? (fallback === undefined ? "" : fallback === false ? "no" : String(fallback)),
    unit,
    why,
    expected,
  }));
}

function refuseUnknownNames(file: Record<string, string | undefined>) {
  const known: string[] = Object.values(settings).map((setting) => setting.env);
  for (const name of Object.keys(file)) {
    if (name === "DATA_DIR") throw new StartRefused("DATA_DIR cannot stand in throughline.conf, which lies inside it.");
    if (!known.includes(name)) {
      throw new StartRefused(`${name} in throughline.conf is not a setting; expected one of ${known.join(", ")}.`);
    }
  }
}

function makeDataFolder(folder: string) {
  try {
    makeFolder(folder);
  } catch (error) {
    const { why } = writingTrouble(folder, error);
    throw new StartRefused(
      `DATA_DIR is "${folder}", which cannot be made: ${why}; expected a folder that can be written.`,
    );
  }
}

function readSettingsFile(path: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(path, "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new StartRefused(`${path} cannot be read: it ${readingTrouble(path, error).why}.`);
  }
}

function setting<Value>(is: {
  env: string;
  fallback: Value;
  /** What the documentation shows when the fallback depends on the machine. */
  shown?: string;
  unit: string;
  why: string;
  expected: string;
  /** Never repeated in a message. */
  secret?: boolean;
  parse: (text: string) => Value | undefined;
}) {
  return is;
}

function wholeNumber(least: number, most: number) {
  return (text: string) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : undefined;
  };
}

function webAddress(text: string): URL | undefined {
  const address = addressOf("http:", "https:")(text);
  if (!address) return undefined;
  const url = new URL(address);
  const bare = url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
  return bare ? url : undefined;
}

/** PostgreSQL allows an empty host, for a socket: postgres://owner:password@/throughline?host=/run/postgresql */
function postgresAddress(text: string) {
  return addressOf("postgres:", "postgresql:")(text.replace("@/", "@localhost/")) && text;
}

function addressOf(...protocols: string[]) {
  return (text: string) => (URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined);
}

function proxies(text: string): boolean | number | string | undefined {
  if (/^(yes|true)$/i.test(text)) return true;
  if (/^(no|false)$/i.test(text)) return false;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  return /^[0-9a-fA-F.:/, ]+$/.test(text) ? text : undefined;
}
