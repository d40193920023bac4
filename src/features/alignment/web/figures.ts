import { bandOf, formatFigure } from "../../okrs/web/public.tsx";
import type { MapKeyResult } from "./branches.ts";

/** A key result's latest value as people read it, or the share done where it is not one number; "–" without data. */
export function nowOf({ current, progress, unit, decimals, start }: MapKeyResult, locale: string): string {
  if (start !== null && current !== null) return formatFigure(current, { unit: unit || null, decimals, locale });
  if (start === null && progress !== null)
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(Number(progress));
  if (current !== null) return formatFigure(current, { unit: unit || null, decimals, locale });
  return "–";
}

/** What a small track needs to say its words and draw its line. */
export function trackOf(keyResult: MapKeyResult, locale: string) {
  const { title, start, target, unit, decimals, progress, expected, status, aspirational, current } = keyResult;
  const say = (value: string | null) =>
    value === null ? "–" : formatFigure(value, { unit: unit || null, decimals, locale });
  return {
    title,
    from: say(start),
    now: current === null ? null : nowOf(keyResult, locale),
    to: say(target),
    progress: progress === null ? null : Number(progress),
    pace: expected === null ? null : Number(expected),
    status,
    forecast: bandOf(keyResult, locale),
    aspirational,
  };
}
