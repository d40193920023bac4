import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { addLine, changeLine, inSight, oneOf } from "./lines.ts";

export interface Move {
  draftKeyResultId: string;
  expectedMove: string | null;
}

function draftInitiatives(tx: Tx) {
  return tx.db
    .selectFrom("draft_initiative as i")
    .innerJoin("plan as p", (on) =>
      on.onRef("p.organisation_id", "=", "i.organisation_id").onRef("p.id", "=", "i.plan_id"),
    )
    .where("i.organisation_id", "=", tx.organisationId)
    .select([
      "i.id",
      "i.plan_id as planId",
      "p.owner_id as planOwnerId",
      "p.state as planState",
      "i.title",
      "i.owner_id as ownerId",
      "i.starts_on as startsOn",
      "i.ends_on as endsOn",
      "i.private",
      "i.rank",
      "i.removed_at as removedAt",
      "i.body_hash",
      "i.version",
    ])
    .select(
      sql<Move[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('draftKeyResultId', v.draft_key_result_id,
          'expectedMove', v.expected_move::text) order by v.rank), '[]')
        from draft_move v where v.organisation_id = ${tx.organisationId} and v.draft_initiative_id = i.id)`.as("moves"),
    );
}

export type DraftInitiativeRow = Awaited<ReturnType<typeof draftInitiative>> & object;

/** Also a removed one, and a private one of another: who may know of it is decided by who asks. */
export function draftInitiative(tx: Tx, id: string) {
  return draftInitiatives(tx).where("i.id", "=", id).executeTakeFirst();
}

/** Those of a plan that were not removed, in their order. */
export function draftInitiativesOf(tx: Tx, planId: string) {
  return draftInitiatives(tx)
    .where("i.plan_id", "=", planId)
    .where("i.removed_at", "is", null)
    .orderBy("i.rank")
    .orderBy("i.id")
    .execute();
}

export interface DraftInitiativeBody {
  title?: string;
  ownerId?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
  private?: boolean;
  moves?: readonly Move[];
}

/** Adds it at its place, else after the last one; false where the id is already taken. */
export async function addDraftInitiative(
  tx: Tx,
  draft: Required<DraftInitiativeBody> & { id: string; planId: string; rank?: number; bodyHash: Buffer },
): Promise<boolean> {
  const { id, planId, rank, bodyHash, title, moves } = draft;
  const own = { ...columnsOf(draft), id, plan_id: planId, title, body_hash: bodyHash };
  const added = await addLine(tx, "draft_initiative", own, rank);
  if (added) await writeMoves(tx, id, moves);
  return added;
}

export async function changeDraftInitiative(tx: Tx, id: string, change: DraftInitiativeBody) {
  await changeLine(tx, "draft_initiative", id, columnsOf(change));
  if (!change.moves) return;
  await tx.db
    .deleteFrom("draft_move")
    .where("organisation_id", "=", tx.organisationId)
    .where("draft_initiative_id", "=", id)
    .execute();
  await writeMoves(tx, id, change.moves);
}

async function writeMoves(tx: Tx, initiativeId: string, moves: readonly Move[]) {
  if (moves.length === 0) return;
  const rows = moves.map(({ draftKeyResultId, expectedMove }, rank) => ({
    organisation_id: tx.organisationId,
    draft_initiative_id: initiativeId,
    draft_key_result_id: draftKeyResultId,
    expected_move: expectedMove,
    rank,
  }));
  await tx.db.insertInto("draft_move").values(rows).execute();
}

/** Takes away what initiatives should move of a draft objective that is in another plan now. */
export async function removeMovesAcross(tx: Tx, draftObjectiveId: string) {
  await sql`delete from draft_move v using draft_key_result k, draft_objective d, draft_initiative i
    where v.organisation_id = ${tx.organisationId} and k.organisation_id = v.organisation_id and k.id = v.draft_key_result_id
      and d.organisation_id = v.organisation_id and d.id = k.draft_objective_id and d.id = ${draftObjectiveId}
      and i.organisation_id = v.organisation_id and i.id = v.draft_initiative_id and i.plan_id <> d.plan_id`.execute(
    tx.db,
  );
}

/** Which of these drafts the viewer can see: for what is told of them elsewhere. */
export function draftInitiativesInSight(tx: Tx, viewer: { memberId: string }, ids: readonly string[]) {
  return draftInitiatives(tx).where(oneOf(ids, "i.id")).where(inSight(viewer, "i.private")).execute();
}

function columnsOf({ title, ownerId, startsOn, endsOn, private: hidden }: DraftInitiativeBody) {
  return { title, owner_id: ownerId, starts_on: startsOn, ends_on: endsOn, private: hidden };
}
