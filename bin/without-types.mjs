// Takes the types out of our TypeScript before the server starts, and loads it without them. Node does both itself, but
// keeps the compiler for it (16 MB) and, with a cache that spares it, a copy of all compiled code (10 MB).
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { registerHooks, stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { home } from "./find-node.mjs";

const folder = join(home, "node_modules/.cache/throughline-without-types");
const ours = pathToFileURL(join(home, "/")).href;

if (process.argv[1] === fileURLToPath(import.meta.url)) takeOutAll();
else registerHooks({ load });

/** Of every file that may be loaded, once for each of its texts. */
function takeOutAll() {
  mkdirSync(folder, { recursive: true });
  for (const within of ["src", "db", "bench"]) {
    for (const name of readdirSync(join(home, within), { recursive: true })) {
      if (!name.endsWith(".ts") || name.endsWith(".test.ts")) continue;
      const text = readFileSync(join(home, within, name), "utf8");
      const kept = placeOf(text);
      if (existsSync(kept)) continue;
      // Written aside and renamed, so that a server that starts meanwhile reads no half.
      writeFileSync(`${kept}.${process.pid}`, stripTypeScriptTypes(text));
      renameSync(`${kept}.${process.pid}`, kept);
    }
  }
}

/** What was not taken out before, Node loads as ever. */
function load(url, context, next) {
  if (!url.startsWith(ours) || !url.endsWith(".ts")) return next(url, context);
  const kept = placeOf(readFileSync(new URL(url), "utf8"));
  if (!existsSync(kept)) return next(url, context);
  return { format: "module", source: readFileSync(kept, "utf8"), shortCircuit: true };
}

function placeOf(text) {
  return join(folder, createHash("sha256").update(process.version).update(text).digest("hex"));
}
