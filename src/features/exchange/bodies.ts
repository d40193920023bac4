/** What a row becomes: figures, weight and words as the rooms take them, and what has no field of its own. */
import type { DraftRow, ProposedMeasure } from "./draft.ts";

type Threshold = {
  kind: "threshold";
  operator: NonNullable<ProposedMeasure["operator"]>;
  target: string;
  riskLimit: null;
};
export type MeasureBody =
  | { kind: "metric"; start: string; target: string }
  | Threshold
  | { kind: "done" }
  | { kind: "baseline" };

/** Not every measure in words is whole: without a target it begins with "find a baseline". */
export function measureBody(measure: ProposedMeasure | null): MeasureBody {
  if (!measure || measure.kind === "done") return { kind: "done" };
  const { kind, start, target, operator } = measure;
  if (kind === "metric" && target !== null) return { kind, start: start ?? "0", target };
  if (kind === "threshold" && target !== null)
    return { kind, operator: operator ?? "at-or-above", target, riskLimit: null };
  return { kind: "baseline" };
}

const LONGEST_UNIT = 30;
const LONGEST_WHY = 10_000;

export function unitOf(measure: ProposedMeasure | null): string {
  return measure?.unit?.trim().slice(0, LONGEST_UNIT) ?? "";
}

/** As many as its figures show, at most six. */
export function decimalsOf(measure: ProposedMeasure | null): number {
  const figures = [measure?.start, measure?.target, measure?.current];
  return Math.min(6, Math.max(0, ...figures.map((figure) => figure?.split(".")[1]?.length ?? 0)));
}

/** 1 where none is written or none that can be kept. */
export function weightOf({ weight }: Pick<DraftRow, "weight">): string {
  return weight !== null && isKeptWeight(weight) ? weight : "1";
}

function isKeptWeight(weight: string): boolean {
  return Number(weight) >= 0 && Number(weight) < 100_000;
}

export function whyOf({ why }: Pick<DraftRow, "why">): string {
  return joined(why).slice(0, LONGEST_WHY);
}

const joined = (remarks: readonly { text: string }[]) => remarks.map(({ text }) => text).join("\n");

/** Everything a row says that has no field of its own: it stays with the import. */
export function notesOf(row: DraftRow): { line: number; text: string }[] {
  const { kind, line, priority, due, score, done, weight, measure, why, notes } = row;
  const said: [string, string | null][] = [
    ["Priority", priority],
    ["Score", score],
    ["Due", kind === "initiative" ? null : due],
    ["Done", done === null || kind === "initiative" ? null : done ? "yes" : "no"],
    ["Value now", measure?.current ?? null],
    ["Weight", weight !== null && (kind !== "key-result" || !isKeptWeight(weight)) ? weight : null],
  ];
  const own = said.flatMap(([name, text]) => (text === null ? [] : [{ line, text: `${name}: ${text}` }]));
  const rest = joined(why).slice(LONGEST_WHY);
  const prose = kind === "objective" ? (rest ? [{ line, text: rest }] : []) : why;
  return [...own, ...prose, ...notes];
}
