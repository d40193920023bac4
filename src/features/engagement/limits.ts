/** From how many answers on a pulse says anything. Thresholds may be raised and never lowered (PRODUCT: "Anonymity of pulse"). */
export interface Limits {
  /** Fewest answers behind a figure, and behind anything that figures can be combined to. */
  answers: number;
  /** Fewest answers behind a list of comments. */
  comments: number;
  /**
   * So many others must stand around fewer than `answers` people who joined, left or moved since an earlier pulse.
   * Whoever subtracts one pulse from the next learns of those few only if everyone else answered as before: if no more
   * than one in seven changes their mind or takes part differently, (6/7)^20 is less than 5 %. Infinity never shows.
   */
  crowd: number;
}

export const LIMITS: Limits = { answers: 5, comments: 10, crowd: 20 };

/** Days for which a pulse is held against those that follow: whoever remembers longer subtracts old opinions. */
const REMEMBERED_DAYS = 365;

/** Whether a pulse that closed on one day (YYYY-MM-DD) is still held against one that is launched on another. */
export function isRemembered(closedOn: string, launchedOn: string): boolean {
  return Date.parse(launchedOn) - Date.parse(closedOn) <= REMEMBERED_DAYS * 86_400_000;
}

/** The limits of an organisation: its own where they are higher, ours everywhere else. */
export function limitsOf(wished: Partial<Limits>): Limits {
  return {
    answers: Math.max(LIMITS.answers, wished.answers ?? 0),
    comments: Math.max(LIMITS.comments, wished.comments ?? 0),
    crowd: Math.max(LIMITS.crowd, wished.crowd ?? 0),
  };
}
