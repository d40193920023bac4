/** Scores and targets as people read them. */
import type { OutputOf } from "../../../web/api.ts";
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { figureOf, goalWords, nowWords } from "../../okrs/web/public.tsx";
import catalogue from "./closing.messages.json";

const m = messages(catalogue);

export type Objective = OutputOf<"closing.objectives.get">;
export type KeyResult = Objective["keyResults"][number];
export type Suggested = NonNullable<KeyResult["suggested"]>;

/** Still to be graded, or to be looked at again. */
export function isUngraded({ isGraded, grade }: Pick<KeyResult, "isGraded" | "grade">): boolean {
  return isGraded && (grade === null || grade.isStale);
}

/** "to reach 55%", "to stay within 6.0–10.0 h". */
export function reachWords(keyResult: Pick<KeyResult, "measure" | "unit" | "decimals">, format: Format): string {
  const { measure } = keyResult;
  if (measure.kind !== "range") return m.toReach({ target: goalWords(keyResult, format) });
  const low = figureOf(measure.low, { ...keyResult, unit: "" }, format);
  return m.toStay({ target: `${low}–${figureOf(measure.high, keyResult, format)}` });
}

/** What a change of a grade makes untrue. */
export const invalidates = ["closing", "okrs", "alignment", "focus", "cadence", "activity.history"] as const;

/** "0.7", always with its one decimal; "–" without. */
export function scoreWords(score: string | null, format: Format): string {
  if (score === null) return "–";
  return format.number(Number(score), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Where a key result ended: "46%", "3 of 4"; null without a check-in. */
export function endWords(
  { endValue, ...keyResult }: Pick<KeyResult, "measure" | "unit" | "decimals" | "progress" | "endValue">,
  format: Format,
): string | null {
  return nowWords({ ...keyResult, current: endValue }, format);
}

/** What a grade was given against: "the target 55%", "6 h to 10 h"; empty for what has no target of its own. */
export function targetWords({ targets }: Suggested, of: Pick<KeyResult, "unit" | "decimals">, format: Format): string {
  if (targets === null) return "";
  if (targets.kind === "range") {
    return m.targetRange({ low: figureOf(targets.low, of, format), high: figureOf(targets.high, of, format) });
  }
  return m.targetMetric({ target: figureOf(targets.target, of, format) });
}

/** "middle; 1.0 was expected". */
export function suggestedWhy({ band, asExpected }: Suggested, commitment: string): string {
  return m.suggestedWhy({ band: m[band](), expected: asExpected ? m.asExpected() : m.notAsExpected({ commitment }) });
}
