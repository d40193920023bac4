/** Objectives and key results with how they end. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { keyResultColumns, objectiveRows, type PermissionViewer, visible } from "../../okrs/public.ts";

interface StoredGrade {
  score: string | null;
  endValue: string | null;
  suggested: string | null;
  notYetObservable: boolean;
  note: string;
  learned: string;
  next: string;
  memberId: string;
  memberName: string;
  gradedAt: string;
  version: number;
}

interface StoredTargetChange {
  before: unknown;
  after: unknown;
  reason: string;
}

export interface StoredAsk {
  id: string;
  text: string;
  fromId: string;
  fromName: string;
  toId: string;
  toName: string;
  createdAt: string;
  closedAt: string | null;
  settled: string | null;
  word: string | null;
}

/** Objectives with what they were closed with, which the viewer can see. */
function closingRows(tx: Tx, viewer: PermissionViewer) {
  return objectiveRows(tx)
    .leftJoin("objective_closure as x", (on) =>
      on.onRef("x.organisation_id", "=", "o.organisation_id").onRef("x.objective_id", "=", "o.id"),
    )
    .leftJoin("member as xm", (on) =>
      on.onRef("xm.organisation_id", "=", "x.organisation_id").onRef("xm.id", "=", "x.member_id"),
    )
    .select(["x.suggested", "x.score", "x.outcome", "x.note", "x.learned as whatLearned", "x.next_step as next"])
    .select(["x.member_id as closedBy", "xm.name as closedByName", "x.closed_at as closedAt"])
    .select(["x.version as closureVersion", "x.closed_key_result_ids as closedKeyResultIds"])
    .select([
      "x.closed_objective as closedObjective",
      sql<boolean>`(m.deactivated_at is not null or m.role = 'guest')`.as("ownerCannot"),
      "o.why",
    ])
    .where(visible(viewer, "o"));
}

export type ClosingRow = Awaited<ReturnType<typeof closingRow>> & object;

export function closingRow(tx: Tx, viewer: PermissionViewer, id: string) {
  return closingRows(tx, viewer).where("o.id", "=", id).executeTakeFirst();
}

/** Those of a cycle, the organisation's own first, then team by team, in their order. */
export function closingRowsOf(tx: Tx, viewer: PermissionViewer, cycleId: string) {
  return closingRows(tx, viewer)
    .where("o.cycle_id", "=", cycleId)
    .orderBy(sql`case o.level when 'company' then 0 when 'team' then 1 else 2 end`)
    .orderBy("t.name")
    .orderBy("o.rank")
    .orderBy("o.id")
    .limit(2000)
    .execute();
}

/** The objective locked against another change until the end of the transaction. */
export function lockObjective(tx: Tx, id: string) {
  return tx.db
    .selectFrom("objective")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export type ClosingKeyResultRow = Awaited<ReturnType<typeof closingKeyResults>>[number];

/** The key results of these objectives in their order, with grade, changed targets, and the asks on them. */
export function closingKeyResults(tx: Tx, objectiveIds: readonly string[]) {
  const organisation = tx.organisationId;
  return tx.db
    .selectFrom("key_result as k")
    .leftJoin("member as km", (on) =>
      on.onRef("km.organisation_id", "=", "k.organisation_id").onRef("km.id", "=", "k.owner_id"),
    )
    .select(keyResultColumns)
    .select([
      "km.name as ownerName",
      sql<boolean>`(km.deactivated_at is not null or km.role = 'guest')`.as("ownerCannot"),
    ])
    .select([
      sql<StoredTargetChange[] | null>`(
        select jsonb_agg(jsonb_build_object('before', c.before, 'after', c.after, 'reason', c.reason) order by c.recorded_at, c.id)
        from target_change c where c.organisation_id = ${organisation} and c.key_result_id = k.id)`.as("targetChanges"),
      sql<StoredGrade | null>`(
        select jsonb_build_object('score', g.score::text, 'endValue', g.end_value::text, 'suggested', g.suggested::text,
          'notYetObservable', g.not_yet_observable, 'note', g.note, 'learned', g.learned, 'next', g.next_step,
          'memberId', g.member_id, 'memberName', gm.name, 'gradedAt', g.graded_at, 'version', g.version)
        from key_result_grade g join member gm on gm.organisation_id = ${organisation} and gm.id = g.member_id
        where g.organisation_id = ${organisation} and g.key_result_id = k.id)`.as("grade"),
      sql<StoredAsk[] | null>`(
        select jsonb_agg(jsonb_build_object('id', a.id, 'text', a.text, 'fromId', a.from_member_id, 'fromName', f.name,
          'toId', a.to_member_id, 'toName', t.name, 'createdAt', a.created_at, 'closedAt', a.closed_at,
          'settled', s.settled, 'word', s.word) order by a.created_at, a.id)
        from ask a
        join member f on f.organisation_id = ${organisation} and f.id = a.from_member_id
        join member t on t.organisation_id = ${organisation} and t.id = a.to_member_id
        left join ask_settlement s on s.organisation_id = ${organisation} and s.ask_id = a.id
        where a.organisation_id = ${organisation} and a.key_result_id = k.id)`.as("asks"),
    ])
    .where("k.organisation_id", "=", organisation)
    .where(sql<boolean>`k.objective_id = any(${[...objectiveIds]}::uuid[])`)
    .orderBy("k.rank")
    .orderBy("k.id")
    .execute();
}

export type AmendmentRow = Awaited<ReturnType<typeof amendmentsOf>>[number];

/** What was amended of these objectives, oldest first. */
export function amendmentsOf(tx: Tx, objectiveIds: readonly string[]) {
  return tx.db
    .selectFrom("grade_amendment as a")
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "a.organisation_id").onRef("m.id", "=", "a.member_id"),
    )
    .select(["a.id", "a.objective_id as objectiveId", "a.key_result_id as keyResultId", "a.score", "a.reason"])
    .select(["a.end_value as endValue", "a.member_id as memberId", "m.name as memberName", "a.body_hash"])
    .select("a.amended_at as amendedAt")
    .where("a.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`a.objective_id = any(${[...objectiveIds]}::uuid[])`)
    .orderBy("a.amended_at")
    .orderBy("a.id")
    .execute();
}

export function amendmentMade(tx: Tx, id: string) {
  return tx.db
    .selectFrom("grade_amendment")
    .select(["id", "body_hash"])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** A cycle by its id. */
export function cycleOf(tx: Tx, id: string) {
  return cyclesFor(tx).where("id", "=", id).executeTakeFirst();
}

export function everyCycle(tx: Tx) {
  return cyclesFor(tx).execute();
}

function cyclesFor(tx: Tx) {
  return tx.db
    .selectFrom("cycle")
    .select(["id", "name", "state as cycleState", "starts_on as startsOn", "ends_on as endsOn", "version"])
    .where("organisation_id", "=", tx.organisationId);
}

/** The cycles that are closing, with how many objectives and key results of the member still wait there. */
export function closingFor(tx: Tx, memberId: string) {
  const organisation = tx.organisationId;
  return cyclesFor(tx)
    .select([
      sql<number>`(
        select count(*) from objective o
        left join objective_closure x on x.organisation_id = ${organisation} and x.objective_id = o.id
        where o.organisation_id = ${organisation} and o.cycle_id = cycle.id and o.owner_id = ${memberId}
          and o.state not in ('dropped', 'postponed') and x.objective_id is null)`.as("objectives"),
      sql<number>`(
        select count(*) from key_result k
        join objective o on o.organisation_id = ${organisation} and o.id = k.objective_id
        left join key_result_grade g on g.organisation_id = ${organisation} and g.key_result_id = k.id
        where k.organisation_id = ${organisation} and o.cycle_id = cycle.id and k.owner_id = ${memberId}
          and (not o.private or o.owner_id = ${memberId})
          and k.state not in ('dropped', 'postponed') and o.state not in ('dropped', 'postponed')
          and g.key_result_id is null)`.as("keyResults"),
    ])
    .where("state", "=", "closing")
    .orderBy("starts_on")
    .orderBy("id")
    .execute();
}

/** Who said how confident they were of what, in a cycle: of the organisation's and its teams' objectives. */
export function confidenceSaid(tx: Tx, cycleId: string) {
  return tx.db
    .selectFrom("check_in as r")
    .innerJoin("key_result as k", (on) =>
      on.onRef("k.organisation_id", "=", "r.organisation_id").onRef("k.id", "=", "r.key_result_id"),
    )
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .select(["r.member_id as memberId", "r.confidence", "r.key_result_id as keyResultId", "o.team_id as teamId"])
    .where("r.organisation_id", "=", tx.organisationId)
    .where("o.cycle_id", "=", cycleId)
    .where("o.level", "<>", "personal")
    .execute();
}
