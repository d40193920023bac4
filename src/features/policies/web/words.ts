/** Policies as people read them. */
import type { OutputOf } from "../../../web/api.ts";
import { type Format, useFormat } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./words.messages.json";

export const w = messages(catalogue);

export type Policy = OutputOf<"policies.policies.get">;
export type PolicyInList = OutputOf<"policies.policies.list">["items"][number];
export type Hypothesis = NonNullable<Policy["sealed"]>["as"];
export type Kind = Policy["kind"];
export type Design = NonNullable<Policy["comparison"]>["kind"];
export type Measure = Hypothesis["outcomes"][number]["measure"];

export const arrangements = ["remote-first", "hybrid-flexible", "hybrid-anchored", "office-first"] as const;
export const rules = ["core-hours", "overlap", "meeting-free", "writing-first", "travel"] as const;
export const designs = [
  "randomised-by-team",
  "randomised-on-and-off",
  "difference-in-differences",
  "before-after",
  "comparison",
  "survey",
] as const;
export const questions = ["see-my-line", "know-my-week", "heard", "work-well-from-here", "recommend"] as const;

export function isArrangement(kind: Kind): boolean {
  return arrangements.some((each) => each === kind);
}

/** "0.5 d", "8 points": shares of answers and of check-ins differ in points; confidence has no unit. */
export function amountWords(measure: Measure, amount: string, format: Format): string {
  const number = isNumber(amount) ? format.decimal(amount) : amount;
  const word = unitOfDifference(measure, amount);
  return word ? `${number} ${word}` : number;
}

/** Of a difference between its values. */
export function unitOfDifference(measure: Measure, amount: string): string {
  const unit = unitOf(measure);
  return unit === "%" ? w.points({ count: Number(amount) || 0 }) : countedUnit(unit, amount);
}

const counted = {
  ...{ minute: "minutes", hour: "hours", day: "days", week: "weeks", month: "months", year: "years" },
  ...{ point: "points", person: "people", team: "teams", meeting: "meetings" },
} as const;

/** A unit that is a word for what is counted, as the number before it asks: "1 day", "1.5 days". Any other as it is. */
export function countedUnit(unit: string, amount: string): string {
  const one = (Object.keys(counted) as (keyof typeof counted)[]).find(
    (each) => each === unit || counted[each] === unit,
  );
  return one ? w[`unit-${one}`]({ count: /^-?1$/.test(amount) ? 1 : 0 }) : unit;
}

/** Of its values: "%" of what is a share. */
export function unitOf({ kind, subjects, reads }: Measure): string {
  if (kind === "pulse-question" || reads === "on-time") return "%";
  return subjects[0]?.unit ?? "";
}

export function isNumber(text: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** What of the whole sentence is written in the reader's language. */
export function useSentenceWords() {
  const format = useFormat();
  return {
    format,
    day: (day: string) => (day.slice(0, 4) === format.today().slice(0, 4) ? format.date(day) : format.fullDate(day)),
  };
}

/** What a change of a policy makes untrue. */
export const invalidates = ["policies", "activity.history"] as const;
