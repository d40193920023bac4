/** Which server a program speaks to and with which token: THROUGHLINE_URL and THROUGHLINE_TOKEN, else what was saved. */
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { makeFolder } from "../platform/files.ts";

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
  if (!isToken(token)) {
    throw new NotSignedIn(
      `THROUGHLINE_TOKEN holds no API token, which is ${tokenForm}. Copy it again, or make a new one at ${address}/settings/tokens.`,
    );
  }
  return { address, token };
}

/** What a token is made of. */
export const tokenForm = "tl_ and letters, digits, - and _ after it, without a space";

/** Whether a text can be sent as a token at all: spaces, line ends and other letters cannot travel in a header. */
export function isToken(text: string): boolean {
  return /^[!-~]+$/.test(text);
}

/** The origin of a web address; undefined for anything else. */
export function parseAddress(text: string): string | undefined {
  const withProtocol = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withProtocol)) return undefined;
  const url = new URL(withProtocol);
  return url.protocol === "https:" || url.protocol === "http:" ? url.origin : undefined;
}

/** Keeps it for the next commands, readable by nobody else; returns the file. Throws the system's own error. */
export function saveWhere(where: Where, environment: NodeJS.ProcessEnv = process.env): string {
  const file = savedFile(environment);
  makeFolder(dirname(file));
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
    return typeof address === "string" && typeof token === "string" && isToken(token) ? { address, token } : undefined;
  } catch {
    return undefined;
  }
}

export function savedFile(environment: NodeJS.ProcessEnv = process.env): string {
  const folder = environment.XDG_CONFIG_HOME || join(environment.HOME || homedir(), ".config");
  return join(folder, "throughline", "sign-in.json");
}
