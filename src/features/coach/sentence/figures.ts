/** The figures of a sentence: how much, of what unit, and whether it is where one starts or what one aims at. */
import { IS } from "../languages/lexicon.ts";
import type { Piece, Reading } from "./reading.ts";

export type Unit = "%" | "money" | "time" | "times" | "points" | "count";

export interface Figure {
  /** A plain decimal, as it would be stored. */
  value: string;
  unit: Unit;
  /** The unit as typed ("%", "ms", "€"), "" for a count. */
  typedUnit: string;
  role: "start" | "target" | "change" | "amount";
  /** A limit was said before it: under, at least. */
  limited: boolean;
  /** Place in the text, with unit. */
  from: number;
  to: number;
  /** Index of its first piece and of the piece after its last. */
  at: number;
  end: number;
}

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
        const figure = figureAt(pieces, at, plain(piece.text, lexicon.language));
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
  return pieces[at]!.text === "half" && Boolean(next && (next.classes & IS.time || next.text === "a"));
}

/** "down a quarter", "by a fifth", "from weekly to daily". */
function isPart(pieces: Piece[], at: number): boolean {
  const [two, one, here] = [pieces[at - 2], pieces[at - 1], pieces[at]!];
  if (!one || !two) return false;
  if (PARTS.test(here.text))
    return /^(?:a|one)$/u.test(one.text) && (two.text === "by" || Boolean(two.classes & IS.level));
  return OFTEN.test(here.text) && one.text === "to" && OFTEN.test(two.text);
}

const PARTS = /^(?:quarter|fifth|tenth|fourth|sixth|eighth)$/u;
const OFTEN = /^(?:hourly|daily|weekly|fortnightly|monthly|quarterly|yearly)$/u;

const MONTH =
  /^(?:jan|feb|mar|apr|may|mai|mayo|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|dic)(?:\.|[a-zéûçä]{2,8})?$|^(?:ene|abr|ago|fév|avr|juin|juil|août|set|out|agosto)[a-zé]*$/u;
const PERIOD = /^(?:q[1-4]|h[12]|fy\d{0,4}|qtr)$/u;
const isYear = (text: string) => /^(?:19|20)\d\d(?:\/(?:19|20)?\d\d)?$/u.test(text);

function isDate(pieces: Piece[], at: number): boolean {
  const here = pieces[at]!.text;
  const before = pieces[at - 1]?.text ?? "";
  const after = pieces[at + 1]?.text ?? "";
  if (/^\d{1,4}[./]\d{1,2}[./]\d{2,4}$/u.test(here)) return true;
  if (MONTH.test(before) && before !== "mar" && Number(here) <= 2100) return true;
  if (MONTH.test(after) && after !== "may" && Number(here) <= 31) return true;
  if (after === "may" && Number(here) <= 31 && pieces[at + 1]!.typed === "May") return true;
  if (!isYear(here)) return false;
  return !(pieces[at + 1] && pieces[at + 1]!.classes & (IS.result | IS.others)) && !/^[%$€£+]$/u.test(after);
}

const EACH = /^(?:every|each|alle|jede|jeden|cada|toutes|tous|chaque|todas)$/u;

/** Number words count where they stand before what they count: "two billion hours", "in a second", "ten per month". */
function isSpelled(pieces: Piece[], at: number): boolean {
  const here = pieces[at]!;
  const next = pieces[at + 1];
  if (!(here.classes & (IS.numbers | IS.articles)) || SPELLED[here.text] === undefined) return false;
  if (pieces[at - 1] && EACH.test(pieces[at - 1]!.text)) return false;
  const before = pieces[at - 1];
  if (here.classes & IS.articles || here.text === "one") {
    if (before && before.classes & (IS.level | IS.within) && here.text === "one") return true;
    return Boolean(next && next.classes & IS.time && before && before.classes & (IS.within | IS.links));
  }
  return next !== undefined || Boolean(before && (before.kind === "sign" || before.classes & (IS.links | IS.level)));
}

function spelledAt(pieces: Piece[], at: number): Figure {
  return figureAt(pieces, at, SPELLED[pieces[at]!.text] ?? 1);
}

const SPELLED: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  zero: 0,
  ein: 1,
  eine: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  zwanzig: 20,
  hundert: 100,
  tausend: 1000,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  doce: 12,
  quince: 15,
  veinte: 20,
  cien: 100,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  vingt: 20,
  cent: 100,
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  três: 3,
  quatro: 4,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  doze: 12,
  vinte: 20,
  cem: 100,
};

/** Version 2.0, PostgreSQL 16, ISO 9001, P1, Q3, #12, 3rd, 24/7, 1:1: digits that are part of a name. */
function isName(pieces: Piece[], at: number, language: string): boolean {
  const here = pieces[at]!;
  const before = pieces[at - 1];
  const after = pieces[at + 1];
  if (
    after &&
    after.from === here.to &&
    /^(?:st|nd|rd|th|º|ª|[a-zA-LN-Z]\d*)$/u.test(after.typed) &&
    !/^[kmsxgh]$/u.test(after.typed)
  )
    return true;
  if (/^\d+(?:\.\d+){2,}$/u.test(here.text) && !/^\d{1,3}(?:\.\d{3})+$/u.test(here.text)) return true;
  if (here.text === "24/7" || here.text === "1:1") return true;
  if (before && EACH.test(before.text) && after && after.classes & IS.time) return true;
  if (before && (before.text === "#" || before.text === "v") && before.to === here.from) return true;
  if (after && /^[%€$£+]$/u.test(after.text)) return false;
  if (before?.kind !== "word" || before.to < here.from - 2) return false;
  if (
    /^(?:version|release|tier|phase|level|grade|form|line|milestone|district|step|objective|q|h|série|serie|fase|stufe|phase|klasse|typ|type|wave|layer|gen|v|rule|kr|round|day|page|week|month|sprint|priority|woche|monat|semana|mes|mês|semaine|mois)$/u.test(
      before.text,
    )
  )
    return !(after && after.classes & (IS.result | IS.others | IS.time));
  if (after && (/^(?:->|=>|→|➜|➡)$/u.test(after.text) || (after.from === here.to && SIZES_GLUED[after.typed])))
    return false;
  const proper = /^\p{Lu}/u.test(before.typed) && at > 1 && !(language === "de" && before.classes);
  const known =
    before.classes &
    (IS.metric | IS.result | IS.others | IS.links | IS.level | IS.articles | IS.reach | IS.gain | IS.work);
  return proper && !known && !(after && after.classes & (IS.result | IS.others | IS.time | IS.activity));
}

function figureAt(pieces: Piece[], at: number, amount: number): Figure {
  const here = pieces[at]!;
  let end = at + 1;
  let from = here.from;
  let typedUnit = "";
  let unit: Unit = "count";
  let size = 1;
  const next = () => pieces[end];
  const glued = () => next() !== undefined && next()!.from === pieces[end - 1]!.to;
  const scale = (next() && (glued() ? SIZES_GLUED[next()!.typed] : undefined)) || (next() && SIZES[next()!.text]);
  if (scale) {
    size = scale;
    end++;
  }
  const money = pieces[at - 1] && /^[€$£]$/u.test(pieces[at - 1]!.text) ? pieces[at - 1] : undefined;
  if (money) {
    from = money.from;
    [unit, typedUnit] = ["money", money.text];
  }
  while (next()?.text === "+") end++;
  const after = next();
  if (unit === "count" && after) {
    if (/^(?:%|percent|prozent|pct)$/u.test(after.text)) [unit, typedUnit, end] = ["%", "%", end + 1];
    else if (after.text === "per" && pieces[end + 1]?.text === "cent") [unit, typedUnit, end] = ["%", "%", end + 2];
    else if (/^(?:[€$£]|usd|eur|gbp|euros?|dollars?|reais|dólares|bps)$/u.test(after.text))
      [unit, typedUnit, end] = ["money", after.typed, end + 1];
    else if (/^[x×]$/u.test(after.text) || isTimes(pieces, end)) [unit, typedUnit, end] = ["times", "×", end + 1];
    else if (/^(?:points?|pp|pts|punkte|prozentpunkte|puntos|pontos)$/u.test(after.text))
      [unit, typedUnit, end] = ["points", after.typed, end + 1];
    else if (after.classes & IS.time) [unit, typedUnit, end] = ["time", after.typed, end + 1];
    else if (/^(?:[kmgt]i?b|gib|mib|kg|km|m2|kwh|mw|g|rpm|rps|tps|qps|fps|hz|ghz)$/u.test(after.text))
      [unit, typedUnit, end] = ["points", after.typed, end + 1];
  }
  const value = amount * size;
  const last = pieces[end - 1]!;
  return {
    value: String(Number(value.toFixed(6))),
    unit,
    typedUnit,
    role: "amount",
    limited: false,
    from,
    to: last.to,
    at,
    end,
  };
}

/** "3 times faster"; "5 times a day" is how often we do it. */
const isTimes = (pieces: Piece[], at: number) =>
  /^(?:times|mal|veces|fois|vezes)$/u.test(pieces[at]!.text) &&
  !(pieces[at + 1] && /^(?:a|per|pro|al|par|por|die|am|im)$/u.test(pieces[at + 1]!.text));

const SIZES_GLUED: Record<string, number> = { k: 1e3, K: 1e3, M: 1e6, m: 1e6, B: 1e9, bn: 1e9, mn: 1e6 };
const SIZES: Record<string, number> = {
  thousand: 1e3,
  tausend: 1e3,
  mil: 1e3,
  mille: 1e3,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  mio: 1e6,
  millones: 1e6,
  millón: 1e6,
  milhões: 1e6,
  milhão: 1e6,
  billion: 1e9,
  bn: 1e9,
  mn: 1e6,
};

/** "3,637" and "1.234.567" are grouped; a comma before other than three digits is a decimal sign, and so is a dot. */
function plain(digits: string, language: string): number {
  const joined = digits.replace(/[    ]/gu, "");
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(joined) && language === "en") return Number(joined.replaceAll(",", ""));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(joined) && (language !== "en" || /(?:\.\d{3}){2}/u.test(joined)))
    return Number(joined.replaceAll(".", "").replace(",", "."));
  if (/^\d+[:/]\d+$/u.test(joined)) return Number(joined.split(/[:/]/u)[0]);
  const value = Number(joined.replace(",", "."));
  return Number.isFinite(value) ? value : 0;
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
