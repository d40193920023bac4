import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { visible } from "../../okrs/public.ts";
import { addLine, changeLine, inSight, oneOf } from "./lines.ts";

const columns = [
  "d.id",
  "d.plan_id as planId",
  "p.owner_id as planOwnerId",
  "p.state as planState",
  "d.title",
  "d.why",
  "d.commitment",
  "d.owner_id as ownerId",
  "d.energy",
  "d.mode",
  "d.weight",
  "d.private",
  "d.kept_as_is as keptAsIs",
  "d.rank",
  "d.removed_at as removedAt",
  "d.body_hash",
  "d.version",
] as const;

function draftObjectives(tx: Tx) {
  return tx.db
    .selectFrom("draft_objective as d")
    .innerJoin("plan as p", (on) =>
      on.onRef("p.organisation_id", "=", "d.organisation_id").onRef("p.id", "=", "d.plan_id"),
    )
    .where("d.organisation_id", "=", tx.organisationId)
    .select(columns)
    .select(
      sql<{ kind: ParentKind; id: string } | null>`case when d.parent_id is not null
        then jsonb_build_object('kind', d.parent_kind, 'id', d.parent_id) end`.as("parent"),
    );
}

export type DraftObjectiveRow = Awaited<ReturnType<typeof draftObjective>> & object;

/** Also a removed one, and a private one of another: who may know of it is decided by who asks. */
export function draftObjective(tx: Tx, id: string) {
  return draftObjectives(tx).where("d.id", "=", id).executeTakeFirst();
}

/** Those of a plan that were not removed, in their order. */
export function draftObjectivesOf(tx: Tx, planId: string) {
  return draftObjectives(tx)
    .where("d.plan_id", "=", planId)
    .where("d.removed_at", "is", null)
    .orderBy("d.rank")
    .orderBy("d.id")
    .execute();
}

export type ParentKind = "imperative" | "objective" | "key-result" | "draft-objective";

export interface DraftObjectiveBody {
  title?: string;
  why?: string;
  commitment?: string;
  ownerId?: string | null;
  energy?: string | null;
  parent?: { kind: string; id: string } | null;
  mode?: string;
  weight?: string;
  private?: boolean;
  keptAsIs?: boolean;
}

/** Adds it at its place, else after the last one; false where the id is already taken. */
export function addDraftObjective(
  tx: Tx,
  draft: Required<Omit<DraftObjectiveBody, "keptAsIs">> & {
    id: string;
    planId: string;
    rank?: number;
    bodyHash: Buffer;
  },
): Promise<boolean> {
  const { id, planId, rank, bodyHash, title } = draft;
  return addLine(
    tx,
    "draft_objective",
    { parent_kind: null, parent_id: null, ...columnsOf(draft), id, plan_id: planId, title, body_hash: bodyHash },
    rank,
  );
}

export function changeDraftObjective(tx: Tx, id: string, change: DraftObjectiveBody & { planId?: string }) {
  return changeLine(tx, "draft_objective", id, { ...columnsOf(change), plan_id: change.planId });
}

/** What may be a parent, as it is there for the viewer; undefined where it is not. */
export async function parentThere(
  tx: Tx,
  viewer: { memberId: string; role: "owner" | "admin" | "champion" | "member" | "guest"; teams: readonly string[] },
  { kind, id }: { kind: string; id: string },
): Promise<{ private: boolean } | undefined> {
  const organisation = tx.organisationId;
  const asked = {
    imperative: sql`select false as private from imperative where organisation_id = ${organisation} and id = ${id} and archived_at is null`,
    objective: sql`select o.private from objective o where o.organisation_id = ${organisation} and o.id = ${id} and ${visible(viewer, "o")}`,
    "key-result": sql`select o.private from key_result k join objective o on o.organisation_id = ${organisation} and o.id = k.objective_id
      where k.organisation_id = ${organisation} and k.id = ${id} and ${visible(viewer, "o")}`,
    "draft-objective": sql`select d.private from draft_objective d join plan p on p.organisation_id = ${organisation} and p.id = d.plan_id
      where d.organisation_id = ${organisation} and d.id = ${id} and d.removed_at is null and p.state <> 'discarded'
        and (not d.private or p.owner_id = ${viewer.memberId})`,
  }[kind];
  if (!asked) return undefined;
  const { rows } = await sql<{ private: boolean }>`${asked}`.execute(tx.db);
  return rows[0];
}

/** A draft with all drafts above it, of whichever plan: while no other draft is given a parent. */
export async function draftWithAllAbove(tx: Tx, id: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draft parents ${tx.organisationId}`}, 0))`.execute(tx.db);
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_kind, parent_id from draft_objective where organisation_id = ${tx.organisationId} and id = ${id}
      union
      select d.id, d.parent_kind, d.parent_id from above
      join draft_objective d on d.organisation_id = ${tx.organisationId} and d.id = above.parent_id
      where above.parent_kind = 'draft-objective')
    select id from above`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** Which of these drafts the viewer can see: for what is told of them elsewhere. */
export function draftObjectivesInSight(tx: Tx, viewer: { memberId: string }, ids: readonly string[]) {
  return draftObjectives(tx).where(oneOf(ids, "d.id")).where(inSight(viewer, "d.private")).execute();
}

function columnsOf({ title, why, commitment, ownerId, energy, parent, mode, weight, ...flags }: DraftObjectiveBody) {
  return {
    title,
    why,
    commitment,
    owner_id: ownerId,
    energy,
    ...(parent === undefined ? {} : { parent_kind: parent?.kind ?? null, parent_id: parent?.id ?? null }),
    mode,
    weight,
    private: flags.private,
    kept_as_is: flags.keptAsIs,
  };
}
