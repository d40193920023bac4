import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { names } from "../../src/platform/database/embedded/cluster.ts";
import { startEmbedded } from "../../src/platform/database/embedded/supervisor.ts";
import { migrate } from "../../src/platform/database/migrate.ts";
import { formatted, runNode } from "./run-node.ts";

const passwords = { owner: "owner-of-the-types", app: "app-of-the-types" };
/** How a column's type is read: the drivers of platform/database hand over instants, days and exact numbers as text. */
const typeMapping = {
  timestamptz: "string",
  int8: "number",
  jsonb: "Json",
  json: "Json",
  time: "string",
  date: "string",
};

/** The types of every table, from a database that is migrated here and thrown away; some 2 s. */
export async function tableTypes(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-types-"));
  const log = pino({ level: "error" });
  const { host, port, stop } = await startEmbedded({
    dataFolder: folder,
    passwords,
    maxConnections: 10,
    durable: false,
    log,
  });
  try {
    const direct = { host, port, user: names.owner, password: passwords.owner, database: names.database };
    await migrate({ direct, appRole: names.app, log });
    return formatted(
      "src/platform/database/tables.ts",
      generate(
        `postgres://${names.owner}:${passwords.owner}@localhost:${port}/${names.database}?host=${encodeURIComponent(host)}`,
      ),
    );
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function generate(url: string): string {
  return runNode("kysely-codegen/dist/cli/bin.js", [
    ...["--dialect", "postgres", "--url", url, "--print", "--log-level", "silent"],
    ...["--date-parser", "string", "--numeric-parser", "string", "--type-mapping", JSON.stringify(typeMapping)],
    ...["--exclude-pattern", "public.throughline_migration"],
  ]);
}
