/** Figures of the evidence as people read them: in the unit of what is measured, exact enough that a row adds up. */
import type { OutputOf } from "../../../../web/api.ts";
import type { Format } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import { formatFigure } from "../../../okrs/web/public.tsx";
import { countedUnit, w } from "../words.ts";
import catalogue from "./evidence.messages.json";

export const e = messages(catalogue);

export type Evidence = OutputOf<"policies.policyEvidence.get">;
export type Outcome = Evidence["outcomes"][number];
export type Guardrail = Evidence["guardrails"][number];
export type Happening = Evidence["happenings"][number];
export type Settling = Evidence["settledBy"][number];
export type CouldTell = OutputOf<"policies.policyEvidence.couldTell">;

/** What decides how a figure is written. */
interface Written {
  unit: string;
  decimals: number;
}

/** Digits after the point: one more than the measure's, three at most, and as many as a change that matters needs to be seen. */
function digitsFor({ decimals }: Written, size: number): number {
  const needed = size > 0 ? Math.ceil(-Math.log10(size) - 1e-9) : 0;
  return Math.max(Math.min(3, decimals + 1), Math.min(4, Math.max(decimals, needed)));
}

/** Digits of a figure that somebody entered. */
function digitsOf(entered: number): number {
  const [digits, exponent = "0"] = String(entered).split("e");
  return Math.max(0, (digits!.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** "4.2 days", "62%". */
export function figureWords(value: number | null, of: Written, size: number, format: Format): string {
  return value === null ? e.none() : written(value, of, digitsFor(of, size), format);
}

/** A limit, as it was entered. */
export function limitWords(limit: number, of: Written, format: Format): string {
  return written(limit, of, digitsOf(limit), format);
}

/** A size that matters, as it was entered: "1.5 points". */
export function sizeWords(size: number, of: Written, format: Format): string {
  return amountOf(size, of, digitsOf(size), format);
}

/** "5.32 → 4.21 days". */
export function levelWords(
  of: Written & { sizeThatMatters: number },
  { before, after }: Outcome["covered"],
  format: Format,
): string {
  const say = (value: number | null, unit = of.unit) => figureWords(value, { ...of, unit }, of.sizeThatMatters, format);
  if (after === null) return say(before);
  return before === null ? say(after) : e.fromTo({ before: say(before, ""), after: say(after) });
}

function written(value: number, { unit }: Written, decimals: number, { locale }: Format): string {
  const fixed = unsigned(value.toFixed(decimals));
  return formatFigure(fixed, { unit: countedUnit(unit, fixed) || null, decimals, locale });
}

/** "0.7 days", "6 points": shares differ in points. */
export function amountWords(value: number, of: Written, size: number, format: Format): string {
  return amountOf(value, of, digitsFor(of, size), format);
}

function amountOf(value: number, of: Written, decimals: number, format: Format): string {
  if (of.unit !== "%") return written(Math.abs(value), of, decimals, format);
  const told = Number(Math.abs(value).toFixed(decimals));
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  // One with a decimal is many: "1.0 points".
  return `${format.number(told, digits)} ${e.points({ count: decimals === 0 ? told : 2 })}`;
}

/** "0.7 days lower"; "the same" where nothing is left after rounding. */
export function differenceWords(value: number, of: Written, size: number, format: Format): string {
  if (Number(value.toFixed(digitsFor(of, size))) === 0) return e.level();
  const amount = amountWords(value, of, size, format);
  return value > 0 ? e.higher({ amount }) : e.lower({ amount });
}

/** Both ends of a range of differences; an end without a bound says so. */
export function rangeWords(
  { low, high }: { low: number | null; high: number | null },
  of: Written,
  size: number,
  format: Format,
) {
  return {
    low: low === null ? e.noBoundBelow() : differenceWords(low, of, size, format),
    high: high === null ? e.noBoundAbove() : differenceWords(high, of, size, format),
  };
}

/** −0 is written 0. */
function unsigned(fixed: string): string {
  return Number(fixed) === 0 ? fixed.replace("-", "") : fixed;
}

/** A key without hyphens, as a message can choose by. */
export function choice(key: string | null): string {
  return (key ?? "").replaceAll("-", "");
}

/** "Helps", "Too early to tell: 7 of 12 weeks". */
export function headlineWords({ verdict, weeks }: Pick<Evidence, "verdict" | "weeks">): string {
  if (verdict === null) return e.evidence();
  return verdict === "too-early" ? e.tooEarlyWeeks(weeks) : w[verdict]();
}

/** The sentence before the chart. */
export function sentenceWords(evidence: Evidence, format: Format): string {
  const { sentence, outcomes, called, design } = evidence;
  const outcome = outcomes.find(({ id }) => id === sentence?.outcome);
  if (!sentence || !outcome) return e.nothingMeasured();
  const { sizeThatMatters: size, name } = outcome;
  const said = sentence.sureness === "told" ? (`told-${called}` as const) : sentence.sureness;
  return e[said]({
    ...{ name, difference: differenceWords(sentence.difference, outcome, size, format) },
    ...{ place: e.place({ design: choice(design) }), ...rangeWords(sentence.range95, outcome, size, format) },
  });
}

/** What one way to settle it says. */
export function settlingWords(
  { key, of, figures }: Settling,
  { outcomes, guardrails }: Evidence,
  format: Format,
): string {
  const outcome = outcomes.find(({ id }) => id === of);
  const name = outcome?.name ?? guardrails.find(({ id }) => id === of)?.name ?? "";
  const amount = (value: number | null | undefined) =>
    outcome && value != null ? amountWords(value, outcome, outcome.sizeThatMatters, format) : "";
  const size = figures.sizeThatMatters;
  const told = { ...figures, name, size: outcome && size != null ? sizeWords(size, outcome, format) : "" };
  // Where no team reported since the start, its number is not what is missing.
  if (key === "more-teams" && figures.covered === 0 && figures.others === 0) return e["settle-measure"]({ name });
  if (key === "more-weeks-before") {
    if (figures.drift === null) return e["settle-more-weeks-before-unbounded"](told as Filling);
    return e["settle-more-weeks-before"]({ ...(told as Filling), drift: amount(figures.drift) });
  }
  if (key === "more-teams-or-weeks") {
    if (figures.reach === null) return e["settle-more-teams-or-weeks-unbounded"](told as Filling);
    return e["settle-more-teams-or-weeks"]({ ...(told as Filling), reach: amount(figures.reach) });
  }
  return e[`settle-${key}`](told as Filling);
}

type Filling = Record<string, string | number>;

/** What an outcome reads as. */
export function wordOf({ word, why }: Pick<Outcome, "word" | "why">): string {
  return word === "cant-tell" ? e[`why-${why ?? "no-data"}`]() : e[`word-${word}`]();
}
