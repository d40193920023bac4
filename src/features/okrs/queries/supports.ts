import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../permissions.ts";
import type { Place } from "../support-graph.ts";
import { objectiveRows } from "./objectives.ts";
import { visible } from "./visible.ts";

const columns = [
  "s.id",
  "s.objective_id as objectiveId",
  "s.parent_objective_id as parentObjectiveId",
  "s.parent_key_result_id as parentKeyResultId",
  "s.imperative_id as imperativeId",
  "s.mode",
  "s.weight",
  "s.version",
  "s.body_hash",
] as const;

interface ParentColumns {
  parentObjectiveId: string | null;
  parentKeyResultId: string | null;
  imperativeId: string | null;
}

export function placeOf({ parentObjectiveId, parentKeyResultId, imperativeId }: ParentColumns): Place {
  if (parentObjectiveId) return { kind: "objective", id: parentObjectiveId };
  if (parentKeyResultId) return { kind: "key-result", id: parentKeyResultId };
  return { kind: "imperative", id: imperativeId ?? "" };
}

/** One writer of links at a time per organisation: two links checked side by side could close a circle together. */
export async function lockLinks(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`links ${tx.organisationId}`}, 0))`.execute(tx.db);
}

export function supportForChange(tx: Tx, id: string) {
  return tx.db
    .selectFrom("support as s")
    .select(columns)
    .where("s.organisation_id", "=", tx.organisationId)
    .where("s.id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** Adds a link; undefined where its id or the pair is already taken. */
export function addSupport(
  tx: Tx,
  link: { id: string; objectiveId: string; parent: Place; mode: string; weight: string; bodyHash: Buffer },
) {
  const { kind, id } = link.parent;
  return tx.db
    .insertInto("support")
    .values({
      organisation_id: tx.organisationId,
      id: link.id,
      objective_id: link.objectiveId,
      parent_objective_id: kind === "objective" ? id : null,
      parent_key_result_id: kind === "key-result" ? id : null,
      imperative_id: kind === "imperative" ? id : null,
      mode: link.mode,
      weight: link.weight,
      body_hash: link.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
}

export async function changeSupport(tx: Tx, id: string, change: { mode?: string; weight?: string }) {
  await tx.db
    .updateTable("support")
    .set((e) => ({ ...change, version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function removeSupport(tx: Tx, id: string) {
  await tx.db.deleteFrom("support").where("organisation_id", "=", tx.organisationId).where("id", "=", id).execute();
}

/** The objective, or that of the key result, a link may point to; undefined where there is none the viewer can see. */
export function parentObjective(tx: Tx, viewer: Viewer, { kind, id }: Place) {
  const keyResult = sql<string>`(select k.objective_id from key_result k where k.organisation_id = ${tx.organisationId} and k.id = ${id})`;
  return objectiveRows(tx)
    .where("o.id", "=", kind === "objective" ? id : keyResult)
    .where(visible(viewer, "o"))
    .executeTakeFirst();
}

export async function titleOf(tx: Tx, { kind, id }: Place): Promise<string | undefined> {
  const organisation = tx.organisationId;
  const { rows } = await (kind === "imperative"
    ? sql<{
        title: string;
      }>`select statement as title from imperative where organisation_id = ${organisation} and id = ${id} and archived_at is null`
    : kind === "objective"
      ? sql<{ title: string }>`select title from objective where organisation_id = ${organisation} and id = ${id}`
      : sql<{ title: string }>`select title from key_result where organisation_id = ${organisation} and id = ${id}`
  ).execute(tx.db);
  return rows[0]?.title;
}

/** A link on the way up, with the titles it is drawn with. */
export interface LinkAbove extends ParentColumns {
  id: string;
  objectiveId: string;
  mode: "contributes" | "supports";
  weight: string;
  version: number;
  /** Of the parent. */
  title: string;
  /** The objective it leads to: the parent, or the one the parent key result belongs to. */
  nextId: string | null;
  nextTitle: string | null;
  archived: boolean;
}

/** Every link above a set of objectives, those made first first; what the viewer cannot see is left out. */
export async function linksAbove(tx: Tx, viewer: Viewer, objectiveIds: string[]): Promise<LinkAbove[]> {
  // Laterally: the planner expects thousands of links above one objective, and would read every link there is.
  const { rows } = await sql<LinkAbove>`
    with recursive above as (
      select s.*, coalesce(s.parent_objective_id, k.objective_id) as next
      from support s
      left join key_result k on k.organisation_id = ${tx.organisationId} and k.id = s.parent_key_result_id
      where s.organisation_id = ${tx.organisationId} and s.objective_id = any(${objectiveIds}::uuid[])
      union
      select up.*
      from above
      cross join lateral (
        select s.*, coalesce(s.parent_objective_id, k.objective_id) as next
        from support s
        left join key_result k on k.organisation_id = ${tx.organisationId} and k.id = s.parent_key_result_id
        where s.organisation_id = ${tx.organisationId} and s.objective_id = above.next
        offset 0) up
    )
    select s.id, s.objective_id as "objectiveId", s.parent_objective_id as "parentObjectiveId",
      s.parent_key_result_id as "parentKeyResultId", s.imperative_id as "imperativeId", s.mode, s.weight, s.version,
      coalesce(i.statement, k.title, o.title) as title, s.next as "nextId", o.title as "nextTitle",
      i.archived_at is not null as archived
    from above s
    left join lateral (
      select * from objective where organisation_id = ${tx.organisationId} and id = s.next offset 0) o on true
    left join lateral (
      select * from key_result where organisation_id = ${tx.organisationId} and id = s.parent_key_result_id offset 0) k on true
    left join imperative i on i.organisation_id = ${tx.organisationId} and i.id = s.imperative_id
    where o.id is null or ${visible(viewer, "o")}
    order by s.created_at, s.id`.execute(tx.db);
  return rows;
}

/** The objectives that an objective is linked with, on both sides, that the viewer can see: a row for each link. */
export function neighbours(tx: Tx, viewer: Viewer, objectiveId: string) {
  const up = sql<string>`select s.id, 'above' as side, coalesce(s.parent_objective_id, k.objective_id) as objective_id, k.id as key_result_id, k.title as key_result_title
    from support s left join key_result k on k.organisation_id = ${tx.organisationId} and k.id = s.parent_key_result_id
    where s.organisation_id = ${tx.organisationId} and s.objective_id = ${objectiveId} and s.imperative_id is null`;
  const down = sql<string>`select s.id, 'below', s.objective_id, null::uuid, null
    from support s where s.organisation_id = ${tx.organisationId} and s.parent_objective_id = ${objectiveId}
    union all
    select s.id, 'below', s.objective_id, k.id, k.title
    from key_result k join support s on s.organisation_id = ${tx.organisationId} and s.parent_key_result_id = k.id
    where k.organisation_id = ${tx.organisationId} and k.objective_id = ${objectiveId}`;
  return objectiveRows(tx)
    .innerJoin(
      sql<{
        id: string;
        side: "above" | "below";
        objective_id: string;
        key_result_id: string | null;
        key_result_title: string | null;
      }>`(${up} union all ${down})`.as("n"),
      "n.objective_id",
      "o.id",
    )
    .innerJoin("support as s", (on) =>
      on.onRef("s.organisation_id", "=", "o.organisation_id").onRef("s.id", "=", "n.id"),
    )
    .select([
      "n.side",
      "n.key_result_id as underKeyResultId",
      "n.key_result_title as underKeyResultTitle",
      "s.id as linkId",
      "s.mode",
      "s.weight",
      "s.version as linkVersion",
    ])
    .where("s.organisation_id", "=", tx.organisationId)
    .where(visible(viewer, "o"))
    .orderBy("s.created_at")
    .orderBy("s.id")
    .execute();
}
