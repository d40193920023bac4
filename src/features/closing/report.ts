/** A cycle in numbers: how many objectives ended how. */
import { bandOf, type Commitment, type Decimal, exact, type Outcome } from "../okrs/public.ts";

export interface ReportedEnd {
  commitment: Commitment;
  score: Decimal | null;
  outcome: Outcome | null;
  isClosed: boolean;
}

/** Whether a score is what its commitment expects: 1.0, or 0.7 where aspirational (PRODUCT: "Scoring"). */
export function isAsExpected({ commitment, score }: Pick<ReportedEnd, "commitment" | "score">): boolean | null {
  if (score === null) return null;
  return exact(score).gte(commitment === "aspirational" ? "0.7" : "1");
}

/** Each objective is counted once by its band, its outcome, or as ungraded. */
export function totalsOf(ends: readonly ReportedEnd[]) {
  const closed = ends.filter(({ isClosed }) => isClosed);
  const bands = closed.flatMap(({ score }) => (score === null ? [] : [bandOf(score)]));
  const counted = (wanted: string) => bands.filter((band) => band === wanted).length;
  const ending = (wanted: Outcome) => closed.filter(({ outcome }) => outcome === wanted).length;
  const [validated, invalidated, notYetObservable] = [
    ending("validated"),
    ending("invalidated"),
    ending("not-yet-observable"),
  ];
  return {
    objectives: ends.length,
    high: counted("high"),
    middle: counted("middle"),
    low: counted("low"),
    asExpected: closed.filter((end) => isAsExpected(end) === true).length,
    validated,
    invalidated,
    notYetObservable,
    ungraded: ends.length - bands.length - validated - invalidated - notYetObservable,
  };
}
