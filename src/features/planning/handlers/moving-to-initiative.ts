import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { draftMeasure, draftMeasureRefusals } from "../draft-measure.ts";
import { addDraftInitiative, draftInitiative, writeMoves } from "../queries/draft-initiatives.ts";
import { addDraftKeyResult, changeDraftKeyResult, type DraftKeyResultRow } from "../queries/draft-key-results.ts";
import type { PlanRow } from "../queries/plans.ts";
import { keyResultToDraft, mustNotBeRemoved, ownerRefusals, refuseIfAny, tell } from "./loading.ts";

interface Asked {
  id: string;
  version: number;
  initiativeId: string;
  title?: string;
  replacement: Replacement | null;
}

interface Replacement {
  id: string;
  title: string;
  ownerId: string | null;
  measure: Parameters<typeof draftMeasure>[0];
  unit: string;
  decimals: number;
  weight: string;
  source: string;
}

/**
 * An output goes where outputs live, in one step: it becomes an initiative, and the outcome asked for takes its place
 * as what that initiative should move. Answers the plan; the same again changes nothing.
 */
export async function moveToInitiative(tx: Tx, viewer: Viewer, { id, version, ...asked }: Asked): Promise<string> {
  const { plan, row } = await keyResultToDraft(tx, viewer, id);
  const hash = bodyHash({ keyResultId: id, ...asked });
  const earlier = await draftInitiative(tx, asked.initiativeId);
  if (earlier) {
    sameCreate(earlier, hash);
    return plan.id;
  }
  mustNotBeRemoved(row);
  sameVersion(row, version, { title: asked.title });
  const title = asked.title ?? row.title;
  const replaced = asked.replacement && (await putInItsPlace(tx, plan, row, asked.replacement));
  await changeDraftKeyResult(tx, id, { removed: true });
  const initiative = { id: asked.initiativeId, title, ownerId: row.ownerId, startsOn: null, endsOn: null };
  const added = { ...initiative, planId: plan.id, private: row.private, bodyHash: hash };
  if (!(await addDraftInitiative(tx, added))) {
    sameCreate(await draftInitiative(tx, asked.initiativeId), hash);
    return plan.id;
  }
  if (replaced) await writeMoves(tx, asked.initiativeId, [{ draftKeyResultId: replaced, expectedMove: null }]);
  const line = { kind: "draft-initiative" as const, id: asked.initiativeId, title, private: row.private };
  await tell(tx, plan, line, "draft-became-initiative", { keyResultId: id, instead: asked.replacement?.title ?? null });
  return plan.id;
}

async function putInItsPlace(tx: Tx, plan: PlanRow, row: DraftKeyResultRow, replacement: Replacement): Promise<string> {
  const { id, ownerId } = replacement;
  const measure = draftMeasure(replacement.measure);
  refuseIfAny(
    [...(await ownerRefusals(tx, ownerId, { plan, private: row.private })), ...draftMeasureRefusals(measure)].map(
      (problem) => ({ ...problem, field: `replacement.${problem.field}` }),
    ),
  );
  const added = { ...replacement, measure, draftObjectiveId: row.draftObjectiveId, rank: row.rank };
  const isNew = await addDraftKeyResult(tx, { ...added, bodyHash: bodyHash(added) });
  if (!isNew) sameCreate(undefined, bodyHash(added));
  return id;
}
