/** Plans and lines to read or change: there, the viewer's to change, and still open. */
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { type CycleState, cycleAccepts } from "../../okrs/public.ts";
import { closedCycle } from "../activation.ts";
import { type Line, lineFact, planFact } from "../events.ts";
import { type Level, mayDraft, maySeePlans } from "../permissions.ts";
import { draftInitiative } from "../queries/draft-initiatives.ts";
import { draftKeyResult } from "../queries/draft-key-results.ts";
import { draftObjective } from "../queries/draft-objectives.ts";
import {
  changePlan,
  known,
  type PlanRow,
  planById,
  planForChange,
  reviewersOf,
  touchPlan,
  waitAgain,
} from "../queries/plans.ts";
import { draftRefusals, type PlanState, stateOfReview, type Verdict } from "../review.ts";

export async function planToRead(tx: Tx, viewer: Viewer, id: string): Promise<PlanRow> {
  const plan = maySeePlans(viewer) ? await planById(tx, id) : undefined;
  if (!plan) throw notFound();
  return plan;
}

/** Locked until the transaction ends. */
export async function planToChange(tx: Tx, viewer: Viewer, id: string): Promise<PlanRow> {
  const plan = maySeePlans(viewer) ? await planForChange(tx, id) : undefined;
  if (!plan) throw notFound();
  return plan;
}

/** A plan whose drafts the viewer may change, locked: several who change its lines take turns. */
export async function planToDraft(tx: Tx, viewer: Viewer, id: string): Promise<PlanRow> {
  const plan = await planToChange(tx, viewer, id);
  if (!mayDraft(viewer, placeOf(plan))) throw notAllowed(whoDrafts[plan.level as Level]);
  mustBeOpen(plan);
  return plan;
}

export function mustBeOpen({ state, cycleState }: PlanRow): void {
  refuseIfAny(draftRefusals(state as PlanState));
  if (!cycleAccepts(cycleState as CycleState).edits) throw refused(closedCycle);
}

export async function objectiveToDraft(tx: Tx, viewer: Viewer, id: string) {
  const plan = await planOfLine(tx, viewer, await draftObjective(tx, id));
  const row = await draftObjective(tx, id);
  if (!row) throw notFound();
  return { plan, row };
}

export async function keyResultToDraft(tx: Tx, viewer: Viewer, id: string) {
  const plan = await planOfLine(tx, viewer, await draftKeyResult(tx, id));
  const row = await draftKeyResult(tx, id);
  if (!row) throw notFound();
  return { plan, row };
}

export async function initiativeToDraft(tx: Tx, viewer: Viewer, id: string) {
  const plan = await planOfLine(tx, viewer, await draftInitiative(tx, id));
  const row = await draftInitiative(tx, id);
  if (!row) throw notFound();
  return { plan, row };
}

interface LineRow {
  planId: string;
  planOwnerId: string | null;
  private: boolean;
}

/** Whether a line is there for the viewer: a private one is its plan's owner's alone. */
export function isThere(viewer: { memberId: string }, line: LineRow | undefined): line is LineRow {
  return line !== undefined && (!line.private || line.planOwnerId === viewer.memberId);
}

/** The plan is locked before its line is read again, so that what is decided on still stands. */
async function planOfLine(tx: Tx, viewer: Viewer, line: LineRow | undefined): Promise<PlanRow> {
  if (!isThere(viewer, line)) throw notFound();
  return planToDraft(tx, viewer, line.planId);
}

/** Refuses a change of what was removed: it may be put back first. */
export function mustNotBeRemoved({ removedAt }: { removedAt: string | null }): void {
  if (removedAt === null) return;
  throw refused({ field: "id", expected: "a draft that was not removed", todo: "Put it back first." });
}

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

/** Refuses an owner who is not a member any more, and of a private draft anyone but its plan's owner. */
export async function ownerRefusals(
  tx: Tx,
  ownerId: string | null | undefined,
  { plan, private: hidden }: { plan: PlanRow; private: boolean },
  field = "ownerId",
): Promise<FieldProblem[]> {
  if (!ownerId) return [];
  if (hidden && ownerId !== plan.ownerId) {
    return [
      {
        field,
        expected: "yourself, because the draft is private",
        todo: "Leave the owner as it is, or show the draft first.",
      },
    ];
  }
  const { members } = await known(tx, { memberIds: [ownerId] });
  if (members.length > 0) return [];
  return [
    { field, expected: "a member of the organisation", todo: "Read the list again and choose one that is there." },
  ];
}

/** Refuses an order that names what does not stand there. */
export function orderRefusals(ids: readonly string[], there: readonly { id: string }[], what: string): FieldProblem[] {
  const own = new Set(there.map(({ id }) => id));
  return ids.flatMap((id, at) =>
    own.has(id) ? [] : [{ field: `ids.${at}`, expected: what, todo: "Read the plan again." }],
  );
}

export function refuseIfAny(problems: FieldProblem[]): void {
  if (problems.length > 0) throw refused(...problems);
}

/** Whose plan it is, as permissions ask for it. */
export function placeOf(plan: Pick<PlanRow, "level" | "teamId" | "ownerId" | "openedBy">) {
  return { level: plan.level as Level, teamId: plan.teamId, ownerId: plan.ownerId, openedBy: plan.openedBy };
}

const whoDrafts: Record<Level, string> = {
  company: "Ask the owner of the organisation or a champion to draft it.",
  team: "Ask someone of the team, its lead or a champion to draft it.",
  personal: "A personal plan is drafted by its member alone.",
};
