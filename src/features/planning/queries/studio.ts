/** What the page of a plan shows, in four questions: the plan with its lines, what is above, the links there, what is known. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Standing } from "../acceptance.ts";
import type { DraftMeasure } from "../draft-measure.ts";
import type { ParentKind } from "./draft-objectives.ts";
import { inSight } from "./lines.ts";
import { planRows } from "./plans.ts";
import { presence } from "./presence.ts";
import { saidAbout } from "./said.ts";

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
  /** Deactivated since: somebody else has to own it. */
  ownerLeft: boolean;
  rank: number;
  version: number;
}

export interface KeyResultColumns extends Owned, Standing {
  draftObjectiveId: string;
  measure: DraftMeasure;
  unit: string;
  decimals: number;
  weight: string;
  source: string;
  keptAsIs: boolean;
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

export type StudioRow = Awaited<ReturnType<typeof studioOf>> & object;

/** The plan with everything in it that the viewer can see; private drafts are its owner's alone. */
export function studioOf(tx: Tx, viewer: Viewer, id: string) {
  const organisation = tx.organisationId;
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
          'ownerName', m.name, 'ownerLeft', m.deactivated_at is not null, 'commitment', d.commitment, 'energy', d.energy::text, 'parentKind', d.parent_kind,
          'parentId', d.parent_id, 'mode', d.mode, 'weight', d.weight::text, 'private', d.private,
          'keptAsIs', d.kept_as_is, 'rank', d.rank, 'version', d.version) order by d.rank, d.id), '[]')
        from draft_objective d ${ownerOf("d")}
        where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is null and ${inSight(viewer, "d.private")})`.as(
        "objectives",
      ),
      sql<KeyResultColumns[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'draftObjectiveId', d.id, 'title', k.title,
          'ownerId', k.owner_id, 'ownerName', m.name, 'ownerLeft', m.deactivated_at is not null, 'measure', k.measure, 'unit', k.unit, 'decimals', k.decimals,
          'weight', k.weight::text, 'source', k.source, 'keptAsIs', k.kept_as_is, 'answer', k.answer,
          'confidence', k.confidence, 'reason', k.reason, 'answeredAt', k.answered_at, 'answeredBefore', k.answered_before, 'rank', k.rank,
          'version', k.version) order by k.rank, k.id), '[]')
        from draft_objective d
        join draft_key_result k on k.organisation_id = ${organisation} and k.draft_objective_id = d.id ${ownerOf("k")}
        where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is null and k.removed_at is null
          and ${inSight(viewer, "d.private")})`.as("keyResults"),
      sql<InitiativeColumns[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'ownerId', i.owner_id,
          'ownerName', m.name, 'ownerLeft', m.deactivated_at is not null, 'startsOn', i.starts_on, 'endsOn', i.ends_on, 'private', i.private, 'rank', i.rank,
          'version', i.version, 'moves', (
            select coalesce(jsonb_agg(jsonb_build_object('draftKeyResultId', k.id, 'title', k.title,
              'expectedMove', v.expected_move::text) order by v.rank), '[]')
            from draft_move v
            join draft_key_result k on k.organisation_id = ${organisation} and k.id = v.draft_key_result_id
            join draft_objective d on d.organisation_id = ${organisation} and d.id = k.draft_objective_id
            where v.organisation_id = ${organisation} and v.draft_initiative_id = i.id and k.removed_at is null
              and d.removed_at is null and ${inSight(viewer, "d.private")})) order by i.rank, i.id), '[]')
        from draft_initiative i ${ownerOf("i")}
        where i.organisation_id = ${organisation} and i.plan_id = p.id and i.removed_at is null and ${inSight(viewer, "i.private")})`.as(
        "initiatives",
      ),
      removedLines(organisation, viewer).as("removed"),
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
function removedLines(organisation: string, viewer: Viewer) {
  return sql<Removed[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'id', g.id, 'title', g.title, 'at', g.removed_at)
      order by g.removed_at desc, g.id), '[]')
    from (
      select 'draft-objective' as kind, d.id, d.title, d.removed_at from draft_objective d
      where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is not null and ${inSight(viewer, "d.private")}
      union all
      select 'draft-key-result', k.id, k.title, k.removed_at from draft_objective d
      join draft_key_result k on k.organisation_id = ${organisation} and k.draft_objective_id = d.id
      where d.organisation_id = ${organisation} and d.plan_id = p.id and d.removed_at is null
        and k.removed_at is not null and ${inSight(viewer, "d.private")}
      union all
      select 'draft-initiative', i.id, i.title, i.removed_at from draft_initiative i
      where i.organisation_id = ${organisation} and i.plan_id = p.id and i.removed_at is not null and ${inSight(viewer, "i.private")}) g)`;
}
