import { type Decimal, decimal, exact } from "./decimals.ts";
import { type Commitment, goalReached, goalShare } from "./goal.ts";
import type { Measure, Refusal } from "./measures.ts";
import { type Current, clamped, progressOf } from "./progress.ts";
import { rollUp, type State } from "./roll-up.ts";
import { type TargetChange, type Targets, targetsOf } from "./targets.ts";

/** What a learning objective ends with; "not yet observable" is a legal end of any other too. */
export const OUTCOMES = ["validated", "invalidated", "not-yet-observable"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Band = "low" | "middle" | "high";

/** One grade, with the targets it was given against. */
export interface Grade {
  /** null for a measure without targets of its own: milestones, done or not, contributions. */
  targets: Targets | null;
  /** Progress, clamped to 0–1, unrounded. */
  exactly: Decimal;
  /** One decimal, half up. */
  score: Decimal;
  band: Band;
  /** Whether it is what its commitment expects: 1.0, or 0.7 where aspirational (PRODUCT: "Scoring"). */
  asExpected: boolean;
}

export interface Suggested {
  /** null where there is nothing to grade: a baseline, no contributions. */
  now: Grade | null;
  /** Against each target that was changed, oldest first; a target that came back is not repeated. */
  before: Grade[];
}

/** The suggested score of a key result (PRODUCT: "Scoring"): its progress at the end, graded against every target it had. */
export function suggestedScore(
  measure: Measure,
  current: Current,
  commitment: Commitment,
  changes: readonly TargetChange[],
): Suggested {
  const now = targetsOf(measure);
  const earlier = new Map(changes.map(({ before }) => [JSON.stringify(before), before]));
  if (now) earlier.delete(JSON.stringify(now));
  return {
    now: gradeAgainst(measure, current, commitment),
    before: [...earlier.values()].flatMap((targets) => {
      const grade = gradeAgainst({ ...measure, ...targets } as Measure, current, commitment);
      return grade ? [grade] : [];
    }),
  };
}

/** One decimal, half up, for the band: 0.65 reads 0.7. */
export function oneDecimal(score: Decimal): Decimal {
  return decimal(exact(score).round(1));
}

/** 0.0–0.3 low, 0.4–0.6 middle, 0.7–1.0 high, of the score as it reads. */
export function bandOf(score: Decimal): Band {
  const read = exact(oneDecimal(score));
  if (read.gte("0.7")) return "high";
  return read.gte("0.4") ? "middle" : "low";
}

/** Why a grade cannot be kept: it lies in 0–1 with one decimal, and one that is not the suggested needs a note. */
export function gradeRefusals(grade: { score: Decimal; note: string }, suggested: Decimal | null): Refusal[] {
  const { score, note } = grade;
  if (!/^(0(\.\d)?|1(\.0)?)$/.test(score)) {
    return [{ field: "score", expected: "a score from 0.0 to 1.0 with one decimal", todo: "Write for example 0.7." }];
  }
  if (note.trim() !== "" || (suggested !== null && exact(score).eq(oneDecimal(suggested)))) return [];
  const todo = "Say what the number does not show; the suggested score stays visible beside yours.";
  return [{ field: "note", expected: "a note, because the score is not the suggested one", todo }];
}

/** Why an objective cannot end so: a learning one ends with an outcome, any other may be "not yet observable" only. */
export function outcomeRefusals(commitment: Commitment, outcome: Outcome | null): Refusal[] {
  if (commitment === "learning" && outcome === null) {
    const todo = "Say whether what you believed was confirmed, refuted, or cannot be seen yet.";
    return [{ field: "outcome", expected: "validated, invalidated or not yet observable", todo }];
  }
  if (commitment === "learning" || outcome === null || outcome === "not-yet-observable") return [];
  const todo = "Grade it with a score, or make it a learning objective.";
  return [{ field: "outcome", expected: "no outcome, or not yet observable", todo }];
}

/**
 * The suggested score of an objective: the mean of its key results' scores by weight, as in the roll-up. Dropped,
 * postponed and not yet observable ones are left out; null where nothing is left, and for learning objectives.
 */
export function objectiveScore(
  commitment: Commitment,
  keyResults: readonly { id: string; score: Decimal | null; weight: Decimal; state: State }[],
): Decimal | null {
  if (commitment === "learning") return null;
  const terms = keyResults.map(({ id, score, weight, state }) => {
    return { kind: "key-result" as const, id, progress: score, weight, state };
  });
  return rollUp(terms).progress;
}

function gradeAgainst(measure: Measure, current: Current, commitment: Commitment): Grade | null {
  const progress = progressOf(measure, current);
  if (progress === null) return null;
  const exactly = decimal(clamped(progress));
  const isShare = measure.kind !== "threshold" && measure.kind !== "range";
  return {
    targets: targetsOf(measure),
    exactly,
    score: oneDecimal(exactly),
    band: bandOf(exactly),
    asExpected: isShare ? exact(exactly).gte(goalShare(commitment)) : goalReached(measure, current, commitment),
  };
}
