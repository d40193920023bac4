/**
 * Styles are split into a file per chunk and arrive in any order, so that the order of the layers must stand at the
 * beginning of each: whichever is read first decides.
 */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

/** `orderFile` holds the one `@layer a, b, c;` of the web; absolute path. */
export function layers(orderFile: string): Plugin {
  return {
    name: "throughline-layers",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const order = readFileSync(orderFile, "utf8").match(/@layer [^{;]+;/)?.[0];
      if (!order) throw new Error(`${orderFile} does not name the order of the layers.`);
      for (const file of Object.values(bundle)) {
        if (file.type === "asset" && file.fileName.endsWith(".css")) file.source = `${order}${file.source}`;
      }
    },
  };
}
