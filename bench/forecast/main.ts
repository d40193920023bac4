/**
 * `npm run forecast`: trains the forecast, judges it, and writes its coefficients and docs/generated/forecast.md.
 * `npm run forecast -- --left-out` prints how well each family is held by a forecast that never saw it.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { eachLeftOut } from "./left-out.ts";
import { make } from "./made.ts";

const tell = (step: string) => process.stderr.write(`${step} …\n`);

if (process.argv.includes("--left-out")) {
  console.log(eachLeftOut(tell));
} else {
  const { files } = make(tell);
  for (const { name, text } of files) writeFileSync(join(import.meta.dirname, "../..", name), text);
  console.log(`Wrote ${files.map(({ name }) => name).join(" and ")}.`);
}
