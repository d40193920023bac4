/** How key results and objectives end: rows go in, what is suggested and what stands come out. */
import {
  bandOf,
  type Commitment,
  clamped,
  type Decimal,
  decimal,
  type MeasureColumns,
  measureOf,
  objectiveScore,
  oneDecimal,
  plain,
  progressOf,
  type Suggested,
  suggestedScore,
  type Targets,
} from "../okrs/public.ts";

/** An amendment corrects what it names: a score, an end value or both. */
export interface Amended {
  keyResultId: string | null;
  score: Decimal | null;
  endValue: Decimal | null;
}

export interface EndedKeyResult extends MeasureColumns {
  id: string;
  state: string;
  weight: Decimal;
  currentValue: Decimal | null;
  progress: Decimal | null;
  targetChanges: readonly { before: unknown; after: unknown; reason: string }[] | null;
  grade: { score: Decimal | null; endValue: Decimal | null; suggested: Decimal | null } | null;
}

export interface KeyResultEnding {
  endValue: Decimal | null;
  /** Raw, at its end value. */
  progress: Decimal | null;
  suggested: Suggested;
  /** As amended, else as graded; null without either. */
  score: Decimal | null;
  /** It moved since it was graded. */
  isStale: boolean;
  /** Dropped and postponed ones end without a grade. */
  isGraded: boolean;
}

/** How a key result ends; `amendments` are its objective's, oldest first. */
export function keyResultEnding(
  row: EndedKeyResult,
  commitment: Commitment,
  amendments: readonly Amended[],
): KeyResultEnding {
  const own = amendments.filter(({ keyResultId }) => keyResultId === row.id);
  const current = row.currentValue === null ? null : plain(row.currentValue);
  const endValue = own.findLast((each) => each.endValue !== null)?.endValue ?? current;
  const changes = (row.targetChanges ?? []).map(({ before, after, reason }) => {
    return { before: before as Targets, after: after as Targets, reason };
  });
  const contributed = row.progress === null ? null : plain(row.progress);
  const { grade } = row;
  const measure = measureOf(row);
  const standing = { value: endValue, contributed };
  const suggested = suggestedScore(measure, standing, commitment, changes);
  const moved =
    grade && (scoreOf(grade.endValue) !== current || scoreOf(grade.suggested) !== (suggested.now?.score ?? null));
  return {
    endValue: endValue === null ? null : plain(endValue),
    progress: progressOf(measure, standing),
    suggested,
    score: scoreOf(own.findLast((each) => each.score !== null)?.score ?? grade?.score ?? null),
    isStale: moved === true,
    isGraded: row.state !== "dropped" && row.state !== "postponed",
  };
}

/**
 * The suggested score of an objective, one decimal: the mean of its key results' scores by weight; one without key
 * results of its own takes the progress of what contributes to it. null where nothing is left to grade.
 */
export function objectiveSuggestion(
  commitment: Commitment,
  progress: Decimal | null,
  keyResults: readonly { row: EndedKeyResult; ending: KeyResultEnding }[],
): Decimal | null {
  if (keyResults.length === 0) {
    return commitment === "learning" || progress === null ? null : oneDecimal(decimal(clamped(progress)));
  }
  const terms = keyResults.map(({ row, ending }) => ({
    id: row.id,
    weight: row.weight,
    score: ending.score,
    state: ending.isGraded ? ("open" as const) : ("dropped" as const),
  }));
  const mean = objectiveScore(commitment, terms);
  return mean === null ? null : oneDecimal(mean);
}

/** What an objective ended with: as amended, else as it was closed. */
export function finalScore(closed: Decimal | null | undefined, amendments: readonly Amended[]): Decimal | null {
  const own = amendments.filter(({ keyResultId, score }) => keyResultId === null && score !== null);
  return scoreOf(own.at(-1)?.score ?? closed ?? null);
}

export function bandOrNull(score: Decimal | null) {
  return score === null ? null : bandOf(score);
}

function scoreOf(score: Decimal | null): Decimal | null {
  return score === null ? null : plain(score);
}
