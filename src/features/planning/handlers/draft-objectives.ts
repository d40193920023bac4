import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { planning as contract } from "../contract.ts";
import { removeMovesAcross } from "../queries/draft-initiatives.ts";
import {
  addDraftObjective,
  changeDraftObjective,
  type DraftObjectiveBody,
  draftObjective,
  draftObjectivesOf,
} from "../queries/draft-objectives.ts";
import type { PlanRow } from "../queries/plans.ts";
import { copyObjective } from "./copying.ts";
import { objectiveLine } from "./kinds.ts";
import {
  addOnce,
  edit,
  isThere,
  lineOf,
  lineToDraft,
  mustNotBeRemoved,
  ownerRefusals,
  putLast,
  remove,
  reorder,
  restore,
} from "./lines.ts";
import { planToDraft } from "./loading.ts";
import { parentRefusals } from "./parents.ts";
import { changing } from "./studio.ts";
import { tell } from "./telling.ts";

const os = keeps(contract).draftObjectives;

export const draftObjectives = {
  create: os.create.handler(({ input, context }) => changing(context, (tx, viewer) => draft(tx, viewer, input))),
  update: os.update.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { plan, row } = await lineToDraft(tx, viewer, objectiveLine, input.id);
      await edit(tx, plan, objectiveLine, row, input, (after, fresh) => refusalsOf(tx, viewer, plan, after, fresh));
      return plan.id;
    }),
  ),
  reorder: os.reorder.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { planId, ids } = input;
      const plan = await planToDraft(tx, viewer, planId);
      const there = await draftObjectivesOf(tx, planId);
      await reorder(tx, plan, objectiveLine, {
        placeId: planId,
        there,
        ids,
        expected: "a draft objective of this plan",
      });
      return planId;
    }),
  ),
  move: os.move.handler(({ input, context }) => changing(context, (tx, viewer) => move(tx, viewer, input))),
  duplicate: os.duplicate.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { plan: from, row } = await lineToDraft(tx, viewer, objectiveLine, input.id);
      mustNotBeRemoved(row);
      const plan = input.planId && input.planId !== from.id ? await planToDraft(tx, viewer, input.planId) : from;
      await copyObjective(tx, plan, row, input.copyId);
      return plan.id;
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    changing(context, (tx, viewer) => remove(tx, viewer, objectiveLine, input.id)),
  ),
  restore: os.restore.handler(({ input, context }) =>
    changing(context, (tx, viewer) => restore(tx, viewer, objectiveLine, input.id)),
  ),
};

type NewDraft = Required<Omit<DraftObjectiveBody, "keptAsIs">> & { id: string; planId: string; rank?: number };

async function draft(tx: Tx, viewer: Viewer, asked: NewDraft): Promise<string> {
  const { id, planId, ...body } = asked;
  const plan = await planToDraft(tx, viewer, planId);
  const hash = bodyHash({ planId, ...body });
  await addOnce(tx, plan, objectiveLine, asked, {
    hash,
    refusals: () => refusalsOf(tx, viewer, plan, asked, body),
    add: () => addDraftObjective(tx, { ...asked, bodyHash: hash }),
  });
  return planId;
}

interface Wanted {
  id: string;
  private: boolean;
  mode: string;
  parent: { kind: string; id: string } | null;
}

/** Why a draft cannot be like this; of what stays as it was, nothing is asked again. */
async function refusalsOf(
  tx: Tx,
  viewer: Viewer,
  plan: PlanRow,
  wanted: Wanted,
  fresh: DraftObjectiveBody,
): Promise<FieldProblem[]> {
  const problems = await ownerRefusals(tx, fresh.ownerId, { plan, private: wanted.private });
  if (wanted.private && plan.level !== "personal") {
    const todo = "Keep private what is yours alone; show the rest.";
    problems.push({ field: "private", expected: "false, or a draft in your personal plan", todo });
  }
  if (wanted.mode === "contributes" && wanted.parent?.kind === "imperative") problems.push(drawnOnly);
  if (wanted.mode === "contributes" && wanted.private) problems.push(notCounted);
  if (fresh.parent) problems.push(...(await parentRefusals(tx, viewer, wanted.id, fresh.parent)));
  return problems;
}

/** Hands a draft to another plan; answers that one. */
async function move(
  tx: Tx,
  viewer: Viewer,
  { id, version, planId }: { id: string; version: number; planId: string },
): Promise<string> {
  const found = await draftObjective(tx, id);
  if (!isThere(viewer, found)) throw notFound();
  // Both plans are locked in one order, whoever moves where.
  for (const each of [found.planId, planId].sort()) await planToDraft(tx, viewer, each);
  const { plan: from, row } = await lineToDraft(tx, viewer, objectiveLine, id);
  mustNotBeRemoved(row);
  sameVersion(row, version, { planId });
  if (row.planId === planId) return planId;
  const to = await planToDraft(tx, viewer, planId);
  if (row.private && to.level !== "personal") {
    throw refused({
      field: "planId",
      expected: "a personal plan, because the draft is private",
      todo: "Show the draft first.",
    });
  }
  await changeDraftObjective(tx, id, { planId });
  await putLast(tx, objectiveLine, id, planId, await draftObjectivesOf(tx, planId));
  await removeMovesAcross(tx, id);
  for (const plan of [from, to]) {
    await tell(tx, plan, lineOf(objectiveLine, row), "draft-moved", { planId: [from.id, planId] });
  }
  return planId;
}

const drawnOnly = {
  field: "mode",
  expected: "supports: a link to an imperative is drawn and carries no progress",
  todo: "Let it support the imperative.",
};

const notCounted = {
  field: "mode",
  expected: "supports: a private objective may not contribute",
  todo: "Show the draft to everyone first, or let it support.",
};
