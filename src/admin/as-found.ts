/** A data folder that is left as it was found where the work on it failed. */
import { readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lockFolder } from "../platform/database/embedded/folder-lock.ts";

/** Work that throws takes away what it made in the folder, and the folder where it was not there. */
export async function orAsFound<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const found = namesIn(folder);
  try {
    return await work();
  } catch (error) {
    leaveAs(folder, found);
    throw error;
  }
}

function leaveAs(folder: string, found: string[] | undefined): void {
  if (!namesIn(folder)) return;
  try {
    // Somebody else who holds it may have made what is there.
    lockFolder(folder)();
  } catch {
    return;
  }
  const made = (namesIn(folder) ?? []).filter((name) => !found?.includes(name));
  for (const name of made) rmSync(join(folder, name), { recursive: true, force: true });
  if (!found) rmdirSync(folder);
}

/** Undefined where there is no such folder. */
function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}
