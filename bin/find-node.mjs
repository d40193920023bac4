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
