import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { visible } from "../../okrs/public.ts";
import type { ParentKind } from "./draft-objectives.ts";

interface Viewer {
  memberId: string;
  role: "owner" | "admin" | "champion" | "member" | "guest";
  teams: readonly string[];
}

export interface AboveRow {
  kind: ParentKind;
  id: string;
  title: string;
  /** Of a key result: its objective. */
  objectiveId: string | null;
  /** Of a draft: what it supports in turn, and where it stands. */
  parentKind: ParentKind | null;
  parentId: string | null;
  planId: string | null;
  planState: string | null;
  level: "company" | "team" | "personal" | null;
  teamId: string | null;
  teamName: string | null;
}

/** The parents of a plan's drafts that the viewer can see, and of those that are drafts all drafts and parents above. */
export async function aboveDrafts(tx: Tx, viewer: Viewer, planId: string): Promise<AboveRow[]> {
  const organisation = tx.organisationId;
  const { rows } = await sql<AboveRow>`
    with recursive up as (
      select d.parent_kind as kind, d.parent_id as id from draft_objective d
      where d.organisation_id = ${organisation} and d.plan_id = ${planId} and d.removed_at is null and d.parent_id is not null
      union
      select d.parent_kind, d.parent_id from up
      join draft_objective d on d.organisation_id = ${organisation} and d.id = up.id
      where up.kind = 'draft-objective' and d.parent_id is not null)
    select up.kind, up.id, coalesce(d.title, i.statement, k.title, o.title) as title, k.objective_id as "objectiveId",
      d.parent_kind as "parentKind", d.parent_id as "parentId", d.plan_id as "planId", p.state as "planState", p.level,
      p.team_id as "teamId", t.name as "teamName"
    from up
    left join draft_objective d on up.kind = 'draft-objective' and d.organisation_id = ${organisation} and d.id = up.id
      and d.removed_at is null
    left join plan p on p.organisation_id = ${organisation} and p.id = d.plan_id
    left join team t on t.organisation_id = ${organisation} and t.id = p.team_id
    left join imperative i on up.kind = 'imperative' and i.organisation_id = ${organisation} and i.id = up.id
      and i.archived_at is null
    left join key_result k on up.kind = 'key-result' and k.organisation_id = ${organisation} and k.id = up.id
    left join objective o on o.organisation_id = ${organisation}
      and o.id = coalesce(k.objective_id, case when up.kind = 'objective' then up.id end)
    where case up.kind
      when 'imperative' then i.id is not null
      when 'draft-objective' then d.id is not null and p.state <> 'discarded' and (not d.private or p.owner_id = ${viewer.memberId})
      else o.id is not null and ${visible(viewer, "o")} end`.execute(tx.db);
  return rows;
}
