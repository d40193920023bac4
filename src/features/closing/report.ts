/** A cycle in numbers: how many objectives ended how. */

import { bandOf, type Commitment, type Decimal, exact, type Outcome } from "../okrs/public.ts";
import { standsFor } from "./ending.ts";

export interface ReportedEnd {
  score: Decimal | null;
  asExpected: boolean | null;
  outcome: Outcome | null;
  isClosed: boolean;
}

interface Scored {
  commitment: Commitment;
  score: Decimal | null;
  /** What was suggested, unrounded. */
  exactly: Decimal | null;
}

/**
 * Whether it came to what its commitment expects: 1.0, or 0.7 where aspirational (PRODUCT: "Scoring"). A score that is
 * the suggested one counts unrounded, so 0.9545 reads 1.0 and was missed; one that somebody gave counts as given.
 */
export function isAsExpected({ commitment, score, exactly }: Scored): boolean | null {
  const stood = standsFor(score, exactly);
  if (stood === null) return null;
  return exact(stood).gte(commitment === "aspirational" ? "0.7" : "1");
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
    asExpected: closed.filter(({ asExpected }) => asExpected).length,
    validated,
    invalidated,
    notYetObservable,
    ungraded: ends.length - bands.length - validated - invalidated - notYetObservable,
  };
}
