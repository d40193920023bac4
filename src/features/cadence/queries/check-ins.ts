import { sql } from "kysely";
import { jsonObjectFrom } from "kysely/helpers/postgres";
import type { Tx } from "../../../platform/database/database.ts";
import { keyResultColumns, type PermissionViewer, visible } from "../../okrs/public.ts";

/** Check-ins with who made them and what they ask; the columns of their key result say how the figures are meant. */
function checkInRows(tx: Tx) {
  return tx.db
    .selectFrom("check_in as r")
    .innerJoin("key_result as k", (on) =>
      on.onRef("k.organisation_id", "=", "r.organisation_id").onRef("k.id", "=", "r.key_result_id"),
    )
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "r.organisation_id").onRef("m.id", "=", "r.member_id"),
    )
    .where("r.organisation_id", "=", tx.organisationId)
    .select(["r.id", "r.key_result_id as keyResultId", "r.member_id as memberId", "m.name as memberName", "r.value"])
    .select(["r.confidence", "r.what_changed as whatChanged", "r.blocker", "r.recorded_at as recordedAt"])
    .select(["r.edited_at as editedAt", "r.version", "r.body_hash", "k.title as keyResultTitle", "k.type"])
    .select((e) => [
      e.ref("r.milestones_done").$castTo<string[] | null>().as("milestonesDone"),
      jsonObjectFrom(
        e
          .selectFrom("ask as a")
          .innerJoin("member as am", (on) =>
            on.onRef("am.organisation_id", "=", "a.organisation_id").onRef("am.id", "=", "a.to_member_id"),
          )
          .select([
            "a.id",
            "a.to_member_id as toId",
            "am.name as toName",
            "a.text",
            "a.reply",
            "a.closed_at as closedAt",
          ])
          .whereRef("a.organisation_id", "=", "r.organisation_id")
          .whereRef("a.check_in_id", "=", "r.id")
          .limit(1),
      ).as("ask"),
    ]);
}

export type CheckInRow = Awaited<ReturnType<typeof checkInOf>> & object;

export function checkInOf(tx: Tx, id: string, lock = false) {
  const query = checkInRows(tx).where("r.id", "=", id);
  return (lock ? query.forNoKeyUpdate("r") : query).executeTakeFirst();
}

export interface CheckInsWanted {
  keyResultId?: string;
  objectiveId?: string;
  limit: number;
  /** The instant and id of the last one of the page before. */
  after: string[] | null;
}

/** One row more than `limit`, to see whether there is a next page. */
export function checkInsNewestFirst(tx: Tx, { keyResultId, objectiveId, limit, after }: CheckInsWanted) {
  return checkInRows(tx)
    .$if(keyResultId !== undefined, (query) => query.where("r.key_result_id", "=", keyResultId as string))
    .$if(objectiveId !== undefined, (query) => query.where("k.objective_id", "=", objectiveId as string))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(r.recorded_at, r.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("r.recorded_at", "desc")
    .orderBy("r.id", "desc")
    .limit(limit + 1)
    .execute();
}

/** What decides who may see and correct check-ins, and until when: of an objective, or of a key result's. */
export function sightOf(tx: Tx, viewer: PermissionViewer, of: { keyResultId?: string; objectiveId?: string }) {
  return cycleRows(tx)
    .where(visible(viewer, "o"))
    .select(["o.id", "o.level", "o.owner_id as ownerId", "o.team_id as teamId", "o.private"])
    .select(
      sql<{ id: string; ownerId: string | null }[] | null>`(
        select jsonb_agg(jsonb_build_object('id', k.id, 'ownerId', k.owner_id)) from key_result k
        where k.organisation_id = ${tx.organisationId} and k.objective_id = o.id)`.as("keyResults"),
    )
    .where((e) =>
      of.objectiveId
        ? e("o.id", "=", of.objectiveId)
        : e(
            "o.id",
            "=",
            e
              .selectFrom("key_result as k")
              .select("k.objective_id")
              .where("k.organisation_id", "=", tx.organisationId)
              .where("k.id", "=", of.keyResultId ?? null),
          ),
    )
    .executeTakeFirst();
}

/** A key result as it stands in its cycle, where the viewer may see it. */
export function standingOf(tx: Tx, viewer: PermissionViewer, keyResultId: string) {
  return standings(tx).where(visible(viewer, "o")).where("k.id", "=", keyResultId).executeTakeFirst();
}

/** The open key results of a member that they report themselves, in cycles that take check-ins, with the last one. */
export function reportedByMember(tx: Tx, memberId: string) {
  return standings(tx)
    .leftJoin("check_in as r", (on) =>
      on.onRef("r.organisation_id", "=", "k.organisation_id").onRef("r.id", "=", "k.last_check_in_id"),
    )
    .leftJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "r.organisation_id").onRef("m.id", "=", "r.member_id"),
    )
    .select(["k.last_check_in_id as lastId", "r.value as lastValue", "r.confidence", "r.what_changed as whatChanged"])
    .select(["r.blocker", "r.recorded_at as recordedAt", "r.member_id as memberId", "m.name as memberName"])
    .where("k.owner_id", "=", memberId)
    .where("k.state", "=", "open")
    .where("k.type", "<>", "contributions")
    .where("o.state", "=", "open")
    .where("c.state", "in", ["active", "closing"])
    .where((e) => e.or([e("o.private", "=", false), e("o.owner_id", "=", memberId)]))
    .orderBy("o.rank")
    .orderBy("o.id")
    .orderBy("k.rank")
    .orderBy("k.id")
    .execute();
}

export interface CheckInCorrection {
  value: string | null;
  milestonesDone: readonly string[] | null;
  confidence: number;
  whatChanged: string;
  blocker: string;
}

export async function correctCheckIn(tx: Tx, id: string, correction: CheckInCorrection): Promise<void> {
  const { value, milestonesDone, confidence, whatChanged, blocker } = correction;
  await tx.db
    .updateTable("check_in")
    .set((e) => ({
      value,
      milestones_done: milestonesDone && JSON.stringify(milestonesDone),
      confidence,
      what_changed: whatChanged,
      blocker,
      edited_at: tx.now.toString(),
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Moves a key result to where its latest check-in, corrected, puts it. It is no edit: its version stays. */
export async function moveKeyResult(
  tx: Tx,
  id: string,
  to: { current: string | null; progress: string | null; milestones: unknown[] | null; confidence: number },
): Promise<void> {
  await tx.db
    .updateTable("key_result")
    .set({
      current_value: to.current,
      progress: to.progress,
      last_confidence: to.confidence,
      ...(to.milestones ? { milestones: JSON.stringify(to.milestones) } : {}),
    })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

function standings(tx: Tx) {
  return cycleRows(tx)
    .innerJoin("key_result as k", (on) =>
      on.onRef("k.organisation_id", "=", "o.organisation_id").onRef("k.objective_id", "=", "o.id"),
    )
    .select(keyResultColumns)
    .select(["o.title as objectiveTitle", "o.commitment"])
    .select([
      "o.level",
      "o.owner_id as objectiveOwnerId",
      "o.team_id as teamId",
      "o.private",
      "o.state as objectiveState",
    ]);
}

function cycleRows(tx: Tx) {
  return tx.db
    .selectFrom("objective as o")
    .innerJoin("cycle as c", (on) =>
      on.onRef("c.organisation_id", "=", "o.organisation_id").onRef("c.id", "=", "o.cycle_id"),
    )
    .innerJoin("organisation as org", "org.organisation_id", "o.organisation_id")
    .where("o.organisation_id", "=", tx.organisationId)
    .select(["c.id as cycleId", "c.name as cycleName", "c.starts_on as startsOn", "c.ends_on as endsOn"])
    .select(["c.state as cycleState", "c.check_in_weeks as checkInWeeks", "c.check_in_day as checkInDay"])
    .select(["c.check_in_time as checkInTime", "org.time_zone as timeZone", "org.status_rule as statusRule"]);
}
