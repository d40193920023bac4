import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { draftMeasure, draftMeasureRefusals } from "../draft-measure.ts";
import { addDraftInitiative, draftInitiative } from "../queries/draft-initiatives.ts";
import { addDraftKeyResult, type DraftKeyResultRow } from "../queries/draft-key-results.ts";
import { removeLine } from "../queries/lines.ts";
import type { PlanRow } from "../queries/plans.ts";
import { initiativeLine, keyResultLine } from "./kinds.ts";
import { lineOf, lineToDraft, mustNotBeRemoved, ownerRefusals } from "./lines.ts";
import { refuseIfAny } from "./loading.ts";
import { tell } from "./telling.ts";

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
  const { plan, row } = await lineToDraft(tx, viewer, keyResultLine, id);
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
  await removeLine(tx, keyResultLine.table, id, true);
  const initiative = { id: asked.initiativeId, title, ownerId: row.ownerId, startsOn: null, endsOn: null };
  const moves = replaced ? [{ draftKeyResultId: replaced, expectedMove: null }] : [];
  const added = { ...initiative, moves, planId: plan.id, private: row.private, bodyHash: hash };
  if (!(await addDraftInitiative(tx, added))) {
    sameCreate(await draftInitiative(tx, asked.initiativeId), hash);
    return plan.id;
  }
  const facts = { keyResultId: id, instead: asked.replacement?.title ?? null };
  await tell(tx, plan, lineOf(initiativeLine, added), "draft-became-initiative", facts);
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
