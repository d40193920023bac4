import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { firstLoad } from "./src/web/build/first-load.ts";
import { layers } from "./src/web/build/layers.ts";
import { messages } from "./src/web/build/messages.ts";
import { operations } from "./src/web/build/operations.ts";
import { wordsFirst } from "./src/web/build/words-first.ts";

/** What is loaded first, and the parts that nearly every page is made of, Today before all. */
const everyPage = [
  "web/main.tsx",
  "web/quietly.ts",
  "web/ui/page-head.tsx",
  "web/ui/section-head.tsx",
  "web/ui/throughline.tsx",
  "web/ui/track.tsx",
  "features/okrs/web/key-result-track.tsx",
].map((file) => fileAt(`./src/${file}`));

/** Asking for several at once and page by page. */
const notByToday = /@tanstack.*(queriesObserver|infiniteQueryObserver|useQueries|useInfiniteQuery)\.js$/;

/** What stands together on several pages, or on one and in what it loads later, would come in a dozen small files. */
const inOneFile = [
  { name: "figures", test: /okrs.(figures|exactly|decimals)\.ts/, minShareCount: 2, priority: 1 },
  { name: "planning", test: /planning.web.(asking|closing-words|planning\.messages)\./, minShareCount: 2, priority: 1 },
  { name: "studio", test: /planning.web.(studio-context|kept|saving|rewriting|measure|figure)\./, minShareCount: 2 },
];

/**
 * How the built files are cut and named. The first file lists every later one, so that few files with short names are
 * bytes that everybody saves; .vite/manifest.json says what is in which.
 */
const files = {
  chunkFileNames: "assets/[hash].js",
  assetFileNames: "assets/[hash][extname]",
  codeSplitting: {
    groups: [
      { debugName: "first", name: firstLoad(everyPage, notByToday), priority: 2 },
      ...inOneFile,
      {
        name: "kit",
        test: /src.web.(ui.(?!settings-icons|tip|calendar-words|time-zone)|form-problem|id\.ts)/,
        minShareCount: 8,
        priority: 1,
      },
    ],
  },
};

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
    wordsFirst(),
    react(),
  ],
  /** React has had this of its own since version 18. */
  resolve: { alias: [{ find: /^use-sync-external-store\/shim.*$/, replacement: "react" }] },
  build: {
    outDir: fileAt("./dist/web"),
    emptyOutDir: true,
    manifest: true,
    target: "es2023",
    cssTarget: ["chrome125", "firefox128", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: files },
  },
});

function fileAt(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
