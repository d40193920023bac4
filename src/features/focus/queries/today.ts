/** What Today shows, beside the intentions: what is around the member, then the line that ends at one of their objectives. */
import { sql } from "kysely";
import { builtOnce } from "../../../platform/database/built-once.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { objectiveRows, type PermissionViewer, standingColumns, visible } from "../../okrs/public.ts";

interface CycleOfToday {
  id: string;
  name: string;
  cycleState: string;
  startsOn: string;
  endsOn: string;
}

interface AskOfToday {
  id: string;
  text: string;
  fromId: string;
  fromName: string;
  keyResultId: string;
  keyResultTitle: string;
  objectiveId: string;
  createdAt: string;
}

/** An objective under way that a member owns, that a team of theirs owns, or on which they own a key result. */
interface CandidateOfToday {
  id: string;
  level: "company" | "team" | "personal";
  private: boolean;
  rank: number;
  cycleId: string;
  owned: boolean;
  /** Those on it that the member owns. */
  keyResults: number;
}

export interface Surroundings {
  /** The organisation's. */
  timeZone: string;
  weekStartsOn: number;
  vision: string | null;
  cycles: CycleOfToday[] | null;
  askCount: number;
  asks: AskOfToday[] | null;
  candidates: CandidateOfToday[] | null;
}

type Organisation = Pick<Tx, "organisationId">;
type Seer = Pick<PermissionViewer, "memberId" | "teams" | "role">;

/** The vision, the cycles that are not closed, the latest asks that wait for a member, and where their line may end. */
export async function surroundings(tx: Tx, viewer: PermissionViewer): Promise<Surroundings> {
  const { memberId, teams, role } = viewer;
  const [row] = await surroundingsOf(tx, { memberId, teams }, role);
  return row as Surroundings;
}

/** Who looks decides which SQL says what they see. */
const surroundingsOf = builtOnce((tx, { memberId, teams }: Omit<Seer, "role">, role: Seer["role"]) => {
  const { organisationId } = tx;
  return sql<Surroundings>`
    select org.time_zone as "timeZone", org.week_starts_on as "weekStartsOn",
      (select text from strategy_statement where organisation_id = ${organisationId} and kind = 'vision') as vision,
      (select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'cycleState', c.state,
          'startsOn', c.starts_on, 'endsOn', c.ends_on) order by c.starts_on, c.id)
        from cycle c where c.organisation_id = ${organisationId} and c.state <> 'closed') as cycles,
      (select count(*) from ask a where a.organisation_id = ${organisationId} and a.to_member_id = ${memberId}
        and a.closed_at is null) as "askCount",
      (select jsonb_agg(to_jsonb(w) order by w."createdAt" desc, w.id desc) from (
        select a.id, a.text, f.id as "fromId", f.name as "fromName", k.id as "keyResultId", k.title as "keyResultTitle",
          k.objective_id as "objectiveId",
          to_char(a.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "createdAt"
        from ask a
        join member f on f.organisation_id = ${organisationId} and f.id = a.from_member_id
        join key_result k on k.organisation_id = ${organisationId} and k.id = a.key_result_id
        where a.organisation_id = ${organisationId} and a.to_member_id = ${memberId} and a.closed_at is null
        order by a.created_at desc, a.id desc
        limit 5) w) as asks,
      (select json_agg(w) from (${candidates(tx, { memberId, teams, role })}) w) as candidates
    from organisation org where org.organisation_id = ${organisationId}`;
});

/** Up to 500 of them: their own first, then those of their teams. */
function candidates(tx: Organisation, viewer: Seer) {
  const { organisationId } = tx;
  const me = viewer.memberId;
  // Arrays keep the planner's guesses small: a join it believes to find thousands reads every objective there is.
  return sql`
    select o.id, o.level, o.private, o.rank, o.cycle_id as "cycleId", coalesce(o.owner_id = ${me}, false) as owned,
      coalesce(own.count, 0) as "keyResults"
    from objective o
    left join (${ownKeyResults(tx, me)}) own on own.objective_id = o.id
    where o.organisation_id = ${organisationId} and ${visible(viewer, "o")} and o.state in ('open', 'paused')
      and o.cycle_id = any(array(select id from cycle where organisation_id = ${organisationId} and state <> 'closed'))
      and (o.owner_id = ${me} or o.team_id = any(${viewer.teams}::uuid[])
        or o.team_id = any(array(select id from team where organisation_id = ${organisationId} and lead_id = ${me}))
        or o.id = any(array(select objective_id from (${ownKeyResults(tx, me)}) k)))
    order by coalesce(o.owner_id = ${me}, false) or own.count > 0 desc, o.rank, o.id
    limit 500`;
}

function ownKeyResults(tx: Organisation, memberId: string) {
  return sql`select objective_id, count(*) from key_result
    where organisation_id = ${tx.organisationId} and owner_id = ${memberId} and state in ('open', 'paused') group by objective_id`;
}

/** A link upward as it stands in the row of its objective. */
export interface LinkUp {
  parentObjectiveId: string | null;
  parentKeyResultId: string | null;
  /** The objective of the parent key result. */
  nextId: string | null;
  imperativeId: string | null;
  statement: string | null;
  archived: boolean;
}

/** An objective with everything above it, as an array of ids. */
function upFrom(tx: Organisation, objectiveId: string) {
  const { organisationId } = tx;
  return sql<string[]>`array(
    with recursive above (id) as (
      select ${objectiveId}::uuid
      union
      select up.id
      from above
      cross join lateral (
        select coalesce(s.parent_objective_id, (select k.objective_id from key_result k
          where k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id)) as id
        from support s
        where s.organisation_id = ${organisationId} and s.objective_id = above.id and s.imperative_id is null
        offset 0) up
    )
    select id from above)`;
}

/**
 * The objective a member's line ends at with everything above it, and others on which they own key results; each with
 * its links upward, those made first first.
 */
export function objectivesOfLine(tx: Tx, { memberId, teams, role }: Seer, endId: string, otherIds: string[]) {
  return lineObjectives(tx, { memberId, teams, endId, otherIds }, role);
}

const lineObjectives = builtOnce(
  (
    tx,
    { endId, otherIds, memberId, teams }: Omit<Seer, "role"> & { endId: string; otherIds: string[] },
    role: Seer["role"],
  ) =>
    objectiveRows(tx)
      .where(sql<boolean>`o.id = any(${upFrom(tx, endId)} || ${otherIds}::uuid[])`)
      .where(visible({ memberId, teams, role }, "o"))
      .select(linksUp(tx).as("links")),
);

export type LineRow = Awaited<ReturnType<typeof objectivesOfLine>>[number];

function linksUp(tx: Organisation) {
  return sql<LinkUp[] | null>`(
    select jsonb_agg(jsonb_build_object('parentObjectiveId', s.parent_objective_id, 'parentKeyResultId', s.parent_key_result_id,
      'nextId', p.objective_id, 'imperativeId', i.id, 'statement', i.statement, 'archived', i.archived_at is not null)
      order by s.created_at, s.id)
    from support s
    left join key_result p on p.organisation_id = ${tx.organisationId} and p.id = s.parent_key_result_id
    left join imperative i on i.organisation_id = ${tx.organisationId} and i.id = s.imperative_id
    where s.organisation_id = ${tx.organisationId} and s.objective_id = o.id)`;
}

/** All key results of the objectives on the way up, and a member's own on others of theirs, in their order. */
export function keyResultsOfLine(tx: Tx, memberId: string, endId: string, otherIds: string[]) {
  return lineKeyResults(tx, { memberId, endId, otherIds }, "all");
}

const lineKeyResults = builtOnce(
  (tx, { memberId, endId, otherIds }: { memberId: string; endId: string; otherIds: string[] }, _: "all") =>
    tx.db
      .selectFrom("key_result as k")
      .select(standingColumns)
      .select(["k.unit", "k.decimals", "k.last_confidence as lastConfidence"])
      .select(
        // One by one: a join would read all members for a dozen names.
        sql<string | null>`(select m.name from member m
          where m.organisation_id = ${tx.organisationId} and m.id = k.owner_id)`.as("ownerName"),
      )
      .where("k.organisation_id", "=", tx.organisationId)
      .where(
        sql<boolean>`(k.objective_id = any(${upFrom(tx, endId)})
          or (k.owner_id = ${memberId} and k.objective_id = any(${otherIds}::uuid[])))`,
      )
      .orderBy("k.rank")
      .orderBy("k.id"),
);

export type LineKeyResultRow = Awaited<ReturnType<typeof keyResultsOfLine>>[number];
