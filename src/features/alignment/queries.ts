import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { Viewer } from "../../platform/http/context.ts";
import { objectiveRows, standingColumns, visible } from "../okrs/public.ts";
import type { Link } from "./map.ts";

/** The cycle asked for, else the one that is under way, else the latest; with how many objectives the viewer sees in it. */
export async function cycleToShow(tx: Tx, today: string, cycleId: string | undefined) {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from cycle
    where organisation_id = ${tx.organisationId} and (${cycleId ?? null}::uuid is null or id = ${cycleId ?? null}::uuid)
    order by ${shownFirst(today)}
    limit 1`.execute(tx.db);
  return rows[0];
}

/** The order in which cycles are opened on: the shortest that is under way today, then the latest. */
export function shownFirst(today: string) {
  return sql`state in ('active', 'closing') and ${today}::date between starts_on and ends_on desc,
    (ends_on - starts_on) * (case when ${today}::date between starts_on and ends_on then 1 else 0 end), starts_on desc, id`;
}

/** Every objective of the cycle, the private ones of all members among them: for a reading that is filtered by viewer. */
export function objectivesOfCycle(tx: Tx, cycleId: string) {
  return objectiveRows(tx).where("o.cycle_id", "=", cycleId).orderBy("o.rank").orderBy("o.id").execute();
}

/** The key results of these objectives, in their order, with their owners' names. */
export function keyResultsOf(tx: Tx, objectiveIds: readonly string[]) {
  return tx.db
    .selectFrom("key_result as k")
    .leftJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "k.organisation_id").onRef("m.id", "=", "k.owner_id"),
    )
    .select(standingColumns)
    .select(["k.unit", "k.decimals", "m.name as ownerName"])
    .where("k.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`k.objective_id = any(${[...objectiveIds]}::uuid[])`)
    .orderBy("k.rank")
    .orderBy("k.id")
    .execute();
}

export type ObjectiveRow = Awaited<ReturnType<typeof objectivesOfCycle>>[number];
export type KeyResultRow = Awaited<ReturnType<typeof keyResultsOf>>[number];

/** Those of the named objectives that the viewer can see. */
export function objectivesNamed(tx: Tx, viewer: Viewer, ids: readonly string[]) {
  return objectiveRows(tx)
    .where(sql<boolean>`o.id = any(${[...ids]}::uuid[])`)
    .where(visible(viewer, "o"))
    .execute();
}

export interface Top {
  vision: string;
  mission: string;
  imperatives: { id: string; statement: string; priorityShare: string | null }[];
  links: Link[];
}

/** The words above the objectives, and the links of these objectives in the order they were made: one question. */
export async function topOf(tx: Tx, objectiveIds: readonly string[]): Promise<Top> {
  const { rows } = await sql<{
    vision: string | null;
    mission: string | null;
    imperatives: Top["imperatives"];
    links: [string, string | null, string | null, string | null, Link["mode"]][];
  }>`
    select
      (select text from strategy_statement where organisation_id = ${tx.organisationId} and kind = 'vision') as vision,
      (select text from strategy_statement where organisation_id = ${tx.organisationId} and kind = 'mission') as mission,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'statement', statement, 'priorityShare', priority_share::text) order by rank, id), '[]')
        from imperative where organisation_id = ${tx.organisationId} and archived_at is null) as imperatives,
      (select coalesce(jsonb_agg(jsonb_build_array(objective_id, parent_objective_id, parent_key_result_id, imperative_id, mode) order by created_at, id), '[]')
        from support where organisation_id = ${tx.organisationId} and objective_id = any(${[...objectiveIds]}::uuid[])) as links`.execute(
    tx.db,
  );
  const row = rows[0] as (typeof rows)[number];
  return {
    vision: row.vision ?? "",
    mission: row.mission ?? "",
    imperatives: row.imperatives,
    links: row.links.map(([objectiveId, objective, keyResult, imperative, mode]) => ({
      objectiveId,
      mode,
      parent: objective
        ? { kind: "objective", id: objective }
        : keyResult
          ? { kind: "key-result", id: keyResult }
          : { kind: "imperative", id: imperative as string },
    })),
  };
}

/** The objectives of the cycle that a team (with those below it) or a member owns, by themselves or through a key result. */
export async function objectivesOwned(
  tx: Tx,
  viewer: Viewer,
  cycleId: string,
  owner: { teamId?: string; memberId?: string },
): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("objective as o")
    .select("o.id")
    .where("o.organisation_id", "=", tx.organisationId)
    .where("o.cycle_id", "=", cycleId)
    .where(visible(viewer, "o"))
    .$if(owner.teamId !== undefined, (query) => query.where("o.team_id", "=", owner.teamId as string))
    .$if(owner.memberId !== undefined, (query) =>
      query.where((e) =>
        e.or([
          e("o.owner_id", "=", owner.memberId as string),
          e.exists(
            e
              .selectFrom("key_result as k")
              .select("k.id")
              .where("k.organisation_id", "=", tx.organisationId)
              .whereRef("k.objective_id", "=", "o.id")
              .where("k.owner_id", "=", owner.memberId as string),
          ),
        ]),
      ),
    )
    .orderBy("o.rank")
    .orderBy("o.id")
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}

export interface Titles {
  links: Link[];
  keyResults: { id: string; objectiveId: string }[];
  titles: Map<string, string>;
}

/** Everything above these objectives that the viewer can see: links in the order they were made, and titles. */
export async function everythingAbove(tx: Tx, viewer: Viewer, objectiveIds: readonly string[]): Promise<Titles> {
  const { rows } = await sql<{
    objectiveId: string;
    kind: Link["parent"]["kind"];
    id: string;
    mode: Link["mode"];
    ofObjective: string | null;
    title: string;
    objectiveTitle: string | null;
  }>`
    with recursive above (id, next) as (
      select s.id, coalesce(s.parent_objective_id, k.objective_id)
      from support s left join key_result k on k.organisation_id = ${tx.organisationId} and k.id = s.parent_key_result_id
      where s.organisation_id = ${tx.organisationId} and s.objective_id = any(${[...objectiveIds]}::uuid[])
      union
      select s.id, coalesce(s.parent_objective_id, k.objective_id)
      from above
      join support s on s.organisation_id = ${tx.organisationId} and s.objective_id = above.next
      left join key_result k on k.organisation_id = ${tx.organisationId} and k.id = s.parent_key_result_id
    )
    select s.objective_id as "objectiveId", s.mode, above.next as "ofObjective", o.title as "objectiveTitle",
      case when s.imperative_id is not null then 'imperative' when k.id is not null then 'key-result' else 'objective' end as kind,
      coalesce(s.imperative_id, s.parent_key_result_id, s.parent_objective_id) as id,
      coalesce(i.statement, k.title, o.title) as title
    from above
    join support s on s.organisation_id = ${tx.organisationId} and s.id = above.id
    left join objective o on o.organisation_id = ${tx.organisationId} and o.id = above.next
    left join key_result k on k.organisation_id = ${tx.organisationId} and k.id = s.parent_key_result_id
    left join imperative i on i.organisation_id = ${tx.organisationId} and i.id = s.imperative_id
    where (o.id is null or ${visible(viewer, "o")}) and i.archived_at is null
    order by s.created_at, s.id`.execute(tx.db);
  const titles = new Map<string, string>();
  for (const row of rows) {
    titles.set(row.id, row.title);
    if (row.ofObjective && row.objectiveTitle) titles.set(row.ofObjective, row.objectiveTitle);
  }
  return {
    links: rows.map(({ objectiveId, mode, kind, id }) => ({ objectiveId, mode, parent: { kind, id } })),
    keyResults: rows.flatMap(({ kind, id, ofObjective }) =>
      kind === "key-result" && ofObjective ? [{ id, objectiveId: ofObjective }] : [],
    ),
    titles,
  };
}

/** The key result's objective, where the viewer can see it. */
export async function objectiveOfKeyResult(tx: Tx, viewer: Viewer, keyResultId: string) {
  return tx.db
    .selectFrom("key_result as k")
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .select(["k.id", "k.title", "o.id as objectiveId"])
    .where("k.organisation_id", "=", tx.organisationId)
    .where("o.organisation_id", "=", tx.organisationId)
    .where("k.id", "=", keyResultId)
    .where(visible(viewer, "o"))
    .executeTakeFirst();
}

export async function isThere(tx: Tx, kind: "team" | "member", id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom(kind)
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Keeps what the latest pulse told of "I can see how my work moves our strategy": a share of 1 as it was published,
 * near unanimity only a bound.
 */
export async function noteUnderstood(
  tx: Tx,
  cycleId: string,
  { share, reads }: { share: string; reads: "exactly" | "about" | "or-more" | "or-less" },
): Promise<void> {
  const row = { share, reads, noted_at: tx.now.toString() };
  await tx.db
    .insertInto("alignment_understood")
    .values({ ...row, organisation_id: tx.organisationId, cycle_id: cycleId })
    .onConflict((already) => already.columns(["organisation_id", "cycle_id"]).doUpdateSet(row))
    .execute();
}
