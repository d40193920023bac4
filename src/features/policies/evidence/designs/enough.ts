import { type Design, TEAMS_AN_ARM } from "./design.ts";
import { canCarryVerdict, possibleBlocks, possibleSets } from "./lot.ts";

/** Teams that are to be compared; before the decision date they count though they have not reported yet. */
export interface Planned {
  covered: number;
  others: number;
}

/** Whether so many teams could carry a verdict in this design, with so many outcomes tested. */
export function areEnough({ covered, others }: Planned, design: Design, outcomes: number): boolean {
  if (design.kind === "randomised-by-team") return canCarryVerdict(possibleSets(covered + others, covered), outcomes);
  if (design.kind === "randomised-on-and-off")
    return canCarryVerdict(possibleBlocks(covered, design.blocks.pairs), outcomes);
  return (design.kind === "before-after" ? covered : Math.min(covered, others)) >= TEAMS_AN_ARM;
}
