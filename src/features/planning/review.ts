import type { Refusal } from "../okrs/public.ts";

export type PlanState = "drafting" | "in-review" | "changes-asked" | "approved" | "activated" | "discarded";
export type Verdict = "waiting" | "approved" | "changes";

/** Whether drafts of a plan in this state can change. */
export function isOpen(state: PlanState): boolean {
  return state !== "activated" && state !== "discarded";
}

/**
 * What the verdicts make of a plan that was sent for review: one who asks for changes is heard before many who
 * approve; who left the organisation is not waited for, unless nobody is left.
 */
export function stateOfReview(reviewers: readonly { verdict: Verdict; left: boolean }[]): PlanState {
  const there = reviewers.filter(({ left, verdict }) => !left || verdict !== "waiting");
  if (there.some(({ verdict }) => verdict === "changes")) return "changes-asked";
  return there.length > 0 && there.every(({ verdict }) => verdict === "approved") ? "approved" : "in-review";
}

/** Why these members cannot review; empty when they can. */
export function reviewerRefusals(
  reviewerIds: readonly string[],
  there: readonly { id: string; role: string }[],
  askedBy: string,
): Refusal[] {
  const roleOf = new Map(there.map(({ id, role }) => [id, role]));
  const wrong = reviewerIds.flatMap((id, at) => {
    const field = `reviewerIds.${at}`;
    if (reviewerIds.indexOf(id) !== at)
      return [{ field, expected: "each member once", todo: "Leave one of them out." }];
    if (!roleOf.has(id)) return [{ field, expected: "a member who is there", todo: choose }];
    if (roleOf.get(id) === "guest") return [{ field, expected: "a member who is no guest", todo: choose }];
    return [];
  });
  if (wrong.length > 0) return wrong;
  if (reviewerIds.some((id) => id !== askedBy)) return [];
  return [{ field: "reviewerIds", expected: "somebody besides yourself", todo: "Ask at least one other member." }];
}

/** Why nobody can be asked for review of these drafts; empty when somebody can. A private one is shown to no reviewer. */
export function reviewableRefusals(objectives: readonly { private: boolean }[]): Refusal[] {
  if (objectives.some((each) => !each.private)) return [];
  return objectives.length === 0
    ? [{ field: "objectives", expected: "at least one objective", todo: "Draft one, then ask for review." }]
    : [{ field: "objectives", expected: "at least one objective that is not private", todo: "Show one first." }];
}

/** Why a verdict cannot be given; empty when it can. */
export function verdictRefusals(state: PlanState, verdict: "approved" | "changes", note: string): Refusal[] {
  if (!isOpen(state) || state === "drafting") {
    const todo = state === "discarded" ? "It was discarded: bring it back first." : (notInReview[state] ?? "");
    return [{ field: "state", expected: "a plan that is in review", todo }];
  }
  if (verdict !== "changes" || note !== "") return [];
  return [{ field: "note", expected: "what should change", todo: "Say it in a sentence, so that they can act on it." }];
}

/** Why the drafts of a plan cannot change; empty when they can. */
export function draftRefusals(state: PlanState): Refusal[] {
  if (isOpen(state)) return [];
  const todo =
    state === "activated" ? "Change the objectives themselves, or open another plan." : "Bring the plan back first.";
  return [{ field: "state", expected: "a plan that is still drafted", todo }];
}

/** Why an owner's answer cannot be kept; empty when it can. */
export function answerRefusals(
  answer: "accepted" | "declined",
  { confidence, reason }: { confidence: number | null; reason: string },
): Refusal[] {
  if (answer === "accepted" && confidence === null) {
    const todo = "Say how sure you are of reaching it: 0 not at all, 10 certain.";
    return [{ field: "confidence", expected: "a whole number from 0 to 10", todo }];
  }
  if (answer === "declined" && reason === "") {
    return [
      { field: "reason", expected: "why you decline", todo: "Say it in a sentence, so that they can act on it." },
    ];
  }
  return [];
}

const choose = "Read the members again and choose others.";
const notInReview: Partial<Record<PlanState, string>> = {
  drafting: "Wait until you are asked for review.",
  activated: "It was activated: say it on the objectives themselves.",
};
