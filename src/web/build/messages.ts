/**
 * `*.messages.json` (ICU MessageFormat, one sentence per key) becomes a module of functions when the web is built,
 * so that no parser reaches the browser. Another language is another catalogue compiled with its own plural rules.
 */
import { readFile } from "node:fs/promises";
import MessageFormat from "@messageformat/core";
import compileModule from "@messageformat/core/lib/compile-module.js";
import type { Plugin } from "vite";

const written = ".messages.json";
/** An id that no other plugin takes for JSON. */
const compiled = ".messages.json.js";

export function messages({ locale }: { locale: string }): Plugin {
  const format = new MessageFormat(locale);
  return {
    name: "throughline-messages",
    enforce: "pre",
    async resolveId(source, importer) {
      // A development server asks again with the id it was given, seen from its own root.
      const file = source.endsWith(compiled) ? source.slice(0, -".js".length) : source;
      if (!file.endsWith(written)) return;
      const found = await this.resolve(file, importer, { skipSelf: true });
      return found ? `${found.id}.js` : undefined;
    },
    async load(id) {
      if (!id.endsWith(compiled)) return;
      const file = id.slice(0, -".js".length);
      this.addWatchFile(file);
      return compileModule(format, JSON.parse(await readFile(file, "utf8")));
    },
  };
}
