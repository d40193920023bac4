/**
 * The module `virtual:operations`: where each operation of the contract lives over HTTP, and nothing else of it,
 * so that no schema reaches the browser. Rooms that the first page asks nothing of have a module of their own,
 * `virtual:operations/planning`, which comes with their pages: the list grows with every room, the first page must not.
 */
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const name = "virtual:operations";

/** Rooms whose operations come with their pages; their web says so with `alsoKnow`. */
const apart: readonly string[] = ["closing", "conversation", "exchange", "planning"];

/** `contractFile` exports `contract`, a router of oRPC contract procedures; absolute path. */
export function operations(contractFile: string): Plugin {
  return {
    name: "throughline-operations",
    resolveId: (source) => (source === name || source.startsWith(`${name}/`) ? `\0${source}` : undefined),
    async load(loaded) {
      if (!loaded.startsWith(`\0${name}`)) return;
      this.addWatchFile(contractFile);
      const { contract } = (await import(pathToFileURL(contractFile).href)) as { contract: unknown };
      const room = loaded.slice(`\0${name}/`.length);
      const found = Object.entries(operationsOf(contract)).filter(([dotted]) => {
        const [its = ""] = dotted.split(".");
        return room === "" ? !apart.includes(its) : its === room;
      });
      return moduleOf(Object.fromEntries(found));
    },
  };
}

/** Dotted name → [method, path] for every procedure of a contract router; throws for one without a route. */
export function operationsOf(router: unknown, within = ""): Record<string, [string, string]> {
  const found: Record<string, [string, string]> = {};
  for (const [key, value] of Object.entries(router as Record<string, unknown>)) {
    const dotted = within ? `${within}.${key}` : key;
    const route = (value as Procedure)["~orpc"]?.route;
    if (!route) Object.assign(found, operationsOf(value, dotted));
    else if (route.method && route.path) found[dotted] = [route.method, route.path];
    else throw new Error(`${dotted} has no method and path: give it a route.`);
  }
  return found;
}

/**
 * The table as a module. It is in the first file that everybody loads, so what operations have in common is written
 * once: "okrs.cycles list GET /cycles,get GET /cycles/{id};okrs.objectives …".
 */
export function moduleOf(operations: Record<string, [string, string]>): string {
  const groups = Map.groupBy(Object.entries(operations), ([name]) => name.slice(0, name.lastIndexOf(".")));
  const written = [...groups].map(([group, members]) => {
    return `${group} ${members.map(([name, route]) => [name.slice(group.length + 1), ...route].join(" ")).join()}`;
  });
  return `const table = {};
for (const [, group, members] of ${JSON.stringify(written.join(";"))}.matchAll(/([^ ;]+) ([^;]+)/g))
  for (const member of members.split(",")) {
    const [name, ...route] = member.split(" ");
    table[group + "." + name] = route;
  }
export default table;`;
}

interface Procedure {
  "~orpc"?: { route?: { method?: string; path?: string } };
}
