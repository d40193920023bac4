import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartRefused } from "../../start-refused.ts";

/**
 * Takes the data folder for this process; returns how to give it back. Throws `StartRefused` when another process has
 * it. SQLite is here only as a portable way to a lock that the operating system drops when the process dies, however
 * it dies: a file with a process id in it can outlive its process, and ids are used again.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, "server.lock"));
  const note = join(folder, "server.pid");
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch {
    lock.close();
    throw new StartRefused(
      `Another Throughline (process ${readNote(note)}) is using the data folder ${folder}; stop it, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(note, `${process.pid}\n`);
  return () => lock.close();
}

function readNote(path: string) {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "unknown";
  }
}
