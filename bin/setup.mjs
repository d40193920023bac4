// Runs a program of Throughline on a machine with nothing but Node 20 and npm: `node bin/setup.mjs start`. Brings
// node_modules up to package-lock.json, finds Node 24 and builds the web, each only when needed. Plain JavaScript
// without dependencies, because it runs before there are any.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { environmentFor, findNode, home, lean, libcHere, wantedNode } from "./find-node.mjs";

/** Each program: its file, whether it needs the built web, and whether it is a server that stays. */
const programs = {
  start: { file: "src/main.ts", web: true, stays: true },
  dev: { file: "bin/dev.ts", web: false },
  test: { file: "bin/test.ts", web: true },
  docs: { file: "bin/docs.ts", web: false },
  demo: { file: "bin/throughline", args: ["demo"], web: false },
  bench: { file: "bench/bench.ts", web: false, stays: true },
  kill: { file: "bench/kill.ts", web: false },
  coach: { file: "bench/coach.ts", web: false },
  forecast: { file: "bench/forecast/main.ts", web: false },
  evidence: { file: "bench/evidence/main.ts", web: false },
  build: { web: true },
};

const [name, ...given] = process.argv.slice(2);
const program = programs[name];
if (!program) stop(`${name ?? "Nothing"} is no program of Throughline; expected ${Object.keys(programs).join(", ")}.`);
await installPackages();
const node =
  findNode() ??
  stop(`Throughline needs Node ${wantedNode} and this is ${process.version}; install it from https://nodejs.org.`);
if (program.web) await buildWeb();
if (program.stays) await run(node, ["--disable-warning=ExperimentalWarning", join(home, "bin/without-types.mjs")]);
if (program.file) await runInstead(program.file, [...(program.args ?? []), ...given]);

async function installPackages() {
  const wanted = readPackages("package-lock.json");
  if (isInstalled(wanted)) return;
  const count = wanted.size;
  const done = say(`Installing ${count} packages`);
  const ticking = setInterval(() => done.progress(`${countInstalled()} of ${count}`), 1000);
  const code = await run("npm", [
    "ci",
    "--include=dev",
    "--include=optional",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  clearInterval(ticking);
  if (code !== 0) stop("npm could not install the packages; its words above say why.");
  done.end();
}

/** npm notes what it installed; the note is missing or different after an interrupted or an older installation. */
function isInstalled(wanted) {
  const installed = readPackages("node_modules/.package-lock.json");
  return [...wanted].every(([path, version]) => installed.get(path) === version);
}

/** Path → version of the packages a lock file wants on this machine; other optional ones are there for other machines. */
function readPackages(lockFile) {
  const path = join(home, lockFile);
  if (!existsSync(path)) return new Map();
  const packages = Object.entries(JSON.parse(readFileSync(path, "utf8")).packages);
  return new Map(packages.filter(([path, is]) => path && isForHere(is)).map(([path, { version }]) => [path, version]));
}

function isForHere({ optional, os, cpu, libc }) {
  if (optional && !os) return false;
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, libcHere);
}

/** `allowed` as in a package.json: nothing allows all. */
function fits(allowed, value) {
  const list = [allowed ?? []].flat();
  return list.length === 0 || list.includes(value);
}

function countInstalled() {
  const folder = join(home, "node_modules");
  if (!existsSync(folder)) return 0;
  const scoped = (entry) => (entry.startsWith("@") ? readdirSync(join(folder, entry)).length : 1);
  return readdirSync(folder).reduce((sum, entry) => sum + scoped(entry), 0);
}

async function buildWeb() {
  const stamp = join(home, "dist/web.stamp");
  const sources = hashOfSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources && existsSync(join(home, "dist/web/index.html")))
    return;
  const done = say("Building the web");
  const code = await run(node, [join(home, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"]);
  if (code !== 0) stop("The web could not be built; the words above say why.");
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, sources);
  done.end();
}

/** Everything the browser may load, and what builds it. */
function hashOfSources() {
  const hash = createHash("sha256");
  const onlyServer =
    /(^src\/(cli|mcp)\/|^src\/platform\/(?!contract\.ts)|\/(handlers|queries|jobs)(\/|\.ts$)|\.test\.tsx?$)/;
  const entries = readdirSync(join(home, "src"), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(home, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !onlyServer.test(file));
  for (const file of [...files.sort(), "vite.config.ts", "package-lock.json"]) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(home, file)))
      .update("\n");
  }
  return hash.digest("hex");
}

/**
 * Runs the program in our place: its output, its signals, its exit code. It holds one end of a channel, and ends as on
 * Ctrl-C when we are killed (bin/end-with-parent.mjs).
 */
async function runInstead(file, args) {
  const preload = join(home, "bin/end-with-parent.mjs");
  const child = spawn(node, [...(program.stays ? lean : []), "--import", preload, join(home, file), ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: environmentFor(node, program),
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event) endWithNpm(child);
  child.on("error", (error) => stop(`${node} does not run here (${error.message}); install Node ${wantedNode}.`));
  child.on("exit", (code, signal) => {
    if (!signal) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** A killed npm tells nobody, and the program would stay behind with nobody who knows of it. */
function endWithNpm(child) {
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && child.kill("SIGTERM"), 500).unref();
}

function run(command, args) {
  const child = spawn(command, args, { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve) => {
    child.on("error", (error) => stop(`${command} does not run here (${error.message}).`));
    child.on("close", resolve);
  });
}

/** One line a person can watch; on a terminal it shows how far we are. */
function say(what) {
  const begun = Date.now();
  process.stderr.write(`${what} …${process.stderr.isTTY ? "" : "\n"}`);
  return {
    progress: (howFar) => process.stderr.isTTY && process.stderr.write(`\r${what} … ${howFar}\x1b[K`),
    end: () => {
      const took = `${what}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s`;
      process.stderr.write(process.stderr.isTTY ? `\r${took}\x1b[K\n` : `${took}\n`);
    },
  };
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
