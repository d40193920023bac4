import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { apiReference, openApi } from "./api.ts";
import { commandReference } from "./commands.ts";
import { map } from "./map.ts";
import { roleTable } from "./roles.ts";
import { settingsReference } from "./settings.ts";
import { tableTypes } from "./tables.ts";

/** Every generated file, and what makes it. */
const makers: Readonly<Record<string, () => string | Promise<string>>> = {
  "docs/generated/api.md": apiReference,
  "docs/generated/openapi.json": openApi,
  "docs/generated/roles.md": roleTable,
  "docs/generated/commands.md": commandReference,
  "docs/generated/settings.md": settingsReference,
  "docs/generated/map.md": map,
  "src/platform/database/tables.ts": tableTypes,
};

export interface Generated {
  name: string;
  text: string;
}

/** Those in this folder that are missing or differ from what the code says, as they should be. */
export async function staleIn(folder: string): Promise<Generated[]> {
  const all = await Promise.all(Object.entries(makers).map(async ([name, make]) => ({ name, text: await make() })));
  return all.filter(({ name, text }) => read(join(folder, name)) !== text);
}

export function write(folder: string, { name, text }: Generated): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
