import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstLoad } from "./src/web/build/first-load.ts";
import { layers } from "./src/web/build/layers.ts";
import { messages } from "./src/web/build/messages.ts";
import { operations } from "./src/web/build/operations.ts";

/** What is loaded first, and the parts of the kit that nearly every page is made of. */
const everyPage = ["main.tsx", "ui/page-head.tsx", "ui/section-head.tsx", "ui/throughline.tsx", "ui/track.tsx"].map(
  (file) => fileAt(`./src/web/${file}`),
);

/**
 * The web is built to files only: nothing inline, because pages are served under `script-src 'self'; style-src 'self'`.
 * Every page is its own chunk, with its own styles.
 */
export default defineConfig({
  root: "src/web",
  plugins: [
    messages({ locale: "en" }),
    operations(fileAt("./src/contract.ts")),
    layers(fileAt("./src/web/styles/layers.css")),
    react(),
  ],
  build: {
    outDir: fileAt("./dist/web"),
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [{ debugName: "first", name: firstLoad(everyPage) }] } } },
  },
});

function fileAt(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
