/** The whole product listening on a port, and programs that reach it from outside this process. */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse } from "./house.ts";

export const throughline = join(import.meta.dirname, "../../bin/throughline");

export async function openServedHouse() {
  const house = await openHouse();
  const address = await house.app.listen({ host: "127.0.0.1", port: 0 });
  return { ...house, address };
}

/** A folder of one's own that `remove` takes away. */
export function ownFolder() {
  const folder = mkdtempSync(join(tmpdir(), "throughline-outside-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a program to its end; what it reads is `input`. */
export function runProgram(
  file: string,
  args: readonly string[],
  { input = "", env = {}, cwd }: { input?: string; env?: NodeJS.ProcessEnv; cwd?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const options = { env: { PATH: process.env.PATH, ...env }, cwd, timeout: 30_000, maxBuffer: 1e8 };
    const child = execFile(file, args, options, (error, out, err) => {
      const code = error ? error.code : 0;
      if (typeof code === "number") resolve({ code, out, err });
      else reject(new Error(`${file} did not run: ${error?.message}`));
    });
    child.stdin?.end(input);
  });
}
