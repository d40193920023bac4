import { type ColumnField, fieldOfHeader } from "./columns.ts";
import { DONE, type DraftRow } from "./draft.ts";
import type { Block, Words } from "./markdown-blocks.ts";
import { addRow, keepAside, keepFrame, placeOf, type Reading } from "./markdown-reading.ts";
import { asides, guesses } from "./reasons.ts";

/** The columns of the table being read, and the objective its last group row opened. */
export interface OpenTable {
  list: number;
  columns: { field: ColumnField | "title" | null; header: string }[];
  objective: number | null;
}

/** Reads the header of a table. The first column that nothing else claims holds the titles. */
export function openTable(reading: Reading, block: Block): OpenTable {
  const columns = block.cells.map(({ text }) => ({
    field: fieldOfHeader(text) as OpenTable["columns"][number]["field"],
    header: text,
  }));
  const known = columns.filter(({ field }) => field !== null).length;
  const named = columns.some(({ field }) => field === "objective" || field === "key-result" || field === "title");
  const first = columns.find(({ field }) => field === null);
  if (!named && known > 0 && first) first.field = "title";
  keepFrame(reading, block, "table");
  return { list: block.list, columns, objective: placeOf(reading).objective };
}

/** Reads a row of a table: a group row is an objective, the others its key results. */
export function readTableRow(reading: Reading, table: OpenTable, block: Block) {
  const { aside, objective } = placeOf(reading);
  if (aside) return keepAside(reading, block, aside);
  if (block.cells.every(({ text }) => text === "")) return keepFrame(reading, block, "rule");
  const cell = (field: string) => block.cells[table.columns.findIndex((column) => column.field === field)];
  if (cell("objective") || cell("key-result")) return readNamedCells(reading, table, block, cell);
  const title = cell("title");
  if (!title) return keepAside(reading, block, asides.unknownTable);
  const rest = block.cells.filter((one) => one !== title && one.text !== "");
  if (!/[\p{L}\p{N}]/u.test(title.text)) return keepAside(reading, block, asides.totals);
  if (rest.length === 0 && title.bold) return openGroup(reading, table, block, title, objective);
  if (rest.length === 0 && (title.italic || title.text.endsWith(":")))
    return keepAside(reading, block, asides.groupLabel);
  if (table.objective === null) return keepAside(reading, block, asides.noKeyResultAlone);
  addCells(reading, table, block, title, table.objective);
}

const ORDINAL = /^\d{1,3}(?:\.\d{1,3})*[.)]?\s+(?=\S)/u;
const NAMES = /\s*\(((?:\p{Lu}[\p{L}.'-]+)(?:\s*(?:,|&|and|\/)\s*\p{Lu}[\p{L}.'-]+){0,3})\)$/u;

/** "**2 Guests come back (Nora, Tim)**": an objective; with a column for owners, names in brackets are its owners. */
function openGroup(reading: Reading, table: OpenTable, block: Block, title: Words, parent: number | null) {
  const hasOwners = table.columns.some(({ field }) => field === "owner");
  const names = hasOwners ? NAMES.exec(title.text) : null;
  const words = title.text.replace(ORDINAL, "").replace(names?.[0] ?? "", "");
  const because = reading.shape.declared ? undefined : guesses.rowAsObjective;
  table.objective = addRow(reading, block, { kind: "objective", title: words, parent, because });
  const made = reading.draft.rows[table.objective ?? -1];
  if (made && names) takeOwner(made, names[1] ?? "", block.line);
}

function readNamedCells(reading: Reading, table: OpenTable, block: Block, cell: (field: string) => Words | undefined) {
  const objective = cell("objective")?.text ?? "";
  const keyResult = cell("key-result");
  const open = reading.draft.rows[table.objective ?? -1];
  if (objective !== "" && objective !== open?.title) {
    table.objective = addRow(reading, block, {
      kind: "objective",
      title: objective,
      parent: placeOf(reading).objective,
    });
  }
  if (!keyResult || keyResult.text === "") return;
  if (table.objective === null) return keepAside(reading, block, asides.noKeyResultAlone);
  addCells(reading, table, block, keyResult, table.objective);
}

function addCells(reading: Reading, table: OpenTable, block: Block, title: Words, parent: number) {
  const words = title.text.replace(ORDINAL, "");
  const at = addRow(reading, { ...block, struck: title.struck }, { kind: "key-result", title: words, parent });
  const made = reading.draft.rows[at ?? -1];
  if (!made) return;
  made.measure = DONE;
  table.columns.forEach(({ field, header }, column) => {
    const cell = block.cells[column];
    if (!cell || cell.text === "" || cell === title || field === "objective") return;
    takeCell(made, field, header, cell.text, block.line);
  });
}

function takeCell(
  made: DraftRow,
  field: OpenTable["columns"][number]["field"],
  header: string,
  text: string,
  line: number,
) {
  if (field === "owner") return takeOwner(made, text, line);
  if (field === "priority") made.priority = text;
  else if (field === "team") made.team = text;
  else if (field === "cycle") made.cycle = text;
  else {
    made.notes.push({ line, text: `${header}: ${text}` });
    if (field === "score" && /^[01](?:[.,]\d+)?$/u.test(text)) made.score = String(Number(text.replace(",", ".")));
  }
}

/** The first of several names is accountable; the others are kept as a note. */
function takeOwner(made: DraftRow, names: string, line: number) {
  const [owner = names, ...others] = names.split(/\s*[,/&]\s*|\s+and\s+/u);
  made.owner = owner.trim();
  if (others.length > 0) made.notes.push({ line, text: `Also: ${others.join(", ")}` });
}
