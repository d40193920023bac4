/** How figures are written for people. Without exact arithmetic, which nothing here needs: pages that only show load less. */
import type { Decimal } from "./decimals.ts";

export interface FigureFormat {
  /** "%", a currency ("€", "EUR") or any word; null or empty for a bare number. */
  unit: string | null;
  /** Digits shown after the decimal sign, 0–6. */
  decimals: number;
  locale: string;
}

/** A figure as a reader of that locale writes it, digit for digit: "€3,637,839", "12,5 %", "1.234 members". */
export function formatFigure(value: Decimal, format: FigureFormat): string {
  return withUnit(numberFormat(format).format(value as Intl.StringNumericLiteral), format);
}

/** "49–58%", "€3–€5", "1.6–3.9 h"; one figure where both are written alike. */
export function formatRange(low: Decimal, high: Decimal, format: FigureFormat): string {
  const [from, to] = [formatFigure(low, format), formatFigure(high, format)];
  return from === to ? from : `${from.replace(/\P{Nd}+$/u, "")}–${to}`;
}

function numberFormat({ unit, decimals, locale }: FigureFormat): Intl.NumberFormat {
  const digits: Intl.NumberFormatOptions = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: "negative",
  };
  if (unit === "%") return new Intl.NumberFormat(locale, { ...digits, style: "unit", unit: "percent" });
  const currency = unit === null ? null : currencyOf(unit);
  if (currency === null) return new Intl.NumberFormat(locale, digits);
  return new Intl.NumberFormat(locale, { ...digits, style: "currency", currency, currencyDisplay: "narrowSymbol" });
}

/** Beside percent and currencies, which the number format writes itself. */
function withUnit(written: string, { unit }: FigureFormat): string {
  return unit && unit !== "%" && currencyOf(unit) === null ? `${written}\u00a0${unit}` : written;
}

const SIGNS: Record<string, string> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY" };

/** The code of a currency, from its sign or itself ("€", "EUR"); null for any other unit. */
export function currencyOf(unit: string): string | null {
  if (SIGNS[unit]) return SIGNS[unit];
  return /^[A-Z]{3}$/.test(unit) && Intl.supportedValuesOf("currency").includes(unit) ? unit : null;
}

/** Progress as whole per cent: "43%", "−20%"; "–" without progress. 0.996 is "99%": 100 % is said when it is true. */
export function formatProgress(progress: Decimal | null, locale: string): string {
  if (progress === null) return "–";
  const share = Number(progress);
  const almost = share < 1 && share >= 0.99;
  const format = new Intl.NumberFormat(locale, {
    style: "percent",
    signDisplay: "negative",
    roundingMode: almost ? "trunc" : "halfExpand",
  });
  return format.format(progress as Intl.StringNumericLiteral);
}
