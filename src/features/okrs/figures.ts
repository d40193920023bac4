import { type Decimal, decimal, exact, FRACTION_DIGITS, isDecimal, WHOLE_DIGITS } from "./decimals.ts";

export { formatFigure, formatProgress } from "./figure-format.ts";

export interface Figure {
  ok: true;
  value: Decimal;
  /** What was typed beside the number: "%", a currency sign or code; null if nothing was. 12.5 % is 12.5, not 0.125. */
  unit: string | null;
}

export interface FigureRefusal {
  ok: false;
  expected: string;
  todo: string;
}

/**
 * Reads what a person typed as a number: "3,637,839", "12,5 %", "1.234,56", "1 234", "12,34,567", "€ 5.4m", "1.2E+05".
 * One reading or none: "1,234" is read by the locale (BCP 47) when it knows the sign, else refused. Without a locale
 * a single point is the decimal point, as in the API and in PostgreSQL.
 */
export function readFigure(typed: string, locale?: string): Figure | FigureRefusal {
  if (typed.length > 80) return refusal("a number of at most 80 characters", "Write only the number here.");
  const plain = typed
    .trim()
    .replace(/[\s\u00a0\u2009\u202f]+/g, " ")
    .replace(/[−–]/g, "-")
    .replace(/[’ʼ]/g, "'");
  const parts = TYPED.exec(plain);
  if (!parts?.groups) return notANumber();
  const { minus = "", before = "", inside = "", digits = "", exponent = "", size = "", after = "" } = parts.groups;
  const unit = unitOf([before, inside, after].filter(Boolean));
  if (unit === undefined) return notANumber();
  const times = sizeOf(size, unit);
  if (times === null) return unclearSize(digits, size);
  if (exponent && /[, ']/.test(digits)) return notANumber();
  const number = readDigits(digits, locale);
  if (typeof number !== "string") return number;
  const value = decimal(exact(`${minus}${number}${exponent}`).times(times));
  return isDecimal(value) ? { ok: true, value, unit } : tooLong();
}

const TYPED = new RegExp(
  "^(?<before>\\p{Sc}|[A-Z]{3})? ?(?<minus>-)?\\+?(?<inside>\\p{Sc})? ?" +
    "(?<digits>\\d[\\d.,' ]*(?<=\\d)|\\.\\d+|,\\d+)(?<exponent>[eE][+-]?\\d{1,2})?" +
    " ?(?<size>k|K|m|M|mn|bn|B|thousand|million|billion)? ?(?<after>%|\\p{Sc}|[A-Z]{3})?$",
  "u",
);

/** The one unit beside the number, null for none, undefined for two or for a code that is no currency. */
function unitOf([unit, second]: string[]): string | null | undefined {
  if (!unit || second) return second ? undefined : null;
  return unit.length < 3 || Intl.supportedValuesOf("currency").includes(unit) ? unit : undefined;
}

/** "m" alone may be metres, minutes or millions, so it counts as millions beside a currency only. */
function sizeOf(size: string, unit: string | null): number | null {
  if (size === "m") return unit && unit !== "%" ? 1_000_000 : null;
  if (/^(k|K|thousand)$/.test(size)) return 1_000;
  if (/^(M|mn|million)$/.test(size)) return 1_000_000;
  return size === "" ? 1 : 1_000_000_000;
}

/** The digits in the notation of PostgreSQL, once it is known which sign groups and which one is the decimal sign. */
function readDigits(digits: string, locale: string | undefined): string | FigureRefusal {
  const signs = digits.replace(/\d/g, "");
  const last = signs.at(-1) ?? "";
  const repeated = signs.length > 1 && new Set(signs).size === 1;
  if (signs === "") return digits;
  if (repeated || last === " " || last === "'") return ungrouped(digits, last) ?? notANumber();
  const [whole = "", fraction = ""] = split(digits, last);
  if (signs.length > 1) {
    const grouping = signs[0] ?? "";
    const only = new Set(signs.slice(0, -1)).size === 1 && grouping !== last;
    const grouped = only ? ungrouped(whole, grouping) : null;
    return grouped === null ? notANumber() : `${grouped}.${fraction}`;
  }
  const mayGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (!mayGroup) return `${whole || "0"}.${fraction}`;
  const meaning = meaningIn(locale, last) ?? (last === "." ? "decimal" : null);
  if (meaning === null) return twoReadings(whole, fraction);
  return meaning === "decimal" ? `${whole}.${fraction}` : `${whole}${fraction}`;
}

function split(digits: string, sign: string): [string, string] {
  const at = digits.lastIndexOf(sign);
  return [digits.slice(0, at), digits.slice(at + 1)];
}

/** The digits without their grouping, by threes or the Indian way (12,34,567); null if they are grouped otherwise. */
function ungrouped(digits: string, sign: string): string | null {
  const groups = digits.split(sign);
  const first = groups[0] ?? "";
  const last = groups.at(-1) ?? "";
  const between = groups.slice(1, -1);
  const byThrees = /^\d{1,3}$/.test(first) && between.every((group) => /^\d{3}$/.test(group));
  const indian = sign === "," && /^\d{1,2}$/.test(first) && between.every((group) => /^\d{2}$/.test(group));
  return /^\d{3}$/.test(last) && (byThrees || indian) ? groups.join("") : null;
}

function meaningIn(locale: string | undefined, sign: string): "decimal" | "group" | null {
  if (!locale) return null;
  const part = new Intl.NumberFormat(locale).formatToParts(1234567.8).find(({ value }) => value === sign);
  return part?.type === "decimal" || part?.type === "group" ? part.type : null;
}

function refusal(expected: string, todo: string): FigureRefusal {
  return { ok: false, expected, todo };
}

function notANumber(): FigureRefusal {
  return refusal("a number, such as 1250 or 12.5", "Write digits, with one decimal point if you need it.");
}

function twoReadings(whole: string, fraction: string): FigureRefusal {
  const todo = `Write ${whole}${fraction} for the whole number or ${whole}.${fraction} for the fraction.`;
  return refusal("a number that can be read in one way only", todo);
}

function unclearSize(digits: string, size: string): FigureRefusal {
  const todo = `Write ${digits}M for millions, or leave the “${size}” out and put the unit in its own field.`;
  return refusal("a number without a unit that can mean two things", todo);
}

function tooLong(): FigureRefusal {
  const expected = `at most ${WHOLE_DIGITS} digits before the decimal point and ${FRACTION_DIGITS} after it`;
  return refusal(expected, "Round the number, or choose a larger unit such as thousands.");
}
