import type { Evidence } from "../judging/evidence.ts";
import type { Judgement } from "../judging/verdict.ts";
import { IS } from "../languages/lexicon.ts";
import type { Piece } from "../sentence/reading.ts";

/**
 * The two texts of a compound key result, in the text's own words: "Launch the beta" and "Get 100 users". A deed with
 * a result behind it ("Launch with 500 users") is a compound too. Null where one thing is said.
 */
export function splitOf({ reading, parts }: Evidence, { verdict }: Judgement): [string, string] | null {
  const [first, second] = parts;
  const last = parts.at(-1);
  if (first && second && last) {
    const end = Math.max(last.clause.to, ...last.tails.map(({ to }) => to));
    const cut = Math.max(first.clause.to, ...first.tails.map(({ to }) => to));
    return texts(reading.plain.slice(first.clause.from, cut), reading.plain.slice(second.clause.from, end));
  }
  if (!first || verdict === "output") return null;
  const cut = resultBehindDeed(first.clause.pieces);
  return cut
    ? texts(reading.plain.slice(first.clause.from, cut.from), reading.plain.slice(cut.to, first.clause.to))
    : null;
}

/** "with" (mit, con, avec, com) between a deed at the start and a counted result. */
function resultBehindDeed(pieces: Piece[]): Piece | null {
  if (!pieces.slice(0, 3).some(({ classes }) => classes & IS.work)) return null;
  const at = pieces.findIndex(({ text }) => /^(?:with|mit|con|avec|com)$/u.test(text));
  if (at < 1 || !pieces.slice(at + 1, at + 4).some(({ kind }) => kind === "number")) return null;
  return pieces.slice(at + 1).some(({ classes }) => classes & (IS.result | IS.others)) ? pieces[at]! : null;
}

function texts(one: string, other: string): [string, string] | null {
  const [left, right] = [tidied(one), tidied(other)];
  if (right.toLowerCase().includes(left.toLowerCase())) return null;
  return left.length > 2 && right.length > 2 ? [left, right] : null;
}

/** Blanks where marks stood become one, the first letter a capital. */
export function tidied(text: string): string {
  const clean = text.replace(/\s+/gu, " ").replace(/^[\s,;.:&-]+|[\s,;.:&-]+$/gu, "");
  const [first = ""] = clean;
  return first.toLocaleUpperCase("en") + clean.slice(first.length);
}
