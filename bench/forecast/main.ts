/** `npm run forecast`: trains the forecast, judges it, and writes its coefficients and docs/generated/forecast.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { make } from "./made.ts";

const { files } = make((step) => process.stderr.write(`${step} …\n`));
for (const { name, text } of files) writeFileSync(join(import.meta.dirname, "../..", name), text);
console.log(`Wrote ${files.map(({ name }) => name).join(" and ")}.`);
