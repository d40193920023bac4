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
  const label = afterLabel(pieces) > 0 ? pieces.slice(0, afterLabel(pieces)).filter(({ kind }) => kind === "word") : [];
  const named = label.at(-1);
  if (named && (named.classes & (IS.activity | IS.artefact) || named.form & FORMS.ing)) note("label:work", named);
  else if (named && named.classes & (IS.metric | IS.result | IS.others)) note("label:measure", named);
  const first = pieces[firstWord(pieces, 0, pieces.length)];
  if (first && first.classes & (IS.quality | IS.level) && shape.kind === "noun") note("head:praise", first);
  for (const verb of shape.verbs)
    for (const name of verbClasses) if (verb.classes & IS[name]) note(`verb:${name}`, verb);
  nounsOf(shape.object, "object", note);
  nounsOf(shape.subject, "subject", note);
  for (const verb of shape.predicates.slice(0, 3)) {
    const tense = verb.form & FORMS.past ? "past" : "now";
    for (const name of verbClasses) if (verb.classes & IS[name]) note(`predicate:${name}:${tense}`, verb);
  }
  figureSignals(mine, clause, figures, shape, note);
  wordSignals(pieces, shape, note);
  together(signals, shape, note);
  byFigure(signals, note);
  return signals;
}

type Note = (name: string, ...seen: (Piece | undefined)[]) => void;

interface Shape {
  /** imperative: "Ship it"; gerund: "Shipping it"; figure: "12 posts"; noun: "Posts published". */
  kind: "imperative" | "gerund" | "figure" | "noun" | "empty";
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
  const start = afterLabel(pieces);
  const at = firstWord(pieces, start, pieces.length);
  const first = pieces[at];
  const none = { verbs: [], object: undefined, subject: undefined, predicates: [] };
  if (!first) return { kind: "empty", ...none };
  if (language === "de" && !(first.classes & VERB && first.form & FORMS.base && !/^\p{Lu}/u.test(first.typed))) {
    const infinitive = pieces.findLastIndex((piece) =>
      Boolean(piece.classes & VERB && piece.form & FORMS.base && /^\p{Ll}/u.test(piece.typed)),
    );
    if (infinitive > at) {
      return { kind: "imperative", ...none, verbs: [pieces[infinitive]!], object: groupEnd(pieces, at, infinitive) };
    }
  }
  if (isImperative(pieces, at)) {
    const verbs = deedsFrom(pieces, at);
    const after = pieces.indexOf(verbs.at(-1)!) + 1;
    return {
      kind: "imperative",
      ...none,
      verbs,
      object: groupEnd(pieces, after, pieces.length),
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
  if (!next || next.kind === "sign") return false;
  if (next.classes & IS.links) return WITH.test(next.text) && !(here.classes & IS.metric);
  if (next.classes & IS.articles || next.kind === "number" || next.classes & IS.numbers) return true;
  if (next.classes & IS.level) return Boolean(here.classes & IS.change);
  if (isPredicate(pieces, at + 1)) return false;
  if (here.classes & IS.quality && next.classes & NOUN) return false;
  const rest = pieces.slice(at + 1);
  const said = rest.some(
    (piece, index) => isPredicate(pieces, at + 1 + index) || Boolean(piece.classes & IS.level) || SAID.test(piece.text),
  );
  if (said && next.classes & NOUN) return false;
  const group = groupEnd(pieces, at + 1, pieces.length);
  const measured = said || rest.some(({ kind }) => kind === "number");
  return !(measured && group && group.classes & IS.metric && !(here.classes & IS.change));
}

/** "Partner with", "Launch in"; but "Review of", "Traffic from". */
const WITH = /^(?:with|into|in)$/u;
const SAID = /^(?:is|are|was|were|has|have|[:<>≤≥→]|->|=>|>=|<=)$/u;

/** A verb that is said of what stands before it, rather than a noun ("issues") or an attribute ("qualified leads"). */
function isPredicate(pieces: Piece[], at: number): boolean {
  const { classes, form } = pieces[at]!;
  if (!(classes & VERB) || !(form & (FORMS.third | FORMS.past))) return false;
  const next = pieces[at + 1];
  const attribute =
    next !== undefined &&
    next.kind === "word" &&
    !(next.classes & (IS.links | IS.articles | IS.level | IS.numbers | IS.and | IS.fillers));
  if (form & FORMS.past && !(form & FORMS.third))
    return !attribute || (Boolean(classes & NOUN) === false && !(next!.classes & NOUN));
  if (!(classes & NOUN)) return true;
  return (
    Boolean(classes & (IS.change | IS.reach)) || Boolean(next && (next.classes & IS.articles || next.kind === "number"))
  );
}

/** Verbs after the subject; a base form only after a word that can have one (users send, can send). */
function later(pieces: Piece[], start: number): Piece[] {
  return pieces.slice(start).filter((piece, index) => {
    const at = start + index;
    const before = pieces[at - 1];
    if (!(piece.classes & VERB) || !before || before.classes & IS.articles || before.kind === "number") return false;
    if (isPredicate(pieces, at))
      return !(
        before.classes & IS.links &&
        !/^(?:that|who|which|is|are|was|were|be|been|being|has|have|had)$/u.test(before.text)
      );
    return isSaidOfMany(pieces, at) || (Boolean(piece.form & FORMS.base) && MODAL.test(before.text));
  });
}

const MODAL =
  /^(?:will|who|that|not|to|they|we|can|always|never|still|also|quickly|easily|could|may|puede|pueden|kann|können|peut|peuvent|pode|podem)$/u;

/** "customers launch 50 campaigns": a base form after a plural, before what it is done to. */
function isSaidOfMany(pieces: Piece[], at: number): boolean {
  const here = pieces[at]!;
  const before = pieces[at - 1];
  const next = pieces[at + 1];
  if (!before || !(here.form & FORMS.base) || !(here.classes & VERB)) return false;
  const many =
    before.kind === "word" &&
    /(?:[^s]s|people|men|children|staff|team)$/u.test(before.text) &&
    Boolean(before.classes & NOUN);
  if (!many) return false;
  if (!(here.classes & NOUN)) return true;
  return Boolean(
    next &&
      (next.classes & (IS.articles | IS.numbers | IS.level) ||
        next.kind === "number" ||
        /^(?:to|in|within|at)$/u.test(next.text)),
  );
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

/** "the number of blog posts" is about blog posts. */
const COUNTER = /^(?:number|count|amount|quantity|volume|total|zahl|anzahl|número|nombre|#)$/u;

function nounsOf(piece: Piece | undefined, role: string, note: Note) {
  if (!piece) return note(`${role}:none`);
  const named = nounClasses.filter((name) => piece.classes & IS[name]);
  if (named.length === 0) note(`${role}:unknown`, piece);
  for (const name of named) note(`${role}:${name}`, piece);
}

function figureSignals(mine: Figure[], clause: Clause, figures: Figures, shape: Shape, note: Note) {
  const { pieces } = clause;
  const own = (piece: Piece | null) => piece !== null && piece.from >= clause.from && piece.from < clause.to;
  if (mine.length === 0)
    note(own(figures.ratio) ? "figure:ratio" : "figure:none", own(figures.ratio) ? figures.ratio! : undefined);
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
      const beside = pieces
        .slice(0, first)
        .findLastIndex(({ kind, classes }) => kind === "word" && !(classes & (IS.level | IS.articles | IS.quality)));
      const lead = pieces[beside];
      const aside =
        shape.kind === "imperative" &&
        lead &&
        /^(?:with|at|in|to|for|on|across|from|mit|in|an|für|con|en|a|para|avec|dans|à|com|em)$/u.test(lead.text);
      nounsOf(counted, aside ? "beside" : "counted", note);
    }
  }
}

function wordSignals(pieces: Piece[], shape: Shape, note: Note) {
  for (const piece of pieces) {
    for (const name of nounClasses) if (piece.classes & IS[name]) note(`any:${name}`, piece);
    for (const name of ["done", "level", "quality", "all", "can"] as const)
      if (piece.classes & IS[name]) note(`word:${name}`, piece);
    if (/^(?:without|no|not|zero|ohne|sin|sans|sem)$/u.test(piece.text)) note("word:without", piece);
    if (/^(?:[<>≤≥]|>=|<=)$/u.test(piece.text)) note("figure:limited", piece);
    if (/^(?:than|als|que)$/u.test(piece.text) && pieces.some(({ classes }) => classes & (IS.level | IS.quality)))
      note("word:than", piece);
  }
  for (const [at, piece] of pieces.entries()) {
    if (!/^(?:by|von|por|par)$/u.test(piece.text)) continue;
    const who = pieces.slice(at + 1, at + 4).find(({ classes }) => classes & (IS.others | IS.ours));
    if (who && who.classes & IS.others) note("by-others", who);
  }
  if (pieces.filter(({ kind }) => kind === "word").length <= 3) note("short");
  if (pieces[0] && shape.kind === "noun" && pieces[0].form === FORMS.past) note("head:participle", pieces[0]);
}

/** Signals that mean something else together than each alone. */
function together(signals: Signals, shape: Shape, note: Note) {
  const has = (name: string) => signals.has(name);
  const seen = (name: string) => signals.get(name) ?? [];
  const measured = MEASURES.some(has);
  const deed = has("verb:work") || (has("verb:behave") && !has("verb:gain"));
  const done = has("predicate:work:past");
  if (deed) note(measured ? "deed+measure" : has("figure:count") ? "deed+count" : "deed", shape.verbs[0]);
  if (done)
    note(measured ? "done+measure" : has("figure:count") ? "done+count" : "done", ...seen("predicate:work:past"));
  if (has("verb:serve") && (has("figure:%") || has("figure:within"))) note("serve+level", shape.verbs[0]);
  const moves = has("verb:change") || has("verb:reach") || has("predicate:change:now") || has("predicate:change:past");
  if (moves && (measured || has("figure:count"))) note("moves+figure", shape.verbs[0]);
  if (moves && has("figure:none")) note("moves+nothing", shape.verbs[0]);
  const made = ["counted", "object", "subject"].some(
    (role) => (has(`${role}:activity`) || has(`${role}:artefact`)) && !has(`${role}:metric`) && !has(`${role}:result`),
  );
  if (made && !measured)
    note(
      "made",
      ...seen("object:artefact"),
      ...seen("object:activity"),
      ...seen("counted:activity"),
      ...seen("counted:artefact"),
      ...seen("subject:artefact"),
    );
  if (made && measured) note("made+measure");
  const theirs = has("any:result") || has("any:metric") || has("others-do") || has("by-others");
  const moved = ["change", "reach", "gain", "behave"].some(
    (name) => has(`predicate:${name}:now`) || has(`predicate:${name}:past`),
  );
  if (made && has("figure:count") && !measured && !theirs && !moved) note("made+count");
  const ours = has("any:ours") && !has("any:metric");
  const wholly = has("figure:100%") || has("word:all");
  const did = has("predicate:work:past") || has("predicate:work:now") || has("predicate:light:now");
  if (wholly && has("any:ours") && !has("any:others") && !has("any:metric"))
    note("all-ours", ...seen("figure:100%"), ...seen("word:all"), ...seen("any:ours"));
  if (wholly && did) note("all-did", ...seen("figure:100%"), ...seen("word:all"));
  if (ours && has("figure:%") && did) note("ours-did", ...seen("any:ours"));
  if (has("any:others") && (has("predicate:behave:now") || has("predicate:gain:now")))
    note("others-do", ...seen("any:others"), ...seen("predicate:behave:now"));
  if (has("by-others")) note("others-do", ...seen("by-others"));
  if (has("word:done") && !measured) note("finished", ...seen("word:done"));
  if (has("subject:metric") && (measured || has("figure:count"))) note("metric+figure", ...seen("subject:metric"));
  if (has("head:noun") && has("figure:none") && !has("any:metric") && shape.predicates.length === 0)
    note("fragment", shape.subject);
  const theirObject = ["object:result", "object:others", "figure:money", "figure:count"].some(has);
  if (has("verb:gain") && theirObject && !has("object:ours")) note("won", shape.verbs[0]);
  const counts = has("figure:count") || has("figure:ratio");
  const measuredThing = has("object:metric") || has("object:result") || has("object:others");
  if (
    has("verb:change") &&
    counts &&
    !measuredThing &&
    (has("object:activity") || has("object:artefact") || has("object:ours"))
  )
    note("more-of-ours", shape.object);
}

/** What is said or done counts differently with a level, with a count and with no figure at all. */
function byFigure(signals: Signals, note: Note) {
  const kind = MEASURES.some((name) => signals.has(name)) ? "level" : signals.has("figure:count") ? "count" : "none";
  for (const [name, seen] of [...signals]) if (ROLES.test(name)) note(`${name}/${kind}`, ...seen);
}

const MEASURES = [
  "figure:%",
  "figure:time",
  "figure:money",
  "figure:points",
  "figure:start",
  "figure:ratio",
  "figure:times",
];
const ROLES = /^(?:verb|predicate|object|subject|counted):/u;
