import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { StartRefused } from "../../start-refused.ts";
import type { Binaries } from "./binaries.ts";
import type { RunAs } from "./run-as.ts";

/** The two login roles and the database of an embedded server. Neither role is a superuser; the one that is cannot log in. */
export const names = { database: "throughline", owner: "throughline_owner", app: "throughline_app" };
export type Passwords = { owner: string; app: string };

const access = `# Written by Throughline. The socket lies in a folder that only this server's user can enter.
local all ${names.owner},${names.app} scram-sha-256
`;

/**
 * Makes the database folder when there is none: files, the two roles, the database. It gets its name only when it is
 * whole, so that a start killed half-way begins again.
 */
export async function makeCluster(is: {
  folder: string;
  binaries: Binaries;
  user: RunAs | undefined;
  passwords: Passwords;
  durable: boolean;
}) {
  if (existsSync(join(is.folder, "PG_VERSION"))) return;
  const draft = `${is.folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (is.user) chownSync(draft, is.user.uid, is.user.gid);
  const options = ["--username=postgres", "--encoding=UTF8", "--locale-provider=builtin", "--locale=C.UTF-8"];
  const sync = is.durable ? [] : ["--no-sync"];
  await run(is.binaries.initdb, [...here(draft), ...options, "--auth=reject", "--no-instructions", ...sync], draft, is);
  writeFileSync(join(draft, "pg_hba.conf"), access);
  const quiet = ["-c", "log_min_messages=fatal", "-c", `fsync=${is.durable ? "on" : "off"}`];
  await run(is.binaries.postgres, ["--single", ...here(draft), ...quiet, "postgres"], draft, is, roles(is.passwords));
  rmSync(is.folder, { recursive: true, force: true });
  renameSync(draft, is.folder);
  const parent = openSync(dirname(is.folder), "r");
  fsyncSync(parent);
  closeSync(parent);
}

/**
 * How PostgreSQL is told its folder. On Linux through the working directory, which it keeps after changing its user:
 * a folder below a home that this user may not enter works too.
 */
export function here(folder: string): string[] {
  return ["-D", process.platform === "linux" ? "/proc/self/cwd" : folder];
}

/** Socket paths end at about 100 bytes, so a long data folder gets its socket in the folder for temporary files. */
export function socketFolder(folder: string, user: RunAs | undefined): string {
  if (Buffer.byteLength(join(folder, ".s.PGSQL.5432.lock")) <= 100) return folder;
  const uid = user?.uid ?? process.getuid?.() ?? 0;
  const short = join(tmpdir(), `throughline-${uid}-${createHash("sha256").update(folder).digest("hex").slice(0, 12)}`);
  mkdirSync(short, { recursive: true, mode: 0o700 });
  if (user && lstatSync(short).uid === 0) chownSync(short, user.uid, user.gid);
  const made = lstatSync(short);
  if (!made.isDirectory() || made.uid !== uid || (made.mode & 0o077) !== 0) {
    throw new StartRefused(`${short} belongs to somebody else; remove it.`);
  }
  return short;
}

/** What every program of PostgreSQL is started with: its user, its folder, and nothing from our environment. */
export function surroundings(folder: string, user: RunAs | undefined) {
  return { cwd: folder, env: { LC_ALL: "C", TZ: "UTC", PATH: process.env.PATH }, ...user };
}

/** PostgreSQL's single-user mode ends a statement at each line end. The passwords are ours: no quote can be in them. */
function roles(passwords: Passwords) {
  const login = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION";
  return [
    `CREATE ROLE ${names.owner} ${login} CREATEDB PASSWORD '${passwords.owner}'`,
    `CREATE ROLE ${names.app} ${login} NOCREATEDB PASSWORD '${passwords.app}'`,
    `CREATE DATABASE ${names.database} OWNER ${names.owner}`,
    `REVOKE ALL ON DATABASE ${names.database} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${names.database} TO ${names.app}`,
    "",
  ].join("\n");
}

async function run(program: string, args: string[], folder: string, is: { user: RunAs | undefined }, input = "") {
  const child = spawn(program, args, { ...surroundings(folder, is.user), stdio: ["pipe", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  child.stdin.end(input);
  const [code] = await once(child, "close");
  // Single-user mode ends with 0 whatever happened to its statements.
  if (code !== 0 || /(ERROR|FATAL|PANIC):/.test(said)) throw new StartRefused(`${program} failed: ${said.trim()}`);
}
