import type { ColumnField, ColumnMatch } from "./columns.ts";
import { type Figure, figureWithUnit, type ReadFigure } from "./csv-measure.ts";
import { readRow, type SheetReading } from "./csv-rows.ts";
import { readSheet, type Sheet, type SheetRow } from "./csv-sheet.ts";
import { monthStandsFirst } from "./days.ts";
import type { Draft } from "./draft.ts";
import { markDuplicates } from "./duplicates.ts";
import { asides, type Reason } from "./reasons.ts";

export interface CsvOptions {
  readFigure: ReadFigure;
  /** Column names this organisation matched by hand before, by `columnKey`. */
  remembered?: Readonly<Record<string, ColumnField>>;
  /** BCP 47, for figures that the file itself leaves open: "1,234". */
  locale?: string;
  /** Rows after which reading ends: whoever asks for no more refuses the file. */
  most?: number;
}

export interface CsvDraft extends Draft {
  columns: ColumnMatch[];
  delimiter: string;
  /** How its figures are written, where the file shows it. */
  decimalSign: "," | "." | null;
}

/** Reads OKRs from CSV. Every line that is not blank becomes part of a row, the frame, or is kept aside. Never throws. */
export function readCsv(text: string, options: CsvOptions): CsvDraft {
  const steps = readCsvInSteps(text, options);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const ROWS_A_STEP = 200;

/** The same, giving way between rows: yields the share (0–1) of the rows that are read. */
export function* readCsvInSteps(
  text: string,
  { readFigure, remembered = {}, locale, most = Number.POSITIVE_INFINITY }: CsvOptions,
): Generator<number, CsvDraft> {
  yield 0;
  const sheet = readSheet(text, remembered);
  yield 0;
  const decimalSign = decimalSignOf(sheet);
  const figureLocale = decimalSign === "," ? "de" : decimalSign === "." ? "en" : locale;
  const read = (typed: string): Figure => {
    const figure = readFigure(typed, figureLocale);
    return figure.ok ? { value: figure.value, unit: figure.unit } : null;
  };
  const draft: Draft = { kind: "csv", rows: [], frame: [], keptAside: [] };
  keepFrame(draft, sheet);
  const reading: SheetReading = {
    draft,
    columns: sheet.columns,
    monthFirst: monthStandsFirst(cellsOf(sheet, "due")),
    readFigure: (typed) => figureWithUnit(typed, read),
    objectives: [],
    byTitle: new Map(),
    keyResultsByTitle: new Map(),
    keyResult: null,
    waiting: [],
  };
  const names = sheet.columns.some(
    ({ field }) => field !== null && ["objective", "key-result", "initiative", "title"].includes(field),
  );
  for (const [at, row] of sheet.rows.entries()) {
    if (at % ROWS_A_STEP === 0) yield at / sheet.rows.length;
    if (draft.rows.length + draft.keptAside.length > most) break;
    if (names) readRow(reading, row, sheet.rows[at + 1] ?? null);
    else keepAside(draft, row, asides.noColumns);
  }
  connectWaiting(reading);
  if (sheet.openQuote) keepAside(draft, sheet.openQuote, asides.openQuote);
  markDuplicates(draft.rows);
  draft.keptAside.sort((one, other) => one.line - other.line);
  return { ...draft, columns: sheet.columns, delimiter: sheet.delimiter, decimalSign };
}

function keepFrame({ frame }: Draft, { above, headerLines, columns }: Sheet) {
  for (const { lines, cells } of above)
    for (const line of lines) frame.push({ line, text: cells.join(" ").trim(), as: "title" });
  for (const line of headerLines)
    frame.push({ line, text: columns.map(({ header }) => header).join(" | "), as: "columns" });
}

/** Parents may stand further down in the file; those that stand nowhere are left to the organisation. */
function connectWaiting({ draft, byTitle, keyResultsByTitle, waiting }: SheetReading) {
  for (const { at, title } of waiting) {
    const row = draft.rows[at];
    if (!row) continue;
    const served = row.kind === "initiative" ? keyResultsByTitle.get(title.toLowerCase()) : undefined;
    const parent = served ?? byTitle.get(title.toLowerCase());
    if (parent === undefined || closesCircle(draft, parent, at)) row.parentTitle = title;
    else row.parent = parent;
  }
}

function closesCircle({ rows }: Draft, parent: number, at: number): boolean {
  for (let row: number | null = parent; row !== null; row = rows[row]?.parent ?? null) if (row === at) return true;
  return false;
}

/** A comma before other than three digits is a decimal sign, and so is a point; three digits prove nothing. */
function decimalSignOf(sheet: Sheet): "," | "." | null {
  const fields: ColumnField[] = ["start", "target", "start-and-target", "current", "weight", "score"];
  const cells = fields.flatMap((field) => cellsOf(sheet, field));
  const has = (sign: string) =>
    cells.some((cell) => new RegExp(`\\d[${sign}](?:\\d{1,2}|\\d{4,})(?!\\d|[.,]\\d)`).test(cell));
  if (has(",")) return has(".") ? null : ",";
  return has(".") ? "." : null;
}

function cellsOf({ columns, rows }: Sheet, field: ColumnField): string[] {
  const at = columns.findIndex((column) => column.field === field);
  return at < 0 ? [] : rows.map(({ cells }) => cells[at]?.trim() ?? "").filter((cell) => cell !== "");
}

function keepAside({ keptAside }: Draft, { line, lines, cells }: SheetRow, reason: Reason) {
  keptAside.push({ line, lines, text: cells.join(" | ").slice(0, 500), reason, fix: null, row: null });
}
