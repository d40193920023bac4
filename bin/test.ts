/**
 * Everything that must hold before a change is shared, one line each: `npm test`, or `npm test -- types unit` for some.
 * What fails shows its words, and the rest still runs.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { findChromium } from "./chromium.ts";

const home = join(import.meta.dirname, "..");
const modules = join(home, "node_modules");
type Check = { name: string; says: string; run: () => Promise<Outcome> };
type Outcome = { code: number; words: string };

const checks: Check[] = [
  check("types", "types", "typescript-7/bin/tsc", "-p", "."),
  check("walls", "who may import whom", "dependency-cruiser/bin/dependency-cruiser.mjs", "src", "--config"),
  check("dead", "no dead code", "knip/bin/knip.js", "--no-progress"),
  check("format", "format", "@biomejs/biome/bin/biome", "check", "."),
  { name: "marks", says: "no marks of a half-made merge", run: findConflictMarks },
  { name: "generated", says: "generated files up to date", run: () => runHere(join(home, "bin/docs.ts"), ["--check"]) },
  check("unit", "unit tests", "vitest/vitest.mjs", "run", "--project", "unit"),
  check("learned", "what coach and forecast have learned", "vitest/vitest.mjs", "run", "--project", "learned"),
  check("rooms", "tests of the rooms, with a database", "vitest/vitest.mjs", "run", "--project", "rooms"),
  check("contract", "contract tests", "vitest/vitest.mjs", "run", "--project", "contract", "--passWithNoTests"),
  { name: "journeys", says: "browser journeys", run: runJourneys },
];

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !checks.some((each) => each.name === name));
if (unknown) {
  console.error(`${unknown} is no check; expected ${checks.map((each) => each.name).join(", ")}.`);
  process.exit(1);
}
const outcomes: boolean[] = [];
for (const each of checks) {
  if (wanted.length > 0 && !wanted.includes(each.name)) continue;
  const begun = performance.now();
  const { code, words } = await each.run();
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(5);
  console.log(`${code === 0 ? "✓" : "✗"} ${seconds} s  ${each.says}`);
  if (code !== 0) console.log(words.trimEnd());
  outcomes.push(code === 0);
}
const failed = outcomes.filter((passed) => !passed).length;
console.log(`${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function check(name: string, says: string, program: string, ...args: string[]): Check {
  return { name, says, run: () => runHere(join(modules, program), args) };
}

/** What a merge leaves where two changes met; in no tracked file is it meant. */
async function findConflictMarks(): Promise<Outcome> {
  const { code, words } = await run("git", ["grep", "-nE", "^(<{7}|[|]{7}|>{7})( |$)"]);
  // git answers 1 where it found nothing.
  return code === 1 ? { code: 0, words } : { code: 1, words: words || "git must be installed to look for them." };
}

async function runJourneys(): Promise<Outcome> {
  const chromium = await findChromium();
  if ("missing" in chromium) return { code: 1, words: chromium.missing };
  const args = ["run", "--project", "journeys", "--passWithNoTests"];
  return runHere(join(modules, "vitest/vitest.mjs"), args, { CHROMIUM: chromium.path });
}

/** On the Node that we run on. */
function runHere(file: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return run(process.execPath, [file, ...args], environment);
}

function run(command: string, args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd: home,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      words += text;
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 127, words: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, words }));
  });
}
