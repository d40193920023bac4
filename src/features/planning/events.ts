import type { Fact } from "../../platform/database/record.ts";

type PlanFactKind =
  | "plan-opened"
  | "plan-review-asked"
  | "plan-review-withdrawn"
  | "plan-approved"
  | "plan-changes-asked"
  | "plan-approvals-reset"
  | "plan-activated"
  | "plan-discarded"
  | "plan-restored"
  | "template-saved"
  | "template-removed";

/** Of a plan as a whole: everyone who sees plans may know. */
export function planFact(kind: PlanFactKind, id: string, facts: Record<string, unknown>): Fact {
  return { kind, subject: { kind: kind.startsWith("template") ? "objective-template" : "plan", id }, facts };
}

type LineFactKind =
  | "draft-added"
  | "draft-changed"
  | "draft-removed"
  | "draft-restored"
  | "draft-moved"
  | "draft-became-initiative"
  | "draft-accepted"
  | "draft-declined"
  | "draft-answer-withdrawn"
  | "drafts-reordered";

export interface Line {
  kind: "draft-objective" | "draft-key-result" | "draft-initiative";
  id: string;
  title: string;
  private: boolean;
}

interface PlanOfLine {
  id: string;
  ownerId: string | null;
}

/** Of a line of a plan, told of the plan; a private one's is for the plan's owner's eyes. */
export function lineFact(
  kind: LineFactKind,
  plan: PlanOfLine,
  { kind: lineKind, id, title, private: hidden }: Line,
  facts: Record<string, unknown> = {},
): Fact {
  return {
    kind,
    subject: { kind: "plan", id: plan.id },
    facts: { line: { kind: lineKind, id }, about: title, ...facts },
    visibleTo: hidden ? plan.ownerId : null,
  };
}
