// Which Node runs Throughline. Plain JavaScript without dependencies, because it runs before there are any.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const home = dirname(dirname(fileURLToPath(import.meta.url)));
export const wantedNode = 24;

process.report.excludeNetwork = true;
export const libcHere = process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";

/** The Node that npm installed, else the one we run on when it is recent enough; undefined when there is none. */
export function findNode() {
  const packaged = join(home, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged) && libcHere !== "musl") return packaged;
  return Number.parseInt(process.versions.node, 10) >= wantedNode ? process.execPath : undefined;
}

/** How Node is asked to hold little memory, for a server that stays. */
export const lean = ["--import", join(home, "bin/without-types.mjs")];

/** What a program of Throughline is run with; whoever sets one of these otherwise is heard. */
export function environmentFor(node, { stays = false } = {}) {
  return {
    // What was compiled once is kept: later starts are faster. A server that stays does without the copy in its memory.
    ...(stays ? {} : { NODE_COMPILE_CACHE: join(home, "node_modules/.cache/throughline") }),
    // glibc keeps freed memory apart for each thread, 8 MB in all; two such places are enough for one busy thread.
    MALLOC_ARENA_MAX: "2",
    // What V8 compiles with comes in pieces of 32 KB: each by itself, they are given back and leave no holes (20 MB).
    MALLOC_MMAP_THRESHOLD_: "32768",
    MALLOC_TRIM_THRESHOLD_: "65536",
    ...process.env,
    PATH: `${dirname(node)}:${process.env.PATH}`,
  };
}
