/** Single tables, so that no join is planned: what supports what, and key results. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { among } from "./among.ts";

export interface LinkRow {
  objectiveId: string;
  mode: string;
  kind: "objective" | "key-result" | "imperative";
  parentId: string;
}

/** Links from these objectives, or to these parents; in the order they were made. */
export async function linksBy(
  tx: Tx,
  column: "objective_id" | "parent_objective_id" | "parent_key_result_id" | "imperative_id",
  ids: readonly string[],
): Promise<LinkRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<LinkRow>`
    select objective_id as "objectiveId", mode,
      case when imperative_id is not null then 'imperative' when parent_objective_id is not null then 'objective' else 'key-result' end as kind,
      coalesce(imperative_id, parent_objective_id, parent_key_result_id) as "parentId"
    from support where organisation_id = ${tx.organisationId} and ${among(column, ids)}
    order by created_at, id`.execute(tx.db);
  return rows;
}

export interface KeyResultFacts {
  id: string;
  objectiveId: string;
  owned: boolean;
  type: string;
  valued: boolean;
  progressed: boolean;
  /** Neither dropped nor postponed. */
  pursued: boolean;
}

/** These key results, or those of these objectives. */
export async function keyResultsBy(
  tx: Tx,
  column: "id" | "objective_id",
  ids: readonly string[],
): Promise<KeyResultFacts[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<KeyResultFacts>`
    select id, objective_id as "objectiveId", owner_id is not null as owned, type, current_value is not null as valued,
      progress is not null as progressed, state not in ('dropped', 'postponed') as pursued
    from key_result where organisation_id = ${tx.organisationId} and ${among(column, ids)}
    order by rank, id`.execute(tx.db);
  return rows;
}

export interface LinkAbove {
  objectiveId: string;
  kind: LinkRow["kind"];
  id: string;
  /** The objective that stands there; null for an imperative. */
  above: string | null;
}

/** What these objectives support, with the objective that stands there. */
export async function linksAbove(tx: Tx, ids: readonly string[]): Promise<LinkAbove[]> {
  const links = await linksBy(tx, "objective_id", ids);
  const named = links.flatMap(({ kind, parentId }) => (kind === "key-result" ? [parentId] : []));
  const objectiveOf = new Map((await keyResultsBy(tx, "id", named)).map((each) => [each.id, each.objectiveId]));
  const aboveOf = {
    imperative: () => null,
    objective: (id: string) => id,
    "key-result": objectiveOf.get.bind(objectiveOf),
  };
  return links.map(({ objectiveId, kind, parentId }) => {
    return { objectiveId, kind, id: parentId, above: aboveOf[kind](parentId) ?? null };
  });
}

/** What supports these objectives or one of their key results: [the one above, what supports it, in which mode]. */
export async function linksBelow(tx: Tx, ids: readonly string[]): Promise<[string, string, string][]> {
  const [direct, keyResults] = await Promise.all([
    linksBy(tx, "parent_objective_id", ids),
    keyResultsBy(tx, "objective_id", ids),
  ]);
  const objectiveOf = new Map(keyResults.map((each) => [each.id, each.objectiveId]));
  const through = await linksBy(tx, "parent_key_result_id", [...objectiveOf.keys()]);
  return [
    ...direct.map(({ parentId, objectiveId, mode }): [string, string, string] => [parentId, objectiveId, mode]),
    ...through.map(({ parentId, objectiveId, mode }): [string, string, string] => [
      objectiveOf.get(parentId) as string,
      objectiveId,
      mode,
    ]),
  ];
}
