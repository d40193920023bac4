import { type Decimal, decimal, exact } from "../okrs/public.ts";
import type { DraftMeasure } from "./draft-measure.ts";
import { isWhole } from "./draft-measure.ts";
import type { PlanState } from "./review.ts";

/** How many objectives and key results stay in mind (PRODUCT: "Focus", 3–5 objectives, at most 5 key results). */
const limits = { fewestObjectives: 3, mostObjectives: 5, mostKeyResults: 5 };

interface KeyResult {
  ownerId: string | null;
  measure: DraftMeasure;
  unit: string;
  weight: Decimal;
  answer: "waiting" | "accepted" | "declined";
}

interface Objective {
  why: string;
  ownerId: string | null;
  energy: Decimal | null;
  hasParent: boolean;
  private: boolean;
  keyResults: readonly KeyResult[];
}

/** What would make a key result better; it never blocks. */
export function keyResultAdvice({ ownerId, measure, unit, answer }: Omit<KeyResult, "weight">) {
  const isNumber = ["metric", "threshold", "range", "baseline"].includes(measure.kind);
  return keys({
    "no-owner": ownerId === null,
    "no-measure": !isWhole(measure) || hasNoSteps(measure),
    "no-unit": isNumber && unit === "",
    "done-or-not": measure.kind === "done",
    "baseline-to-find": measure.kind === "baseline",
    declined: answer === "declined",
    "not-accepted": answer === "waiting" && ownerId !== null,
  });
}

/** The same of an objective. */
export function objectiveAdvice({ why, ownerId, hasParent, private: hidden, keyResults }: Objective) {
  return keys({
    "no-owner": ownerId === null,
    "no-why": why === "",
    "no-parent": !hasParent,
    "no-key-results": keyResults.length === 0,
    "more-than-five-key-results": keyResults.length > limits.mostKeyResults,
    "every-weight-0": keyResults.length > 0 && keyResults.every(({ weight }) => exact(weight).eq(0)),
    "private-not-counted": hidden,
  });
}

export function initiativeAdvice({ ownerId, moves }: { ownerId: string | null; moves: readonly unknown[] }) {
  return keys({ "no-owner": ownerId === null, "moves-nothing": moves.length === 0 });
}

interface Plan {
  level: "company" | "team" | "personal";
  state: PlanState;
  /** Percent that the organisation plans at most. */
  planned: Decimal;
  objectives: readonly Objective[];
  reviewers: readonly { verdict: string; left: boolean }[];
}

/** The same of a plan as a whole: its limits, its review and what is accepted. */
export function planAdvice({ level, state, planned, objectives, reviewers }: Plan) {
  const keyResults = objectives.flatMap((objective) => objective.keyResults);
  const asked = state !== "drafting" && reviewers.length > 0;
  return keys({
    "no-objectives": objectives.length === 0,
    "fewer-than-three-objectives":
      objectives.length > 0 && objectives.length < limits.fewestObjectives && level !== "personal",
    "more-than-five-objectives": objectives.length > limits.mostObjectives,
    "energy-above-planned": exact(energyStated(objectives)).gt(planned),
    "energy-not-stated": level === "team" && objectives.length > 0 && objectives.some(({ energy }) => energy === null),
    "not-reviewed": !asked && level !== "personal",
    "reviewers-waiting": asked && reviewers.some(({ verdict, left }) => verdict === "waiting" && !left),
    "changes-asked": asked && reviewers.some(({ verdict }) => verdict === "changes"),
    "not-all-accepted": keyResults.some(({ answer }) => answer !== "accepted"),
  });
}

/** Percent of the team's capacity that the objectives ask for together; one that states none asks for none. */
export function energyStated(objectives: readonly { energy: Decimal | null }[]): Decimal {
  return decimal(objectives.reduce((sum, { energy }) => sum.plus(energy ?? 0), exact("0")));
}

function hasNoSteps(measure: DraftMeasure): boolean {
  if (measure.kind === "milestones") return measure.milestones.length === 0;
  return measure.kind === "score-table" && measure.steps.length === 0;
}

/** The keys that hold, in their order. */
function keys<Key extends string>(holds: Record<Key, boolean>): Key[] {
  return (Object.keys(holds) as Key[]).filter((key) => holds[key]);
}
