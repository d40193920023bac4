import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notAllowed, refused } from "../../../platform/refusals.ts";
import { commentsOn, presentComments } from "../../conversation/public.ts";
import { type CycleState, cycleAccepts } from "../../okrs/public.ts";
import { closedCycle } from "../activation.ts";
import { planning as contract } from "../contract.ts";
import { planFact } from "../events.ts";
import { type Level, mayDiscard, mayDraft, mayOpenWhere } from "../permissions.ts";
import { addPlan, changePlan, known, openPlanOf, type PlanRow, planById, plansListed } from "../queries/plans.ts";
import { bePresent, leave, presentAt } from "../queries/presence.ts";
import { subjectsOf } from "../queries/said.ts";
import { isOpen, type PlanState } from "../review.ts";
import { activatePlan } from "./activation.ts";
import { placeOf, planToChange, planToRead, refuseIfAny } from "./loading.ts";
import { changeMany } from "./many.ts";
import { presentClosing, presentPlan } from "./presenting.ts";
import { reviews } from "./reviews.ts";
import { changing, studioPage } from "./studio.ts";
import { stateNow } from "./telling.ts";
import { waiting } from "./waiting.ts";

const os = keeps(contract).plans;

/** Kinds of what a plan's comments are about. */
const kindsOfPlan = ["plan", "draft-objective", "draft-key-result", "draft-initiative"];

export const plans = {
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const rows = await plansListed(tx, viewer, input);
      return { items: rows.map((row) => presentListed(row, viewer)), can: mayOpenWhere(viewer) };
    }),
  ),
  get: os.get.handler(({ input, context }) => context.read((tx) => studioPage(tx, context.viewer, input.id))),
  open: os.open.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      await openPlan(tx, viewer, input);
      return input.id;
    }),
  ),
  changeMany: os.changeMany.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      await changeMany(tx, viewer, input);
      return input.id;
    }),
  ),
  ...reviews,
  ...waiting,
  activate: os.activate.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      await activatePlan(tx, viewer, input);
      return input.id;
    }),
  ),
  discard: os.discard.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const plan = await planToDiscard(tx, viewer, input.id);
      if (plan.state === "activated") {
        const todo = "Drop its objectives instead.";
        throw refused({ field: "state", expected: "a plan that was not activated", todo });
      }
      if (plan.state !== "discarded") {
        await changePlan(tx, plan.id, { state: "discarded", stateBefore: plan.state });
        await tx.record(planFact("plan-discarded", plan.id, {}));
      }
      return input.id;
    }),
  ),
  restore: os.restore.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const plan = await planToDiscard(tx, viewer, input.id);
      if (plan.state === "discarded") await bringBack(tx, plan);
      return input.id;
    }),
  ),
  comments: os.comments.handler(({ input, context }) =>
    context.read(async (tx) => {
      const plan = await planToRead(tx, context.viewer, input.id);
      return presentComments(
        await commentsOn(tx, kindsOfPlan, await subjectsOf(tx, context.viewer, plan.id)),
        context.viewer,
      );
    }),
  ),
  bePresent: os.bePresent.handler(async ({ input, context }) => {
    const { id, lineId } = input;
    const { told, ...answer } = await context.write(async (tx) => {
      await planToRead(tx, context.viewer, id);
      if (lineId !== null && !(await subjectsOf(tx, context.viewer, id)).includes(lineId)) {
        const todo = "Read the plan again and choose a line that is there.";
        throw refused({ field: "lineId", expected: "a line of this plan", todo });
      }
      const told = await bePresent(tx, id, context.viewer.memberId, lineId);
      return { told, items: await presentAt(tx, id, context.viewer) };
    });
    if (told) context.services.feed.pass(context.viewer.organisationId, "presence", id);
    return answer;
  }),
  leave: os.leave.handler(async ({ input, context }) => {
    await context.write(async (tx) => {
      await planToRead(tx, context.viewer, input.id);
      await leave(tx, input.id, context.viewer.memberId);
    });
    context.services.feed.pass(context.viewer.organisationId, "presence", input.id);
    return { done: true as const };
  }),
};

interface NewPlan {
  id: string;
  cycleId: string;
  level: Level;
  teamId: string | null;
}

/** Opens a plan; the same again changes nothing. */
async function openPlan(tx: Tx, viewer: Viewer, { id, ...body }: NewPlan): Promise<void> {
  const hash = bodyHash(body);
  const earlier = await planById(tx, id);
  if (earlier) {
    sameCreate(earlier, hash);
    return;
  }
  const there = await known(tx, body);
  refuseIfAny(placeRefusals(body, there));
  if (!cycleAccepts(there.cycleState as CycleState).edits) throw refused({ ...closedCycle, field: "cycleId" });
  const place = { ...body, ownerId: body.level === "personal" ? viewer.memberId : null };
  if (!mayDraft(viewer, place))
    throw notAllowed("Ask someone of the team, its lead, a champion or the owner to open it.");
  await mustBeTheOnlyOne(tx, place);
  if (!(await addPlan(tx, { ...place, id, openedBy: viewer.memberId, bodyHash: hash }))) {
    const made = await planById(tx, id);
    sameCreate(made, hash);
    return;
  }
  await tx.record(planFact("plan-opened", id, { ...body, ownerId: place.ownerId }));
}

function placeRefusals(
  { level, teamId }: NewPlan | Omit<NewPlan, "id">,
  there: { cycleState: string | null; team: boolean },
) {
  const todo = "Read the list again and choose one that is there.";
  const wrongTeam =
    level === "team"
      ? { field: "teamId", expected: "the team whose plan it is", todo }
      : { field: "teamId", expected: "nothing, because it is no team's plan", todo: "Leave the team out." };
  return [
    ...(there.cycleState === null ? [{ field: "cycleId", expected: "a cycle of the organisation", todo }] : []),
    ...((level === "team" ? there.team : teamId === null) ? [] : [wrongTeam]),
  ];
}

/** Refuses a second open plan for the same, naming the one that is there. */
async function mustBeTheOnlyOne(tx: Tx, place: { cycleId: string; teamId: string | null; ownerId: string | null }) {
  const open = await openPlanOf(tx, place);
  if (!open) return;
  const todo = "Go on with the plan that is open, or activate or discard it first.";
  throw conflict({ todo, theirs: { id: open.id } }, "There is an open plan for this cycle already.");
}

async function planToDiscard(tx: Tx, viewer: Viewer, id: string): Promise<PlanRow> {
  const plan = await planToChange(tx, viewer, id);
  if (!mayDiscard(viewer, placeOf(plan)))
    throw notAllowed("Ask who opened it, the team's lead, a champion or the owner.");
  return plan;
}

async function bringBack(tx: Tx, plan: PlanRow): Promise<void> {
  if (!cycleAccepts(plan.cycleState as CycleState).edits) throw refused(closedCycle);
  await mustBeTheOnlyOne(tx, plan);
  const wasInReview = plan.stateBefore !== null && plan.stateBefore !== "drafting";
  await changePlan(tx, plan.id, { state: wasInReview ? await stateNow(tx, plan.id) : "drafting", stateBefore: null });
  await tx.record(planFact("plan-restored", plan.id, {}));
}

function presentListed(row: Awaited<ReturnType<typeof plansListed>>[number], viewer: Viewer) {
  const count = (verdict: string) => row.reviewers.filter((each) => each.verdict === verdict).length;
  const state = row.state as PlanState;
  const waits = row.reviewers.some((each) => each.memberId === viewer.memberId && each.verdict === "waiting");
  return {
    ...presentPlan(row),
    objectiveCount: row.objectiveCount,
    keyResultCount: row.keyResultCount,
    reviewers: { asked: row.reviewers.length, approved: count("approved"), changes: count("changes") },
    closes: presentClosing(row),
    awaitsYou: waits && isOpen(state) && state !== "drafting",
  };
}
