import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { layers } from "./src/web/build/layers.ts";
import { messages } from "./src/web/build/messages.ts";
import { operations } from "./src/web/build/operations.ts";

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
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

function fileAt(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
