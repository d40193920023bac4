/**
 * A stylesheet in the head keeps every word back until it is here, on a slow line for seconds. At the end of the body it
 * keeps back nothing before it; scripts wait for it as before, so that no page is drawn without its styles.
 */
import type { Plugin } from "vite";

const builtStyles = /\s*<link rel="stylesheet" crossorigin[^>]*>/g;

export function wordsFirst(): Plugin {
  return {
    name: "throughline-words-first",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html
          .replace(builtStyles, "")
          .replace("</body>", () => `${(html.match(builtStyles) ?? []).join("")}\n  </body>`),
    },
  };
}
