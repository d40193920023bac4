import type { Fields } from "../answer.ts";
import type { Language } from "../languages/words.ts";
import { type Decided, shown } from "./reasons.ts";
import { tidied } from "./split.ts";

/**
 * A text that says the outcome with its start and target, in the words that are there: the measure that was named
 * beside it, the aim behind "so that" or "to", or the wish itself. Null where a figure or a measure is missing; the
 * coach invents neither.
 */
export function rewriteOf({ evidence, judgement, context }: Decided): string | null {
  const { reading, figures, parts } = evidence;
  const part = parts[0];
  if (!part || evidence.parts.length > 1) return null;
  const road =
    roadOf(context.fields, reading.language) ??
    (figures.start && figures.target && judgement.verdict !== "outcome"
      ? written(reading.language, shown(figures.start), shown(figures.target))
      : null);
  const measure = context.fields?.measure?.trim();
  if (measure && road && judgement.verdict !== "outcome") return tidied(`${measure} ${road}`);
  const aim = part.tails.find(({ kind }) => kind === "purpose" || kind === "so-that");
  if (aim) {
    const text = tidied(reading.plain.slice(aim.from, aim.to));
    const figured = figures.all.some(({ from }) => from >= aim.from && from < aim.to);
    if (figured) return text;
    return road ? `${text} ${road}` : null;
  }
  const wish = judgement.verdict === "unsure" && figures.all.length === 0;
  const bare = judgement.verdict === "outcome" && figures.all.length === 0;
  return road && (wish || bare) ? `${tidied(reading.plain.slice(part.clause.from, part.clause.to))} ${road}` : null;
}

/** "from 58 % to 72 %", of the fields. */
export function roadOf(fields: Fields | undefined, language: Language): string | null {
  if (!fields?.baseline || !fields.target || Number(fields.baseline) === Number(fields.target)) return null;
  const unit = fields.unit?.trim() ? ` ${fields.unit.trim()}` : "";
  return written(language, `${fields.baseline}${unit}`, `${fields.target}${unit}`);
}

function written(language: Language, start: string, target: string): string {
  const [from, to] = ROADS[language];
  return `${from} ${start} ${to} ${target}`;
}

const ROADS: Record<Language, [string, string]> = {
  en: ["from", "to"],
  de: ["von", "auf"],
  es: ["de", "a"],
  fr: ["de", "à"],
  pt: ["de", "para"],
};
