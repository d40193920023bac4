/**
 * Reads a folder of published OKRs and prints what was found beside what was counted by hand (test/real-okrs).
 *
 *   node test/trial/real-okrs.ts FOLDER [--aside FILE]
 *
 * `--aside FILE` also prints every row and every line kept aside of one file.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { readCsv } from "../../src/features/exchange/csv.ts";
import { countOf, type Draft } from "../../src/features/exchange/draft.ts";
import { readMarkdown } from "../../src/features/exchange/markdown.ts";
import { planImport } from "../../src/features/exchange/plan.ts";
import { isRefused, sniff } from "../../src/features/exchange/sniff.ts";
import { readFigure } from "../../src/features/okrs/figures.ts";
import counts from "../real-okrs/counts.json" with { type: "json" };

interface Counted {
  objectives: number;
  keyResults: number;
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { aside: { type: "string" } } });
const [folder] = positionals;
if (!folder) {
  console.error("Say which folder holds the published files: node test/trial/real-okrs.ts FOLDER");
  process.exit(2);
}
const counted = new Map<string, Counted>(Object.entries(counts));
const trials = [...filesOf(folder)].map((path) => trial(folder, path));
printTable(trials);
const shown = trials.find(({ file }) => file === values.aside);
if (shown) printDraft(shown.draft);

interface Trial {
  file: string;
  draft: Draft;
  found: Counted & { asWritten: number; initiatives: number; keptAside: number; duplicates: number };
  expected: Counted | null;
}

function filesOf(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function trial(folder: string, file: string): Trial {
  const draft = read(folder, file);
  const found = {
    objectives: draft.rows.filter(({ kind }) => kind === "objective").length,
    keyResults: draft.rows.filter(({ kind }) => kind === "key-result").length,
    asWritten: draft.rows.filter(({ confidence }) => confidence === "written").length,
    initiatives: countOf(draft, "initiative"),
    keptAside: draft.keptAside.length,
    duplicates: draft.rows.filter(({ duplicateOf }) => duplicateOf !== null).length,
  };
  return { file, draft, found, expected: counted.get(file) ?? null };
}

function read(folder: string, file: string): Draft {
  const known = sniff(readFileSync(join(folder, file)), file);
  if (isRefused(known)) throw new Error(`${file}: ${known.todo}`);
  return known.kind === "csv" ? readCsv(known.text, { readFigure }) : readMarkdown(known.text);
}

/** Rows that a second import of the same file would make or change: none should. */
function changedTheSecondTime(draft: Draft): number {
  const existing = { members: [], teams: [], cycles: [], objectives: [], keyResults: [] };
  const choices = { cycleId: "chosen" };
  const first = planImport(draft, { ...existing, sources: [] }, choices);
  const sources = first.rows.map(({ sourceKey, rowHash }) => ({ sourceKey, rowHash, subjectId: sourceKey }));
  return planImport(draft, { ...existing, sources }, choices).rows.filter(({ action }) => action !== "unchanged")
    .length;
}

function printTable(trials: Trial[]) {
  const rows = trials.map(({ file, draft, found, expected }) => ({
    file,
    objectives: beside(found.objectives, expected?.objectives),
    "key results": beside(found.keyResults, expected?.keyResults),
    initiatives: found.initiatives,
    written: found.asWritten,
    "kept aside": found.keptAside,
    "read once": found.duplicates,
    "changed twice": changedTheSecondTime(draft),
    agrees: agrees({ found, expected }) ? "yes" : "NO",
  }));
  console.table(rows);
  const sum = (pick: (trial: Trial) => number) => trials.reduce((total, one) => total + pick(one), 0);
  const agreeing = trials.filter(agrees).length;
  console.log(`${agreeing} of ${trials.length} files agree (found / counted by hand)`);
  console.log(`objectives ${sum((one) => one.found.objectives)} / ${sum((one) => one.expected?.objectives ?? 0)}`);
  console.log(`key results ${sum((one) => one.found.keyResults)} / ${sum((one) => one.expected?.keyResults ?? 0)}`);
}

function beside(found: number, expected: number | undefined): string {
  return `${found} / ${expected ?? "–"}`;
}

function agrees({ found, expected }: Pick<Trial, "found" | "expected">): boolean {
  return found.objectives === expected?.objectives && found.keyResults === expected.keyResults;
}

function printDraft({ rows, keptAside }: Draft) {
  for (const row of rows) {
    const { measure } = row;
    const figures =
      measure?.kind === "metric" ? `${measure.start} → ${measure.target} ${measure.unit ?? ""}` : (measure?.kind ?? "");
    const about = [row.owner, row.team, row.priority, row.cycle].filter(Boolean).join(" · ");
    console.log(`${String(row.line).padStart(4)} ${row.kind.padEnd(11)} ${row.title}  {${figures}} ${about}`);
  }
  for (const { line, text, reason } of keptAside)
    console.log(`${String(line).padStart(4)} aside: ${reason.code}  ${text}`);
}
