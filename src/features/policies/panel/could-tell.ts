import { type Design, describesOnly } from "../evidence/designs/design.ts";
import { detectable, detectableOnAndOff, spreadOf } from "../evidence/inference/detectable.ts";
import type { TeamWeek } from "../evidence/panel.ts";

/** How many teams and weeks a plan has. */
export interface Size {
  teams: { covered: number; others: number };
  weeks: { before: number; after: number };
  outcomes: number;
  /** Where it goes on and off. */
  blocks?: { weeksEach: number; pairs: number };
}

/**
 * The smallest difference that would be told from chance four times in five, by what these teams' weeks did without the
 * policy; null where too little is known of them, or the design only describes.
 */
export function smallestTold(history: readonly TeamWeek[], kind: Design["kind"], size: Size): number | null {
  if (describesOnly({ kind } as Design)) return null;
  const spread = history.length === 0 ? null : spreadOf(history);
  if (!spread) return null;
  const { teams, weeks, outcomes, blocks } = size;
  const found =
    kind === "randomised-on-and-off" && blocks
      ? detectableOnAndOff(spread, { teams: teams.covered, outcomes, ...blocks })
      : detectable(spread, { teams, weeks, outcomes });
  return Number.isFinite(found) ? found : null;
}
