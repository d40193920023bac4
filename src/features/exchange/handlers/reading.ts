/** From the bytes of a file to a draft, in steps that leave the server time for everyone else. */
import { createHash } from "node:crypto";
import { setImmediate as others } from "node:timers/promises";
import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { refused } from "../../../platform/refusals.ts";
import { readFigure } from "../../okrs/public.ts";
import { type ColumnField, type ColumnMatch, columnKey } from "../columns.ts";
import type { Draft } from "../draft.ts";
import { type ChosenFix, withFixes } from "../fixing.ts";
import { type LineEdit, linesOf, withLineEdits } from "../line-edits.ts";
import { rememberedColumns } from "../queries/imports.ts";
import { isRefused, sniff } from "../sniff.ts";
import type { Running } from "./running.ts";

/** What is asked for: the file and what a person has said about it. */
export interface AskedFile {
  fileName: string;
  /** Base64. */
  content: string;
  columns: Readonly<Record<string, ColumnField>>;
  edits: readonly LineEdit[];
  fixes: readonly ChosenFix[];
}

export interface Read {
  draft: Draft;
  columns: ColumnMatch[];
  /** SHA-256 of the bytes. */
  fileHash: Buffer;
  /** As edited. */
  lines: string[];
}

/** Rows of one import: its transaction stays open for about a millisecond each. */
const mostRows = 5000;

/** Reads a file. Refuses what is no text, too large, or has too many rows, naming the field "file". */
export async function readFile(context: RequestContext, asked: AskedFile, running: Running): Promise<Read> {
  const bytes = Buffer.from(asked.content, "base64");
  const known = sniff(bytes, asked.fileName);
  if (isRefused(known)) throw refused(known);
  const text = withLineEdits(known.text, asked.edits);
  const remembered = { ...(await context.read((tx: Tx) => rememberedColumns(tx))), ...byKey(asked.columns) };
  const draft = await inTurns(await stepsFor(known.kind, text, remembered), running);
  if (draft.rows.length + draft.keptAside.length > mostRows) throw refused(tooManyRows);
  return {
    draft: withFixes(draft, asked.fixes),
    columns: draft.columns ?? [],
    fileHash: createHash("sha256").update(bytes).digest(),
    lines: linesOf(text),
  };
}

/** The readers and what they are made of are loaded with the first file: most days nobody imports. */
async function stepsFor(kind: "csv" | "markdown", text: string, remembered: AskedFile["columns"]) {
  if (kind === "markdown") return (await import("../markdown.ts")).readMarkdownInSteps(text);
  const { readCsvInSteps } = await import("../csv.ts");
  return readCsvInSteps(text, { readFigure, remembered, most: mostRows });
}

/** Chosen columns as they are remembered. */
export function byKey(columns: AskedFile["columns"]): Record<string, ColumnField> {
  return Object.fromEntries(Object.entries(columns).map(([header, field]) => [columnKey(header), field]));
}

type Drafted = Draft & { columns?: ColumnMatch[] };

async function inTurns(steps: Generator<number, Drafted>, running: Running): Promise<Drafted> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    running.at("reading", step.value);
    await others();
  }
}

const tooManyRows = {
  field: "file",
  expected: `a file of at most ${mostRows.toLocaleString("en")} rows`,
  todo: "Split the file, for example by cycle or by team, and import the parts.",
};
