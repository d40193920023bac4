import type { Fix, Reason } from "./reasons.ts";

/** What a reader understood of a file, before anything of the organisation is known. Lines count from 1. */
export interface Draft {
  kind: "markdown" | "csv";
  rows: DraftRow[];
  /** Lines that carry rows without being one: headings of teams and cycles, labels, table headers. */
  frame: FrameLine[];
  keptAside: KeptAside[];
}

export type RowKind = "objective" | "key-result" | "initiative" | "health-metric";

export interface DraftRow {
  kind: RowKind;
  /** Where the row starts in the file. */
  line: number;
  /** Every line of the file that went into it. */
  lines: number[];
  title: string;
  /** Place in `rows` of the objective above, or of the key result an initiative serves; null at the top. */
  parent: number | null;
  /** The objective above as a file names it, where the file itself does not hold it; the organisation may. */
  parentTitle: string | null;
  team: string | null;
  cycle: string | null;
  /** As written: a name, an @handle or an e-mail address. */
  owner: string | null;
  priority: string | null;
  /** YYYY-MM-DD */
  due: string | null;
  weight: string | null;
  /** Of a key result or health metric; null for the others. */
  measure: ProposedMeasure | null;
  /** Why the measure is what it is, where the words rather than a cell gave it. */
  measureFrom: Reason | null;
  /** A checkbox; null if there is none. */
  done: boolean | null;
  /** A score or result from 0 to 1 as a decimal: "=> 85%" is 0.85. */
  score: string | null;
  /** Prose below an objective: why it matters. */
  why: Remark[];
  /** What else was written: status, links, mid-cycle values, remarks. */
  notes: Remark[];
  confidence: "written" | "guessed";
  /** Why it is a guess; empty when it is written. */
  guesses: Reason[];
  /** Place in `rows` of the row that says the same; it is read once. */
  duplicateOf: number | null;
}

export interface Remark {
  line: number;
  text: string;
}

/** A measure as far as the words or cells give it; figures are decimals in text. */
export interface ProposedMeasure {
  kind: "metric" | "threshold" | "done" | "baseline";
  start: string | null;
  target: string | null;
  current: string | null;
  operator: "above" | "at-or-above" | "below" | "at-or-below" | null;
  unit: string | null;
}

export interface FrameLine extends Remark {
  as: "team" | "cycle" | "title" | "label" | "table" | "rule" | "columns";
}

export interface KeptAside extends Remark {
  lines: number[];
  reason: Reason;
  /** What would bring it in; null if only its writer can say. */
  fix: Fix | null;
  /** The row as it would be brought in by the fix. */
  row: DraftRow | null;
}

export const DONE: ProposedMeasure = {
  kind: "done",
  start: null,
  target: null,
  current: null,
  operator: null,
  unit: null,
};

/** A row with only what every row has. */
export function row(kind: RowKind, line: number, title: string, parent: number | null): DraftRow {
  return {
    kind,
    line,
    lines: [line],
    title,
    parent,
    parentTitle: null,
    team: null,
    cycle: null,
    owner: null,
    priority: null,
    due: null,
    weight: null,
    measure: null,
    measureFrom: null,
    done: null,
    score: null,
    why: [],
    notes: [],
    confidence: "written",
    guesses: [],
    duplicateOf: null,
  };
}

/** Marks a row as a guess, with the reason that will be shown beside it. */
export function guess(row: DraftRow, reason: Reason): void {
  row.confidence = "guessed";
  if (!row.guesses.some(({ code }) => code === reason.code)) row.guesses.push(reason);
}

/** Every line that the draft accounts for. A line of the file that is missing here would have been dropped in silence. */
export function linesAccountedFor({ rows, frame, keptAside }: Draft): Set<number> {
  return new Set([...frame.map(({ line }) => line), ...[...rows, ...keptAside].flatMap(({ lines }) => lines)]);
}

/** Rows of one kind that an import would bring in: the second of two equal rows is not one. */
export function countOf(draft: Draft, kind: RowKind): number {
  return draft.rows.filter((row) => row.kind === kind && row.duplicateOf === null).length;
}
