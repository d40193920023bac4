/** Files and folders of this machine: made step by step, and what went wrong with one in words that say what to do. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing, each for its owner alone. Throws the system's own error. Node's
 * recursive way never comes back where the system says that nothing can be there, as under /proc.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
  if (missing.length === 0 && !statSync(folder).isDirectory()) throw Object.assign(new Error(), { code: "EEXIST" });
  for (const each of missing) makeOne(each);
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
  }
}

/** Why `path` could not be read, in words: `why` says it of the file, `todo` is a sentence. */
export function readingTrouble(path: string, error: unknown): { why: string; todo: string } {
  const code = codeOf(error);
  if (code === "ENOENT") return { why: "is not there", todo: "Name another." };
  if (code === "EISDIR") return { why: "is a folder", todo: "Name a file in it." };
  if (code === "ENOTDIR") return { why: `lies below ${dirname(path)}, which is a file`, todo: "Name another." };
  if (isForbidden(code)) return { why: "may not be read by you", todo: "Change whose it is, or name another." };
  return { why: `gives ${code}`, todo: "Name another." };
}

/** Why `path` could not be made or written, in words: `why` follows a colon. */
export function writingTrouble(path: string, error: unknown): { why: string; todo: string } {
  const code = codeOf(error);
  const folder = dirname(path);
  if (code === "ENOENT" && existsSync(folder)) return { why: `nothing can be made in ${folder}`, todo: elsewhere };
  if (code === "ENOENT") return { why: `the folder ${folder} is not there`, todo: `Make it, or ${inner(elsewhere)}` };
  if (code === "EEXIST") return { why: "a file of that name is there", todo: elsewhere };
  if (code === "EISDIR") return { why: "it is a folder", todo: "Name a file in it." };
  if (code === "ENOTDIR") return { why: `${folder} is a file, not a folder`, todo: elsewhere };
  if (isForbidden(code)) return { why: `you may not write in ${folder}`, todo: elsewhere };
  if (code === "EROFS") return { why: `${folder} can only be read`, todo: elsewhere };
  if (code === "ENOSPC") return { why: "the disk is full", todo: `Make room, or ${inner(elsewhere)}` };
  return { why: `the system says ${code}`, todo: elsewhere };
}

const elsewhere = "Name another place.";

function inner(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function isForbidden(code: string): boolean {
  return code === "EACCES" || code === "EPERM";
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
