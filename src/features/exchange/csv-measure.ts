import { DONE, type DraftRow, guess, type ProposedMeasure } from "./draft.ts";
import { measureInWords, standsStill } from "./numbers-in-text.ts";
import { asides, type Fix, fixes, guesses, type Reason } from "./reasons.ts";
import { isPlaceholder, startsWithOutput } from "./words.ts";

/** Reads what a person typed as a number; the OKR room has the rule. */
export type ReadFigure = (
  typed: string,
  locale?: string,
) => { ok: true; value: string; unit: string | null } | { ok: false };

/** The cells of a row that say how it is measured, as typed; "" where there is none. */
export interface MeasureCells {
  start: string;
  target: string;
  startAndTarget: string;
  current: string;
  unit: string;
}

/** Why a row is kept aside for its figures, and the row as the fix would bring it in. */
export interface Unmeasured {
  reason: Reason;
  fix: Fix;
  row: DraftRow;
}

const ROAD = /\s*(?:→|->|=>|–>|⟶|\bto\b|\bbis\b|\bauf\b|\ba\b|\bà\b|\baté\b|\s\/\s|\s[–-]\s)\s*/iu;
const LIMIT = /^(<=|>=|≤|≥|<|>)\s*(.+)$/u;
const YES = /^(yes|done|true|ja|erledigt|sí|si|hecho|oui|fait|sim|feito|x|✓)$/iu;
const OPERATORS = {
  "<": "below",
  "<=": "at-or-below",
  "≤": "at-or-below",
  ">": "above",
  ">=": "at-or-above",
  "≥": "at-or-above",
} as const;

/** Gives a key result its measure, or says why it cannot have one. */
export function measureFromCells(
  row: DraftRow,
  cells: MeasureCells,
  readFigure: (typed: string) => Figure,
): Unmeasured | null {
  const [startTyped, targetTyped] = startAndTarget(cells);
  const current = figure(row, "current", cells.current, readFigure);
  const unit = cells.unit || null;
  if (targetTyped === "") return withoutTarget(row, startTyped, current, unit, readFigure);
  if (YES.test(targetTyped)) return keep(row, { ...DONE, current: current?.value ?? null });
  const limit = LIMIT.exec(targetTyped);
  const target = readFigure(limit?.[2] ?? targetTyped);
  if (!target) return noNumber(row, targetTyped, startTyped, readFigure);
  const measured = { current: current?.value ?? null, unit: unit ?? target.unit, target: target.value };
  if (limit) {
    const operator = OPERATORS[limit[1] as keyof typeof OPERATORS];
    return keep(row, { kind: "threshold", start: null, operator, ...measured });
  }
  const start = figure(row, "start", startTyped, readFigure);
  if (start && Number(start.value) === Number(target.value)) return standing(row, measured);
  if (!start && Number(target.value) === 0) return standing(row, measured);
  if (!start) guess(row, guesses.startFromZero);
  return keep(row, {
    kind: "metric",
    start: start?.value ?? "0",
    operator: null,
    ...measured,
    unit: measured.unit ?? start?.unit ?? null,
  });
}

export type Figure = { value: string; unit: string | null } | null;

function startAndTarget({ start, target, startAndTarget }: MeasureCells): [string, string] {
  if (startAndTarget === "") return [start, target];
  const [from = "", ...to] = startAndTarget.split(ROAD);
  return to.length === 0 ? [start, from.trim() || target] : [from.trim(), to.join(" ").trim()];
}

/** "2,0 h": the unit may stand beside the figure. */
export function figureWithUnit(typed: string, read: (typed: string) => Figure): Figure {
  const plain = read(typed);
  if (plain) return plain;
  const found = /^(\D{0,3}[\d.,' ]*\d)\s*([\p{L}%/]{1,15})$/u.exec(typed.trim());
  const value = found ? read(found[1] ?? "") : null;
  return value ? { value: value.value, unit: value.unit ?? found?.[2] ?? null } : null;
}

function withoutTarget(
  row: DraftRow,
  startTyped: string,
  current: Figure,
  unit: string | null,
  readFigure: (typed: string) => Figure,
): null {
  const start = figure(row, "start", startTyped, readFigure);
  if (start || current) {
    guess(row, guesses.noTarget);
    return keep(row, { ...BASELINE, current: (current ?? start)?.value ?? null, unit: unit ?? start?.unit ?? null });
  }
  const inWords = standsStill(row.title) ? null : measureInWords(row.title);
  row.measureFrom = inWords?.guess ?? guesses.noFigure;
  return keep(row, inWords ? { ...inWords.measure, unit: inWords.measure.unit ?? unit } : { ...DONE });
}

/** A key result without any figure that starts with a verb of making is work: an initiative. */
export function isOutput(row: DraftRow, cells: MeasureCells): boolean {
  const figures = [cells.start, cells.target, cells.startAndTarget, cells.current];
  return figures.every((typed) => typed === "") && startsWithOutput(row.title) && measureInWords(row.title) === null;
}

const BASELINE: ProposedMeasure = { ...DONE, kind: "baseline" };

function noNumber(row: DraftRow, typed: string, startTyped: string, readFigure: (typed: string) => Figure): Unmeasured {
  const current = readFigure(startTyped)?.value ?? null;
  const note = isPlaceholder(typed) ? [] : [{ line: row.line, text: `Target: ${typed}` }];
  const fixed = { ...row, measure: { ...BASELINE, current }, notes: [...row.notes, ...note] };
  return { reason: asides.targetIsNoNumber, fix: fixes.findABaseline, row: fixed };
}

function standing(
  row: DraftRow,
  { current, unit, target }: { current: string | null; unit: string | null; target: string },
): Unmeasured {
  const measure: ProposedMeasure = { kind: "threshold", start: null, target, current, operator: "at-or-above", unit };
  return {
    reason: asides.sameStartAndTarget,
    fix: fixes.healthMetric,
    row: { ...row, kind: "health-metric", measure },
  };
}

function keep(row: DraftRow, measure: ProposedMeasure): null {
  row.measure = measure;
  return null;
}

/** A figure that is none stays as a note, and that is said. */
function figure(row: DraftRow, column: string, typed: string, readFigure: (typed: string) => Figure): Figure {
  if (typed === "") return null;
  const read = readFigure(typed);
  if (read) return read;
  row.notes.push({ line: row.line, text: `${column}: ${typed}` });
  if (!isPlaceholder(typed)) guess(row, guesses.valueIsNoNumber(column, typed));
  return null;
}
