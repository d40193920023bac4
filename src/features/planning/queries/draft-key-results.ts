import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Answer, Answered, Standing } from "../acceptance.ts";
import type { DraftMeasure } from "../draft-measure.ts";
import { addLine, changeLine, inSight, oneOf } from "./lines.ts";

const columns = [
  "k.id",
  "k.draft_objective_id as draftObjectiveId",
  "d.plan_id as planId",
  "d.private",
  "d.removed_at as objectiveRemovedAt",
  "p.owner_id as planOwnerId",
  "p.state as planState",
  "k.title",
  "k.owner_id as ownerId",
  "k.unit",
  "k.decimals",
  "k.weight",
  "k.source",
  "k.kept_as_is as keptAsIs",
  "k.confidence",
  "k.reason",
  "k.answered_at as answeredAt",
  "k.rank",
  "k.removed_at as removedAt",
  "k.body_hash",
  "k.version",
] as const;

function draftKeyResults(tx: Tx) {
  return tx.db
    .selectFrom("draft_key_result as k")
    .innerJoin("draft_objective as d", (on) =>
      on.onRef("d.organisation_id", "=", "k.organisation_id").onRef("d.id", "=", "k.draft_objective_id"),
    )
    .innerJoin("plan as p", (on) =>
      on.onRef("p.organisation_id", "=", "d.organisation_id").onRef("p.id", "=", "d.plan_id"),
    )
    .where("k.organisation_id", "=", tx.organisationId)
    .select(columns)
    .select([
      sql<DraftMeasure>`k.measure`.as("measure"),
      sql<Answer["answer"]>`k.answer`.as("answer"),
      sql<Answered | null>`k.answered_before`.as("answeredBefore"),
    ]);
}

export type DraftKeyResultRow = Awaited<ReturnType<typeof draftKeyResult>> & object;

/** Also a removed one, and one of a private draft: who may know of it is decided by who asks. */
export function draftKeyResult(tx: Tx, id: string) {
  return draftKeyResults(tx).where("k.id", "=", id).executeTakeFirst();
}

/** Those of a plan that were not removed, nor their objectives, in their order. */
export function draftKeyResultsOf(tx: Tx, planId: string) {
  return draftKeyResults(tx)
    .where("d.plan_id", "=", planId)
    .where("d.removed_at", "is", null)
    .where("k.removed_at", "is", null)
    .orderBy("k.rank")
    .orderBy("k.id")
    .execute();
}

/** The same of one objective. */
export async function draftKeyResultsIn(tx: Tx, { id, planId }: { id: string; planId: string }) {
  return (await draftKeyResultsOf(tx, planId)).filter(({ draftObjectiveId }) => draftObjectiveId === id);
}

export interface DraftKeyResultBody {
  title?: string;
  ownerId?: string | null;
  measure?: DraftMeasure;
  unit?: string;
  decimals?: number;
  weight?: string;
  source?: string;
  keptAsIs?: boolean;
}

export type NewDraftKeyResult = Required<Omit<DraftKeyResultBody, "keptAsIs">> & {
  id: string;
  draftObjectiveId: string;
  rank?: number;
};

/** Adds it at its place, else after the last one; false where the id is already taken. */
export function addDraftKeyResult(tx: Tx, draft: NewDraftKeyResult & { bodyHash: Buffer }): Promise<boolean> {
  const { id, draftObjectiveId, rank, bodyHash, title, measure } = draft;
  const own = {
    id,
    draft_objective_id: draftObjectiveId,
    title,
    measure: JSON.stringify(measure),
    body_hash: bodyHash,
  };
  return addLine(tx, "draft_key_result", { ...columnsOf(draft), ...own }, rank);
}

/** `standing` says how its owner stands to it from now on. */
export function changeDraftKeyResult(
  tx: Tx,
  id: string,
  change: DraftKeyResultBody & { draftObjectiveId?: string; standing?: Standing },
) {
  const columns = { ...columnsOf(change), draft_objective_id: change.draftObjectiveId };
  return changeLine(tx, "draft_key_result", id, {
    ...columns,
    ...(change.standing && standingColumns(change.standing)),
  });
}

/** What its owner answers, null where they take it back: no change of the line, so its version stays. */
export async function writeAnswer(tx: Tx, id: string, answered: Omit<Answer, "answeredAt"> | null) {
  const said = answered ?? { answer: "waiting", confidence: null, reason: "" };
  const standing = { ...said, answeredAt: answered ? tx.now.toString() : null, answeredBefore: null };
  await tx.db
    .updateTable("draft_key_result")
    .set(standingColumns(standing))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Which of these drafts the viewer can see: for what is told of them elsewhere. */
export function draftKeyResultsInSight(tx: Tx, viewer: { memberId: string }, ids: readonly string[]) {
  return draftKeyResults(tx).where(oneOf(ids, "k.id")).where(inSight(viewer, "d.private")).execute();
}

function standingColumns({ answer, confidence, reason, answeredAt, answeredBefore }: Standing) {
  const answered_before = answeredBefore && JSON.stringify(answeredBefore);
  return { answer, confidence, reason, answered_at: answeredAt, answered_before };
}

function columnsOf({ title, ownerId, measure, unit, decimals, weight, source, keptAsIs }: DraftKeyResultBody) {
  return {
    title,
    owner_id: ownerId,
    measure: measure === undefined ? undefined : JSON.stringify(measure),
    unit,
    decimals,
    weight,
    source,
    kept_as_is: keptAsIs,
  };
}
