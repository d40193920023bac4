/** The facts that closing records. A private objective's are visible to its owner alone. */
import type { Fact } from "../../platform/database/record.ts";

/** [was, is] */
type Change = [unknown, unknown];

interface Closed {
  id: string;
  /** A private objective's owner, who alone may see it; null where others may. */
  visibleTo: string | null;
}

export function keyResultGraded(
  { id, visibleTo }: Closed,
  facts: { objectiveId: string; score: Change; suggested: string | null; notYetObservable: boolean; next: Change },
): Fact {
  return { kind: "key-result-graded", subject: { kind: "key-result", id }, facts, visibleTo };
}

export function objectiveGraded(
  { id, visibleTo }: Closed,
  facts: { score: Change; suggested: string | null; outcome: Change; next: Change },
): Fact {
  return { kind: "objective-graded", subject: { kind: "objective", id }, facts, visibleTo };
}

export function objectiveGradeTakenBack({ id, visibleTo }: Closed, facts: { score: string | null }): Fact {
  return { kind: "objective-grade-taken-back", subject: { kind: "objective", id }, facts, visibleTo };
}

export function gradeAmended(
  { id, visibleTo }: Closed,
  facts: { amendmentId: string; keyResultId: string | null; reason: string; score?: Change; endValue?: Change },
): Fact {
  return { kind: "grade-amended", subject: { kind: "objective", id }, facts, visibleTo };
}

/** Told of what goes on in the later cycle. */
export function rolledOverFrom(
  { id, visibleTo }: Closed,
  facts: { from: string; fromCycle: string; keyResultIds: readonly string[] },
): Fact {
  return { kind: "objective-rolled-over", subject: { kind: "objective", id }, facts: { ...facts }, visibleTo };
}

/** Told of the cycle; what is written in it is told to nobody. */
export function retrospectiveFact(
  kind: "retrospective-started" | "retrospective-opened",
  cycleId: string,
  facts: { retrospectiveId: string; teamId: string | null; named: boolean },
): Fact {
  return { kind, subject: { kind: "cycle", id: cycleId }, facts };
}

/** For the eyes of who wrote alone: that somebody did says who. */
export function noteWritten(retrospectiveId: string, memberId: string): Fact {
  const subject = { kind: "retrospective", id: retrospectiveId };
  return { kind: "retrospective-note-written", subject, facts: {}, visibleTo: memberId };
}
