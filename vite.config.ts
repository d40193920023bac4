import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { messages } from "./src/web/build/messages.ts";
import { operations } from "./src/web/build/operations.ts";

/**
 * The web is built to files only: nothing inline, because pages are served under `script-src 'self'; style-src 'self'`.
 * Every page is its own chunk, with its own styles.
 */
export default defineConfig({
  root: "src/web",
  plugins: [messages({ locale: "en" }), operations(new URL("./src/contract.ts", import.meta.url).pathname), react()],
  build: {
    outDir: new URL("./dist/web", import.meta.url).pathname,
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4747" } },
});
