/**
 * Writes every file that is made from the code: the documents of docs/generated and the types of the tables.
 * `npm run docs` writes them, `npm run docs -- --check` fails naming those that are not what the code says.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiReference, openApi } from "./docs/api.ts";
import { commandReference } from "./docs/commands.ts";
import { map } from "./docs/map.ts";
import { roleTable } from "./docs/roles.ts";
import { settingsReference } from "./docs/settings.ts";
import { tableTypes } from "./docs/tables.ts";

const home = join(import.meta.dirname, "..");
const generated: Readonly<Record<string, () => string | Promise<string>>> = {
  "docs/generated/api.md": apiReference,
  "docs/generated/openapi.json": openApi,
  "docs/generated/roles.md": roleTable,
  "docs/generated/commands.md": commandReference,
  "docs/generated/settings.md": settingsReference,
  "docs/generated/map.md": map,
  "src/platform/database/tables.ts": tableTypes,
};

const check = process.argv.includes("--check");
const stale: string[] = [];
for (const [name, make] of Object.entries(generated)) {
  const wanted = await make();
  const file = join(home, name);
  if (read(file) === wanted) continue;
  stale.push(name);
  if (check) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  console.log(`Wrote ${name}.`);
}
if (!check && stale.length === 0) console.log("Everything was up to date.");
if (check && stale.length > 0) {
  console.error(`Not what the code says: ${stale.join(", ")}. Run: npm run docs`);
  process.exitCode = 1;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
