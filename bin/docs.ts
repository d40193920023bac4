/**
 * Writes every file that is made from the code: the documents of docs/generated and the types of the tables.
 * `npm run docs` writes them, `npm run docs -- --check` fails naming those that are not what the code says.
 */
import { join } from "node:path";
import { staleIn, write } from "./docs/generated.ts";

const home = join(import.meta.dirname, "..");
const stale = await staleIn(home);

if (!process.argv.includes("--check")) {
  for (const each of stale) write(home, each);
  console.log(stale.length > 0 ? `Wrote ${stale.map(({ name }) => name).join(", ")}.` : "Everything was up to date.");
} else if (stale.length > 0) {
  console.error(`Not what the code says: ${stale.map(({ name }) => name).join(", ")}. Run: npm run docs`);
  process.exitCode = 1;
}
