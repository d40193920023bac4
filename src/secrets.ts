import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { readingTrouble } from "./platform/files.ts";
import { StartRefused } from "./platform/start-refused.ts";

/** What only this installation knows. Each is 43 characters of base64url: 256 random bits. */
export type Secrets = {
  /** Signs sessions. */
  session: string;
  /** Stands in the link that lets the first person make the organisation; worthless once there is one. */
  setup: string;
  /** Passwords of the two login roles of the embedded database; `databaseApp` also of the role made on a given one. */
  databaseOwner: string;
  databaseApp: string;
};

const names = ["session", "setup", "databaseOwner", "databaseApp"] as const;

/** Reads DATA_DIR/secrets.json, or makes it, readable by its owner only. Throws `StartRefused` when it is damaged. */
export function readSecrets(dataFolder: string): Secrets {
  const path = join(dataFolder, "secrets.json");
  const kept = readKept(path);
  if (kept) return kept;
  writeOnce(path, `${JSON.stringify(Object.fromEntries(names.map((name) => [name, makeSecret()])), null, 2)}\n`);
  return readKept(path)!;
}

function readKept(path: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new StartRefused(`${path} cannot be read: it ${readingTrouble(path, error).why}.`);
  }
  if (process.platform !== "win32" && statSync(path).mode & 0o077) {
    throw new StartRefused(`${path} can be read by others; run "chmod 600 ${path}" and start again.`);
  }
  const secrets = parseOrUndefined(text);
  const wrong = names.find((name) => typeof secrets?.[name] !== "string" || secrets[name].length < 32);
  if (wrong) throw new StartRefused(`${path} lacks the secret "${wrong}"; restore the file from a copy.`);
  return secrets as Secrets;
}

/** A half-written or a second file can never be seen: the whole text is on the disk before the name exists. */
function writeOnce(path: string, text: string) {
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, "w", 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function parseOrUndefined(text: string): Partial<Record<string, string>> | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function makeSecret() {
  return randomBytes(32).toString("base64url");
}
