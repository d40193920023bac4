/**
 * Where the operations of the contract live over HTTP, and nothing else of them, so that no schema reaches the browser.
 * Every module of the web comes with the addresses of the operations it names, so that a page carries its own and the
 * first page grows by nothing when the contract does.
 */
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const api = fileURLToPath(new URL("../api.ts", import.meta.url));
/** Lines of comments, in which operations are only spoken of. */
const comment = /^\s*(\/\*\*|\*|\/\/).*$/gm;
const ofTheWeb = /\/web\/.*\.tsx?$/;

/** `contractFile` exports `contract`, a router of oRPC contract procedures; absolute path. */
export function operations(contractFile: string): Plugin {
  let known: Promise<Record<string, [string, string]>> | undefined;
  return {
    name: "throughline-operations",
    enforce: "pre",
    async transform(code, id) {
      if (!ofTheWeb.test(id) || id === api) return;
      known ??= operationsIn(contractFile);
      const routes = await known;
      const named = namesIn(code, Object.keys(routes));
      if (named.length === 0) return;
      this.addWatchFile(contractFile);
      const written = named.map((name) => [name, ...(routes[name] ?? [])].join(" ")).join();
      // At the end, so that every line keeps its number.
      return { code: `${code}\nimport { know } from ${JSON.stringify(api)};\nknow("${written}");`, map: null };
    },
  };
}

async function operationsIn(contractFile: string): Promise<Record<string, [string, string]>> {
  const { contract } = (await import(pathToFileURL(contractFile).href)) as { contract: unknown };
  return operationsOf(contract);
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

interface Procedure {
  "~orpc"?: { route?: { method?: string; path?: string } };
}

/**
 * Which of `names` a module may ask for: those it spells out, "okrs.cycles.get" or api.okrs.cycles.get(, and those that
 * a name with a gap may become: `strategy.${kind}.get`.
 */
export function namesIn(module: string, names: readonly string[]): string[] {
  const code = module.replaceAll(comment, "");
  const spelled = new Set([
    ...[...code.matchAll(/"([\w.]+)"/g)].map(([, name]) => name),
    ...[...code.matchAll(/\bapi\.([\w.]+)\(/g)].map(([, name]) => name),
  ]);
  const gapped = [...code.matchAll(/`([^`\n]*)`/g)].flatMap(([, words = ""]) => patternOf(words) ?? []);
  return names.filter((name) => spelled.has(name) || gapped.some((pattern) => pattern.test(name)));
}

/** undefined for what is no name: other words, or nothing but gaps. */
function patternOf(template: string): RegExp | undefined {
  const parts = template.split(/\$\{[^}]*\}/);
  if (parts.length === 1 || !parts.some((part) => /\w/.test(part)) || !parts.every((part) => /^[\w.]*$/.test(part)))
    return undefined;
  return new RegExp(`^${parts.map((part) => part.replaceAll(".", "\\.")).join("[\\w.]+")}$`);
}
