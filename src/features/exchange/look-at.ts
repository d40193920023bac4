/** The rows a person should look at, each with why and what may be done about it. */
import type { DraftRow, KeptAside, RowKind } from "./draft.ts";
import type { MissingMember } from "./matching.ts";
import type { Plan } from "./plan.ts";
import { type Fix, fixes } from "./reasons.ts";
import { sameWords } from "./source-key.ts";

export interface RowToLookAt {
  line: number;
  text: string;
  raw: string | null;
  as: "guessed" | "figures-in-words" | "kept-aside";
  kind: RowKind | null;
  reasons: string[];
  fixes: OfferedFix[];
}

export interface OfferedFix {
  fix: Fix["code"] | "use-member";
  label: string;
  written: string | null;
  memberId: string | null;
}

export interface FileRead {
  kind: "markdown" | "csv";
  lines: readonly string[];
}

/** In the order of the file. */
export function rowsToLookAt(plan: Plan, drafted: readonly DraftRow[], file: FileRead): RowToLookAt[] {
  const planned = plan.rows.map(({ row }) => row);
  const twice = drafted.filter(({ duplicateOf }) => duplicateOf !== null);
  const members = new Map(plan.missing.members.map((member) => [sameWords(member.written), member]));
  return [
    ...[...planned, ...twice].flatMap((row) => looked(row, members, file)),
    ...plan.keptAside.map((kept) => aside(kept, file)),
  ].sort((one, other) => one.line - other.line);
}

function looked(row: DraftRow, members: ReadonlyMap<string, MissingMember>, file: FileRead): RowToLookAt[] {
  const reasons = [...row.guesses, ...(row.measureFrom ? [row.measureFrom] : [])];
  if (reasons.length === 0) return [];
  const nearest = row.owner === null ? null : members.get(sameWords(row.owner))?.nearest;
  const use: OfferedFix[] = nearest
    ? [{ fix: "use-member", label: nearest.name, written: row.owner, memberId: nearest.id }]
    : [];
  return [
    {
      line: row.line,
      text: row.title,
      raw: rawOf(row, file),
      as: row.confidence === "guessed" ? "guessed" : "figures-in-words",
      kind: row.kind,
      reasons: reasons.map(({ sentence }) => sentence),
      fixes: [...use, ...reasons.flatMap(({ instead }) => (instead ? [offered(instead)] : []))],
    },
  ];
}

function aside({ line, lines, text, reason, fix, row }: KeptAside, file: FileRead): RowToLookAt {
  return {
    line,
    text,
    raw: rawOf({ line, lines }, file),
    as: "kept-aside",
    kind: row?.kind ?? null,
    reasons: [reason.sentence],
    fixes: stepsFor(reason.code, fix).map(offered),
  };
}

/** An objective whose parent is missing may also stand under another one that is there. */
function stepsFor(code: string, fix: Fix | null): Fix[] {
  if (!fix) return [];
  return code === "parent-missing" && fix.code === "bring-in" ? [fixes.connect, fix] : [fix];
}

const offered = ({ code, label }: Fix): OfferedFix => ({ fix: code, label, written: null, memberId: null });

const LONGEST_LINE = 4000;

/** The line to write differently: in CSV a row of several lines is one only together. */
function rawOf({ line, lines }: { line: number; lines: readonly number[] }, file: FileRead): string | null {
  const raw = lines.length === 1 || file.kind === "markdown" ? (file.lines[line - 1] ?? null) : null;
  return raw !== null && raw.length <= LONGEST_LINE ? raw : null;
}
