/**
 * What of a clause speaks for an outcome or an output. A signal is a name that the model weighs (model.ts) and the
 * words in which it was seen.
 */

import { FORMS } from "../languages/inflections.ts";
import { IS, nounClasses, verbClasses } from "../languages/lexicon.ts";
import type { Figure } from "../sentence/amounts.ts";
import type { Clause } from "../sentence/clauses.ts";
import type { Figures } from "../sentence/figures.ts";
import type { Piece } from "../sentence/reading.ts";
import { afterLabel, afterWhen, firstWord, groupEnd, groupHead, type Shape, shapeOf } from "../sentence/shape.ts";
import { phrasesOf, rateAt } from "./phrases.ts";
import { quantitiesOf } from "./quantities.ts";
import { sharesOf } from "./shares.ts";
import { byFigure, causes, deedsOf, together } from "./together.ts";
import { wishesOf } from "./wishes.ts";

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
  figureSignals(mine, clause, figures, shape, language, note);
  wordSignals(pieces, shape, note);
  sharesOf(pieces, shape, signals, note);
  if (language === "en") quantitiesOf(pieces, shape, signals, note);
  if (language === "en") phrasesOf(pieces, shape, signals, note);
  wishesOf(pieces, shape, signals, note);
  deedsOf(signals, shape, note);
  together(signals, shape, note);
  causes(signals, note);
  byFigure(signals, note);
  wordsThemselves(pieces, note);
  return signals;
}

export type Note = (name: string, ...seen: (Piece | undefined)[]) => void;

function nounsOf(piece: Piece | undefined, role: string, note: Note) {
  if (!piece) return note(`${role}:none`);
  const named = nounClasses.filter((name) => piece.classes & IS[name]);
  if (named.length === 0) note(`${role}:unknown`, piece);
  for (const name of named) note(`${role}:${name}`, piece);
}

function figureSignals(mine: Figure[], clause: Clause, figures: Figures, shape: Shape, language: string, note: Note) {
  const { pieces } = clause;
  const [start, target] = ["start", "target"].map((role) => mine.find((figure) => figure.role === role));
  if (start && target) note(Number(start.value) > Number(target.value) ? "figure:falls" : "figure:rises");
  const own = (piece: Piece | null) => piece !== null && piece.from >= clause.from && piece.from < clause.to;
  if (mine.length === 0)
    note(own(figures.ratio) ? "figure:ratio" : "figure:none", own(figures.ratio) ? figures.ratio! : undefined);
  for (const figure of mine) {
    const first = pieces.findIndex(({ from }) => from >= figure.from);
    const seen = pieces.filter(({ from }) => from >= figure.from && from < figure.to);
    note(`figure:${figure.unit}`, ...seen);
    if (figure.limited) note(figure.unit === "count" ? "figure:limited-count" : "figure:limited", ...seen);
    if (figure.role === "start")
      note(isCounted(figure, shape, pieces) ? "figure:start-count" : "figure:start", ...seen);
    const of = figure.unit === "%" ? groupEnd(pieces, first + seen.length, pieces.length) : undefined;
    const level =
      (of && of.classes & (IS.metric | IS.result) && pieces[first + seen.length]?.text !== "of") ||
      (figure.role === "target" && isRaisedMeasure(shape));
    if (figure.unit === "%" && Number(figure.value) === 100) note(level ? "level:100%" : "figure:100%", ...seen);
    if (figure.unit === "time") {
      const before = pieces[first - 1];
      if (before && (before.classes & IS.within || before.text === "<")) note("figure:within", before, ...seen);
    }
    if (figure.unit === "count") {
      const counted = groupHead(pieces, first + seen.length, language);
      const beside = pieces
        .slice(0, first)
        .findLastIndex(({ kind, classes }) => kind === "word" && !(classes & (IS.level | IS.articles | IS.quality)));
      const lead = pieces[beside];
      const aside =
        !isTheirs(shape) &&
        lead &&
        /^(?:with|at|in|to|for|on|across|from|mit|in|an|für|con|en|a|para|avec|dans|à|com|em)$/u.test(lead.text);
      nounsOf(counted, aside ? "beside" : "counted", note);
    }
  }
}

/** "Raise coverage to 100 %": a level, although it is the whole; "bring all teams to 100 %" is not. */
const isRaisedMeasure = ({ verbs, object }: Shape) =>
  Boolean(object && object.classes & IS.metric && verbs.some(({ classes }) => classes & (IS.change | IS.reach)));

/**
 * Each word by its first six letters, so that "launched" and "launching" teach the same. Small words, numbers and units
 * of time are left out: beside few sentences each, they taught what stood in those by chance.
 */
function wordsThemselves(pieces: Piece[], note: Note) {
  for (const piece of pieces)
    if (piece.kind === "word" && !(piece.classes & SMALL) && !PREPOSITIONS.test(piece.text))
      note(`w:${piece.text.slice(0, 6)}`, piece);
}

const SMALL = IS.articles | IS.and | IS.numbers | IS.time;
const PREPOSITIONS =
  /^(?:of|in|on|at|by|for|to|from|with|into|through|per|as|than|about|until|after|before|because|if|when|where)$/u;

/** "Webinars 3 → 5", "headcount 40 → 55": more of our own doing; "active teams 10 → 20" is a level. */
function isCounted({ unit }: Figure, { subject, object }: Shape, pieces: Piece[]): boolean {
  if (unit !== "count" || rateAt(pieces) > 0 || pieces.some(({ text }) => ACTIVE.test(text))) return false;
  const thing = object ?? subject;
  return Boolean(
    thing && thing.classes & (IS.activity | IS.artefact | IS.ours) && !(thing.classes & (IS.metric | IS.result)),
  );
}

const ACTIVE = /^(?:active|paying|returning|repeat|satisfied|retained|loyal|engaged)$/u;

/** A level or something others do stands before: "rating at 4.5", "grow the list to 20,000 readers". */
const isTheirs = ({ subject, verbs, predicates }: Shape) =>
  Boolean(subject && subject.classes & (IS.metric | IS.result | IS.others)) ||
  [...predicates, ...verbs].some(({ classes }) => classes & (IS.change | IS.reach) && !(classes & IS.work));

/** "at least two engineers", "3+ talks": how many, which says nothing of a level. */
const isHowMany = ({ text }: Piece) => /^(?:least|most|minimum|min|mindestens|mínimo|minimum)$/u.test(text);

function wordSignals(pieces: Piece[], shape: Shape, note: Note) {
  for (const piece of pieces) {
    for (const name of nounClasses) if (piece.classes & IS[name]) note(`any:${name}`, piece);
    for (const name of ["done", "level", "quality", "all", "can"] as const)
      if (piece.classes & IS[name] && !(name === "level" && isHowMany(piece))) note(`word:${name}`, piece);
    if (piece.classes & IS.abstract) note("any:abstract", piece);
    if (/^(?:without|no|not|zero|nobody|none|ohne|sin|sans|sem)$/u.test(piece.text)) note("word:without", piece);
    if (/^(?:[<>≤≥]|>=|<=)$/u.test(piece.text)) note("figure:limited", piece);
    if (/^(?:than|als|que)$/u.test(piece.text) && pieces.some(({ classes }) => classes & (IS.level | IS.quality)))
      note("word:than", piece);
  }
  const said = afterWhen(pieces);
  for (const [at, piece] of pieces.entries()) {
    if (at < said || !/^(?:by|von|por|par)$/u.test(piece.text)) continue;
    const who = pieces.slice(at + 1, at + 6).find(({ classes }) => classes & (IS.others | IS.ours));
    if (who && who.classes & IS.others && !(who.classes & IS.ours)) note("by-others", who);
    else if (who) note("by-ours", who);
  }
  if (pieces.filter(({ kind }) => kind === "word").length <= 3) note("short");
  if (pieces[0] && shape.kind === "noun" && pieces[0].form === FORMS.past) note("head:participle", pieces[0]);
}
