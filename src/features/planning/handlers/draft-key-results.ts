import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { refused } from "../../../platform/refusals.ts";
import { plain } from "../../okrs/public.ts";
import { planning as contract } from "../contract.ts";
import { type DraftMeasure, draftMeasure, draftMeasureRefusals } from "../draft-measure.ts";
import {
  addDraftKeyResult,
  changeDraftKeyResult,
  type DraftKeyResultBody,
  type DraftKeyResultRow,
  draftKeyResult,
  draftKeyResultsOf,
  type NewDraftKeyResult,
  reorderDraftKeyResults,
} from "../queries/draft-key-results.ts";
import type { PlanRow } from "../queries/plans.ts";
import { asksAgain } from "../review.ts";
import { acceptance } from "./acceptance.ts";
import { asNew, withStepsOfItsOwn } from "./copying.ts";
import {
  keyResultToDraft,
  mustNotBeRemoved,
  objectiveToDraft,
  orderRefusals,
  ownerRefusals,
  refuseIfAny,
  reordered,
  tell,
} from "./loading.ts";
import { moveToInitiative } from "./moving-to-initiative.ts";
import { studioPage } from "./studio.ts";

const os = keeps(contract).draftKeyResults;

export const draftKeyResults = {
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row: objective } = await objectiveToDraft(tx, context.viewer, input.draftObjectiveId);
      mustNotBeRemoved(objective);
      await draftKeyResultIn(tx, plan, objective, { ...input, measure: draftMeasure(input.measure) });
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { measure, ...asked } = input;
      const { plan, row } = await keyResultToDraft(tx, context.viewer, input.id);
      await changeKeyResult(tx, plan, row, { ...asked, measure: measure && draftMeasure(measure) });
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  reorder: os.reorder.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await objectiveToDraft(tx, context.viewer, input.draftObjectiveId);
      const there = (await draftKeyResultsOf(tx, plan.id)).filter((each) => each.draftObjectiveId === row.id);
      refuseIfAny(orderRefusals(input.ids, there, "a draft key result of this objective"));
      await reorderDraftKeyResults(tx, row.id, input.ids);
      await reordered(tx, plan, there);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  move: os.move.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await keyResultToDraft(tx, context.viewer, input.id);
      mustNotBeRemoved(row);
      sameVersion(row, input.version, { draftObjectiveId: input.draftObjectiveId });
      await moveKeyResult(tx, context.viewer, plan, row, input.draftObjectiveId);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  duplicate: os.duplicate.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await keyResultToDraft(tx, context.viewer, input.id);
      mustNotBeRemoved(row);
      const into = await sameVisibility(tx, context.viewer, plan, row, input.draftObjectiveId ?? row.draftObjectiveId);
      const copy = { ...withStepsOfItsOwn(asNew(row)), id: input.copyId, draftObjectiveId: into.id };
      await draftKeyResultIn(tx, plan, into, copy, bodyHash({ copyOf: row.id, draftObjectiveId: into.id }));
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  moveToInitiative: os.moveToInitiative.handler(({ input, context }) =>
    context.write(async (tx) => studioPage(tx, context.viewer, await moveToInitiative(tx, context.viewer, input))),
  ),
  ...acceptance,
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await keyResultToDraft(tx, context.viewer, input.id);
      if (row.removedAt === null) {
        await changeDraftKeyResult(tx, row.id, { removed: true });
        await tell(tx, plan, lineOf(row), "draft-removed");
      }
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  restore: os.restore.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await keyResultToDraft(tx, context.viewer, input.id);
      if (row.objectiveRemovedAt !== null) {
        const todo = "Put its objective back first.";
        throw refused({ field: "id", expected: "a key result whose objective was not removed", todo });
      }
      if (row.removedAt !== null) {
        await changeDraftKeyResult(tx, row.id, { removed: false });
        await tell(tx, plan, lineOf(row), "draft-restored");
      }
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
};

function lineOf({ id, title, private: hidden }: Pick<DraftKeyResultRow, "id" | "title" | "private">) {
  return { kind: "draft-key-result" as const, id, title, private: hidden };
}

interface Objective {
  id: string;
  private: boolean;
}

/** Drafts a key result; the same again changes nothing. */
export async function draftKeyResultIn(
  tx: Tx,
  plan: PlanRow,
  { id: draftObjectiveId, private: hidden }: Objective,
  asked: NewDraftKeyResult,
  hash = bodyHash({ ...asked, id: undefined }),
): Promise<void> {
  const earlier = await draftKeyResult(tx, asked.id);
  if (earlier) {
    sameCreate(earlier, hash);
    return;
  }
  refuseIfAny([
    ...(await ownerRefusals(tx, asked.ownerId, { plan, private: hidden })),
    ...draftMeasureRefusals(asked.measure),
  ]);
  if (!(await addDraftKeyResult(tx, { ...asked, draftObjectiveId, bodyHash: hash }))) {
    sameCreate(await draftKeyResult(tx, asked.id), hash);
    return;
  }
  await tell(tx, plan, lineOf({ ...asked, private: hidden }), "draft-added");
}

async function changeKeyResult(
  tx: Tx,
  plan: PlanRow,
  row: DraftKeyResultRow,
  { id, version, ...asked }: DraftKeyResultBody & { id: string; version: number; measure?: DraftMeasure },
): Promise<void> {
  mustNotBeRemoved(row);
  const before = { ...row, weight: plain(row.weight) };
  const wanted = { ...asked, weight: asked.weight && plain(asked.weight) };
  sameVersion(before, version, wanted);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return;
  refuseIfAny([
    ...(changes.ownerId ? await ownerRefusals(tx, wanted.ownerId, { plan, private: row.private }) : []),
    ...(wanted.measure ? draftMeasureRefusals(wanted.measure) : []),
  ]);
  const judgedAgain = changes.title && wanted.keptAsIs === undefined ? { keptAsIs: false } : {};
  const again = row.answer !== "waiting" && asksAgain(changes);
  await changeDraftKeyResult(tx, id, { ...wanted, ...judgedAgain, asksAgain: again });
  const facts = again ? { ...changes, answer: [row.answer, "waiting"] } : changes;
  await tell(tx, plan, lineOf({ ...row, title: wanted.title ?? row.title }), "draft-changed", facts);
}

async function moveKeyResult(
  tx: Tx,
  viewer: Viewer,
  plan: PlanRow,
  row: DraftKeyResultRow,
  into: string,
): Promise<void> {
  if (row.draftObjectiveId === into) return;
  const objective = await sameVisibility(tx, viewer, plan, row, into);
  await changeDraftKeyResult(tx, row.id, { draftObjectiveId: objective.id });
  const ids = (await draftKeyResultsOf(tx, plan.id)).filter(
    (each) => each.draftObjectiveId === objective.id && each.id !== row.id,
  );
  await reorderDraftKeyResults(
    tx,
    objective.id,
    ids.map(({ id }) => id),
  );
  await tell(tx, plan, lineOf(row), "draft-moved", { draftObjectiveId: [row.draftObjectiveId, objective.id] });
}

/** The objective it goes to: of the same plan, and as private as the one it comes from. */
async function sameVisibility(tx: Tx, viewer: Viewer, plan: PlanRow, row: DraftKeyResultRow, into: string) {
  const { plan: its, row: objective } = await objectiveToDraft(tx, viewer, into);
  if (its.id !== plan.id) {
    const todo = "Move or copy its objective to that plan, or choose one of this plan.";
    throw refused({ field: "draftObjectiveId", expected: "a draft objective of the same plan", todo });
  }
  mustNotBeRemoved(objective);
  if (objective.private === row.private) return objective;
  const todo = "Show the private one first.";
  throw refused({ field: "draftObjectiveId", expected: "an objective that is as private as its own", todo });
}
