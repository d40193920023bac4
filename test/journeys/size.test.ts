/** What a reader waits for: JavaScript and styles of the built web, gzipped, fonts apart. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

const firstPageAtMost = 110_000;
const furtherPageAtMost = 30_000;

const web = fileURLToPath(new URL("../../dist/web/", import.meta.url));
const manifestFile = `${web}.vite/manifest.json`;

interface Chunk {
  file: string;
  src?: string;
  css?: string[];
  /** Keys of the manifest: what is loaded with it. */
  imports?: string[];
  isDynamicEntry?: boolean;
}

if (!existsSync(manifestFile)) throw new Error("The web is not built: run npm run build.");
const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Record<string, Chunk>;
const start = filesNamedByIndex();
/** The pages of the router; what a page loads after it stands (below.tsx) is no part of the wait. */
const routes = readFileSync(`${web}../../src/web/routes.ts`, "utf8");
const pages = Object.entries(manifest).filter(
  ([key, { isDynamicEntry }]) => isDynamicEntry && routes.includes(`"./${key}"`),
);

test("the first page of a member, Today, is loaded in at most 110 kB", () => {
  expect(bytesOf([...start, ...filesOf("pages/today.tsx")])).toBeLessThanOrEqual(firstPageAtMost);
});

test.each(pages.map(([key]) => key))("%s loads at most 30 kB more", (key) => {
  const more = filesOf(key).filter((file) => !start.has(file));
  expect(bytesOf(more)).toBeLessThanOrEqual(furtherPageAtMost);
});

test("every page is a file of its own", () => {
  expect(pages.length).toBeGreaterThan(10);
});

/** What index.html asks for, and what that imports. */
function filesNamedByIndex(): Set<string> {
  const index = readFileSync(`${web}index.html`, "utf8");
  const named = new Set(
    [...index.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? ""),
  );
  const keys = Object.keys(manifest).filter((key) => named.has(manifest[key]?.file ?? ""));
  return new Set([...named, ...keys.flatMap((key) => filesOf(key))]);
}

/** The files of a chunk, its styles, and those of all it imports at once. */
function filesOf(key: string, seen = new Set<string>()): string[] {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((next) => filesOf(next, seen))];
}

function bytesOf(files: Iterable<string>): number {
  return [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(web + file)).length, 0);
}
