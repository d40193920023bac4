import type { Commitment } from "./goal.ts";
import type { Measure } from "./measures.ts";

/** Advice never blocks. Keys, not words: the sentence is made where it is read. */
export type Advice =
  | "no-why"
  | "no-key-results"
  | "more-than-five-key-results"
  | "no-parent"
  | "every-weight-0"
  | "private-not-counted"
  | "no-owner"
  | "no-unit"
  | "done-or-not"
  | "baseline-to-find";

/** What would make an objective better (PRODUCT: "Focus": at most 5 key results; "nothing orphaned"). */
export function adviceForObjective(objective: {
  why: string;
  private: boolean;
  commitment: Commitment;
  parents: number;
  upkeep: boolean;
  keyResultWeights: readonly string[];
}): Advice[] {
  const { why, keyResultWeights, parents, upkeep } = objective;
  return listed({
    "no-why": why.trim() === "",
    "no-key-results": keyResultWeights.length === 0 && objective.commitment !== "learning",
    "more-than-five-key-results": keyResultWeights.length > 5,
    "no-parent": parents === 0 && !upkeep && !objective.private,
    "every-weight-0": keyResultWeights.length > 0 && keyResultWeights.every((weight) => Number(weight) === 0),
    "private-not-counted": objective.private,
  });
}

/** What would make a key result better (PRODUCT: *measurable* is owner, baseline and target). */
export function adviceForKeyResult(keyResult: {
  ownerId: string | null;
  unit: string;
  measure: Pick<Measure, "kind">;
}): Advice[] {
  const { ownerId, unit, measure } = keyResult;
  return listed({
    "no-owner": ownerId === null,
    "no-unit": unit === "" && (measure.kind === "metric" || measure.kind === "threshold" || measure.kind === "range"),
    "done-or-not": measure.kind === "done",
    "baseline-to-find": measure.kind === "baseline",
  });
}

/** How many objectives a team has in a cycle, held against 3–5 (PRODUCT: "Focus"). */
export function adviceForNumberOfObjectives(count: number): "few" | "right" | "many" {
  if (count < 3) return "few";
  return count > 5 ? "many" : "right";
}

function listed(found: Partial<Record<Advice, boolean>>): Advice[] {
  return (Object.keys(found) as Advice[]).filter((advice) => found[advice]);
}
