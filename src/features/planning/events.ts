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
  | "drafts-reordered"
  | "template-saved"
  | "template-removed";

/** Of a plan as a whole, or of a template: everyone who sees plans may know, unless it is for one member's eyes. */
export function planFact(
  kind: PlanFactKind,
  id: string,
  facts: Record<string, unknown>,
  visibleTo: string | null = null,
): Fact {
  const subject = { kind: kind.startsWith("template") ? "objective-template" : "plan", id };
  return { kind, subject, facts, visibleTo };
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
  | "draft-answer-withdrawn";

export interface Line {
  /** Such as "draft-objective". */
  kind: string;
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
