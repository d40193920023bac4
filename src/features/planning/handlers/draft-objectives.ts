import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { plain } from "../../okrs/public.ts";
import { planning as contract } from "../contract.ts";
import { removeMovesAcross } from "../queries/draft-initiatives.ts";
import {
  addDraftObjective,
  changeDraftObjective,
  type DraftObjectiveBody,
  type DraftObjectiveRow,
  draftObjective,
  draftObjectivesOf,
  draftWithAllAbove,
  parentThere,
  reorderDraftObjectives,
} from "../queries/draft-objectives.ts";
import type { PlanRow } from "../queries/plans.ts";
import { copyObjective } from "./copying.ts";
import {
  isThere,
  mustNotBeRemoved,
  objectiveToDraft,
  orderRefusals,
  ownerRefusals,
  planToDraft,
  refuseIfAny,
  reordered,
  tell,
} from "./loading.ts";
import { parentIn, studioPage } from "./studio.ts";

const os = keeps(contract).draftObjectives;

export const draftObjectives = {
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      await draft(tx, context.viewer, input);
      return studioPage(tx, context.viewer, input.planId);
    }),
  ),
  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await objectiveToDraft(tx, context.viewer, input.id);
      await change(tx, context.viewer, plan, row, input);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  reorder: os.reorder.handler(({ input, context }) =>
    context.write(async (tx) => {
      const plan = await planToDraft(tx, context.viewer, input.planId);
      const there = await draftObjectivesOf(tx, plan.id);
      refuseIfAny(orderRefusals(input.ids, there, "a draft objective of this plan"));
      await reorderDraftObjectives(tx, plan.id, input.ids);
      await reordered(tx, plan, there);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  move: os.move.handler(({ input, context }) =>
    context.write(async (tx) => {
      await move(tx, context.viewer, input);
      return studioPage(tx, context.viewer, input.planId);
    }),
  ),
  duplicate: os.duplicate.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan: from, row } = await objectiveToDraft(tx, context.viewer, input.id);
      mustNotBeRemoved(row);
      const plan =
        input.planId && input.planId !== from.id ? await planToDraft(tx, context.viewer, input.planId) : from;
      await copyObjective(tx, plan, row, input.copyId);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await objectiveToDraft(tx, context.viewer, input.id);
      if (row.removedAt === null) {
        await changeDraftObjective(tx, row.id, { removed: true });
        await tell(tx, plan, lineOf(row), "draft-removed");
      }
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  restore: os.restore.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await objectiveToDraft(tx, context.viewer, input.id);
      if (row.removedAt !== null) {
        await changeDraftObjective(tx, row.id, { removed: false });
        await tell(tx, plan, lineOf(row), "draft-restored");
      }
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
};

export function lineOf({ id, title, private: hidden }: Pick<DraftObjectiveRow, "id" | "title" | "private">) {
  return { kind: "draft-objective" as const, id, title, private: hidden };
}

type NewDraft = Required<Omit<DraftObjectiveBody, "keptAsIs">> & { id: string; planId: string; rank?: number };

async function draft(tx: Tx, viewer: Viewer, asked: NewDraft): Promise<void> {
  const { id, planId, ...body } = asked;
  const plan = await planToDraft(tx, viewer, planId);
  const hash = bodyHash({ planId, ...body });
  const earlier = await draftObjective(tx, id);
  if (earlier) {
    sameCreate(earlier, hash);
    return;
  }
  refuseIfAny(await problemsOf(tx, viewer, plan, { ...body, id }, body));
  if (!(await addDraftObjective(tx, { ...asked, bodyHash: hash }))) {
    sameCreate(await draftObjective(tx, id), hash);
    return;
  }
  await tell(tx, plan, lineOf(asked), "draft-added");
}

async function change(
  tx: Tx,
  viewer: Viewer,
  plan: PlanRow,
  row: DraftObjectiveRow,
  { id, version, ...asked }: DraftObjectiveBody & { id: string; version: number },
): Promise<void> {
  mustNotBeRemoved(row);
  const before = asChanged(row);
  const wanted = { ...asked, energy: asked.energy && plain(asked.energy), weight: asked.weight && plain(asked.weight) };
  sameVersion(before, version, wanted);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return;
  const after = { ...before, ...isOf(changes) };
  refuseIfAny(await problemsOf(tx, viewer, plan, after, isOf(changes)));
  const judgedAgain = changes.title && wanted.keptAsIs === undefined ? { keptAsIs: false } : {};
  await changeDraftObjective(tx, id, { ...wanted, ...judgedAgain });
  await tell(tx, plan, lineOf(after), "draft-changed", changes);
}

/** A draft's row as it is asked to be changed: figures in plain notation, the parent as one. */
export function asChanged(row: DraftObjectiveRow) {
  return {
    ...row,
    energy: row.energy === null ? null : plain(row.energy),
    weight: plain(row.weight),
    parent: parentIn(row as Parameters<typeof parentIn>[0]),
  };
}

/** What changed fields are now. */
export function isOf(changes: Record<string, [unknown, unknown]>) {
  return Object.fromEntries(Object.entries(changes).map(([field, [, is]]) => [field, is])) as DraftObjectiveBody;
}

interface Wanted {
  id: string;
  private: boolean;
  mode: string;
  parent: { kind: string; id: string } | null;
}

/** Why a draft cannot be like this; of what stays as it was, nothing is asked again. */
async function problemsOf(
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
  if (fresh.parent) problems.push(...(await parentProblems(tx, viewer, wanted.id, fresh.parent)));
  return problems;
}

async function parentProblems(
  tx: Tx,
  viewer: Viewer,
  id: string,
  parent: { kind: string; id: string },
): Promise<FieldProblem[]> {
  const there = await parentThere(tx, viewer, parent);
  const todo = "Read the list again and choose one that is there.";
  if (!there) return [{ field: "parent.id", expected: `${what[parent.kind]} that you can see`, todo }];
  if (there.private) {
    const show = "Show the parent to everyone first, or choose another.";
    return [{ field: "parent", expected: "a parent that everyone can see", todo: show }];
  }
  if (parent.kind !== "draft-objective") return [];
  const circle = (await draftWithAllAbove(tx, parent.id)).includes(id);
  const other = "Choose a parent that does not itself lead up to this draft.";
  return circle ? [{ field: "parent", expected: "a parent that is not beneath this draft", todo: other }] : [];
}

async function move(
  tx: Tx,
  viewer: Viewer,
  { id, version, planId }: { id: string; version: number; planId: string },
): Promise<void> {
  const found = await draftObjective(tx, id);
  if (!isThere(viewer, found)) throw notFound();
  // Both plans are locked in one order, whoever moves where.
  for (const each of [found.planId, planId].sort()) await planToDraft(tx, viewer, each);
  const { plan: from, row } = await objectiveToDraft(tx, viewer, id);
  mustNotBeRemoved(row);
  sameVersion(row, version, { planId });
  if (row.planId === planId) return;
  const to = await planToDraft(tx, viewer, planId);
  if (row.private && to.level !== "personal") {
    throw refused({
      field: "planId",
      expected: "a personal plan, because the draft is private",
      todo: "Show the draft first.",
    });
  }
  await changeDraftObjective(tx, id, { planId });
  await reorderDraftObjectives(
    tx,
    planId,
    (await draftObjectivesOf(tx, planId)).map((each) => each.id).filter((each) => each !== id),
  );
  await removeMovesAcross(tx, id);
  await tell(tx, from, lineOf(row), "draft-moved", { planId: [from.id, planId] });
  await tell(tx, to, lineOf(row), "draft-moved", { planId: [from.id, planId] });
}

const what: Record<string, string> = {
  imperative: "an imperative",
  objective: "an objective",
  "key-result": "a key result",
  "draft-objective": "a draft objective",
};

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
