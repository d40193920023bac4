import type { ColumnField, ColumnMatch } from "./columns.ts";
import { type Figure, isOutput, type MeasureCells, measureFromCells } from "./csv-measure.ts";
import type { SheetRow } from "./csv-sheet.ts";
import { readDay } from "./days.ts";
import { DONE, type Draft, type DraftRow, guess, type RowKind, row as rowOf } from "./draft.ts";
import { readMarks } from "./marks.ts";
import { findCycle } from "./periods.ts";
import { asides, type Fix, guesses, type Reason } from "./reasons.ts";
import { titleAside } from "./title-aside.ts";
import { isPlaceholder } from "./words.ts";

/** Where the reader of a sheet stands: the objectives still open by indent, the last key result. */
export interface SheetReading {
  draft: Draft;
  columns: ColumnMatch[];
  monthFirst: boolean;
  readFigure: (typed: string) => Figure;
  objectives: { level: number; at: number }[];
  /** Place of each objective by its title in lower case. */
  byTitle: Map<string, number>;
  keyResultsByTitle: Map<string, number>;
  keyResult: number | null;
  /** Rows that name their parent: it may stand further down. */
  waiting: { at: number; title: string }[];
}

type Cell = (field: ColumnField) => string;

/** Reads one row: an objective, a key result or an initiative, or several of them side by side. */
export function readRow(reading: SheetReading, row: SheetRow, next: SheetRow | null) {
  const raw = (field: ColumnField, from = row) =>
    from.cells[reading.columns.findIndex((column) => column.field === field)] ?? "";
  const cell: Cell = (field) => raw(field).trim();
  const type = cell("type");
  const kind = kindOf(type);
  if (type !== "" && kind === null) return keepAside(reading, row, asides.unknownType(type));
  const titles = kind ? typedTitles(kind, raw, cell) : namedTitles(reading, raw, cell, next);
  const named = titles.filter(({ text }) => text !== "");
  if (named.length === 0) return keepAside(reading, row, asides.emptyRow);
  const before = reading.draft.rows.length;
  const parentOfObjective = named.some(({ kind }) => kind === "objective");
  named.forEach(({ kind, text, raw }, at) => {
    const isLast = at === named.length - 1;
    const parent = kind === "objective" || !parentOfObjective ? cell("parent") : "";
    const title = { kind, text, level: levelOf(cell, raw), parent };
    if (kind === "objective") openObjective(reading, row, cell, title, isLast);
    else addBelow(reading, row, cell, title, isLast);
  });
  // An objective repeated in every row of its key results is read once; the line still belongs to it.
  const repeated = reading.objectives.at(-1);
  if (reading.draft.rows.length === before && repeated) reading.draft.rows[repeated.at]?.lines.push(...row.lines);
}

const KINDS: [RegExp, RowKind][] = [
  [/^(objective|o|objetivo|objectif|ziel|goal|company objective|team objective|obj)$/iu, "objective"],
  [
    /^(key[ -]?result|kr|metric|schlüsselergebnis|ergebnis|resultado[ -](clave|chave)|résultat[ -]clé)$/iu,
    "key-result",
  ],
  [/^(initiative|project|task|action|maßnahme|massnahme|iniciativa)$/iu, "initiative"],
  [/^(health[ -]?metric|kpi|guardrail)$/iu, "health-metric"],
];

function kindOf(type: string): RowKind | null {
  return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? null;
}

/** A row that says its type; the objective of a key result may stand in a column of its own. */
function typedTitles(kind: RowKind, raw: Raw, cell: Cell) {
  const fields: ColumnField[] = ["title", "objective", "key-result", "initiative"];
  const own: ColumnField[] = kind === "health-metric" ? fields : [kind, ...fields];
  const field = own.find((name) => cell(name) !== "") ?? "title";
  const titles = [{ kind, text: cell(field), raw: raw(field) }];
  if (kind !== "objective" && field !== "objective" && cell("objective") !== "") {
    titles.unshift({ kind: "objective", text: cell("objective"), raw: raw("objective") });
  }
  return titles;
}

type Raw = (field: ColumnField, from?: SheetRow) => string;

function namedTitles(reading: SheetReading, raw: Raw, cell: Cell, next: SheetRow | null) {
  const kinds = ["objective", "key-result", "initiative"] as const;
  const named = kinds.map((kind) => ({ kind: kind as RowKind, text: cell(kind), raw: raw(kind) }));
  if (named.some(({ text }) => text !== "") || cell("title") === "") return named;
  // Only titles: what stands deepest, or holds figures, is a key result.
  const level = levelOf(cell, raw("title"));
  const nextCell: Cell = (field) => (next ? raw(field, next).trim() : "");
  const nextIsDeeper = next !== null && levelOf(nextCell, raw("title", next)) > level;
  const hasColumns = reading.columns.some(({ field }) => field === "objective" || field === "key-result");
  const measured = cell("target") !== "" || cell("start-and-target") !== "";
  const kind: RowKind = (level > 0 && !nextIsDeeper) || (measured && !hasColumns) ? "key-result" : "objective";
  return [{ kind, text: cell("title"), raw: raw("title") }];
}

/** How deep a row stands: a column of its own, its numbering ("1.2"), or blanks before the title. */
function levelOf(cell: Cell, raw: string): number {
  const said = Number.parseInt(cell("level"), 10);
  if (said >= 0) return Math.min(said, 20);
  const numbered = /^\s*\d+((?:\.\d+)+)\.?\s/.exec(raw)?.[1];
  if (numbered) return numbered.split(".").length - 1;
  const blanks = /^[\s\u00a0>–-]*/.exec(raw)?.[0].replaceAll("\t", "  ").length ?? 0;
  return Math.min(20, Math.ceil(blanks / 2));
}

interface Titled {
  kind: RowKind;
  text: string;
  level: number;
  /** Title of the objective above, where the file names it; "" otherwise. */
  parent: string;
}

function openObjective(reading: SheetReading, row: SheetRow, cell: Cell, title: Titled, ownsCells: boolean) {
  const { level, parent } = title;
  const made = makeRow(row, cell, title, ownsCells);
  const same = reading.byTitle.get(made.title.toLowerCase());
  const known = same === undefined ? undefined : reading.draft.rows[same];
  const repeats = known && known.team === made.team && known.cycle === made.cycle && !ownsCells;
  reading.keyResult = null;
  reading.objectives = reading.objectives.filter((open) => open.level < level);
  if (same !== undefined && repeats) return void reading.objectives.push({ level, at: same });
  made.parent = reading.objectives.at(-1)?.at ?? null;
  if (ownsCells) takeCells(reading, made, row, cell);
  const at = add(reading, row, made);
  if (at === null) return;
  if (same === undefined) reading.byTitle.set(made.title.toLowerCase(), at);
  reading.objectives.push({ level, at });
  if (parent !== "") reading.waiting.push({ at, title: parent });
}

function addBelow(reading: SheetReading, row: SheetRow, cell: Cell, titled: Titled, ownsCells: boolean) {
  const made = makeRow(row, cell, titled, ownsCells);
  const named = titled.parent;
  const objective = reading.objectives.at(-1)?.at ?? null;
  made.parent = named !== "" ? null : titled.kind === "initiative" ? (reading.keyResult ?? objective) : objective;
  const above = reading.draft.rows[made.parent ?? -1];
  made.team ??= above?.team ?? null;
  made.cycle ??= above?.cycle ?? null;
  if (made.parent === null && named === "") return keepAside(reading, row, asides.noKeyResultAlone);
  const cells = ownsCells ? takeCells(reading, made, row, cell) : NO_CELLS;
  if (made.kind === "key-result" && isOutput(made, cells)) {
    Object.assign(made, { kind: "initiative" });
    guess(made, guesses.outputAsInitiative(above?.title ?? named));
  }
  if (made.kind === "key-result" || made.kind === "health-metric") {
    const unmeasured = measureFromCells(made, cells, reading.readFigure);
    if (unmeasured && made.kind === "health-metric") made.measure = unmeasured.row.measure;
    else if (unmeasured) return keepAside(reading, row, unmeasured.reason, unmeasured.fix, unmeasured.row);
  }
  const at = add(reading, row, made);
  if (at !== null && named !== "") reading.waiting.push({ at, title: named });
  if (at === null || made.kind !== "key-result") return;
  reading.keyResult = at;
  const title = made.title.toLowerCase();
  if (!reading.keyResultsByTitle.has(title)) reading.keyResultsByTitle.set(title, at);
}

function makeRow(row: SheetRow, cell: Cell, { kind, text }: Titled, ownsCells: boolean): DraftRow {
  const marks = readMarks(text.replace(/^[\s>–-]+/u, "").replace(/^\d+(?:\.\d+)*[.)]?\s+(?=\p{L})/u, ""));
  const cycle = cell("cycle");
  return {
    ...rowOf(kind, row.line, marks.title, null),
    lines: [...row.lines],
    owner: (ownsCells ? cell("owner") : "") || marks.owner,
    team: cell("team") || marks.team,
    cycle: cycle === "" ? null : (findCycle(cycle)?.name ?? cycle),
    priority: (ownsCells ? cell("priority") : "") || marks.priority,
    score: marks.score,
    measure: kind === "key-result" ? DONE : null,
    notes: marks.notes.map((note) => ({ line: row.line, text: note })),
  };
}

const NO_CELLS: MeasureCells = { start: "", target: "", startAndTarget: "", current: "", unit: "" };
const NOTED: (ColumnField | null)[] = ["status", "midway", "note", null];
const MEASURING: [ColumnField, keyof MeasureCells][] = [
  ["start", "start"],
  ["target", "target"],
  ["start-and-target", "startAndTarget"],
  ["current", "current"],
  ["unit", "unit"],
];

/** Due date, weight, score and notes; answers the cells that measure, which only a key result has. */
function takeCells(reading: SheetReading, made: DraftRow, { line, cells }: SheetRow, cell: Cell): MeasureCells {
  reading.columns.forEach(({ field, header }, at) => {
    const text = cells[at]?.trim() ?? "";
    if (text === "") return;
    if (field === "why") made.why.push({ line, text });
    else if (NOTED.includes(field)) made.notes.push({ line, text: header === "" ? text : `${header}: ${text}` });
    else if (made.kind === "objective" && MEASURING.some(([name]) => name === field))
      made.notes.push({ line, text: `${header}: ${text}` });
  });
  takeDue(made, cell("due"), reading.monthFirst);
  const weight = numberOr(made, "weight", cell("weight"), reading.readFigure);
  if (weight !== null && Number(weight) >= 0) made.weight = weight;
  const score = numberOr(made, "score", cell("score"), reading.readFigure);
  if (score !== null) made.score = Number(score) > 1 ? String(Number(score) / 100) : score;
  return { ...NO_CELLS, ...Object.fromEntries(MEASURING.map(([field, name]) => [name, cell(field)])) };
}

function takeDue(made: DraftRow, typed: string, monthFirst: boolean) {
  if (typed === "") return;
  const read = readDay(typed, monthFirst);
  made.due = read?.day ?? null;
  if (read?.guess) guess(made, read.guess);
  if (read) return;
  made.notes.push({ line: made.line, text: `Due: ${typed}` });
  if (!isPlaceholder(typed)) guess(made, guesses.dueIsNoDay(typed));
}

function numberOr(made: DraftRow, column: string, typed: string, readFigure: (typed: string) => Figure): string | null {
  if (typed === "") return null;
  const read = readFigure(typed);
  if (read) return read.value;
  made.notes.push({ line: made.line, text: `${column}: ${typed}` });
  if (!isPlaceholder(typed)) guess(made, guesses.valueIsNoNumber(column, typed));
  return null;
}

function add(reading: SheetReading, row: SheetRow, made: DraftRow): number | null {
  const reason = titleAside(made.title);
  if (reason) {
    keepAside(reading, row, reason);
    return null;
  }
  reading.draft.rows.push(made);
  return reading.draft.rows.length - 1;
}

function keepAside(
  { draft }: SheetReading,
  { line, lines, cells }: SheetRow,
  reason: Reason,
  fix: Fix | null = null,
  fixed: DraftRow | null = null,
) {
  draft.keptAside.push({
    line,
    lines,
    text: cells
      .filter((cell) => cell.trim() !== "")
      .join(" | ")
      .slice(0, 500),
    reason,
    fix,
    row: fixed,
  });
}
