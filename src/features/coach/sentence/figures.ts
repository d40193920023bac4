/** The figures of a sentence: how much, and whether it is where one starts or what one aims at. */
import { IS } from "../languages/lexicon.ts";
import { type Figure, figureAt, plainNumber, spelled } from "./amounts.ts";
import { EACH, isDate, isName, PERIOD } from "./names.ts";
import type { Piece, Reading } from "./reading.ts";

export interface Figures {
  all: Figure[];
  start: Figure | null;
  target: Figure | null;
  /** A ratio in words: double, half. */
  ratio: Piece | null;
  /** A date or period by which it is to be done; no figure. */
  deadline: Piece | null;
}

/** Reads the figures; versions, dates, quarters, issue numbers and ordinals are none. */
export function figuresIn({ pieces, lexicon }: Reading): Figures {
  const all: Figure[] = [];
  let deadline: Piece | null = null;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!;
    if (piece.kind === "word") {
      if (PERIOD.test(piece.text)) deadline ??= piece;
      const spelled = isSpelled(pieces, at) ? spelledAt(pieces, at) : null;
      if (spelled) {
        all.push(spelled);
        at = spelled.end - 1;
      }
    } else if (piece.kind === "number") {
      if (isDate(pieces, at)) deadline ??= piece;
      else if (!isName(pieces, at, lexicon.language)) {
        const figure = figureAt(pieces, at, plainNumber(piece.text, lexicon.language));
        if (/^\p{L}/u.test(piece.text)) figure.value = piece.typed;
        all.push(figure);
        at = figure.end - 1;
      }
    }
  }
  markRoles(all, pieces, { from: set(lexicon.words.from), to: set(lexicon.words.to) });
  const start = all.find(({ role }) => role === "start") ?? null;
  const target = all.find(({ role }) => role === "target") ?? null;
  const ratio =
    pieces.find((piece, at) => (piece.classes & IS.ratio && !isHowOften(pieces, at)) || isPart(pieces, at)) ?? null;
  return { all, start, target, ratio, deadline };
}

/** "half a day", "a half day", "at least twice": no ratio. */
function isHowOften(pieces: Piece[], at: number): boolean {
  const next = pieces[at + 1];
  if (pieces[at]!.text === "twice") return next?.text !== "as" && next?.text !== "the";
  const thing = next?.text === "a" || next?.text === "an" ? pieces[at + 2] : next;
  return pieces[at]!.text === "half" && Boolean(thing && thing.classes & IS.time);
}

/** "down a quarter", "by a fifth", "from weekly to daily". */
function isPart(pieces: Piece[], at: number): boolean {
  const [two, one, here] = [pieces[at - 2], pieces[at - 1], pieces[at]!];
  if (!one) return false;
  if (/^(?:once|twice)$/u.test(here.text) && pieces[at + 2])
    return /^(?:a|per|every|each)$/u.test(pieces[at + 1]!.text) && Boolean(pieces[at + 2]!.classes & IS.time);
  if (PARTS.test(here.text) && /^(?:a|one)$/u.test(one.text) && pieces[at + 1]?.text === "of") return true;
  if (!two) return false;
  if (PARTS.test(here.text))
    return /^(?:a|one)$/u.test(one.text) && (two.text === "by" || Boolean(two.classes & IS.level));
  return OFTEN.test(here.text) && one.text === "to" && OFTEN.test(two.text);
}

const PARTS = /^(?:quarter|fifth|tenth|fourth|sixth|eighth)$/u;
const OFTEN = /^(?:hourly|daily|weekly|fortnightly|monthly|quarterly|yearly)$/u;
/** Number words count where they stand before what they count: "two billion hours", "in a second", "ten per month". */
function isSpelled(pieces: Piece[], at: number): boolean {
  const here = pieces[at]!;
  const next = pieces[at + 1];
  if (!(here.classes & (IS.numbers | IS.articles)) || spelled(here.text) === undefined) return false;
  if (pieces[at - 1] && EACH.test(pieces[at - 1]!.text)) return false;
  if (pieces[at - 1]?.text === "than" && pieces[at - 2]?.text === "older") return false;
  const before = pieces[at - 1];
  if (
    here.text === "one" &&
    next &&
    /^(?:a|per)$/u.test(next.text) &&
    pieces[at + 2] &&
    pieces[at + 2]!.classes & IS.time
  )
    return true;
  if (here.classes & IS.articles || here.text === "one") {
    if (before && before.classes & (IS.level | IS.within) && here.text === "one") return true;
    return Boolean(next && next.classes & IS.time && before && before.classes & (IS.within | IS.links));
  }
  return next !== undefined || Boolean(before && (before.kind === "sign" || before.classes & (IS.links | IS.level)));
}

function spelledAt(pieces: Piece[], at: number): Figure {
  return figureAt(pieces, at, spelled(pieces[at]!.text) ?? 1);
}

/** from 34 to 55 · 40 → 65 · 0.8 ms (currently 2.1) · 10 instead of 28 · up from 8. */
function markRoles(all: Figure[], pieces: Piece[], { from, to }: { from: Set<string>; to: Set<string> }) {
  for (const [index, figure] of all.entries()) {
    const lead = pieces.slice(Math.max(0, figure.at - 4), figure.at).map(({ text }) => text);
    figure.limited = pieces
      .slice(Math.max(0, figure.at - 3), figure.at)
      .some(({ text, classes }) => (classes & IS.level) !== 0 || /^(?:[<>≤≥]|>=|<=|least|most)$/u.test(text));
    if (lead.some((text) => NOW.has(text))) figure.role = "start";
    const next = all[index + 1];
    if (!next || figure.role === "start") continue;
    const between = pieces.slice(figure.end, next.at).map(({ text }) => text);
    const arrow = between.length <= 3 && between.some((text) => ARROWS.has(text));
    const road =
      between.length <= 5 && between.some((text) => to.has(text)) && lead.slice(-2).some((text) => from.has(text));
    if (arrow || road) {
      figure.role = "start";
      next.role = "target";
      if (figure.unit === "count" && next.unit !== "count") figure.unit = next.unit;
    }
  }
  const started = all.find(({ role }) => role === "start");
  if (started && !all.some(({ role }) => role === "target")) {
    const target = all.find((figure) => figure.role === "amount");
    if (target) target.role = "target";
  }
}

const ARROWS = new Set(["->", "=>", "-->", "→", "➜", "⟶", "➡"]);
const NOW = new Set(
  "currently current was baseline today instead vs statt aktuell heute bisher derzeit actualmente hoy lugar vez actuellement aujourd lieu atualmente hoje was:".split(
    " ",
  ),
);
const set = (words: string) => new Set(words.split(/\s+/u).filter(Boolean));
