/** A key result as its reader sees it: figures with their unit, and what its track shows. */
import type { OutputOf } from "../../../web/api.ts";
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import type { TrackProps } from "../../../web/ui/track.tsx";
import { formatFigure, formatProgress } from "../figure-format.ts";
import { bandOf } from "./forecast-words.ts";
import catalogue from "./key-result.messages.json";

const m = messages(catalogue);

export type Objective = OutputOf<"okrs.objectives.get">;
export type KeyResult = Objective["keyResults"][number];

/** What is needed of a key result to draw it. */
export type Drawn = Pick<
  KeyResult,
  "title" | "measure" | "unit" | "decimals" | "current" | "progress" | "expected" | "status" | "forecast"
>;

/** "46%", "1.8 h". */
export function figureOf(value: string, { unit, decimals }: Pick<KeyResult, "unit" | "decimals">, format: Format) {
  return formatFigure(value, { unit: unit || null, decimals, locale: format.locale });
}

/** What is to be reached: "55%", "at or above 99.9%", "5 of 5"; "–" for a baseline. */
export function goalWords(keyResult: Pick<KeyResult, "measure" | "unit" | "decimals">, format: Format): string {
  const { measure } = keyResult;
  const say = (value: string) => figureOf(value, keyResult, format);
  switch (measure.kind) {
    case "metric":
      return say(measure.target);
    case "threshold":
      return m[`goal-${measure.operator}`]({ target: say(measure.target) });
    case "range":
      return m["goal-range"]({ low: say(measure.low), high: say(measure.high) });
    case "done":
      return m.done();
    case "baseline":
      return "–";
    default:
      return format.percent(1);
  }
}

/** Where it stands: "46%", "2 of 5", "Not yet"; null before there is anything to say. */
export function nowWords(keyResult: Drawn, format: Format): string | null {
  const { measure, current, progress } = keyResult;
  switch (measure.kind) {
    case "milestones":
      return doneOf(measure.milestones, keyResult);
    case "score-table":
      return doneOf(measure.steps, keyResult);
    case "contributions":
      return progress === null ? null : formatProgress(progress, format.locale);
    case "done":
      return current === null ? null : Number(current) >= 1 ? m.done() : m.notYet();
    default:
      return current === null ? null : figureOf(current, keyResult, format);
  }
}

/** Its track; null for a baseline, which has no way to go. */
export function trackOf(keyResult: Drawn, format: Format, aspirational = false): TrackProps | null {
  const { title, measure, progress, expected, status, current } = keyResult;
  if (measure.kind === "baseline") return null;
  const untold = current === null && (measure.kind === "threshold" || measure.kind === "range");
  return {
    title,
    from: fromWords(keyResult, format),
    now: nowWords(keyResult, format),
    to: goalWords(keyResult, format),
    progress: progress === null || untold ? null : Number(progress),
    pace: expected === null ? null : Number(expected),
    status: status.status,
    forecast: measure.kind === "metric" ? bandOf({ ...keyResult, ...measure }, format.locale) : null,
    aspirational,
  };
}

/** Where it began; empty for what only holds or does not. */
function fromWords(keyResult: Drawn, format: Format): string {
  const { measure } = keyResult;
  if (measure.kind === "metric") return figureOf(measure.start, keyResult, format);
  if (measure.kind === "threshold" || measure.kind === "range") return "";
  return measure.kind === "done" ? m.notYet() : format.percent(0);
}

/** Before anything was reported there is nothing to say. */
function doneOf(steps: readonly { done: boolean }[], { status }: Pick<Drawn, "status">): string | null {
  const done = steps.filter((step) => step.done).length;
  return done === 0 && status.status === "not-started" ? null : m.steps({ done, all: steps.length });
}
