import { type Decimal, exact, ratio } from "./decimals.ts";

/** What was said of a key result while it was open, and how it ended. */
export interface Said {
  /** 0–10 */
  confidence: number;
  reached: boolean;
}

export interface Calibration {
  /** One row for each confidence that was ever said, 0–10. */
  rows: { confidence: number; said: number; reached: number | null; share: Decimal | null }[];
  said: number;
  /** Mean of (confidence/10 − reached)², 0 is perfect, 0.25 is what always saying 5 gives; null under the minimum. */
  brier: Decimal | null;
  /** Mean confidence/10 minus the share reached: above 0 is too hopeful. null under the minimum. */
  tooHopefulBy: Decimal | null;
}

/** Fewest statements that a share is told of: under it one key result more or less turns the picture. */
export const LEAST_SAID = 5;

/**
 * How a team's confidence compares with what came (said 7, reached how often?): the reliability table and the score of
 * Brier (1950, "Verification of forecasts expressed in terms of probability"). It is told of teams, never of a person.
 */
export function calibration(statements: readonly Said[], least: number = LEAST_SAID): Calibration {
  const rows = [...Map.groupBy(statements, ({ confidence }) => confidence)]
    .sort(([one], [other]) => one - other)
    .map(([confidence, some]) => {
      const reached = some.filter((each) => each.reached).length;
      if (some.length < least) return { confidence, said: some.length, reached: null, share: null };
      return { confidence, said: some.length, reached, share: ratio(exact(reached).div(some.length)) };
    });
  const said = statements.length;
  if (said < least || said === 0) return { rows, said, brier: null, tooHopefulBy: null };
  const errors = statements.map(({ confidence, reached }) => confidence - (reached ? 10 : 0));
  return {
    rows,
    said,
    brier: ratio(exact(errors.reduce((sum, error) => sum + error * error, 0)).div(100 * said)),
    tooHopefulBy: ratio(exact(errors.reduce((sum, error) => sum + error, 0)).div(10 * said)),
  };
}
