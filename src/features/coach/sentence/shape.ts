import { FORMS } from "../languages/inflections.ts";
import { IS, NOUN, VERB } from "../languages/lexicon.ts";
import type { Piece } from "./reading.ts";
import { isPredicate, isSaidOfMany, later } from "./said.ts";
import { deedTold, stateAssured } from "./told.ts";

/** How a clause is built: what is said of whom, or what is to be done to what. */
export interface Shape {
  /** imperative: "Ship it"; gerund: "Shipping it"; figure: "12 posts"; noun: "Posts published". */
  kind: "imperative" | "gerund" | "figure" | "noun" | "empty";
  pieces: Piece[];
  /** What is to be done: one verb, or several with one object ("add and retain 5 members"). */
  verbs: Piece[];
  /** The last word of the noun group after the verb. */
  object: Piece | undefined;
  /** The last word of the noun group before the predicate. */
  subject: Piece | undefined;
  /** Verbs that are said of the subject. */
  predicates: Piece[];
}

export function shapeOf(pieces: Piece[], language: string): Shape {
  const start = firstWord(pieces, Math.max(afterLabel(pieces), afterWhen(pieces)), pieces.length);
  const deed = deedTold(pieces, start);
  const at = deed ?? (isAssured(pieces, start) ? stateAssured(pieces, start) : start);
  const first = pieces[at];
  const none = { pieces, verbs: [], object: undefined, subject: undefined, predicates: [] };
  if (!first) return { kind: "empty", ...none };
  if (language === "de" && !(first.classes & VERB && first.form & FORMS.base && !/^\p{Lu}/u.test(first.typed))) {
    const infinitive = pieces.findLastIndex((piece) =>
      Boolean(piece.classes & VERB && piece.form & FORMS.base && /^\p{Ll}/u.test(piece.typed)),
    );
    if (infinitive > at) {
      return { kind: "imperative", ...none, verbs: [pieces[infinitive]!], object: groupEnd(pieces, at, infinitive) };
    }
  }
  if (deed !== null || isImperative(pieces, at) || isReported(pieces, at)) {
    const verbs = deedsFrom(pieces, at);
    const after = pieces.indexOf(verbs.at(-1)!) + 1;
    return {
      kind: "imperative",
      ...none,
      verbs,
      object: groupHead(pieces, after, language),
      predicates: later(pieces, after + 1),
    };
  }
  const moves = pieces.some(
    (piece, index) => index > at && Boolean(piece.classes & IS.change) && isPredicate(pieces, index),
  );
  if (first.form & FORMS.ing && first.classes & VERB && !(first.classes & NOUN) && !moves) {
    return { kind: "gerund", ...none, verbs: [first], object: groupEnd(pieces, at + 1, pieces.length) };
  }
  const kind = first.kind === "number" || first.classes & IS.numbers ? "figure" : "noun";
  const subject = groupEnd(pieces, at, pieces.length);
  const from = subject ? pieces.indexOf(subject) + 1 : at + 1;
  return { kind, ...none, subject, predicates: later(pieces, Math.max(from, at + 1)) };
}

/** "Ensure that backups run": a sentence follows; "Ensure compliance": a thing. */
function isAssured(pieces: Piece[], start: number): boolean {
  const from = stateAssured(pieces, start);
  const said = pieces.slice(from + 1).some(({ text }) => /^(?:is|are|has|have|gets?|can)$/u.test(text));
  return from > start && from < pieces.length && (said || later(pieces, from + 1).length > 0);
}

/** The first piece that is neither a sign nor read over. */
export function firstWord(pieces: Piece[], start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const { kind, classes } = pieces[at]!;
    if (kind === "number" || (kind === "word" && !(classes & IS.fillers && !(classes & (NOUN | VERB))))) return at;
  }
  return start;
}

/** "By February we have …", "Twice a year, hold …": what is said stands after when it is said for. */
export function afterWhen(pieces: Piece[]): number {
  if (!WHEN.test(pieces[0]?.text ?? "")) return 0;
  const end = pieces.findIndex(({ text }, at) => at > 0 && at < 8 && (text === "," || /^(?:we|i)$/u.test(text)));
  if (end < 2) return 0;
  const phrase = pieces.slice(1, end);
  const isWhen = phrase.every(
    ({ kind, text, classes }) =>
      kind === "number" || classes & (IS.time | IS.articles | IS.numbers | IS.links) || MOMENT.test(text),
  );
  return isWhen ? end + (pieces[end]!.text === "," ? 1 : 0) : 0;
}

const WHEN = /^(?:by|in|until|before|during|within|from|once|twice|each|every|throughout|starting)$/u;
const MOMENT =
  /^(?:q[1-4]|h[12]|fy\d*|january|february|march|april|may|june|july|august|september|october|november|december|end|start|middle|mid|season|cycle|half|spring|summer|autumn|fall|winter|eoy|eoq|next|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday|sprint|term|semester)$/u;

/** "KR: users come back", "Update - the client updates": what stands after a short label, unless it is its figure. */
export function afterLabel(pieces: Piece[]): number {
  for (let at = 1; at < Math.min(pieces.length - 2, 6); at++) {
    const { text, from, to } = pieces[at]!;
    const next = pieces[at + 1]!;
    const apart = text === ":" || (/^[-–—|]$/u.test(text) && from > pieces[at - 1]!.to && next.from > to);
    if (apart) return next.kind === "word" && pieces.length - at > 3 && !(next.classes & IS.level) ? at + 1 : 0;
  }
  return 0;
}

/** "Design, build and ship it": the verbs at the start that share an object. */
function deedsFrom(pieces: Piece[], start: number): Piece[] {
  const verbs = [pieces[start]!];
  for (let at = start + 1; at + 1 < pieces.length; at += 2) {
    const next = pieces[at + 1]!;
    const joined = pieces[at]!.classes & IS.and || /^[,/]$/u.test(pieces[at]!.text);
    if (!joined || !(next.classes & VERB) || !(next.form & FORMS.base)) break;
    verbs.push(next);
  }
  return verbs;
}

/** A base form at the start is a deed, unless it is a noun too and the rest reads as if it were one. */
export function isImperative(pieces: Piece[], at: number): boolean {
  const here = pieces[at];
  const next = pieces[at + 1];
  if (!here || !(here.classes & VERB) || !(here.form & FORMS.base)) return false;
  if (pieces[at - 1] && pieces[at - 1]!.classes & IS.articles) return false;
  if (!(here.classes & NOUN)) return !(next && next.text === ":");
  if (!next || isCompound(pieces, at)) return false;
  if (isHowMany(pieces, at + 1)) return Boolean(here.classes & (IS.work | IS.gain));
  if (next.kind === "sign") return false;
  if (next.classes & IS.links)
    return (
      (WITH.test(next.text) || (next.text === "on" && Boolean(here.classes & IS.work))) && !(here.classes & IS.metric)
    );
  if (next.classes & IS.articles || next.kind === "number" || next.classes & IS.numbers) return true;
  if (next.classes & IS.level) return Boolean(here.classes & IS.change);
  if (isPredicate(pieces, at + 1)) return false;
  if (
    /^(?:measure|track|baseline|monitor|document|outline|draft|prototype)$/u.test(here.text) &&
    next.text !== "record"
  )
    return true;
  if (here.classes & IS.quality && next.classes & NOUN) return false;
  const rest = pieces.slice(at + 1);
  const said = rest.some(
    (piece, index) => isPredicate(pieces, at + 1 + index) || Boolean(piece.classes & IS.level) || SAID.test(piece.text),
  );
  if (said && next.classes & NOUN) return false;
  const group = groupEnd(pieces, at + 1, pieces.length);
  return !(group && group.classes & IS.metric && !(here.classes & IS.change));
}

/** "Setup tickets per clinic", "Release days that go wrong": two nouns, then what they are counted by. */
function isCompound(pieces: Piece[], at: number): boolean {
  const second = pieces[at + 1]!;
  if (second.kind !== "word" || second.classes & (IS.links | IS.articles | IS.all | IS.numbers)) return false;
  const beyond = pieces.slice(at + 2, at + 4).find(({ text }) => /^(?:per|that|which|who)$/u.test(text));
  return Boolean(beyond && (beyond.text === "per" || second.classes & IS.time) && second.text.endsWith("s"));
}

/** "Migrated 14 services", "Cut waste by 5 %": a deed told as done; "Qualified leads" and "Reduced mode" are things. */
function isReported(pieces: Piece[], at: number): boolean {
  const [here, next] = [pieces[at]!, pieces[at + 1]];
  if (!(here.classes & VERB) || !(here.form & FORMS.past) || here.classes & IS.links || !next) return false;
  if (next.classes & (IS.articles | IS.all | IS.numbers) || next.kind === "number" || isHowMany(pieces, at + 1))
    return true;
  const more = here.classes & (IS.change | IS.gain | IS.reach) && !(here.classes & IS.work);
  return Boolean(more && next.kind === "word" && pieces.slice(at + 1).some(({ kind }) => kind === "number"));
}

/** "at least 2", "+1", "up to 5", "or assign an owner". */
function isHowMany(pieces: Piece[], at: number): boolean {
  const [here, next] = [pieces[at]!, pieces[at + 1]];
  if (here.text === "+" || here.text === "~") return next?.kind === "number";
  if (here.text === "or") return Boolean(next && next.classes & VERB && next.form & FORMS.base);
  return here.text === "at" && /^(?:least|most)$/u.test(next?.text ?? "");
}

/** "Partner with", "Launch in"; but "Review of", "Traffic from". */
const WITH = /^(?:with|into|in)$/u;
const SAID = /^(?:is|are|was|were|has|have|[:<>≤≥→]|->|=>|>=|<=)$/u;

/** The last word of the noun group that begins at `start`: "new billing system" of "new billing system to all". */
export function groupEnd(pieces: Piece[], start: number, end: number): Piece | undefined {
  let last: Piece | undefined;
  for (let at = start; at < end; at++) {
    const piece = pieces[at]!;
    if (piece.kind === "number") {
      if (last) break;
      continue;
    }
    if (piece.kind === "sign") {
      if (!last && /^[%<>≤≥(+~"“'€$£*]$/u.test(piece.text)) continue;
      if (last && /^[/"”'-]$/u.test(piece.text)) continue;
      break;
    }
    if (
      !last &&
      piece.classes & (IS.articles | IS.links | IS.all | IS.level | IS.numbers | IS.ratio | IS.fillers) &&
      !(piece.classes & NOUN)
    )
      continue;
    if (last && COUNTER.test(last.text) && /^(?:of|de|der|von|do|da|total|active|new)$/u.test(piece.text)) {
      last = undefined;
      continue;
    }
    if (last && piece.classes & (IS.links | IS.and | IS.level) && !(piece.classes & NOUN)) break;
    if (last && piece.classes & IS.and) break;
    if (last && (isPredicate(pieces, at) || isSaidOfMany(pieces, at))) break;
    last = piece;
  }
  return last;
}

/** Spanish, French and Portuguese put the noun first: "descargas mensuales" are downloads. */
export function groupHead(pieces: Piece[], start: number, language: string): Piece | undefined {
  const last = groupEnd(pieces, start, pieces.length);
  if (!last || last.classes & NOUN || !/^(?:es|fr|pt)$/u.test(language)) return last;
  return pieces.slice(start, pieces.indexOf(last)).findLast(({ classes }) => classes & NOUN) ?? last;
}

/** "the number of blog posts" is about blog posts, "pages per session" about neither: it is a rate. */
const COUNTER = /^(?:number|count|amount|quantity|volume|total|zahl|anzahl|número|nombre|#)$/u;
