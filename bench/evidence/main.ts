/**
 * `npm run evidence`: tries the evidence for policies on organisations whose policies do what we know, prints the table
 * and fails when a bound is broken. `npm run evidence -- --runs 200 --seed 3` tries fewer, and others.
 */
import { parseArgs } from "node:util";
import { table } from "../../bin/docs/markdown.ts";
import { brokenBounds } from "./bounds.ts";
import { SIZE_THAT_MATTERS, WEEKS_AFTER, WEEKS_BEFORE } from "./organisations.ts";
import { type Cell, type Counted, simulate } from "./simulate.ts";

const { values } = parseArgs({ options: { runs: { type: "string" }, seed: { type: "string" } } });
const [runs, seed] = [Number(values.runs ?? 600), Number(values.seed ?? 1)];

const counted: Counted[] = [];
for (const [at, cell] of cells().entries()) {
  if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} of ${cells().length} …`);
  counted.push(simulate(cell, runsOf(cell), seed * 1_000_000 + at * 10_000));
}
const broken = brokenBounds(counted);
console.log(
  `${runs.toLocaleString("en")} organisations a row (half as many for 60 with diverging trends), seed ${seed}. ${WEEKS_BEFORE} weeks before, ${WEEKS_AFTER} after; a size of ${SIZE_THAT_MATTERS} matters.\n`,
);
console.log(tableOf(counted));
console.log(broken.length === 0 ? "\nAll bounds hold." : `\n${broken.join("\n")}`);
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

function tableOf(of: readonly Counted[]): string {
  const heads = ["design", "teams", "trends", "weeks", "true difference", "95 % holds", "Helps", "Harms"];
  const rows = of.map((cell) => [
    cell.design.replaceAll("-", " "),
    String(cell.teams),
    cell.divergence ? "diverging" : "parallel",
    `${cell.correlation ? "correlated" : "independent"}${cell.missing ? ", some missing" : ""}`,
    cell.difference === 0 ? "none" : `${cell.difference < SIZE_THAT_MATTERS ? "small" : "large"} (${cell.difference})`,
    ...[cell.held, cell.helps, cell.harms, cell.noDifference, cell.tooFew, cell.withheld].map(percent),
  ]);
  return table([...heads, "No difference", "Too few", "withheld"], rows);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
