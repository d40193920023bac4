/** How much a figure is, and of what unit. */
import { FORMS } from "../languages/inflections.ts";
import { IS, VERB } from "../languages/lexicon.ts";
import type { Piece } from "./reading.ts";

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

/** What a number word says; undefined for any other word. */
export const spelled = (word: string): number | undefined => SPELLED.get(word);

/** Number words of all languages, by what they say. */
const SPELLED = new Map<string, number>(
  (
    [
      [0, "zero none"],
      [1, "a an one ein eine un una une um uma"],
      [2, "two zwei dos deux dois duas"],
      [3, "three drei tres trois três"],
      [4, "four vier cuatro quatre quatro"],
      [5, "five fünf cinco cinq"],
      [6, "six sechs seis"],
      [7, "seven sieben siete sept sete"],
      [8, "eight acht ocho huit oito"],
      [9, "nine neun nueve neuf nove"],
      [10, "ten zehn diez dix dez"],
      [11, "eleven elf"],
      [12, "twelve zwölf doce douze doze"],
      [15, "fifteen quince"],
      [20, "twenty zwanzig veinte vingt vinte"],
      [30, "thirty"],
      [50, "fifty"],
      [100, "hundred hundert cien cent cem"],
      [1000, "thousand tausend"],
      [1000000, "million"],
      [1000000000, "billion"],
    ] as const
  ).flatMap(([value, words]) => words.split(" ").map((word): [string, number] => [word, value])),
);

/** The figure that begins at a piece, with its size ("2 million") and its unit. */
export function figureAt(pieces: Piece[], at: number, amount: number): Figure {
  const here = pieces[at]!;
  const size = sizeAt(pieces, at + 1);
  let end = at + (size ? 2 : 1);
  while (pieces[end]?.text === "+") end++;
  const before = pieces[at - 1];
  const money = before && MONEY.test(before.text) ? before : undefined;
  const unit = money ? null : unitAt(pieces, end);
  if (unit) end += unit.length;
  const long =
    (unit?.unit === "time" && isHowLong(pieces[end])) ||
    (unit?.unit === "%" && /^(?:discounts?|rebates?|off|coupons?|vouchers?)$/u.test(pieces[end]?.text ?? ""));
  return {
    value: String(Number((amount * (size ?? 1)).toFixed(6))),
    unit: money ? "money" : long ? "count" : (unit?.unit ?? "count"),
    typedUnit: money?.text ?? unit?.typed ?? "",
    role: "amount",
    limited: false,
    from: money?.from ?? here.from,
    to: pieces[end - 1]!.to,
    at,
    end,
  };
}

/** "5 minute videos", "60 mins guitar": how long a thing of ours is, which is no level; "5 minutes response time" is. */
function isHowLong(next: Piece | undefined): boolean {
  if (next?.kind !== "word") return false;
  if (next.classes === 0 || (next.classes & VERB && next.form & FORMS.ing)) return true;
  return Boolean(next.classes & (IS.activity | IS.artefact)) && !(next.classes & (IS.metric | IS.result | IS.links));
}

/** "10k" and "2 million", but not "10 K Street". */
function sizeAt(pieces: Piece[], at: number): number | undefined {
  const next = pieces[at];
  if (!next) return undefined;
  const glued = next.from === pieces[at - 1]!.to ? SIZES_GLUED[next.typed] : undefined;
  return glued ?? SIZES[next.text];
}

function unitAt(pieces: Piece[], at: number): { unit: Unit; typed: string; length: number } | null {
  const next = pieces[at];
  if (CLOCK.test(pieces[at - 1]?.text ?? "")) return { unit: "time", typed: "", length: 0 };
  if (!next) return null;
  if (/^(?:%|percent|prozent|pct)$/u.test(next.text)) return { unit: "%", typed: "%", length: 1 };
  if (next.text === "per" && pieces[at + 1]?.text === "cent") return { unit: "%", typed: "%", length: 2 };
  if (/^[x×]$/u.test(next.text) && isThing(pieces[at + 1])) return { unit: "count", typed: "", length: 1 };
  if (/^[x×]$/u.test(next.text) || isTimes(pieces, at)) return { unit: "times", typed: "×", length: 1 };
  if (MONEY.test(next.text)) return { unit: "money", typed: next.typed, length: 1 };
  if (POINTS.test(next.text)) return { unit: "points", typed: next.typed, length: 1 };
  return next.classes & IS.time ? { unit: "time", typed: next.typed, length: 1 } : null;
}

/** "3x sessions", "2x SREs": how many; "3x revenue" and "3x faster" are ratios. */
const isThing = (piece: Piece | undefined) =>
  piece?.kind === "word" &&
  /s$/u.test(piece.text) &&
  !(piece.classes & (IS.metric | IS.result | IS.level | IS.links | IS.articles | IS.quality));

/** "3:45": hours and minutes. */
const CLOCK = /^\d{1,2}:\d\d$/u;
const MONEY = /^(?:[€$£]|usd|eur|gbp|euros?|dollars?|reais|dólares|bps)$/u;
/** Points and measures of a system: never a count of things done. */
const POINTS =
  /^(?:points?|pp|pts|punkte|prozentpunkte|puntos|pontos|[kmgt]i?b|kg|km|m2|kwh|mw|g|kilos?|pounds|lbs?|cm|mm|mph|ppm|db|bpm|mmhg|mbit|gbit|rpm|rps|tps|qps|fps|g?hz)$/u;

/** "3 times faster"; "5 times a day" is how often we do it. */
const isTimes = (pieces: Piece[], at: number) =>
  /^(?:times|mal|veces|fois|vezes)$/u.test(pieces[at]!.text) &&
  !(pieces[at + 1] && /^(?:a|per|pro|al|par|por|die|am|im)$/u.test(pieces[at + 1]!.text));

export const SIZES_GLUED: Record<string, number> = { k: 1e3, K: 1e3, M: 1e6, m: 1e6, B: 1e9, bn: 1e9, mn: 1e6 };
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
export function plainNumber(digits: string, language: string): number {
  const joined = digits.replace(/[    ]/gu, "");
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(joined) && language === "en") return Number(joined.replaceAll(",", ""));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(joined) && (language !== "en" || /(?:\.\d{3}){2}/u.test(joined)))
    return Number(joined.replaceAll(".", "").replace(",", "."));
  if (/^\d+[:/]\d+$/u.test(joined)) return Number(joined.split(/[:/]/u)[0]);
  const value = Number(joined.replace(",", "."));
  return Number.isFinite(value) ? value : 0;
}
