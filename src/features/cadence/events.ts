import type { Fact } from "../../platform/database/record.ts";

/** [was, is] */
type Change = [unknown, unknown];

interface Checked {
  keyResultId: string;
  objectiveId: string;
  checkInId: string;
  /** A private objective's owner, who alone may see it; null where others may. */
  visibleTo: string | null;
}

/** Told of the key result, so that its history holds it and its objective rolls up. */
export function checkInRecorded(
  { keyResultId, visibleTo, ...ids }: Checked,
  changes: { value: Change; progress: Change; confidence: Change; milestonesDone?: readonly string[] },
): Fact {
  const subject = { kind: "key-result", id: keyResultId };
  return { kind: "check-in-recorded", subject, facts: { ...ids, ...changes }, visibleTo };
}

/** `changes` maps each corrected field to what it was and what it is. */
export function checkInChanged({ keyResultId, visibleTo, ...ids }: Checked, changes: Record<string, Change>): Fact {
  const subject = { kind: "key-result", id: keyResultId };
  return { kind: "check-in-changed", subject, facts: { ...ids, ...changes }, visibleTo };
}

interface Asked {
  askId: string;
  checkInId: string;
  keyResultId: string;
  toMemberId: string;
  visibleTo: string | null;
}

export function askMade({ askId, visibleTo, ...ids }: Asked): Fact {
  return { kind: "ask-made", subject: { kind: "ask", id: askId }, facts: ids, visibleTo };
}

/** `changes` maps what of the ask changed, and whom it asks, to what it was and what it is. */
export function askChanged(
  { askId, visibleTo, toMemberId: _, ...ids }: Asked,
  changes: { askText?: Change; askOf?: Change },
): Fact {
  return { kind: "ask-changed", subject: { kind: "ask", id: askId }, facts: { ...ids, ...changes }, visibleTo };
}

export function askClosed({ askId, visibleTo, ...ids }: Asked): Fact {
  return { kind: "ask-closed", subject: { kind: "ask", id: askId }, facts: ids, visibleTo };
}

/** Told once it hangs on another key result. */
export function askMoved({ askId, visibleTo, ...ids }: Asked): Fact {
  return { kind: "ask-moved", subject: { kind: "ask", id: askId }, facts: ids, visibleTo };
}
