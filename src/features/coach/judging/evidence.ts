/** A text taken apart and weighed: its parts, each with the signals in it. */

import { IS } from "../languages/lexicon.ts";
import type { Language } from "../languages/words.ts";
import { type Clause, clausesIn } from "../sentence/clauses.ts";
import { type Figures, figuresIn } from "../sentence/figures.ts";
import { type Piece, type Reading, read } from "../sentence/reading.ts";
import { type Signals, signalsOf } from "./signals.ts";

export interface Part {
  /** What is said, then its tails: what it is for, by what means. */
  clause: Clause;
  tails: Clause[];
  signals: Signals;
}

export interface Evidence {
  reading: Reading;
  figures: Figures;
  /** One for each thing that is said; empty for a text without words. */
  parts: Part[];
}

export function evidenceIn(text: string, language?: Language): Evidence {
  const reading = read(text, language);
  const figures = figuresIn(reading);
  const parts: Part[] = [];
  for (const clause of clausesIn(reading, figures)) {
    const before = parts.at(-1);
    if (before && isSaidAgain(clause, parts)) continue;
    if (clause.kind === "main" || clause.kind === "and" || !before)
      parts.push({ clause, tails: [], signals: new Map() });
    else before.tails.push(clause);
  }
  for (const part of parts) part.signals = signalsOfPart(part, figures, reading.language);
  return { reading, figures, parts: parts.filter(({ clause }) => clause.pieces.some(({ kind }) => kind !== "sign")) };
}

/** The same words once more, or as much of them as was still read, say nothing new. */
function isSaidAgain({ kind, pieces }: Clause, parts: readonly Part[]): boolean {
  if (kind !== "main" && kind !== "and") return false;
  const said = wordsOf(pieces);
  return parts.some(({ clause }) => wordsOf(clause.pieces).startsWith(said));
}

const wordsOf = (pieces: readonly Piece[]) =>
  pieces
    .filter(({ kind }) => kind !== "sign")
    .map(({ text }) => text)
    .join(" ");

/** "so that …" says what changes for someone, so it is read in place of the work before it. */
function signalsOfPart({ clause, tails }: Part, figures: Figures, language: string): Signals {
  const isMeasured = ({ from, to }: Clause) => figures.all.some((figure) => figure.from >= from && figure.from < to);
  const moving = tails.find(
    (tail) => tail.kind === "means" && !isMeasured(clause) && isMeasured(tail) && tail.pieces[0]!.classes & IS.change,
  );
  const rescue = tails.find(({ kind }) => kind === "so-that") ?? moving;
  const purpose = tails.find(({ kind }) => kind === "purpose");
  const signals = signalsOf(rescue ?? clause, figures, language);
  if (rescue && rescue !== moving) signals.set("so-that", rescue.pieces);
  if (purpose) {
    const measured = figures.all.some(({ from }) => from >= purpose.from && from < purpose.to);
    const work = signals.has("verb:work") && !signals.has("verb:change");
    signals.set(measured && work ? "for+figure" : "for", purpose.pieces);
  }
  return signals;
}
