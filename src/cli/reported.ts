/** What a person types as where a key result stands, by how it is measured. */
import { refusal } from "../client/problem-words.ts";
import type { OutputOf } from "../web/api.ts";

export type Measure = OutputOf<"okrs.keyResults.get">["measure"];
export type Reported = { value: string } | { milestonesDone: string[] } | { done: boolean };

/** Steps by their numbers from 1 ("1,3", "all", "none"), done or not as yes or no, else a number as it is typed. */
export function reportedBy(measure: Measure, typed: string): Reported {
  const steps = stepsOf(measure);
  if (steps) return { milestonesDone: stepsDone(steps, typed) };
  if (measure.kind !== "done") return { value: typed };
  if (/^(y|yes|done|true)$/i.test(typed)) return { done: true };
  if (/^(n|no|not done|false)$/i.test(typed)) return { done: false };
  throw refusal("value", "yes or no", "Say yes when it is done.");
}

/** The question that is asked for it. */
export function questionOf(measure: Measure, unit: string, now: string): string {
  if (measure.kind === "done") return "Done? (yes or no)";
  const steps = stepsOf(measure);
  if (!steps) return `Value now${unit ? ` in ${unit}` : ""} (was ${now})`;
  const list = steps.map(({ title, done }, index) => `  ${index + 1}. ${done ? "✓" : "·"} ${title}`).join("\n");
  return `${list}\nWhich are done now? (numbers with commas, all or none)`;
}

function stepsOf(measure: Measure) {
  if (measure.kind === "milestones") return measure.milestones;
  return measure.kind === "score-table" ? measure.steps : undefined;
}

function stepsDone(steps: readonly { id: string }[], typed: string): string[] {
  if (/^none$/i.test(typed)) return [];
  if (/^all$/i.test(typed)) return steps.map(({ id }) => id);
  return typed.split(",").map((word) => {
    const step = /^\d+$/.test(word.trim()) ? steps[Number(word) - 1] : undefined;
    if (!step)
      throw refusal(
        "value",
        `numbers from 1 to ${steps.length} with commas, all or none`,
        "Name every step that is done now.",
      );
    return step.id;
  });
}
