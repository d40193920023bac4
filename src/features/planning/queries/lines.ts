/** What the three kinds of draft lines have in common in their tables: they lie in order within a place, and come back when removed. */
import { type Generated, type Insertable, type Kysely, sql, type Updateable } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { DB } from "../../../platform/database/tables.ts";

export type LineTable = "draft_objective" | "draft_key_result" | "draft_initiative";

/** Objectives and initiatives lie in a plan, key results in an objective of it. */
const within = {
  draft_objective: "plan_id",
  draft_key_result: "draft_objective_id",
  draft_initiative: "plan_id",
} as const;

type New<T extends LineTable> = Omit<Insertable<DB[T]>, "organisation_id" | "rank" | "created_at">;

/** Adds it at its place, counted from 1, else after the last one; false where the id is already taken. */
export async function addLine<T extends LineTable>(tx: Tx, name: T, line: New<T>, rank?: number): Promise<boolean> {
  const [table, place] = [sql.table(name), sql.ref(within[name])];
  const { id, [within[name]]: placeId } = line as unknown as Record<string, string>;
  const afterTheLast = sql<number>`(select coalesce(max(rank), 0) + 1 from ${table}
    where organisation_id = ${tx.organisationId} and ${place} = ${placeId})`;
  const values = {
    ...line,
    organisation_id: tx.organisationId,
    rank: rank ?? afterTheLast,
    created_at: tx.now.toString(),
  };
  const added = await alike(tx)
    .insertInto(name as "line")
    .values(values as unknown as Insertable<Alike>)
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (added && rank !== undefined) {
    await sql`update ${table} set rank = rank + 1 where organisation_id = ${tx.organisationId}
      and ${place} = ${placeId} and rank >= ${rank} and id <> ${id}`.execute(tx.db);
  }
  return added !== undefined;
}

/** Columns left undefined stay as they are. */
export async function changeLine<T extends LineTable>(tx: Tx, name: T, id: string, columns: Updateable<DB[T]>) {
  await alike(tx)
    .updateTable(name as "line")
    .set((e) => ({ ...(columns as Updateable<Alike>), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function removeLine(tx: Tx, name: LineTable, id: string, removed: boolean) {
  await changeLine(tx, name, id, { removed_at: removed ? tx.now.toString() : null });
}

/** Puts the lines of a place in this order; those not named follow. */
export async function orderLines(tx: Tx, name: LineTable, placeId: string, ids: readonly string[]) {
  const [table, place] = [sql.table(name), sql.ref(within[name])];
  await sql`update ${table} l set rank = o.rank from (
      select id, row_number() over (order by array_position(${[...ids]}::uuid[], id) nulls last, rank, id) as rank
      from ${table} where organisation_id = ${tx.organisationId} and ${place} = ${placeId}) o
    where l.organisation_id = ${tx.organisationId} and l.id = o.id`.execute(tx.db);
}

/** Whether the viewer may know of a line whose plan is `p`; `hides` says whether it is private. */
export function inSight(viewer: { memberId: string }, hides: "d.private" | "i.private") {
  return sql<boolean>`(not ${sql.ref(hides)} or p.owner_id = ${viewer.memberId})`;
}

export function oneOf(ids: readonly string[], id: "d.id" | "k.id" | "i.id") {
  return sql<boolean>`${sql.ref(id)} = any(${[...ids]}::uuid[])`;
}

interface Alike {
  organisation_id: string;
  id: string;
  removed_at: string | null;
  version: Generated<number>;
}

/** Any of the three tables, by the columns they all have. */
function alike({ db }: Tx) {
  return db as unknown as Kysely<{ line: Alike }>;
}
