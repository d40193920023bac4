/** What has ended, and what it ended with. */
import { type Decimal, exact } from "./decimals.ts";
import { type Commitment, goalShare } from "./goal.ts";
import { plain } from "./measure-columns.ts";
import type { State } from "./roll-up.ts";
import { type Outcome, oneDecimal } from "./scoring.ts";

/** What stands beside the status of what is closed; both null where it was closed without a grade. */
export interface End {
  /** One decimal. */
  score: Decimal | null;
  outcome: Outcome | null;
}

export interface EndColumns {
  /** What the score stands for, unrounded. */
  endScore: Decimal | null;
  endOutcome: string | null;
}

/**
 * The state that counts, in the order of PRODUCT ("Precedence"): what ended keeps its end; else it ends with its
 * objective, and with its cycle; what is paused is so alone or with its objective.
 */
export function stateOf(own: State, { objective = "open", isOver }: { objective?: State; isOver: boolean }): State {
  if (hasEnded(own)) return own;
  if (hasEnded(objective)) return objective;
  if (isOver) return "closed";
  return own === "paused" || objective === "paused" ? "paused" : "open";
}

export function hasEnded(state: State): boolean {
  return state === "dropped" || state === "postponed" || state === "closed";
}

export function endOf({ endScore, endOutcome }: EndColumns): End {
  return { score: endScore === null ? null : oneDecimal(plain(endScore)), outcome: endOutcome as Outcome | null };
}

/** Whether what it ended with is what its commitment expects; null without a score: then its figures tell. */
export function endedAtGoal({ endScore }: EndColumns, commitment: Commitment): boolean | null {
  return endScore === null ? null : exact(endScore).gte(goalShare(commitment));
}
