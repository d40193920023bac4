/** Which server a program speaks to and with which token: THROUGHLINE_URL and THROUGHLINE_TOKEN, else what was saved. */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

export interface Where {
  address: string;
  token: string;
}

export class NotSignedIn extends Error {}

/** Throws `NotSignedIn` with what to do. A saved token is only ever sent to the server it was saved for. */
export function findWhere(environment: NodeJS.ProcessEnv = process.env): Where {
  const saved = readSaved(environment);
  const address = environment.THROUGHLINE_URL ? parseAddress(environment.THROUGHLINE_URL) : saved?.address;
  if (environment.THROUGHLINE_URL && !address) {
    throw new NotSignedIn(
      `THROUGHLINE_URL is "${environment.THROUGHLINE_URL}"; expected an address like https://okr.example.org.`,
    );
  }
  const token = environment.THROUGHLINE_TOKEN || (saved?.address === address ? saved?.token : undefined);
  if (!address || !token) {
    throw new NotSignedIn(
      `You are not signed in${address ? ` to ${address}` : ""}. Run: throughline sign-in ${address ?? "https://okr.example.org"}  (or set THROUGHLINE_URL and THROUGHLINE_TOKEN).`,
    );
  }
  return { address, token };
}

/** The origin of a web address; undefined for anything else. */
export function parseAddress(text: string): string | undefined {
  const withProtocol = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withProtocol)) return undefined;
  const url = new URL(withProtocol);
  return url.protocol === "https:" || url.protocol === "http:" ? url.origin : undefined;
}

/** Keeps it for the next commands, readable by nobody else; returns the file. */
export function saveWhere(where: Where, environment: NodeJS.ProcessEnv = process.env): string {
  const file = savedFile(environment);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(where, null, 2)}\n`, { mode: 0o600 });
  // A file that was there before keeps the mode it had.
  chmodSync(file, 0o600);
  return file;
}

export function forgetWhere(environment: NodeJS.ProcessEnv = process.env): void {
  rmSync(savedFile(environment), { force: true });
}

function readSaved(environment: NodeJS.ProcessEnv): Where | undefined {
  try {
    const { address, token } = JSON.parse(readFileSync(savedFile(environment), "utf8"));
    return typeof address === "string" && typeof token === "string" ? { address, token } : undefined;
  } catch {
    return undefined;
  }
}

function savedFile(environment: NodeJS.ProcessEnv): string {
  const folder = environment.XDG_CONFIG_HOME || join(environment.HOME || homedir(), ".config");
  return join(folder, "throughline", "sign-in.json");
}
