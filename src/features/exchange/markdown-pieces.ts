import type { KeptAside } from "./draft.ts";
import { asides } from "./reasons.ts";

/** A stretch of a file that is parsed by itself, and the line it starts on (from 1). */
export interface Piece {
  text: string;
  firstLine: number;
}

const LONGEST_LINE = 4_000;
const MOST_LEVELS = 30;
const TABS_OF = 4;
/** Marks of emphasis cost a parser most, so they count more than the other characters. */
const COST_OF_EMPHASIS = 30;
const SOFT = 3_000;
const HARD = 30_000;
const HARD_IN_TABLE = 64_000;

/**
 * Cuts a file where nothing is open (a heading, an unindented point after a blank line), because parsing Markdown takes
 * more than twice the time for twice the text: with pieces of bounded cost the whole is linear. Lines that would make
 * a parser slow by themselves are kept aside and left blank.
 */
export function cutIntoPieces(text: string): { pieces: Piece[]; keptAside: KeptAside[] } {
  const keptAside: KeptAside[] = [];
  const lines = text.split(/\r\n|\n|\r/);
  const pieces: Piece[] = [];
  let from = 0;
  let cost = 0;
  let fenced = false;
  lines.forEach((line, at) => {
    const reason = tooMuch(line);
    if (reason) {
      keptAside.push({ line: at + 1, lines: [at + 1], text: `${line.slice(0, 200)}…`, reason, fix: null, row: null });
      lines[at] = "";
    }
    const kept = lines[at] ?? "";
    const soft = !fenced && cost > SOFT && opens(kept, lines[at - 1] ?? "");
    if (soft || cost > (/^\s*\|/.test(kept) ? HARD_IN_TABLE : HARD)) {
      pieces.push({ text: lines.slice(from, at).join("\n"), firstLine: from + 1 });
      [from, cost, fenced] = [at, 0, false];
    }
    if (/^\s*(```|~~~)/.test(kept)) fenced = !fenced;
    cost += costOf(kept);
  });
  pieces.push({ text: lines.slice(from).join("\n"), firstLine: from + 1 });
  return { pieces, keptAside };
}

function tooMuch(line: string) {
  if (line.length > LONGEST_LINE) return asides.lineTooLong;
  const container = /^(?:\s|>|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/.exec(line)?.[0] ?? "";
  const marks = container.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
  const indent = container.replaceAll("\t", " ".repeat(TABS_OF)).length / TABS_OF;
  return marks > MOST_LEVELS || indent > MOST_LEVELS ? asides.tooDeep : null;
}

function opens(line: string, before: string): boolean {
  return /^#{1,6}\s/.test(line) || (before.trim() === "" && /^(\S)/.test(line)) || /^[-*+]\s/.test(line);
}

function costOf(line: string): number {
  return line.length + 1 + COST_OF_EMPHASIS * (line.replace(/^\s*\*\s/, "").match(/[*_~]/g)?.length ?? 0);
}
