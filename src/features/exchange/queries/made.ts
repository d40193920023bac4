/** What an import made, told by the events of its transaction, and what has come to hang on it. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { type PermissionViewer as Viewer, visible } from "../../okrs/public.ts";
import { visibleInitiative } from "../../roadmap/public.ts";
import type { Made, Need } from "../undo.ts";

/** Holds what it made until the transaction ends, so that nobody builds on it meanwhile. */
export async function holdMade(tx: Tx, importId: string): Promise<void> {
  const ids = await createdBy(tx, importId);
  for (const table of ["objective", "key_result", "health_metric", "initiative"]) {
    await sql`select from ${sql.table(table)} where organisation_id = ${tx.organisationId} and id = any(${ids}::uuid[])
      order by id for update`.execute(tx.db);
  }
}

/** What it made and is still there, objectives first; without its title where the viewer may no longer read it. */
export async function madeBy(tx: Tx, viewer: Viewer, importId: string): Promise<Made[]> {
  const ids = await createdBy(tx, importId);
  const { organisationId } = tx;
  const { rows } = await sql<Made>`
    with made (id) as (select unnest(${ids}::uuid[])),
      standing (place, kind, id, title, objective_id) as (
        select 1, 'objective', o.id, ${seen(viewer, "o.title")}, null::uuid from objective o join made using (id)
        where o.organisation_id = ${organisationId}
        union all
        select 2, 'key-result', k.id, ${seen(viewer, "k.title")}, k.objective_id from key_result k join made using (id)
        join objective o on o.organisation_id = ${organisationId} and o.id = k.objective_id
        where k.organisation_id = ${organisationId}
        union all
        select 3, 'health-metric', h.id, ${seen(viewer, "h.title")}, h.objective_id from health_metric h join made using (id)
        join objective o on o.organisation_id = ${organisationId} and o.id = h.objective_id
        where h.organisation_id = ${organisationId}
        union all
        select 4, 'initiative', i.id, case when ${visibleInitiative(tx, viewer)} then i.title else '' end, null
        from initiative i join made using (id) where i.organisation_id = ${organisationId}
      )
    select s.kind, s.id, s.title, s.objective_id as "objectiveId", (
      select e.kind from event e
      where e.organisation_id = ${organisationId} and e.actor_id is not null
        and (e.subject_id = s.id or (e.subject_id = s.objective_id and e.facts ->> 'healthMetricId' = s.id::text))
        and not (${byTheImport(tx, importId)})
      order by e.kind = 'check-in-recorded' desc, e.position desc
      limit 1
    ) as "touchedBy"
    from standing s
    order by s.place, s.title, s.id`.execute(tx.db);
  return rows;
}

/** Members, teams and cycles it made that are still there. */
export async function madeBeside(tx: Tx, importId: string) {
  const ids = await createdBy(tx, importId);
  const { rows } = await sql<{ kind: "member" | "team" | "cycle"; id: string; title: string }>`
    select 'member' as kind, id, name as title from member
    where organisation_id = ${tx.organisationId} and id = any(${ids}::uuid[])
    union all
    select 'team', id, name from team where organisation_id = ${tx.organisationId} and id = any(${ids}::uuid[])
    union all
    select 'cycle', id, name from cycle where organisation_id = ${tx.organisationId} and id = any(${ids}::uuid[])
    order by kind, title, id`.execute(tx.db);
  return rows;
}

/** What needs one of these: parts of an objective, links up to it, bets and intentions on it. */
export async function needsOf(tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<Need[]> {
  const { organisationId } = tx;
  const made = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<Need>`
    select k.objective_id as thing, k.id as by, 'under' as why, ${seen(viewer, "k.title")} as title
    from key_result k join objective o on o.organisation_id = ${organisationId} and o.id = k.objective_id
    where k.organisation_id = ${organisationId} and k.objective_id = ${made}
    union all
    select h.objective_id, h.id, 'under', ${seen(viewer, "h.title")}
    from health_metric h join objective o on o.organisation_id = ${organisationId} and o.id = h.objective_id
    where h.organisation_id = ${organisationId} and h.objective_id = ${made}
    union all
    select coalesce(s.parent_objective_id, s.parent_key_result_id), o.id, 'linked', ${seen(viewer, "o.title")}
    from support s join objective o on o.organisation_id = ${organisationId} and o.id = s.objective_id
    where s.organisation_id = ${organisationId} and (s.parent_objective_id = ${made} or s.parent_key_result_id = ${made})
    union all
    select b.key_result_id, i.id, 'moves', case when ${visibleInitiative(tx, viewer)} then i.title else '' end
    from bet b join initiative i on i.organisation_id = ${organisationId} and i.id = b.initiative_id
    where b.organisation_id = ${organisationId} and b.key_result_id = ${made}
    union all
    select coalesce(key_result_id, initiative_id), id, 'intended', '' from intention
    where organisation_id = ${organisationId} and (key_result_id = ${made} or initiative_id = ${made})`.execute(tx.db);
  return rows;
}

/** The event that ends an import's transaction has its number; a backup brought back elsewhere may give it to another, at another time. */
function byTheImport(tx: Tx, importId: string) {
  return sql`(e.xid, e.recorded_at) = (select m.xid, m.recorded_at from event m
    where m.organisation_id = ${tx.organisationId} and m.subject_id = ${importId} and m.kind = 'import-made' limit 1)`;
}

/** The title of an objective `o` or of a part of it, as far as the viewer may read it. */
function seen(viewer: Viewer, title: string) {
  return sql`case when ${visible(viewer, "o")} then ${sql.ref(title)} else '' end`;
}

async function createdBy(tx: Tx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case e.kind when 'health-metric-created' then (e.facts ->> 'healthMetricId')::uuid else e.subject_id end as id
    from event e
    where e.organisation_id = ${tx.organisationId} and ${byTheImport(tx, importId)} and e.kind in (
      'objective-created', 'key-result-created', 'health-metric-created', 'initiative-created',
      'member-added', 'team-created', 'cycle-created')`.execute(tx.db);
  return rows.map(({ id }) => id);
}
