/** How key results and objectives end: rows go in, what is suggested and what stands come out. */
import {
  bandOf,
  type Commitment,
  clamped,
  type Decimal,
  decimal,
  exact,
  type Measure,
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
  lastCheckInAt: string | null;
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
  /** What that score stands for, unrounded, so that an objective is rounded once. */
  exactly: Decimal | null;
  /** Nobody ever said where it stands, so nothing is suggested. */
  isUnreported: boolean;
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
  const progress = progressOf(measure, standing);
  const isUnreported = row.lastCheckInAt === null && endValue === null && standsNowhere(measure, progress);
  const suggested = isUnreported ? nothingSuggested : suggestedScore(measure, standing, commitment, changes);
  const score = scoreOf(own.findLast((each) => each.score !== null)?.score ?? grade?.score ?? null);
  const isSuggestedAnew = !isUnreported && scoreOf(grade?.suggested ?? null) !== (suggested.now?.score ?? null);
  return {
    endValue: endValue === null ? null : plain(endValue),
    progress,
    suggested,
    score,
    exactly: standsFor(score, suggested.now?.exactly ?? null),
    isUnreported,
    isStale: grade !== null && (scoreOf(grade.endValue) !== current || isSuggestedAnew),
    isGraded: row.state !== "dropped" && row.state !== "postponed",
  };
}

const nothingSuggested: Suggested = { now: null, before: [] };

/** A measure that check-ins move and that stands where it began; contributions move theirs by themselves. */
function standsNowhere({ kind }: Measure, progress: Decimal | null): boolean {
  if (kind === "contributions" || kind === "baseline") return false;
  return progress === null || exact(progress).eq(0);
}

/** What a score says exactly: the measured figure where it is that figure rounded, else the score as somebody gave it. */
export function standsFor(score: Decimal | null, exactly: Decimal | null): Decimal | null {
  if (score === null || exactly === null) return score;
  return exact(score).eq(oneDecimal(exactly)) ? exactly : score;
}

/**
 * What is suggested for an objective, unrounded: the mean of what its key results' scores stand for, by weight; one
 * without key results of its own takes the progress of what contributes to it. null where nothing is left to grade.
 */
export function objectiveExactly(
  commitment: Commitment,
  progress: Decimal | null,
  keyResults: readonly { row: EndedKeyResult; ending: KeyResultEnding }[],
): Decimal | null {
  if (keyResults.length === 0) {
    return commitment === "learning" || progress === null ? null : decimal(clamped(progress));
  }
  const terms = keyResults.map(({ row, ending }) => ({
    id: row.id,
    weight: row.weight,
    score: ending.exactly,
    state: ending.isGraded ? ("open" as const) : ("dropped" as const),
  }));
  return objectiveScore(commitment, terms);
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
