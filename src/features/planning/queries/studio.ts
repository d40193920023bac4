/** What the page of a plan shows, in four questions: the plan with its lines, what is above, the links there, what is known. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { visible } from "../../okrs/public.ts";
import type { DraftMeasure } from "../draft-measure.ts";
import { planRows } from "./plans.ts";
import { presence } from "./presence.ts";

interface Viewer {
  memberId: string;
  role: "owner" | "admin" | "champion" | "member" | "guest";
  teams: readonly string[];
}

interface Owned {
  id: string;
  title: string;
  ownerId: string | null;
  ownerName: string | null;
  rank: number;
  version: number;
}

export interface KeyResultColumns extends Owned {
  draftObjectiveId: string;
  measure: DraftMeasure;
  unit: string;
  decimals: number;
  weight: string;
  source: string;
  keptAsIs: boolean;
  answer: "waiting" | "accepted" | "declined";
  confidence: number | null;
  reason: string;
  answeredAt: string | null;
}

export interface ObjectiveColumns extends Owned {
  why: string;
  commitment: "committed" | "aspirational" | "learning";
  energy: string | null;
  parentKind: ParentKind | null;
  parentId: string | null;
  mode: "contributes" | "supports";
  weight: string;
  private: boolean;
  keptAsIs: boolean;
}

export interface InitiativeColumns extends Owned {
  startsOn: string | null;
  endsOn: string | null;
  private: boolean;
  moves: { draftKeyResultId: string; title: string; expectedMove: string | null }[];
}

export interface ReviewerColumns {
  memberId: string;
  name: string;
  timeZone: string;
  verdict: "waiting" | "approved" | "changes";
  note: string;
  at: string | null;
  changedSince: boolean;
  left: boolean;
}

export type ParentKind = "imperative" | "objective" | "key-result" | "draft-objective";
export type StudioRow = Awaited<ReturnType<typeof studioOf>> & object;

/** The plan with everything in it that the viewer can see; private drafts are its owner's alone. */
export function studioOf(tx: Tx, viewer: Viewer, id: string) {
  const organisation = tx.organisationId;
  const seen = (line: string) => sql<boolean>`(not ${sql.ref(`${line}.private`)} or p.owner_id = ${viewer.memberId})`;
  const ownerOf = (line: string) =>
    sql`left join member m on m.organisation_id = ${organisation} and m.id = ${sql.ref(`${line}.owner_id`)}`;
  return planRows(tx)
    .innerJoin("organisation as org", "org.organisation_id", "p.organisation_id")
    .leftJoin("member as ob", (on) =>
      on.onRef("ob.organisation_id", "=", "p.organisation_id").onRef("ob.id", "=", "p.opened_by"),
    )
    .leftJoin("member as ab", (on) =>
      on.onRef("ab.organisation_id", "=", "p.organisation_id").onRef("ab.id", "=", "p.asked_by"),
    )
    .leftJoin("member as vb", (on) =>
      on.onRef("vb.organisation_id", "=", "p.organisation_id").onRef("vb.id", "=", "p.activated_by"),
    )
    .select([
      "ob.name as openedByName",
      "p.asked_by as askedBy",
      "ab.name as askedByName",
      "p.asked_at as askedAt",
      "p.closes_on as closesOn",
      "p.closes_at as closesAt",
      "p.activated_by as activatedBy",
      "vb.name as activatedByName",
      "p.activated_at as activatedAt",
      "org.planned_energy as plannedEnergy",
    ])
    .select([
      sql<
        string | null
      >`(select text from strategy_statement where organisation_id = ${organisation} and kind = 'vision')`.as("vision"),
      sql<
        string | null
      >`(select text from strategy_statement where organisation_id = ${organisation} and kind = 'mission')`.as(
        "mission",
      ),
      sql<{ id: string; statement: string; why: string; priorityShare: string | null }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'statement', statement, 'why', why,
          'priorityShare', priority_share::text) order by rank, id), '[]')
        from imperative where organisation_id = ${organisation} and archived_at is null)`.as("imperatives"),
      sql<ReviewerColumns[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('memberId', r.member_id, 'name', m.name, 'timeZone', m.time_zone,
          'verdict', r.verdict, 'note', r.note, 'at', r.answered_at, 'changedSince', r.changed_since,
          'left', m.deactivated_at is not null) order by r.rank), '[]')
        from plan_reviewer r join member m on m.organisation_id = ${organisation} and m.id = r.member_id
        where r.organisation_id = ${organisation} and r.plan_id = p.id)`.as("reviewers"),
      sql<ObjectiveColumns[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'title', d.title, 'why', d.why, 'ownerId', d.owner_id,
          'ownerName', m.name, 'commitment', d.commitment, 'energy', d.energy::text, 'parentKind', d.parent_kind,
          'parentId', d.parent_id, 'mode', d.mode, 'weight', d.weight::text, 'private', d.private,
          'keptAsIs', d.kept_as_is, 'rank', d.rank, 'version', d.version) order by d.rank, d.id), '[]')
        from draft_objective d ${ownerOf("d")}
        where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is null and ${seen("d")})`.as(
        "objectives",
      ),
      sql<KeyResultColumns[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'draftObjectiveId', d.id, 'title', k.title,
          'ownerId', k.owner_id, 'ownerName', m.name, 'measure', k.measure, 'unit', k.unit, 'decimals', k.decimals,
          'weight', k.weight::text, 'source', k.source, 'keptAsIs', k.kept_as_is, 'answer', k.answer,
          'confidence', k.confidence, 'reason', k.reason, 'answeredAt', k.answered_at, 'rank', k.rank,
          'version', k.version) order by k.rank, k.id), '[]')
        from draft_objective d
        join draft_key_result k on k.organisation_id = ${organisation} and k.draft_objective_id = d.id ${ownerOf("k")}
        where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is null and k.removed_at is null
          and ${seen("d")})`.as("keyResults"),
      sql<InitiativeColumns[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'ownerId', i.owner_id,
          'ownerName', m.name, 'startsOn', i.starts_on, 'endsOn', i.ends_on, 'private', i.private, 'rank', i.rank,
          'version', i.version, 'moves', (
            select coalesce(jsonb_agg(jsonb_build_object('draftKeyResultId', k.id, 'title', k.title,
              'expectedMove', v.expected_move::text) order by v.rank), '[]')
            from draft_move v
            join draft_key_result k on k.organisation_id = ${organisation} and k.id = v.draft_key_result_id
            join draft_objective d on d.organisation_id = ${organisation} and d.id = k.draft_objective_id
            where v.organisation_id = ${organisation} and v.draft_initiative_id = i.id and k.removed_at is null
              and d.removed_at is null and ${seen("d")})) order by i.rank, i.id), '[]')
        from draft_initiative i ${ownerOf("i")}
        where i.organisation_id = ${organisation} and i.plan_id = p.id and i.removed_at is null and ${seen("i")})`.as(
        "initiatives",
      ),
      removedLines(organisation, seen).as("removed"),
      presence(tx, viewer).as("presence"),
      saidAbout(organisation).as("said"),
    ])
    .where("p.id", "=", id)
    .executeTakeFirst();
}

export interface Removed {
  kind: "draft-objective" | "draft-key-result" | "draft-initiative";
  id: string;
  title: string;
  at: string;
}

/** What was removed and can be put back: a key result while its objective is there. */
function removedLines(organisation: string, seen: (line: string) => ReturnType<typeof sql<boolean>>) {
  return sql<Removed[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'id', g.id, 'title', g.title, 'at', g.removed_at)
      order by g.removed_at desc, g.id), '[]')
    from (
      select 'draft-objective' as kind, d.id, d.title, d.removed_at from draft_objective d
      where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is not null and ${seen("d")}
      union all
      select 'draft-key-result', k.id, k.title, k.removed_at from draft_objective d
      join draft_key_result k on k.organisation_id = ${organisation} and k.draft_objective_id = d.id
      where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is null
        and k.removed_at is not null and ${seen("d")}
      union all
      select 'draft-initiative', i.id, i.title, i.removed_at from draft_initiative i
      where i.organisation_id = ${organisation} and i.plan_id = p.id and i.removed_at is not null and ${seen("i")}) g)`;
}

/** Threads by what they are about, the plan itself among them. */
function saidAbout(organisation: string) {
  return sql<{ subjectId: string; open: number; resolved: number }[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('subjectId', s.subject_id, 'open', s.open, 'resolved', s.resolved)), '[]')
    from (
      select c.subject_id, count(*) filter (where c.resolved_at is null) as open,
        count(*) filter (where c.resolved_at is not null) as resolved
      from comment c
      where c.organisation_id = ${organisation} and c.reply_to_id is null
        and (c.removed_at is null or exists (select from comment a where a.organisation_id = ${organisation}
          and a.reply_to_id = c.id and a.removed_at is null))
        and c.subject_id in (
          select p.id
          union all select d.id from draft_objective d where d.organisation_id = ${organisation} and d.plan_id = p.id
          union all select k.id from draft_objective d
            join draft_key_result k on k.organisation_id = ${organisation} and k.draft_objective_id = d.id
            where d.organisation_id = ${organisation} and d.plan_id = p.id
          union all select i.id from draft_initiative i where i.organisation_id = ${organisation} and i.plan_id = p.id)
      group by c.subject_id) s)`;
}

/** The ids of a plan and of its lines that the viewer can see, removed ones left out: what its comments are about. */
export async function subjectsOf(tx: Tx, viewer: { memberId: string }, planId: string): Promise<string[]> {
  const organisation = tx.organisationId;
  const { rows } = await sql<{ id: string }>`
    with seen as (
      select d.id from draft_objective d join plan p on p.organisation_id = ${organisation} and p.id = d.plan_id
      where d.organisation_id = ${organisation} and d.plan_id = ${planId} and d.removed_at is null
        and (not d.private or p.owner_id = ${viewer.memberId}))
    select ${planId}::uuid as id
    union all select id from seen
    union all select k.id from draft_key_result k where k.organisation_id = ${organisation}
      and k.draft_objective_id in (select id from seen) and k.removed_at is null
    union all select i.id from draft_initiative i join plan p on p.organisation_id = ${organisation} and p.id = i.plan_id
      where i.organisation_id = ${organisation} and i.plan_id = ${planId} and i.removed_at is null
        and (not i.private or p.owner_id = ${viewer.memberId})`.execute(tx.db);
  return rows.map(({ id }) => id);
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
