/** What became of objectives, key results and links in other cycles. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { type PermissionViewer, type Place, visible } from "../../okrs/public.ts";

export type RolledKind = "objective" | "key-result" | "support";

/** What of a cycle went on in another, by what it was. */
export async function successorsIn(tx: Tx, toCycleId: string): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom("rolled_over")
    .select(["from_id as fromId", "to_id as toId"])
    .where("organisation_id", "=", tx.organisationId)
    .where("to_cycle_id", "=", toCycleId)
    .execute();
  return new Map(rows.map(({ fromId, toId }) => [fromId, toId]));
}

/** One rollover into a cycle at a time, so that two people make nothing twice. */
export async function lockRollover(tx: Tx, toCycleId: string): Promise<void> {
  const name = `rollover ${tx.organisationId} ${toCycleId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.db);
}

export async function keepRolledOver(
  tx: Tx,
  toCycleId: string,
  rolled: readonly { kind: RolledKind; fromId: string; toId: string }[],
): Promise<void> {
  if (rolled.length === 0) return;
  const row = { organisation_id: tx.organisationId, to_cycle_id: toCycleId, rolled_at: tx.now.toString() };
  await tx.db
    .insertInto("rolled_over")
    .values(rolled.map(({ kind, fromId, toId }) => ({ ...row, kind, from_id: fromId, to_id: toId })))
    .execute();
}

interface LinkRow {
  id: string;
  objectiveId: string;
  parent: Place;
  mode: "contributes" | "supports";
  weight: string;
  parentTitle: string;
  /** Of the parent's cycle; null for an imperative. */
  parentCycleId: string | null;
  parentCycleState: string | null;
  /** Of an imperative; null else. */
  archived: boolean | null;
}

/** The links upward of these objectives, first made first, to what the viewer can see. */
export async function linksUpward(
  tx: Tx,
  viewer: PermissionViewer,
  objectiveIds: readonly string[],
): Promise<LinkRow[]> {
  const organisation = tx.organisationId;
  const { rows } = await sql<Omit<LinkRow, "parent"> & { kind: Place["kind"]; parentId: string }>`
    select s.id, s.objective_id as "objectiveId", s.mode, s.weight::text as weight,
      case when s.imperative_id is not null then 'imperative' when s.parent_key_result_id is not null then 'key-result' else 'objective' end as kind,
      coalesce(s.imperative_id, s.parent_key_result_id, s.parent_objective_id) as "parentId",
      coalesce(i.statement, k.title, o.title) as "parentTitle", o.cycle_id as "parentCycleId", c.state as "parentCycleState",
      i.archived_at is not null as archived
    from support s
    left join imperative i on i.organisation_id = ${organisation} and i.id = s.imperative_id
    left join key_result k on k.organisation_id = ${organisation} and k.id = s.parent_key_result_id
    left join objective o on o.organisation_id = ${organisation} and o.id = coalesce(k.objective_id, s.parent_objective_id)
    left join cycle c on c.organisation_id = ${organisation} and c.id = o.cycle_id
    where s.organisation_id = ${organisation} and s.objective_id = any(${[...objectiveIds]}::uuid[])
      and (o.id is null or ${visible(viewer, "o")})
    order by s.created_at, s.id`.execute(tx.db);
  return rows.map(({ kind, parentId, ...row }) => ({ ...row, parent: { kind, id: parentId } }));
}

/** Which of these objectives and key results are still there, with their titles. */
export async function titlesStillThere(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const organisation = tx.organisationId;
  const { rows } = await sql<{ id: string; title: string }>`
    select id, title from objective where organisation_id = ${organisation} and id = any(${[...ids]}::uuid[])
    union all
    select id, title from key_result where organisation_id = ${organisation} and id = any(${[...ids]}::uuid[])`.execute(
    tx.db,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** What an objective was rolled over from, and what it went on as, where the viewer can see it. */
export async function relatives(tx: Tx, viewer: PermissionViewer, objectiveId: string) {
  const organisation = tx.organisationId;
  const { rows } = await sql<{ side: "from" | "to"; id: string; title: string; cycleId: string; cycleName: string }>`
    select r.side, o.id, o.title, c.id as "cycleId", c.name as "cycleName"
    from (
      select 'from' as side, from_id as other from rolled_over
        where organisation_id = ${organisation} and to_id = ${objectiveId} and kind = 'objective'
      union all
      select 'to', to_id from rolled_over
        where organisation_id = ${organisation} and from_id = ${objectiveId} and kind = 'objective') r
    join objective o on o.organisation_id = ${organisation} and o.id = r.other
    join cycle c on c.organisation_id = ${organisation} and c.id = o.cycle_id
    where ${visible(viewer, "o")}
    order by c.starts_on, o.id`.execute(tx.db);
  return rows;
}
