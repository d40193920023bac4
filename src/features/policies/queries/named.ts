import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { visible } from "../../okrs/public.ts";

type Viewer = Parameters<typeof visible>[0];

export interface SubjectRow {
  id: string;
  kind: "key-result" | "health-metric";
  objectiveId: string;
  title: string;
  teamId: string | null;
  teamName: string | null;
  unit: string;
  decimals: number;
  current: string | null;
  private: boolean;
  /** Whether it is reported as a number. */
  isNumber: boolean;
}

/** Those of these key results and health metrics that are there for the viewer. */
export async function subjectRows(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<SubjectRow[]> {
  if (ids.length === 0) return [];
  const wanted = sql`${[...new Set(ids)]}::uuid[]`;
  const { rows } = await sql<SubjectRow>`
    with measured as (
      select 'key-result' as kind, id, objective_id, title, unit, decimals, current_value,
        type in ('metric', 'threshold', 'range', 'baseline') as is_number
      from key_result where organisation_id = ${tx.organisationId} and id = any(${wanted})
      union all
      select 'health-metric', id, objective_id, title, unit, decimals, current_value, true
      from health_metric where organisation_id = ${tx.organisationId} and id = any(${wanted})
    )
    select k.id, k.kind, o.id as "objectiveId", k.title, t.id as "teamId", t.name as "teamName", k.unit, k.decimals,
      k.current_value as current, o.private, k.is_number as "isNumber"
    from measured k
    join objective o on o.organisation_id = ${tx.organisationId} and o.id = k.objective_id
    left join team t on t.organisation_id = o.organisation_id and t.id = o.team_id
    where ${visible(viewer, "o")}`.execute(tx.db);
  return rows;
}

export interface Names {
  teams: Map<string, string>;
  sites: Map<string, string>;
  imperatives: Map<string, string>;
  members: Map<string, string>;
}

/** What these ids are called today; archived sites and imperatives keep their name. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Names> {
  const names: Names = { teams: new Map(), sites: new Map(), imperatives: new Map(), members: new Map() };
  if (ids.length === 0) return names;
  const { organisationId: of } = tx;
  const wanted = sql`${[...new Set(ids)]}::uuid[]`;
  const { rows } = await sql<{ kind: keyof Names; id: string; name: string }>`
    select 'teams' as kind, id, name from team where organisation_id = ${of} and id = any(${wanted})
    union all select 'sites', id, name from site where organisation_id = ${of} and id = any(${wanted})
    union all select 'imperatives', id, statement from imperative where organisation_id = ${of} and id = any(${wanted})
    union all select 'members', id, name from member where organisation_id = ${of} and id = any(${wanted})`.execute(
    tx.db,
  );
  for (const { kind, id, name } of rows) names[kind].set(id, name);
  return names;
}

export interface Known {
  teams: Set<string>;
  sites: Set<string>;
  imperatives: Set<string>;
  /** Members who are here and no guests. */
  members: Set<string>;
}

/** Which of these ids can be named in a policy. */
export async function knownIds(tx: Tx, ids: readonly string[]): Promise<Known> {
  const known: Known = { teams: new Set(), sites: new Set(), imperatives: new Set(), members: new Set() };
  if (ids.length === 0) return known;
  const { organisationId: of } = tx;
  const wanted = sql`${[...new Set(ids)]}::uuid[]`;
  const { rows } = await sql<{ kind: keyof Known; id: string }>`
    select 'teams' as kind, id from team where organisation_id = ${of} and id = any(${wanted})
    union all select 'sites', id from site where organisation_id = ${of} and id = any(${wanted}) and archived_at is null
    union all select 'imperatives', id from imperative
      where organisation_id = ${of} and id = any(${wanted}) and archived_at is null
    union all select 'members', id from member
      where organisation_id = ${of} and id = any(${wanted}) and deactivated_at is null and role <> 'guest'`.execute(
    tx.db,
  );
  for (const { kind, id } of rows) known[kind].add(id);
  return known;
}
