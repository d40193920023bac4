/** The facts that OKRs record. A private objective's are visible to its owner alone. */
import type { Fact } from "../../platform/database/record.ts";

/** Field → [was, is]. */
export type Changes = Record<string, [unknown, unknown]>;

/** Whose eyes a fact about an objective is for; null: everyone who may see the objective. */
export function visibleTo(objective: { private: boolean; ownerId: string | null }): string | null {
  return objective.private ? objective.ownerId : null;
}

export function cycleFact(
  kind: "cycle-created" | "cycle-changed" | "cycle-state-changed",
  id: string,
  facts: Record<string, unknown>,
): Fact {
  return { kind, subject: { kind: "cycle", id }, facts };
}

type ObjectiveFactKind =
  | "objective-created"
  | "objective-changed"
  | "objective-shown"
  | "objective-state-changed"
  | "objective-learned"
  | "objective-removed"
  | "objective-status-overruled"
  | "objective-status-resumed"
  | "key-results-reordered"
  | "health-metric-created"
  | "health-metric-changed"
  | "health-metric-measured"
  | "health-metric-removed"
  /** The roll-up found another progress. */
  | "objective-moved"
  | "support-created"
  | "support-changed"
  | "support-removed";

export function objectiveFact(
  kind: ObjectiveFactKind,
  objective: { id: string; private: boolean; ownerId: string | null },
  facts: Record<string, unknown> = {},
): Fact {
  return { kind, subject: { kind: "objective", id: objective.id }, facts, visibleTo: visibleTo(objective) };
}

type KeyResultFactKind =
  | "key-result-created"
  | "key-result-changed"
  | "key-result-target-changed"
  | "key-result-state-changed"
  | "key-result-removed"
  | "key-result-kept-as-is"
  | "key-result-coached-again"
  | "key-result-status-overruled"
  | "key-result-status-resumed";

/** Names the objective too, for what is told of an objective and for the roll-up once the key result is gone. */
export function keyResultFact(
  kind: KeyResultFactKind,
  keyResultId: string,
  objective: { id: string; private: boolean; ownerId: string | null },
  facts: Record<string, unknown> = {},
): Fact {
  const subject = { kind: "key-result", id: keyResultId };
  return { kind, subject, facts: { objectiveId: objective.id, ...facts }, visibleTo: visibleTo(objective) };
}
