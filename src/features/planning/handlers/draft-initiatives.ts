import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { plain } from "../../okrs/public.ts";
import { planning as contract } from "../contract.ts";
import { moveRefusals } from "../moves.ts";
import {
  addDraftInitiative,
  changeDraftInitiative,
  type DraftInitiativeBody,
  type DraftInitiativeRow,
  draftInitiative,
  draftInitiativesOf,
  type Move,
  reorderDraftInitiatives,
  writeMoves,
} from "../queries/draft-initiatives.ts";
import { draftKeyResultsOf } from "../queries/draft-key-results.ts";
import type { PlanRow } from "../queries/plans.ts";
import {
  initiativeToDraft,
  mustNotBeRemoved,
  orderRefusals,
  ownerRefusals,
  planToDraft,
  refuseIfAny,
  reordered,
  tell,
} from "./loading.ts";
import { studioPage } from "./studio.ts";

const os = keeps(contract).draftInitiatives;

export const draftInitiatives = {
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, planId, ...body } = input;
      const plan = await planToDraft(tx, context.viewer, planId);
      await draft(tx, plan, { id, ...body });
      return studioPage(tx, context.viewer, planId);
    }),
  ),
  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await initiativeToDraft(tx, context.viewer, input.id);
      await change(tx, plan, row, input);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  reorder: os.reorder.handler(({ input, context }) =>
    context.write(async (tx) => {
      const plan = await planToDraft(tx, context.viewer, input.planId);
      const there = await draftInitiativesOf(tx, plan.id);
      refuseIfAny(orderRefusals(input.ids, there, "a draft initiative of this plan"));
      await reorderDraftInitiatives(tx, plan.id, input.ids);
      await reordered(tx, plan, there);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await initiativeToDraft(tx, context.viewer, input.id);
      if (row.removedAt === null) {
        await changeDraftInitiative(tx, row.id, { removed: true });
        await tell(tx, plan, lineOf(row), "draft-removed");
      }
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  restore: os.restore.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await initiativeToDraft(tx, context.viewer, input.id);
      if (row.removedAt !== null) {
        await changeDraftInitiative(tx, row.id, { removed: false });
        await tell(tx, plan, lineOf(row), "draft-restored");
      }
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
};

function lineOf({ id, title, private: hidden }: Pick<DraftInitiativeRow, "id" | "title" | "private">) {
  return { kind: "draft-initiative" as const, id, title, private: hidden };
}

type NewDraft = Required<Omit<DraftInitiativeBody, "private">> & { id: string; moves: Move[]; rank?: number };

/** Private where it moves what is; the same again changes nothing. */
async function draft(tx: Tx, plan: PlanRow, asked: NewDraft): Promise<void> {
  const { id, moves, ...body } = asked;
  const hash = bodyHash({ planId: plan.id, moves, ...body });
  const earlier = await draftInitiative(tx, id);
  if (earlier) {
    sameCreate(earlier, hash);
    return;
  }
  const there = await draftKeyResultsOf(tx, plan.id);
  const hidden = there.some(
    (each) => each.private && moves.some(({ draftKeyResultId }) => draftKeyResultId === each.id),
  );
  refuseIfAny([
    ...(await ownerRefusals(tx, body.ownerId, { plan, private: hidden })),
    ...dateRefusals(body),
    ...moveRefusals(moves, there, { private: hidden }),
  ]);
  if (!(await addDraftInitiative(tx, { ...body, id, private: hidden, planId: plan.id, bodyHash: hash }))) {
    sameCreate(await draftInitiative(tx, id), hash);
    return;
  }
  await writeMoves(tx, id, moves);
  await tell(tx, plan, lineOf({ ...asked, private: hidden }), "draft-added");
}

async function change(
  tx: Tx,
  plan: PlanRow,
  row: DraftInitiativeRow,
  { id, version, ...asked }: DraftInitiativeBody & { id: string; version: number; moves?: Move[] },
): Promise<void> {
  mustNotBeRemoved(row);
  const before = { ...row, moves: row.moves.map(plainMove) };
  const wanted = { ...asked, moves: asked.moves?.map(plainMove) };
  sameVersion(before, version, wanted);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return;
  const after = { ...before, ...Object.fromEntries(Object.entries(changes).map(([field, [, is]]) => [field, is])) };
  refuseIfAny([
    ...(changes.ownerId ? await ownerRefusals(tx, wanted.ownerId, { plan, private: after.private }) : []),
    ...dateRefusals(after),
    ...(changes.moves || changes.private ? moveRefusals(after.moves, await draftKeyResultsOf(tx, plan.id), after) : []),
  ]);
  const { moves, ...columns } = wanted;
  await changeDraftInitiative(tx, id, columns);
  if (moves) await writeMoves(tx, id, moves);
  await tell(tx, plan, lineOf(after), "draft-changed", changes);
}

function plainMove({ draftKeyResultId, expectedMove }: Move): Move {
  return { draftKeyResultId, expectedMove: expectedMove === null ? null : plain(expectedMove) };
}

function dateRefusals({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): FieldProblem[] {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return [];
  const todo = "Choose a later last day, or an earlier first one.";
  return [{ field: "endsOn", expected: `a last day on or after ${startsOn}`, todo }];
}
