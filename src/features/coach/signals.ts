/**
 * What of a clause speaks for an outcome or an output. A signal is a name that the model weighs (model.ts) and the
 * words in which it was seen.
 */
import type { Clause } from "./clauses.ts";
import { firstWord } from "./clauses.ts";
import type { Figure, Figures } from "./figures.ts";
import { FORMS } from "./languages/inflections.ts";
import { IS, NOUN, nounClasses, VERB, verbClasses } from "./lexicon.ts";
import type { Piece } from "./reading.ts";

export type Signals = Map<string, Piece[]>;

/** The signals of a clause with the figures that stand in it. */
export function signalsOf(clause: Clause, figures: Figures, language: string): Signals {
  const signals: Signals = new Map();
  const note = (name: string, ...seen: (Piece | undefined)[]) => {
    signals.set(name, [...(signals.get(name) ?? []), ...seen.filter((piece) => piece !== undefined)]);
  };
  const { pieces } = clause;
  const mine = figures.all.filter(({ from }) => from >= clause.from && from < clause.to);
  const shape = shapeOf(pieces, language);
  note(`head:${shape.kind}`);
  if (shape.verb) for (const name of verbClasses) if (shape.verb.classes & IS[name]) note(`verb:${name}`, shape.verb);
  nounsOf(shape.object, "object", note);
  nounsOf(shape.subject, "subject", note);
  for (const verb of shape.predicates.slice(0, 3)) {
    const tense = verb.form & FORMS.past ? "past" : "now";
    for (const name of verbClasses) if (verb.classes & IS[name]) note(`predicate:${name}:${tense}`, verb);
  }
  figureSignals(mine, clause, figures, note);
  wordSignals(pieces, shape, note);
  together(signals, shape, note);
  return signals;
}

type Note = (name: string, ...seen: (Piece | undefined)[]) => void;

interface Shape {
  /** imperative: "Ship it"; gerund: "Shipping it"; figure: "12 posts"; noun: "Posts published". */
  kind: "imperative" | "gerund" | "figure" | "noun" | "empty";
  verb: Piece | undefined;
  /** The last word of the noun group after the verb. */
  object: Piece | undefined;
  /** The last word of the noun group before the predicate. */
  subject: Piece | undefined;
  /** Verbs that are said of the subject. */
  predicates: Piece[];
}

export function shapeOf(pieces: Piece[], language: string): Shape {
  const start = afterLabel(pieces);
  const at = firstWord(pieces, start, pieces.length);
  const first = pieces[at];
  const none = { verb: undefined, object: undefined, subject: undefined, predicates: [] };
  if (!first) return { kind: "empty", ...none };
  if (language === "de" && !(first.classes & VERB && first.form & FORMS.base && !/^\p{Lu}/u.test(first.typed))) {
    const infinitive = pieces.findLastIndex((piece) => Boolean(piece.classes & VERB && piece.form & FORMS.base && /^\p{Ll}/u.test(piece.typed)));
    if (infinitive > at) {
      return { kind: "imperative", ...none, verb: pieces[infinitive], object: groupEnd(pieces, at, infinitive) };
    }
  }
  if (isImperative(pieces, at)) {
    return { kind: "imperative", ...none, verb: first, object: groupEnd(pieces, at + 1, pieces.length), predicates: later(pieces, at + 2) };
  }
  if (first.form & FORMS.ing && first.classes & VERB && !(first.classes & NOUN) && first.classes & ~IS.serve) {
    return { kind: "gerund", ...none, verb: first, object: groupEnd(pieces, at + 1, pieces.length) };
  }
  const kind = first.kind === "number" || first.classes & IS.numbers ? "figure" : "noun";
  const subject = groupEnd(pieces, at, pieces.length);
  const from = subject ? pieces.indexOf(subject) + 1 : at + 1;
  return { kind, ...none, subject, predicates: later(pieces, Math.max(from, at + 1)) };
}

/** "KR: users come back", "Update - the client updates": what stands after a short label, unless it is its figure. */
function afterLabel(pieces: Piece[]): number {
  for (let at = 1; at < Math.min(pieces.length - 2, 6); at++) {
    const { text, from, to } = pieces[at]!;
    const next = pieces[at + 1]!;
    const apart = text === ":" || (/^[-–—|]$/u.test(text) && from > pieces[at - 1]!.to && next.from > to);
    if (apart) return next.kind === "word" && pieces.length - at > 3 && !(next.classes & IS.level) ? at + 1 : 0;
  }
  return 0;
}

/** A base form at the start is a deed, unless it is a noun too and the rest reads as if it were one. */
export function isImperative(pieces: Piece[], at: number): boolean {
  const here = pieces[at];
  const next = pieces[at + 1];
  if (!here || !(here.classes & VERB) || !(here.form & FORMS.base)) return false;
  if (!(here.classes & NOUN)) return true;
  if (!next || next.kind === "sign" || next.classes & IS.links) return false;
  if (next.classes & IS.articles || next.kind === "number" || next.classes & IS.numbers) return true;
  if (next.classes & IS.metric && !(here.classes & IS.change)) return false;
  if (next.classes & IS.level) return Boolean(here.classes & IS.change);
  const said = pieces.slice(at + 2).some((piece) => isFinite(piece) || Boolean(piece.classes & IS.level) || /^(?:is|are|[:<>≤≥→]|->|=>|>=|<=)$/u.test(piece.text));
  return !(said && next.classes & NOUN);
}

const isFinite = (piece: Piece) => Boolean(piece.classes & VERB && piece.form & (FORMS.third | FORMS.past) && !(piece.classes & NOUN));

/** Verbs after the subject; a base form only after a word that can have one (users send, can send). */
function later(pieces: Piece[], start: number): Piece[] {
  return pieces.slice(start).filter((piece, index) => {
    if (!(piece.classes & VERB)) return false;
    const before = pieces[start + index - 1];
    if (before && (before.classes & IS.articles || before.kind === "number")) return false;
    if (piece.form & (FORMS.third | FORMS.past)) return !(piece.classes & NOUN && before && before.classes & IS.links && before.text !== "that" && before.text !== "who");
    if (!(piece.form & FORMS.base)) return false;
    return Boolean(before && (before.classes & (IS.others | IS.ours | IS.can | IS.result | IS.metric) || /^(?:will|who|that|not|to|they|we|a|can|always)$/u.test(before.text)) && !(piece.classes & NOUN && before.classes & NOUN));
  });
}

/** The last word of the noun group that begins at `start`: "new billing system" of "new billing system to all". */
function groupEnd(pieces: Piece[], start: number, end: number): Piece | undefined {
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
    if (!last && piece.classes & (IS.articles | IS.links | IS.all | IS.level | IS.numbers | IS.ratio | IS.fillers) && !(piece.classes & NOUN)) continue;
    if (last && piece.classes & (IS.links | IS.and | IS.level) && !(piece.classes & NOUN)) break;
    if (last && piece.classes & IS.and) break;
    if (last && isFinite(piece)) break;
    last = piece;
  }
  return last;
}

function nounsOf(piece: Piece | undefined, role: string, note: Note) {
  if (!piece) return note(`${role}:none`);
  const named = nounClasses.filter((name) => piece.classes & IS[name]);
  if (named.length === 0) note(`${role}:unknown`, piece);
  for (const name of named) note(`${role}:${name}`, piece);
}

function figureSignals(mine: Figure[], clause: Clause, figures: Figures, note: Note) {
  const { pieces } = clause;
  const own = (piece: Piece | null) => piece !== null && piece.from >= clause.from && piece.from < clause.to;
  if (mine.length === 0) note(own(figures.ratio) ? "figure:ratio" : "figure:none", own(figures.ratio) ? figures.ratio! : undefined);
  for (const figure of mine) {
    const first = pieces.findIndex(({ from }) => from >= figure.from);
    const seen = pieces.filter(({ from }) => from >= figure.from && from < figure.to);
    note(`figure:${figure.unit}`, ...seen);
    if (figure.limited) note("figure:limited", ...seen);
    if (figure.role === "start") note("figure:start", ...seen);
    if (figure.unit === "%" && Number(figure.value) === 100) note("figure:100%", ...seen);
    if (figure.unit === "time") {
      const before = pieces[first - 1];
      if (before && (before.classes & IS.within || before.text === "<")) note("figure:within", before, ...seen);
    }
    if (figure.unit === "count") {
      const counted = groupEnd(pieces, first + seen.length, pieces.length);
      nounsOf(counted, "counted", note);
    }
  }
}

function wordSignals(pieces: Piece[], shape: Shape, note: Note) {
  for (const piece of pieces) {
    for (const name of nounClasses) if (piece.classes & IS[name]) note(`any:${name}`, piece);
    for (const name of ["done", "level", "quality", "all", "can"] as const) if (piece.classes & IS[name]) note(`word:${name}`, piece);
    if (/^(?:without|no|not|zero|ohne|sin|sans|sem)$/u.test(piece.text)) note("word:without", piece);
    if (/^(?:[<>≤≥]|>=|<=)$/u.test(piece.text)) note("figure:limited", piece);
  }
  if (pieces.filter(({ kind }) => kind === "word").length <= 3) note("short");
  if (pieces[0] && shape.kind === "noun" && pieces[0].form === FORMS.past) note("head:participle", pieces[0]);
}

/** Signals that mean something else together than each alone. */
function together(signals: Signals, shape: Shape, note: Note) {
  const has = (name: string) => signals.has(name);
  const seen = (name: string) => signals.get(name) ?? [];
  const measured = has("figure:%") || has("figure:time") || has("figure:money") || has("figure:points") || has("figure:start") || has("figure:ratio") || has("figure:times");
  const deed = has("verb:work") || has("predicate:work:past");
  if (deed && measured) note("deed+measure", shape.verb);
  if (deed && !measured) note("deed", shape.verb ?? seen("predicate:work:past")[0]);
  if (has("verb:serve") && (has("figure:%") || has("figure:within"))) note("serve+level", shape.verb);
  const moves = has("verb:change") || has("verb:reach") || has("predicate:change:now") || has("predicate:change:past");
  if (moves && (measured || has("figure:count"))) note("moves+figure", shape.verb);
  if (moves && has("figure:none")) note("moves+nothing", shape.verb);
  const made = ["counted", "object", "subject"].some((role) => (has(`${role}:activity`) || has(`${role}:artefact`)) && !has(`${role}:metric`) && !has(`${role}:result`));
  if (made && !measured) note("made", ...seen("object:artefact"), ...seen("object:activity"), ...seen("counted:activity"), ...seen("counted:artefact"), ...seen("subject:artefact"));
  if (made && measured) note("made+measure");
  const ours = has("any:ours") && !has("any:metric");
  const wholly = has("figure:100%") || has("word:all");
  const did = has("predicate:work:past") || has("predicate:serve:past") || has("predicate:behave:past") || has("predicate:work:now") || has("predicate:light:now");
  if (wholly && has("any:ours") && !has("any:others")) note("all-ours", ...seen("figure:100%"), ...seen("word:all"), ...seen("any:ours"));
  if (wholly && did) note("all-did", ...seen("figure:100%"), ...seen("word:all"));
  if (ours && has("figure:%") && (has("predicate:work:past") || has("predicate:behave:past"))) note("ours-did", ...seen("any:ours"));
  if (has("any:others") && (has("predicate:behave:now") || has("predicate:gain:now"))) note("others-do", ...seen("any:others"), ...seen("predicate:behave:now"));
  if (has("word:done") && !measured) note("finished", ...seen("word:done"));
  if (has("subject:metric") && (measured || has("figure:count"))) note("metric+figure", ...seen("subject:metric"));
  if (has("head:noun") && has("figure:none") && !has("any:metric") && shape.predicates.length === 0) note("fragment", shape.subject);
  if (has("verb:gain") && (has("object:result") || has("object:others") || has("figure:money"))) note("won", shape.verb);
}
