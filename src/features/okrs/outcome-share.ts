import { exact, ratio } from "./decimals.ts";

/** Under three key results one more or less moves the share by a third or more, which says nothing of a habit. */
export const FEWEST_KEY_RESULTS = 3;

/** outcomes ÷ key results, 0 to 1; null where there are too few to say. */
export function outcomeShare(outcomes: number, keyResults: number): string | null {
  return keyResults < FEWEST_KEY_RESULTS ? null : ratio(exact(outcomes).div(keyResults));
}
