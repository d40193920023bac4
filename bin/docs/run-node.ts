import { execFileSync } from "node:child_process";
import { join } from "node:path";

const home = join(import.meta.dirname, "../..");

/** Runs a program of node_modules and returns what it prints. */
export function runNode(program: string, args: readonly string[], input?: string): string {
  const file = join(home, "node_modules", program);
  return execFileSync(process.execPath, [file, ...args], { encoding: "utf8", input, cwd: home, maxBuffer: 1e8 });
}

/** As `npm run fix` would leave a file of this name. */
export function formatted(name: string, text: string): string {
  return runNode("@biomejs/biome/bin/biome", ["format", `--stdin-file-path=${name}`], text);
}
