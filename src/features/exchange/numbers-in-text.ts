import type { ProposedMeasure } from "./draft.ts";
import { guesses, type Reason } from "./reasons.ts";

/** What the words of a title say about its measure, and why that is a guess. */
export interface MeasureInWords {
  measure: ProposedMeasure;
  guess: Reason;
}

const FIGURE = String.raw`[€$£]?\s?(\d{1,3}(?:[,.]\d{3}){1,4}(?!\d)|\d{1,15}(?:[.,]\d{1,6})?)\s?(%|k\b|K\b|M\b|mn\b|bn\b|million\b|thousand\b)?`;
const UNIT = String.raw`\s?(%|percent|per cent|pp|points?|ms|seconds?|secs?|s\b|minutes?|mins?|min\b|hours?|h\b|days?|weeks?|[KMGT]i?B(?:/s|ps)?\b|x\b|×|€|\$|£)?`;
const AMOUNT = `${FIGURE}${UNIT}`;

const FROM_TO = new RegExp(
  `\\b(?:from|von|de|desde)\\s+${AMOUNT}\\s+(?:to|auf|bis|a|à|até|para)\\s+${AMOUNT}|(?<![\\w.])${AMOUNT}\\s*(?:→|->|–>|⟶)\\s*${AMOUNT}`,
  "iu",
);
const CURRENT = new RegExp(
  `\\b(?:current(?:ly)?|today|now|baseline|was|aktuell|actual)\\s*(?:is|at|:|=)?\\s+${AMOUNT}`,
  "iu",
);
const CHANGE = new RegExp(
  `\\b(increas|improv|grow|rais|boost|up|more|reduc|decreas|cut|lower|drop|shrink|less|down|faster)[\\p{L}]*\\b[^.;]{0,120}?\\bby\\s+(?:at least\\s+)?${AMOUNT}|\\+\\s?${AMOUNT}\\s+growth`,
  "iu",
);
const BELOW = /(?:<(?!=)|\b(?:less than|fewer than|under|below|weniger als|unter|menos de|moins de)\b)/iu.source;
const AT_MOST = /(?:<=|≤|\b(?:at most|no more than|up to|maximum(?: of)?|höchstens|como máximo|au plus|no máximo)\b)/iu
  .source;
const ABOVE = /(?:>(?!=)|\b(?:more than|over|above|greater than|mehr als|über|más de|plus de|mais de)\b)/iu.source;
const AT_LEAST = /(?:>=|≥|\b(?:at least|minimum(?: of)?|no less than|mindestens|al menos|au moins|pelo menos)\b)/iu
  .source;
const LIMITS = (
  [
    ["below", BELOW],
    ["at-or-below", AT_MOST],
    ["above", ABOVE],
    ["at-or-above", AT_LEAST],
  ] as const
).map(([operator, words]) => ({ operator, pattern: new RegExp(`${words}\\s*${AMOUNT}`, "iu") }));
const AMOUNT_ALONE = new RegExp(`(?<![\\p{L}\\d.,#/_-])${AMOUNT}(?![\\p{L}\\d/_]|[.,-]\\d|(?:st|nd|rd|th)\\b)`, "giu");
/** Of a limit, only shares, times and rates are kept as one; a count, "more than 70 regulars", is a road from 0 to 70. */
const RATE_UNITS = new Set(["%", "ms", "s", "min", "h", "days", "weeks"]);

/** Reads figures in a sentence: "from 34% to 55%", "< 200ms", "reach 100", "by 50%", "90k (current is 40k)". */
export function measureInWords(text: string): MeasureInWords | null {
  const words = withoutNames(text.slice(0, 1000));
  const road = FROM_TO.exec(words);
  return road ? fromTo(road) : (change(words) ?? limit(words) ?? count(words));
}

/** Whether a sentence goes from a figure to the same figure: "99.9 → 99.9%". */
export function standsStill(text: string): boolean {
  const road = FROM_TO.exec(withoutNames(text.slice(0, 1000)));
  return road !== null && fromTo(road) === null;
}

function fromTo(found: RegExpExecArray): MeasureInWords | null {
  const [start, target] =
    found[1] === undefined ? [amount(found, 7), amount(found, 10)] : [amount(found, 1), amount(found, 4)];
  if (start.value === target.value) return null;
  return { measure: metric(start.value, target.value, target.unit ?? start.unit), guess: guesses.figureInWords };
}

function change(words: string): MeasureInWords | null {
  const found = CHANGE.exec(words);
  if (!found) return null;
  const { value, unit } = found[2] === undefined ? amount(found, 5) : amount(found, 2);
  if (Number(value) === 0) return null;
  const times = unit === "x";
  return { measure: metric(times ? "1" : "0", value, unit), guess: guesses.changeFromZero };
}

function limit(words: string): MeasureInWords | null {
  for (const { operator, pattern } of LIMITS) {
    const found = pattern.exec(words);
    if (!found) continue;
    const { value, unit } = amount(found, 1);
    const upward = operator === "above" || operator === "at-or-above";
    if (upward && !RATE_UNITS.has(unit ?? "") && Number(value) > 0) {
      return { measure: metric("0", value, unit), guess: guesses.startFromZero };
    }
    const measure = { kind: "threshold" as const, start: null, target: value, current: null, operator, unit };
    return { measure, guess: guesses.figureInWords };
  }
  return null;
}

function count(words: string): MeasureInWords | null {
  const today = CURRENT.exec(words);
  const rest = today ? words.replace(today[0], " ") : words;
  const amounts = [...rest.matchAll(AMOUNT_ALONE)]
    .map((found) => amount(found, 1))
    .filter(({ value }) => Number(value) > 0);
  const target = amounts[0];
  if (!target) return null;
  const current = today ? amount(today, 1).value : null;
  if (current === target.value) return null;
  const start = current ?? (target.unit === "x" ? "1" : "0");
  if (start === target.value) return null;
  const measure = { ...metric(start, target.value, target.unit), current };
  return { measure, guess: current ? guesses.figureInWords : guesses.startFromZero };
}

function metric(start: string, target: string, unit: string | null): ProposedMeasure {
  return { kind: "metric", start, target, current: null, operator: null, unit };
}

/** Versions, issue numbers, quarters, years, fractions and addresses hold digits that measure nothing. */
function withoutNames(text: string): string {
  return text
    .replace(/https?:\/\/\S+/gu, " ")
    .replace(/\b\d+(?:\.\d+){2,}\b|\bv\d+(?:\.\d+)*\b|\b\d+\/\d+\b/giu, " ")
    .replace(/\b(?:[QTHS][1-4]\s?)?(?:19|20)\d\d(?:[\s-]?[QTHS][1-4])?\b(?!\s?(?:%|users|customers))/gu, " ")
    .replace(/#\d+/gu, " ");
}

const SIZES: Record<string, number> = { k: 1e3, K: 1e3, thousand: 1e3, M: 1e6, mn: 1e6, million: 1e6, bn: 1e9 };
const UNITS: [RegExp, string][] = [
  [/^(percent|per cent|%)$/iu, "%"],
  [/^(s|secs?|seconds?)$/iu, "s"],
  [/^(mins?|minutes?)$/iu, "min"],
  [/^(h|hours?)$/iu, "h"],
  [/^days?$/iu, "days"],
  [/^weeks?$/iu, "weeks"],
  [/^points?$/iu, "points"],
  [/^[x×]$/iu, "x"],
];

function amount(found: RegExpExecArray, at: number): { value: string; unit: string | null } {
  const size = SIZES[found[at + 1] ?? ""] ?? 1;
  const typed = found[at + 1] === "%" ? "%" : (found[at + 2] ?? "");
  const unit = UNITS.find(([pattern]) => pattern.test(typed))?.[1] ?? (typed === "" ? null : typed);
  const value = Number(plainDigits(found[at] ?? "")) * size;
  return { value: String(Number(value.toFixed(6))), unit };
}

/** "3,637,839" and "1.234.567" are grouped; one comma before other than three digits is a decimal sign. */
function plainDigits(digits: string): string {
  if (/^\d{1,3}(,\d{3})+$/.test(digits)) return digits.replaceAll(",", "");
  if (/^\d{1,3}(\.\d{3}){2,}$/.test(digits)) return digits.replaceAll(".", "");
  return digits.replace(",", ".");
}
