/** What is told of a plan's lines, and what that asks of those who had approved them. */
import type { Tx } from "../../../platform/database/database.ts";
import { type Line, lineFact, planFact } from "../events.ts";
import { changePlan, type PlanRow, touchPlan } from "../queries/plans.ts";
import { reviewersOf, waitAgain } from "../queries/reviewers.ts";
import { type PlanState, stateOfReview, type Verdict } from "../review.ts";

/** Tells of a change of a line; what reviewers had approved they are asked about again, a private line apart. */
export async function tell(
  tx: Tx,
  plan: PlanRow,
  line: Line,
  kind: Parameters<typeof lineFact>[0],
  facts: Record<string, unknown> = {},
) {
  await tx.record(lineFact(kind, plan, line, facts));
  if (line.private) return;
  if (asksReviewersAgain(kind, facts)) await changed(tx, plan);
  else await touchPlan(tx, plan.id);
}

/** Tells of another order; where private drafts are among what was ordered, it is their owner's to know. */
export async function reordered(tx: Tx, plan: PlanRow, ordered: readonly { private: boolean }[]): Promise<void> {
  const hidden = ordered.some((each) => each.private);
  await tx.record(planFact("drafts-reordered", plan.id, {}, hidden ? plan.ownerId : null));
  if (!hidden) await touchPlan(tx, plan.id);
}

/** Counts a change of what is reviewed and activated, for which those who had approved are waited for again. */
async function changed(tx: Tx, plan: PlanRow): Promise<void> {
  const waited = await waitAgain(tx, plan.id);
  if (waited.length === 0) {
    await changePlan(tx, plan.id, {});
    return;
  }
  await changePlan(tx, plan.id, { state: await stateNow(tx, plan.id) });
  await tx.record(planFact("plan-approvals-reset", plan.id, { memberIds: waited }));
}

export async function stateNow(tx: Tx, planId: string): Promise<PlanState> {
  const reviewers = await reviewersOf(tx, planId);
  return stateOfReview(reviewers.map((each) => ({ ...each, verdict: each.verdict as Verdict })));
}

/** What was approved is the wording and the figures: order, answers and "keep as it is" leave it as it was. */
function asksReviewersAgain(kind: string, facts: Record<string, unknown>): boolean {
  if (kind === "draft-changed") return Object.keys(facts).some((field) => field !== "keptAsIs");
  return !["draft-accepted", "draft-declined", "draft-answer-withdrawn"].includes(kind);
}
