import type { End } from "./ended.ts";
import type { Refusal } from "./measures.ts";
import type { Proposed, Status } from "./status.ts";

/** A person's word against the rule's. Taking it back is one step: there is then none. */
export interface Overrule {
  status: Verdict;
  reason: string;
  memberId: string;
  /** Instant, ISO 8601. */
  at: string;
}

export const VERDICTS = ["on-track", "at-risk", "off-track"] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ShownStatus {
  status: Status;
  /** What the rule says; stays visible beside a person's status. */
  proposed: Proposed;
  /** The overrule that decides now; null when the rule does. */
  overrule: Overrule | null;
  /** What it ended with, beside *Closed* and *Achieved*; null while it goes on, and where it was dropped or postponed. */
  end: End | null;
}

/**
 * The status to show (PRODUCT: "A person may overrule with a reason"). An overrule replaces a verdict of the rule only:
 * dropped, paused, achieved, not started and no update are facts, and nothing is green without data.
 */
export function shownStatus(proposed: Proposed, overrule: Overrule | null, end: End | null = null): ShownStatus {
  const decides = overrule !== null && isVerdict(proposed.status) ? overrule : null;
  const isClosed = proposed.status === "closed" || proposed.status === "achieved";
  return { status: decides?.status ?? proposed.status, proposed, overrule: decides, end: isClosed ? end : null };
}

/** Why a status cannot be overruled so; empty when it can. */
export function overruleRefusals(overrule: { status: string; reason: string }, proposed: Proposed): Refusal[] {
  const wrong: Refusal[] = [];
  if (!isVerdict(proposed.status)) {
    const expected = "a status that the rule found from check-ins";
    wrong.push({ field: "status", expected, todo: "Check in first; paused and ended ones keep their status." });
  } else if (!isVerdict(overrule.status)) {
    wrong.push({ field: "status", expected: "on track, at risk or off track", todo: "Choose one of the three." });
  }
  if (overrule.reason.trim() === "") {
    wrong.push({ field: "reason", expected: "a reason", todo: "Say what you know that the numbers do not show." });
  }
  return wrong;
}

function isVerdict(status: string): status is Verdict {
  return (VERDICTS as readonly string[]).includes(status);
}
