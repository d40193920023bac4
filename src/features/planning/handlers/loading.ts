/** Plans to read or change: there, the viewer's to change, and still open. */
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { type CycleState, cycleAccepts } from "../../okrs/public.ts";
import { closedCycle } from "../activation.ts";
import { type Level, mayDraft, maySeePlans } from "../permissions.ts";
import { type PlanRow, planById, planForChange } from "../queries/plans.ts";
import { draftRefusals, type PlanState } from "../review.ts";

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
