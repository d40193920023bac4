/**
 * `npm run evidence`: tries the evidence for policies on organisations whose policies do what we know, prints the table,
 * writes docs/generated/evidence.md and fails when a bound is broken. `npm run evidence -- --runs 200 --seed 3` tries
 * fewer, and others, and writes nothing.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { brokenBounds } from "./bounds.ts";
import { SIZE_THAT_MATTERS } from "./organisations.ts";
import { reportFile, reportText } from "./report.ts";
import { type Cell, type Counted, simulate } from "./simulate.ts";

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const [runs, seed] = [Number(values.runs ?? 600), Number(values.seed ?? 1)];

const counted: Counted[] = [];
for (const [at, cell] of cells().entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${cells().length} …`);
  counted.push(simulate(cell, runsOf(cell), seed * 1_000_000 + at * 10_000));
}
const broken = brokenBounds(counted);
const report = reportText({ counted, runs, seed, broken });
console.log(report);
if (values.runs === undefined && values.seed === undefined) {
  writeFileSync(join(import.meta.dirname, "../..", reportFile), report);
}
process.exitCode = Math.min(1, broken.length);

/** The slowest rows, whose bounds are the widest. */
function runsOf({ teams, divergence }: Cell): number {
  return teams === 60 && divergence > 0 ? Math.ceil(runs / 2) : runs;
}

function cells(): Cell[] {
  const designs = ["randomised-by-team", "randomised-on-and-off", "difference-in-differences"] as const;
  const weeks = [
    { correlation: 0, missing: 0 },
    { correlation: 0.6, missing: 0 },
    { correlation: 0.6, missing: 0.15 },
  ];
  return designs.flatMap((design) =>
    (design === "randomised-on-and-off" ? [4, 8, 20] : [8, 20, 60]).flatMap((teams) =>
      (design === "difference-in-differences" ? [0, SIZE_THAT_MATTERS] : [0]).flatMap((divergence) =>
        weeks.flatMap((of) =>
          [0, SIZE_THAT_MATTERS / 2, SIZE_THAT_MATTERS * 2].map((difference) => ({
            design,
            teams,
            divergence,
            difference,
            ...of,
          })),
        ),
      ),
    ),
  );
}
