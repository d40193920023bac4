import { languageOf, type Lexicon, lexiconOf } from "./lexicon.ts";
import type { Language } from "./languages/words.ts";
import { withoutMarks } from "./marks.ts";

/** A word, number or sign of a text, with its place in the text as typed. */
export interface Piece {
  kind: "word" | "number" | "sign";
  /** As typed. */
  typed: string;
  /** Lower case, composed. */
  text: string;
  from: number;
  to: number;
  /** Bits of IS and FORMS (lexicon.ts). */
  classes: number;
  form: number;
}

export interface Reading {
  language: Language;
  lexicon: Lexicon;
  /** The text without marks, as long as the text. */
  plain: string;
  pieces: Piece[];
}

/** So many characters are read; a key result that says its point later is too long for anyone. */
export const READ_AT_MOST = 1000;

/** A text in pieces. Any string is read, in time that grows with its length up to READ_AT_MOST. */
export function read(text: string, asked?: Language): Reading {
  const plain = withoutMarks(text.slice(0, READ_AT_MOST));
  const found = [...plain.matchAll(PIECE)];
  const words = found.filter(([, word]) => word !== undefined).map(([, word]) => fold(word ?? ""));
  const language = asked ?? languageOf(words);
  const lexicon = lexiconOf(language);
  const pieces = found.map((match): Piece => {
    const [typed, word, number] = match;
    const at = { typed, text: fold(typed), from: match.index, to: match.index + typed.length };
    if (word === undefined) return { ...at, kind: number === undefined ? "sign" : "number", classes: 0, form: 0 };
    return { ...at, kind: "word", ...lexicon.lookUp(at.text.replace(/'$/u, "")) };
  });
  return { language, lexicon, plain, pieces };
}

const fold = (text: string) => text.normalize("NFC").toLowerCase().replace("’", "'");

const PIECE =
  /((?:[cdjlmnst]|qu)['’](?=\p{L})|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’][\p{L}\p{N}]+)*)|(\p{N}{1,3}(?:[    ]\p{N}{3})+(?!\p{N})|\p{N}+(?:[.,:/]\p{N}+)*)|->|=>|-->|[→➜⟶➡]|>=|<=|[^\s\p{L}\p{N}]/gu;
