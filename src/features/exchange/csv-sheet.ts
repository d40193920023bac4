import Papa from "papaparse";
import { type ColumnField, type ColumnMatch, fieldOfHeader, matchColumns } from "./columns.ts";

/** A CSV file as rows of cells, each with the line it starts on, and what its columns hold. */
export interface Sheet {
  columns: ColumnMatch[];
  headerLines: number[];
  /** Rows above the header: a title, a date of export. */
  above: SheetRow[];
  rows: SheetRow[];
  delimiter: string;
  /** The row in which a quotation mark is opened and never closed: it has swallowed the rest. */
  openQuote: SheetRow | null;
}

export interface SheetRow {
  line: number;
  lines: number[];
  cells: string[];
}

const DELIMITERS = [",", ";", "\t", "|"];
const HEADER_WITHIN = 10;
const LONGEST_START = 20_000;

/** Splits a file into cells: comma, semicolon, tab or bar, quoted cells with line breaks, header found by its names. */
export function readSheet(text: string, remembered: Readonly<Record<string, ColumnField>>): Sheet {
  const unix = text
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "");
  const delimiter = delimiterOf(unix, remembered);
  const parsed = Papa.parse<string[]>(unix, { delimiter, delimitersToGuess: DELIMITERS, newline: "\n" });
  const all = withLines(parsed.data);
  const broken = parsed.errors.find(({ code }) => code === "MissingQuotes")?.row;
  const openQuote = broken === undefined ? null : (all[broken] ?? null);
  const filled = all.filter((row) => row !== openQuote && row.cells.some((cell) => cell.trim() !== ""));
  const at = headerAt(filled, remembered);
  const header = filled[at];
  const rows = filled.slice(at + 1);
  const columns = matchColumns(
    header?.cells.map((cell) => cell.trim()) ?? [],
    rows.map(({ cells }) => cells),
    remembered,
  );
  return {
    columns,
    headerLines: header?.lines ?? [],
    above: filled.slice(0, at),
    rows,
    delimiter: parsed.meta.delimiter,
    openQuote,
  };
}

/** The parser gives no lines: a row covers one, and one more for each line break inside its cells. */
function withLines(data: string[][]): SheetRow[] {
  let line = 1;
  return data.map((cells) => {
    const first = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0);
    return { line: first, lines: Array.from({ length: line - first }, (_, at) => first + at), cells };
  });
}

/** The delimiter by which the first lines name most columns; left to the parser's guess ("") if none does. */
function delimiterOf(text: string, remembered: Readonly<Record<string, ColumnField>>): string {
  const named = DELIMITERS.map((delimiter) => {
    const start = text.slice(0, LONGEST_START);
    const { data } = Papa.parse<string[]>(start, { delimiter, newline: "\n", preview: HEADER_WITHIN });
    return Math.max(0, ...data.map((cells) => namedColumns(cells, remembered)));
  });
  const most = Math.max(...named);
  return most >= 2 ? (DELIMITERS[named.indexOf(most)] ?? "") : "";
}

/** The row among the first ten that names most columns; the first one if none names two. */
function headerAt(rows: SheetRow[], remembered: Readonly<Record<string, ColumnField>>): number {
  const named = rows.slice(0, HEADER_WITHIN).map(({ cells }) => namedColumns(cells, remembered));
  const most = Math.max(0, ...named);
  return most >= 2 ? named.indexOf(most) : 0;
}

function namedColumns(cells: string[], remembered: Readonly<Record<string, ColumnField>>): number {
  const fields = cells.map((cell) => fieldOfHeader(cell, remembered));
  return new Set(fields.filter((field) => field !== null)).size;
}
