import { FORMS } from "../languages/inflections.ts";
import { IS, NOUN, VERB } from "../languages/lexicon.ts";
import type { Figures } from "./figures.ts";
import type { Piece, Reading } from "./reading.ts";
import { firstWord, isImperative } from "./shape.ts";

/** A part of a sentence that says one thing. */
export interface Clause {
  kind: "main" | "and" | "so-that" | "purpose" | "means" | "about";
  pieces: Piece[];
  /** Place in the text. */
  from: number;
  to: number;
}

/** A sentence in its parts: what is said, what is said beside it, what it is for and by what means. */
export function clausesIn(reading: Reading, figures: Figures): Clause[] {
  const { pieces } = reading;
  const cuts: { at: number; kind: Clause["kind"]; skip: number }[] = [];
  const soThat = cutAt(reading, reading.lexicon.soThat, "so-that");
  if (soThat) cuts.push(soThat);
  const means = cutAt(reading, reading.lexicon.means, "means");
  if (means && !soThat) cuts.push(means);
  const end = Math.min(...cuts.map(({ at }) => at), pieces.length);
  const imperative = isVerb(pieces[firstWord(pieces, 0, end)]);
  const about = aboutIn(pieces, end);
  if (about) cuts.push(about);
  const purpose = imperative && !about ? purposeIn(reading, end) : null;
  for (let at = 1; at < end; at++) {
    if (isNewSentence(pieces, at) || (reading.language === "de" && isSecondGermanDeed(pieces, at, end)))
      cuts.push({ at, kind: "and", skip: 1 });
    else if (isSecondDeed(reading, at, end, imperative) && !isSecondAim(pieces, at, purpose?.at))
      cuts.push({ at, kind: "and", skip: 1 });
    else if (isSecondMeasure(pieces, at, end, figures)) cuts.push({ at, kind: "and", skip: 1 });
  }
  if (purpose) cuts.push(purpose);
  return partsOf(pieces, cuts);
}

function partsOf(pieces: Piece[], cuts: { at: number; kind: Clause["kind"]; skip: number }[]): Clause[] {
  const sorted = [...cuts].sort((one, other) => one.at - other.at);
  const starts = [{ at: 0, kind: "main" as Clause["kind"], skip: 0 }, ...sorted];
  const clauses: Clause[] = [];
  for (const [index, { at, kind, skip }] of starts.entries()) {
    const until = starts[index + 1]?.at ?? pieces.length;
    const part = pieces.slice(at + skip, until);
    const first = part[0];
    const last = part.at(-1);
    if (first && last) clauses.push({ kind, pieces: part, from: first.from, to: last.to });
  }
  return clauses;
}

/** The first place after a beginning where an expression stands. */
function cutAt({ pieces, plain }: Reading, expression: RegExp, kind: Clause["kind"]) {
  for (const match of plain.matchAll(expression)) {
    const at = pieces.findIndex(({ from }) => from >= match.index);
    if (at < 2) continue;
    const after = pieces.findIndex(({ from }) => from >= match.index + match[0].length);
    if (after < 0) continue;
    return { at, kind, skip: Math.max(1, after - at) };
  }
  return null;
}

function isNewSentence(pieces: Piece[], at: number): boolean {
  const { text, to } = pieces[at]!;
  const next = pieces[at + 1];
  if (!next || next.kind === "sign") return false;
  return (
    text === ";" || (text === "." && next.from > to && /^\p{Lu}/u.test(next.typed) && pieces[at - 1]!.text.length > 2)
  );
}

/** "…, write the guide", "… and reach 200 plugins": after a deed, a second one. "Design and ship it" is one. */
function isSecondDeed({ pieces, language }: Reading, at: number, end: number, imperative: boolean): boolean {
  const here = pieces[at]!;
  if (!imperative || at < 2 || !(here.classes & IS.and || here.text === "," || here.text === "/")) return false;
  const next = pieces[at + 1];
  if (here.text === "," && next && next.classes & IS.change && next.form & FORMS.ing && at + 2 < end) return true;
  const beyond = pieces[at + 2];
  const tense = pieces[firstWord(pieces, 0, end)]!.form & FORMS.base ? FORMS.base : FORMS.past;
  if (!next || !beyond || at + 2 >= end || !isVerb(next) || !(next.form & tense)) return false;
  const sharesObject = pieces
    .slice(0, at)
    .every(
      (piece, index) =>
        (piece.classes & VERB && !isObject(pieces, index)) ||
        piece.classes & (IS.fillers | IS.and) ||
        piece.kind === "sign",
    );
  if (sharesObject) return false;
  if (language === "de") return false;
  return (
    !(next.classes & NOUN) ||
    Boolean(beyond.classes & (IS.articles | IS.level | IS.numbers) || beyond.kind === "number") ||
    isDeedAfterFigure(pieces, at, end)
  );
}

/** "… to €5M and launch in Spain": behind a figure a deed may begin with a noun's word; "10 sales and support staff". */
function isDeedAfterFigure(pieces: Piece[], at: number, end: number): boolean {
  if (!(pieces[at]!.classes & IS.and) || !pieces.slice(0, at).some(({ kind }) => kind === "number")) return false;
  const [size, last] = [pieces[at - 2]!, pieces[at - 1]!];
  const unit = last.kind === "sign" || Boolean(last.classes & IS.time) || last.text.length < 3;
  const ends = last.kind === "number" || (size.kind === "number" && unit);
  return (ends || Boolean(pieces[at + 2]!.classes & IS.links)) && isImperative(pieces.slice(at + 1, end), 0);
}

/** "Portal einführen und 500 Anmeldungen gewinnen": in German the deeds stand last; "planen und durchführen" is one. */
function isSecondGermanDeed(pieces: Piece[], at: number, end: number): boolean {
  if (!(pieces[at]!.classes & IS.and || pieces[at]!.text === ",")) return false;
  const isInfinitive = (piece: Piece) => isVerb(piece) && /^\p{Ll}.*n$/u.test(piece.typed);
  const next = pieces.findIndex((piece, index) => index > at && index < end && isInfinitive(piece));
  return at > 1 && isInfinitive(pieces[at - 1]!) && next > at + 1;
}

/** "… to increase orders and decrease returns", "to increase / decrease": still what the work is for. */
function isSecondAim(pieces: Piece[], at: number, purpose = Number.POSITIVE_INFINITY): boolean {
  const verb = pieces[at + 1]!;
  return at > purpose && pieces[at]!.text !== "," && Boolean(verb.classes & IS.change) && !(verb.classes & IS.work);
}

/** A verb's form as a thing: "the model", "start running". */
function isObject(pieces: Piece[], at: number): boolean {
  const before = pieces[at - 1];
  return Boolean(before && (before.classes & IS.articles || (isVerb(before) && pieces[at]!.form & FORMS.ing)));
}

/** "import errors below 1%, and app rating 4.8": either side with a figure, or the second one a measure. */
function isSecondMeasure(pieces: Piece[], at: number, end: number, figures: Figures): boolean {
  const here = pieces[at]!;
  const dash = /^[–—-]$/u.test(here.text) && here.from > (pieces[at - 1]?.to ?? 0) && at > 2;
  if (!(here.classes & IS.and || here.text === "," || dash) || /^[&/]$/u.test(here.text)) return false;
  const right = figures.all.filter((figure) => pieces[figure.at] && figure.at > at && figure.at < end);
  if (right.length === 0 || figures.all.some(({ at: start, end: stop }) => at >= start && at < stop)) return false;
  const names = pieces.slice(at + 1, right[0]!.at);
  if (
    names.length === 0 ||
    names.length > 8 ||
    /^(?:on|in)$/u.test(names[0]!.text) ||
    names.some(({ classes, text }) => classes & IS.and || text === "," || text === "(")
  )
    return false;
  const left = pieces.slice(0, at);
  const measured = figures.all.some((figure) => figure.end <= at);
  const named = names.some(({ classes }) => classes & (IS.metric | IS.result));
  const done = left.some(({ classes }, index) => classes & IS.work && (index === 0 || !(classes & NOUN)));
  return named && (measured || done) && (names.length > 1 || Boolean(names[0]!.classes & IS.metric));
}

/** "a plan to reach a million", "Study of a second plant": what is written about is no part of the writing. */
function aboutIn(pieces: Piece[], end: number) {
  const asks = INQUIRE.test(pieces[firstWord(pieces, 0, end)]?.text ?? "");
  const at = pieces.findIndex(
    ({ text }, index) =>
      index > 0 &&
      index < end - 1 &&
      ((ABOUT.test(text) && PAPERS.test(pieces[index - 1]!.text)) || (asks && ASKED.test(text))),
  );
  if (
    at < 1 ||
    pieces.slice(0, at).some(({ classes, form, kind }) => kind === "number" || (classes & VERB && form & 4))
  )
    return null;
  return { at, kind: "about" as const, skip: 1 };
}

/** Work that ends with knowing. */
export const INQUIRE =
  /^(?:identify|know|determine|measure|track|analyse|analyze|understand|evaluate|compare|explore|define|baseline|assess|learn|discover|investigate|research|survey|find|estimate|model|test|validate|benchmark|map|study|establish)$/u;
const ASKED = /^(?:how|why|which|whether|what|who|when|where)$/u;
const PAPERS =
  /^(?:plans?|strategy|strategies|roadmaps?|proposals?|stud(?:y|ies)|analys[ei]s|papers?|case|concepts?|blueprints?|options|recommendations?|ideas|drafts?|playbook|forecast|vision|konzept|studie|plan|analyse|estrategia|propuesta|stratégie|étude|proposta|estratégia)$/u;
const ABOUT = /^(?:to|for|of|on|how|about|that|which|zur|zum|für|para|pour|de)$/u;

/** "to reduce …", after something to do; "able to", "easy to" and "from 5 to 8" are none. */
function purposeIn({ pieces, lexicon, plain }: Reading, end: number) {
  for (const match of plain.matchAll(lexicon.purpose)) {
    const at = pieces.findIndex(({ from }) => from >= match.index);
    const after = pieces.findIndex(({ from }) => from >= match.index + match[0].length);
    if (at < 2 || after < 0 || after >= end) continue;
    const verb = pieces[after]!;
    const before = pieces[at - 1]!;
    const aim = verb.classes & (IS.change | IS.reach | IS.gain | IS.behave | IS.serve);
    const form = /^(?:that|which)$/u.test(match[0]) ? FORMS.third : FORMS.base;
    if (!aim || !(verb.form & form) || before.classes & (IS.can | IS.quality) || before.kind === "number") continue;
    if (verb.classes & NOUN && !(verb.classes & (IS.change | IS.reach))) continue;
    return { at, kind: "purpose" as const, skip: after - at };
  }
  return null;
}

const isVerb = (piece: Piece | undefined) => piece !== undefined && Boolean(piece.classes & VERB);
