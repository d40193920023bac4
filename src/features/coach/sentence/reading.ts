import { FORMS } from "../languages/inflections.ts";
import { IS, type Lexicon, languageOf, lexiconOf, NOUN, VERB } from "../languages/lexicon.ts";
import type { Language } from "../languages/words.ts";
import { withoutMarks } from "./marks.ts";
import { asMeant } from "./meant.ts";

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
    if (isBlank(word, plain, match.index)) return { ...at, kind: "number", classes: 0, form: 0 };
    return { ...at, kind: "word", ...lexicon.lookUp(at.text.replace(/'$/u, "")) };
  });
  const whole = language === "en" ? withParticles(pieces, lexicon) : pieces;
  asNames(whole, lexicon);
  if (language === "en") {
    asMeant(whole);
    guessVerbs(whole);
  }
  return { language, lexicon, plain, pieces: whole };
}

/** "X %", "$N", "N2 customers", "from X to Y": a figure that is still to be filled in, or kept back. */
function isBlank(word: string, plain: string, from: number): boolean {
  if (/^[A-Z]$/u.test(word) && /[$€£]$/u.test(plain.slice(0, from))) return true;
  if (/^[NX]\d{1,2}$/u.test(word)) return true;
  if (!/^(?:[XYZN]{1,3}|[xyz])$/u.test(word)) return false;
  const after = plain.slice(from + word.length, from + word.length + 40);
  if (/^\s?%/u.test(after)) return true;
  return (
    /^[XYZN]+$/u.test(word) &&
    (/^\s+(?:in\s|of\s|(?:\p{Ll}[\p{L}-]*\s+){0,3}\p{Ll}+s\b)/u.test(after) ||
      /\b(?:from|to|by|least|than)\s$/u.test(plain.slice(0, from)))
  );
}

/** "source{d}", "build.js" and "test/unit" are names, not verbs; "our members" are ours. */
function asNames(pieces: Piece[], { words }: Lexicon) {
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    if (next && next.from === piece.to && /^[{._\\]$/u.test(next.text) && pieces[at + 2]?.from === next.to)
      piece.classes &= ~VERB;
    if (next && RELATES.test(`${piece.text} ${next.text}`)) Object.assign(piece, { classes: IS.links, form: 0 });
    if (next && piece.text === "push" && /^notifications?$/u.test(next.text))
      Object.assign(piece, { classes: IS.artefact, form: 0 });
    if (piece.text === "cut" && /^(?:an?|the) (?:\S+ )?(?:release|branch|build|version)/u.test(restAfter(pieces, at)))
      Object.assign(piece, { classes: IS.work, form: FORMS.base });
    const owner = pieces[at - 1];
    if (piece.text === "sessions" && owner && (owner.classes & IS.activity || owner.form & FORMS.ing))
      piece.classes &= ~IS.result;
    const isOurs =
      owner && (OWNER[words.language].test(owner.text) || /^(?:team|staff|crew|committee|board)$/u.test(owner.text));
    if (
      owner &&
      piece.classes & IS.ours &&
      /^(?:other|paying|customer|client|external|outside|neighbouring|foreign|open-source|independent|public|partner)$/u.test(
        owner.text,
      )
    )
      piece.classes = (piece.classes & ~(IS.ours | IS.artefact)) | IS.others;
    const staff =
      piece.text === "members" &&
      /^of (?:the|our) (?:\S+ )?(?:team|staff|crew|board|group)$/u.test(textsAfter(pieces, at, 4));
    if ((isOurs || staff) && PEOPLE.test(piece.text)) piece.classes = (piece.classes & ~IS.others) | IS.ours;
  }
}

const restAfter = (pieces: Piece[], at: number) =>
  pieces
    .slice(at + 1, at + 4)
    .map(({ text }) => text)
    .join(" ");

/** "of the whole team": the next words, as far as the group's name. */
function textsAfter(pieces: Piece[], at: number, most: number): string {
  const words = pieces.slice(at + 1, at + 1 + most).map(({ text }) => text);
  const end = words.findIndex((text) => /^(?:team|staff|crew|board|group)$/u.test(text));
  return words.slice(0, end + 1).join(" ");
}

/**
 * Unknown English words that stand where only a verb can: before an article at the start ("Rehearse the play"), with
 * -ed ("all shelves restacked"), and between others and what they do it to ("two museums exhibit our work").
 */
function guessVerbs(pieces: Piece[]) {
  for (const [at, piece] of pieces.entries()) {
    const next = pieces[at + 1];
    if (piece.kind !== "word" || piece.classes & VERB || piece.text.length < 4) continue;
    const before = pieces[at - 1];
    const plain = /^\p{L}\p{Ll}+$/u.test(piece.typed);
    if (!piece.classes && plain && /^(?!un).*[^e]ed$/u.test(piece.text))
      Object.assign(piece, { classes: IS.work, form: FORMS.past });
    else if (!piece.classes && at === 0 && plain && next && isObjectStart(pieces, 1))
      Object.assign(piece, { classes: IS.work, form: FORMS.base });
    else if (piece.classes & IS.wish && !(piece.classes & NOUN) && at === 0 && next?.kind === "word")
      Object.assign(piece, { classes: piece.classes | IS.work, form: FORMS.base });
    else if (
      at === 2 &&
      isCountedOther(pieces) &&
      next &&
      /^(?:for|to|at|from|with)$/u.test(next.text) &&
      !piece.classes
    )
      Object.assign(piece, { classes: IS.behave, form: FORMS.base });
    else if (before && before.classes & IS.others && next && next.classes & IS.articles && !(piece.classes & KNOWN)) {
      const one = piece.text.endsWith("s") && !before.text.endsWith("s");
      const many = !piece.text.endsWith("s") && before.text.endsWith("s");
      if (one || many) Object.assign(piece, { classes: IS.behave, form: one ? FORMS.third : FORMS.base });
    }
  }
}

/** "40 customers …". */
const isCountedOther = ([count, who]: Piece[]) =>
  Boolean(
    count &&
      (count.kind === "number" || count.classes & IS.numbers) &&
      who &&
      who.classes & IS.others &&
      /s$/u.test(who.text),
  );

const KNOWN = IS.links | IS.and | IS.level | IS.quality | IS.articles | IS.numbers | IS.time | IS.done | IS.all;

/** "the …", "all …", "12 rooms"; not "12 %", "12 ms". */
function isObjectStart(pieces: Piece[], at: number): boolean {
  const here = pieces[at]!;
  if (here.classes & (IS.articles | IS.all)) return here.text !== "that";
  const counted = pieces[at + 1];
  return here.kind === "number" && counted?.kind === "word" && /s$/u.test(counted.text) && !(counted.classes & IS.time);
}

/** Said of no deed: "compared to last year", "based on". */
const RELATES =
  /^(?:compared (?:to|with)|related to|based (?:on|in)|according to|dedicated to|associated with|relative to)$/u;

const OWNER = { en: /^our$/u, de: /^unsere[nr]?$/u, es: /^nuestr[oa]s$/u, fr: /^nos$/u, pt: /^noss[oa]s$/u };
const PEOPLE =
  /^(?:people|members|speakers|leaders|developers|teachers|volunteers|contributors|partners|coaches|designers|maintainers|leute|personas|membres|pessoas)$/u;

/** "reach out" is not "reach", and its "out" says nothing of a level; "sign ups" are sign-ups: one piece. */
function withParticles(pieces: Piece[], { lookUp }: Lexicon): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const verb = joined.at(-1);
    const together = PARTICLE.test(piece.text) ? "_" : PARTICLES.test(piece.text) ? "-" : null;
    const { classes, form } = verb && together ? lookUp(`${verb.text}${together}${piece.text}`) : NO_WORD;
    if (!verb || classes === 0) joined.push(piece);
    else Object.assign(verb, { typed: `${verb.typed} ${piece.typed}`, to: piece.to, classes, form });
  }
  return joined;
}

const NO_WORD = { classes: 0, form: 0 };
const PARTICLE = /^(?:out|up|over|off|down)$/u;
/** "sign ups" is "sign-ups". */
const PARTICLES = /^(?:ups|ins|outs|offs|overs)$/u;

const fold = (text: string) => text.normalize("NFC").toLowerCase().replace("’", "'");

const PIECE =
  /((?:[cdjlmnst]|qu)['’](?=\p{L})|\p{L}[\p{L}\p{M}\p{N}]*(?:[-'’_][\p{L}\p{N}]+)*)|(\p{N}{1,3}(?:[    ]\p{N}{3})+(?!\p{N})|\p{N}+(?:[.,:/]\p{N}+)*)|->|=>|-->|[→➜⟶➡]|>=|<=|[^\s\p{L}\p{N}]/gu;
