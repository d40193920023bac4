import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Reported } from "../contributed.ts";
import type { RollUpGraph, TermPlace } from "../roll-up-graph.ts";

/** Every place at or above the given ones, along the links that count, and the objectives that contribute to one of them. */
export async function placesAbove(
  tx: Tx,
  places: readonly TermPlace[],
): Promise<{ above: TermPlace[]; contributing: string[] }> {
  const kinds = places.map(({ kind }) => kind);
  const ids = places.map(({ id }) => id);
  const { rows } = await sql<{ kind: TermPlace["kind"]; id: string; contributes: boolean }>`
    with recursive above (kind, id) as (
      select * from unnest(${kinds}::text[], ${ids}::uuid[])
      union
      select next.kind, next.id
      from above
      cross join lateral (
        select 'objective', k.objective_id from key_result k
        where above.kind = 'key-result' and k.organisation_id = ${tx.organisationId} and k.id = above.id
        union all
        select case when s.parent_objective_id is null then 'key-result' else 'objective' end, coalesce(s.parent_objective_id, s.parent_key_result_id)
        from support s
        where above.kind = 'objective' and s.organisation_id = ${tx.organisationId} and s.objective_id = above.id
          and s.mode = 'contributes' and s.imperative_id is null
      ) as next (kind, id)
    )
    select kind, id, false as contributes from above
    union all
    select distinct 'objective', s.objective_id, true from support s
    where s.organisation_id = ${tx.organisationId} and s.mode = 'contributes'
      and (s.parent_objective_id in (select id from above where kind = 'objective')
        or s.parent_key_result_id in (select id from above where kind = 'key-result')
        or s.parent_key_result_id in (select k.id from above a
          join key_result k on k.organisation_id = ${tx.organisationId} and k.objective_id = a.id where a.kind = 'objective'))`.execute(
    tx.db,
  );
  return {
    above: rows.flatMap(({ kind, id, contributes }) => (contributes ? [] : [{ kind, id }])),
    contributing: rows.flatMap(({ id, contributes }) => (contributes ? [id] : [])),
  };
}

export interface RollUpRows {
  graph: RollUpGraph;
  stored: Reported;
  /** Owners of the private ones. */
  privateTo: Map<string, string>;
}

/** Those places with everything that is a term of them: every key result stands beneath its objective, which is there too. */
export async function rollUpRows(
  tx: Tx,
  { above, contributing }: Awaited<ReturnType<typeof placesAbove>>,
): Promise<RollUpRows> {
  const concerned = [
    ...new Set([...above.flatMap(({ kind, id }) => (kind === "objective" ? [id] : [])), ...contributing]),
  ];
  const [objectives, keyResults, contributions] = await Promise.all([
    sql<ObjectiveTerm>`select o.id, o.state, o.progress, o.contributed_at as "contributedAt", o.private, o.owner_id as "ownerId"
      from objective o where o.organisation_id = ${tx.organisationId} and o.id = any(${concerned}::uuid[])`.execute(
      tx.db,
    ),
    sql<KeyResultTerm>`select k.id, k.objective_id as "objectiveId", k.state, k.weight, k.progress, k.type, k.last_check_in_at as "lastCheckInAt"
      from key_result k where k.organisation_id = ${tx.organisationId} and k.objective_id = any(${concerned}::uuid[])`.execute(
      tx.db,
    ),
    sql<ContributionRow>`select s.objective_id as "objectiveId", s.parent_objective_id as "parentObjectiveId", s.parent_key_result_id as "parentKeyResultId", s.weight
      from support s where s.organisation_id = ${tx.organisationId} and s.mode = 'contributes' and s.imperative_id is null and s.objective_id = any(${contributing}::uuid[])`.execute(
      tx.db,
    ),
  ]);
  return {
    graph: {
      objectives: objectives.rows,
      keyResults: keyResults.rows.map((row) => ({ ...row, fromContributions: row.type === "contributions" })),
      contributions: contributions.rows.map(({ objectiveId, parentObjectiveId, parentKeyResultId, weight }) => ({
        objectiveId,
        parent: parentObjectiveId
          ? { kind: "objective", id: parentObjectiveId }
          : { kind: "key-result", id: parentKeyResultId ?? "" },
        weight,
      })),
    },
    stored: {
      objectives: new Map(objectives.rows.map(({ id, contributedAt }) => [id, contributedAt])),
      keyResults: new Map(keyResults.rows.map(({ id, lastCheckInAt }) => [id, lastCheckInAt])),
    },
    privateTo: new Map(
      objectives.rows.flatMap(({ id, ownerId, private: hidden }) => (hidden && ownerId ? [[id, ownerId]] : [])),
    ),
  };
}

interface ObjectiveTerm {
  id: string;
  state: RollUpGraph["objectives"][number]["state"];
  progress: string | null;
  contributedAt: string | null;
  private: boolean;
  ownerId: string | null;
}

interface KeyResultTerm {
  id: string;
  objectiveId: string;
  state: RollUpGraph["keyResults"][number]["state"];
  weight: string;
  progress: string | null;
  type: string;
  lastCheckInAt: string | null;
}

interface ContributionRow {
  objectiveId: string;
  parentObjectiveId: string | null;
  parentKeyResultId: string | null;
  weight: string;
}

/** A place with the progress and the latest check-in beneath it that it has from now on. */
export interface RolledUp {
  id: string;
  progress: string | null;
  at: string | null;
}

/** Stores what was rolled up. It is no edit: versions stay. */
export async function storeRolledUp(
  tx: Tx,
  objectives: readonly RolledUp[],
  keyResults: readonly RolledUp[],
): Promise<void> {
  const columns = (rows: readonly RolledUp[]) =>
    sql`unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ progress }) => progress)}::numeric[], ${rows.map(({ at }) => at)}::timestamptz[]) as n (id, progress, at)`;
  const { organisationId } = tx;
  const ofObjectives = sql`update objective o set progress = n.progress, contributed_at = n.at
    from ${columns(objectives)} where o.organisation_id = ${organisationId} and o.id = n.id`;
  const ofKeyResults = sql`update key_result k set progress = n.progress, last_check_in_at = n.at
    from ${columns(keyResults)} where k.organisation_id = ${organisationId} and k.id = n.id and k.type = 'contributions'`;
  await Promise.all([
    objectives.length > 0 && ofObjectives.execute(tx.db),
    keyResults.length > 0 && ofKeyResults.execute(tx.db),
  ]);
}
