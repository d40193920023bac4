/** The figures of a check-in as its reader writes them. */
import type { Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import { formatFigure, formatProgress } from "../../okrs/web/public.tsx";
import catalogue from "./check-in.messages.json";
import { type Report, type Subject, stepsOf } from "./draft.ts";

const m = messages(catalogue);

type KeyResult = Subject["keyResult"];

/** "4.1 d"; "–" without a number. */
export function figure(value: string | null, { unit, decimals }: KeyResult, { locale }: Format): string {
  return value === null ? "–" : formatFigure(value, { unit: unit || null, decimals, locale });
}

/** What is to be reached, beside the title: "lower is better, target 2.0". */
export function aimOf(keyResult: KeyResult, format: Format): string {
  const { measure } = keyResult;
  const say = (value: string) => figure(value, keyResult, format);
  switch (measure.kind) {
    case "metric":
      return (Number(measure.target) < Number(measure.start) ? m.lower : m.higher)({ target: say(measure.target) });
    case "threshold":
      return m[measure.operator]({ target: say(measure.target) });
    case "range":
      return m.range({ low: say(measure.low), high: say(measure.high) });
    case "milestones":
    case "score-table":
      return stepsDone(stepsOf(measure).filter(({ done }) => done).length, keyResult);
    case "done":
      return m.doneOrNot();
    default:
      return m[measure.kind]();
  }
}

/** Where it stood before: "4.1", "2 of 5 done", "Not yet"; null where it has no such word. */
export function standsAt(keyResult: KeyResult, format: Format): string | null {
  const { measure, current } = keyResult;
  if (measure.kind === "done") return current === "1" ? m.done() : m.notYet();
  if (measure.kind === "contributions") return formatProgress(keyResult.progress, format.locale);
  const steps = stepsOf(measure);
  if (steps.length > 0) return stepsDone(steps.filter(({ done }) => done).length, keyResult);
  return current === null ? null : figure(current, keyResult, format);
}

/** What is reported, in the same words. */
export function reported({ value, milestonesDone, done }: Report, keyResult: KeyResult, format: Format): string | null {
  if (value !== undefined) return figure(String(value), keyResult, format);
  if (milestonesDone) return stepsDone(milestonesDone.length, keyResult);
  if (done !== undefined) return done ? m.done() : m.notYet();
  return null;
}

function stepsDone(done: number, { measure }: KeyResult): string {
  return m.steps({ done, all: stepsOf(measure).length });
}
