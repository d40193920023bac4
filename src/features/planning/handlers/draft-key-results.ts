import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { refused } from "../../../platform/refusals.ts";
import { planning as contract } from "../contract.ts";
import { draftMeasure, draftMeasureRefusals } from "../draft-measure.ts";
import {
  addDraftKeyResult,
  changeDraftKeyResult,
  type DraftKeyResultRow,
  draftKeyResultsIn,
  type NewDraftKeyResult,
} from "../queries/draft-key-results.ts";
import type { PlanRow } from "../queries/plans.ts";
import { acceptance } from "./acceptance.ts";
import { asNew, withStepsOfItsOwn } from "./copying.ts";
import { keyResultLine, objectiveLine } from "./kinds.ts";
import {
  addOnce,
  edit,
  lineOf,
  lineToDraft,
  mustNotBeRemoved,
  ownerRefusals,
  putLast,
  remove,
  reorder,
  restore,
} from "./lines.ts";
import { moveToInitiative } from "./moving-to-initiative.ts";
import { changing } from "./studio.ts";
import { tell } from "./telling.ts";

const os = keeps(contract).draftKeyResults;

export const draftKeyResults = {
  create: os.create.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { plan, row: objective } = await lineToDraft(tx, viewer, objectiveLine, input.draftObjectiveId);
      mustNotBeRemoved(objective);
      await draftKeyResultIn(tx, plan, objective, { ...input, measure: draftMeasure(input.measure) });
      return plan.id;
    }),
  ),
  update: os.update.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { plan, row } = await lineToDraft(tx, viewer, keyResultLine, input.id);
      const asked = { ...input, measure: input.measure && draftMeasure(input.measure) };
      await edit(tx, plan, keyResultLine, row, asked, async (_after, { ownerId, measure }) => [
        ...(await ownerRefusals(tx, ownerId, { plan, private: row.private })),
        ...(measure ? draftMeasureRefusals(measure) : []),
      ]);
      return plan.id;
    }),
  ),
  reorder: os.reorder.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { draftObjectiveId: placeId, ids } = input;
      const { plan, row } = await lineToDraft(tx, viewer, objectiveLine, placeId);
      const there = await draftKeyResultsIn(tx, row);
      const expected = "a draft key result of this objective";
      await reorder(tx, plan, keyResultLine, { placeId, there, ids, expected });
      return plan.id;
    }),
  ),
  move: os.move.handler(({ input, context }) => changing(context, (tx, viewer) => move(tx, viewer, input))),
  duplicate: os.duplicate.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { plan, row } = await lineToDraft(tx, viewer, keyResultLine, input.id);
      mustNotBeRemoved(row);
      const into = await sameVisibility(tx, viewer, plan, row, input.draftObjectiveId ?? row.draftObjectiveId);
      const copy = { ...withStepsOfItsOwn(asNew(row)), id: input.copyId, draftObjectiveId: into.id };
      await draftKeyResultIn(tx, plan, into, copy, bodyHash({ copyOf: row.id, draftObjectiveId: into.id }));
      return plan.id;
    }),
  ),
  moveToInitiative: os.moveToInitiative.handler(({ input, context }) =>
    changing(context, (tx, viewer) => moveToInitiative(tx, viewer, input)),
  ),
  ...acceptance,
  remove: os.remove.handler(({ input, context }) =>
    changing(context, (tx, viewer) => remove(tx, viewer, keyResultLine, input.id)),
  ),
  restore: os.restore.handler(({ input, context }) =>
    changing(context, (tx, viewer) =>
      restore(tx, viewer, keyResultLine, input.id, (row) => (row.objectiveRemovedAt === null ? [] : [objectiveFirst])),
    ),
  ),
};

interface Objective {
  id: string;
  private: boolean;
}

/** Drafts a key result; the same again changes nothing. */
async function draftKeyResultIn(
  tx: Tx,
  plan: PlanRow,
  { id: draftObjectiveId, private: hidden }: Objective,
  asked: NewDraftKeyResult,
  hash = bodyHash({ ...asked, id: undefined }),
): Promise<void> {
  await addOnce(
    tx,
    plan,
    keyResultLine,
    { ...asked, private: hidden },
    {
      hash,
      refusals: async () => [
        ...(await ownerRefusals(tx, asked.ownerId, { plan, private: hidden })),
        ...draftMeasureRefusals(asked.measure),
      ],
      add: () => addDraftKeyResult(tx, { ...asked, draftObjectiveId, bodyHash: hash }),
    },
  );
}

async function move(
  tx: Tx,
  viewer: Viewer,
  { id, version, draftObjectiveId }: { id: string; version: number; draftObjectiveId: string },
): Promise<string> {
  const { plan, row } = await lineToDraft(tx, viewer, keyResultLine, id);
  mustNotBeRemoved(row);
  sameVersion(row, version, { draftObjectiveId });
  if (row.draftObjectiveId === draftObjectiveId) return plan.id;
  const objective = await sameVisibility(tx, viewer, plan, row, draftObjectiveId);
  await changeDraftKeyResult(tx, id, { draftObjectiveId });
  await putLast(tx, keyResultLine, id, draftObjectiveId, await draftKeyResultsIn(tx, objective));
  const facts = { draftObjectiveId: [row.draftObjectiveId, draftObjectiveId] };
  await tell(tx, plan, lineOf(keyResultLine, row), "draft-moved", facts);
  return plan.id;
}

/** The objective it goes to: of the same plan, and as private as the one it comes from. */
async function sameVisibility(tx: Tx, viewer: Viewer, plan: PlanRow, row: DraftKeyResultRow, into: string) {
  const { plan: its, row: objective } = await lineToDraft(tx, viewer, objectiveLine, into);
  if (its.id !== plan.id) {
    const todo = "Move or copy its objective to that plan, or choose one of this plan.";
    throw refused({ field: "draftObjectiveId", expected: "a draft objective of the same plan", todo });
  }
  mustNotBeRemoved(objective);
  if (objective.private === row.private) return objective;
  const todo = "Show the private one first.";
  throw refused({ field: "draftObjectiveId", expected: "an objective that is as private as its own", todo });
}

const objectiveFirst = {
  field: "id",
  expected: "a key result whose objective was not removed",
  todo: "Put its objective back first.",
};
