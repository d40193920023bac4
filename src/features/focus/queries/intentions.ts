import { sql } from "kysely";
import { builtOnce } from "../../../platform/database/built-once.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { type PermissionViewer, visible } from "../../okrs/public.ts";
import { visibleInitiative } from "../../roadmap/public.ts";

type Building = Pick<Tx, "db" | "organisationId">;
type Seer = Pick<PermissionViewer, "memberId" | "teams" | "role">;

/** The member's own, each with the title of what it is tied to where they can see that. */
function intentionRows(tx: Building, viewer: Seer) {
  return tx.db
    .selectFrom("intention as n")
    .leftJoin("key_result as k", (on) =>
      on.onRef("k.organisation_id", "=", "n.organisation_id").onRef("k.id", "=", "n.key_result_id"),
    )
    .leftJoin("objective as o", (on) =>
      on
        .onRef("o.organisation_id", "=", "k.organisation_id")
        .onRef("o.id", "=", "k.objective_id")
        .on(visible(viewer, "o")),
    )
    .leftJoin("initiative as i", (on) =>
      on
        .onRef("i.organisation_id", "=", "n.organisation_id")
        .onRef("i.id", "=", "n.initiative_id")
        .on(visibleInitiative(tx, viewer)),
    )
    .where("n.organisation_id", "=", tx.organisationId)
    .where("n.member_id", "=", viewer.memberId)
    .select([
      "n.id",
      "n.member_id as memberId",
      "n.week_of as weekOf",
      "n.text",
      "n.key_result_id as keyResultId",
      "n.initiative_id as initiativeId",
      "n.done_at as doneAt",
      "n.let_go_at as letGoAt",
      "n.carried_from as carriedFrom",
      "n.rank",
      "n.version",
      "n.body_hash",
      "o.id as objectiveId",
    ])
    .select([
      sql<string | null>`case when o.id is not null then k.title else i.title end`.as("tieTitle"),
      isCarried(tx).as("carried"),
    ]);
}

function isCarried(tx: Building) {
  return sql<boolean>`exists (select from intention later
    where later.organisation_id = ${tx.organisationId} and later.carried_from = n.id)`;
}

export type IntentionRow = Awaited<ReturnType<typeof intentionsOfWeek>>[number];

/** In their order. */
export function intentionsOfWeek(tx: Tx, viewer: PermissionViewer, week: { first: string; last: string }) {
  return intentionRows(tx, viewer)
    .where("n.week_of", ">=", week.first)
    .where("n.week_of", "<=", week.last)
    .orderBy("n.rank")
    .orderBy("n.id")
    .execute();
}

/** Those still open from before a day, the latest week first, and everything from that day on up to another. */
export function intentionsSince(tx: Tx, { memberId, teams, role }: Seer, from: string, until: string) {
  return latestIntentions(tx, { memberId, teams, from, until }, role);
}

const latestIntentions = builtOnce(
  (tx, { from, until, memberId, teams }: Omit<Seer, "role"> & { from: string; until: string }, role: Seer["role"]) =>
    intentionRows(tx, { memberId, teams, role })
      .where("n.week_of", "<=", until)
      .where((e) =>
        e.or([
          e("n.week_of", ">=", from),
          e.and([e("n.done_at", "is", null), e("n.let_go_at", "is", null), e.not(isCarried(tx))]),
        ]),
      )
      .orderBy("n.week_of", "desc")
      .orderBy("n.rank")
      .orderBy("n.id")
      .limit(200),
);

export function intentionOf(tx: Tx, viewer: PermissionViewer, id: string) {
  return intentionRows(tx, viewer).where("n.id", "=", id).executeTakeFirst();
}

/** The same, locked against another change. */
export function intentionForChange(tx: Tx, viewer: PermissionViewer, id: string) {
  return intentionRows(tx, viewer).where("n.id", "=", id).forUpdate("n").executeTakeFirst();
}

/** What an intention of an earlier week goes on as. */
export function carriedOn(tx: Tx, viewer: PermissionViewer, id: string) {
  return intentionRows(tx, viewer).where("n.carried_from", "=", id).executeTakeFirst();
}

/** The ISO weekday that weeks begin on. */
export async function weekStart(tx: Tx): Promise<number> {
  const { week_starts_on } = await tx.db
    .selectFrom("organisation")
    .select("week_starts_on")
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
  return week_starts_on;
}

export interface Tie {
  keyResultId: string | null;
  initiativeId: string | null;
}

/** Whether the viewer can see what an intention would be tied to. */
export async function tieIsThere(
  tx: Tx,
  viewer: PermissionViewer,
  { keyResultId, initiativeId }: Tie,
): Promise<boolean> {
  const { organisationId } = tx;
  const query = keyResultId
    ? sql`select from key_result k
        join objective o on o.organisation_id = ${organisationId} and o.id = k.objective_id
        where k.organisation_id = ${organisationId} and k.id = ${keyResultId} and ${visible(viewer, "o")}`
    : sql`select from initiative i
        where i.organisation_id = ${organisationId} and i.id = ${initiativeId} and ${visibleInitiative(tx, viewer)}`;
  const { rows } = await query.execute(tx.db);
  return rows.length === 1;
}

interface NewIntention extends Tie {
  id: string;
  memberId: string;
  weekOf: string;
  text: string;
  carriedFrom: string | null;
  bodyHash: Buffer;
}

/** Adds it after the last one of its week; false where the id is already taken, or the one it goes on from. */
export async function addIntention(tx: Tx, intention: NewIntention): Promise<boolean> {
  const { memberId, weekOf } = intention;
  const added = await tx.db
    .insertInto("intention")
    .values({
      organisation_id: tx.organisationId,
      id: intention.id,
      member_id: memberId,
      week_of: weekOf,
      text: intention.text,
      key_result_id: intention.keyResultId,
      initiative_id: intention.initiativeId,
      carried_from: intention.carriedFrom,
      body_hash: intention.bodyHash,
      created_at: tx.now.toString(),
      rank: sql<number>`(select coalesce(max(rank), 0) + 1 from intention
        where organisation_id = ${tx.organisationId} and member_id = ${memberId} and week_of = ${weekOf})`,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

interface IntentionChange extends Partial<Tie> {
  text?: string;
  doneAt?: string | null;
  letGoAt?: string | null;
}

export async function changeIntention(tx: Tx, id: string, change: IntentionChange) {
  await tx.db
    .updateTable("intention")
    .set((e) => ({
      text: change.text,
      key_result_id: change.keyResultId,
      initiative_id: change.initiativeId,
      done_at: change.doneAt,
      let_go_at: change.letGoAt,
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** The weeks of those of these that are the member's, locked in one order whoever comes first. */
export async function weeksOfForChange(tx: Tx, memberId: string, ids: string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("intention")
    .select(["id", "week_of"])
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy("intention.id")
    .forUpdate()
    .execute();
  return rows.map((row) => row.week_of);
}

/** Puts the intentions of a week in this order; those not named follow. It is no edit: versions stay. */
export async function reorderIntentions(tx: Tx, memberId: string, weekOf: string, ids: string[]) {
  await sql`update intention n set rank = coalesce(array_position(${ids}::uuid[], n.id), ${ids.length}::integer + n.rank)
    where n.organisation_id = ${tx.organisationId} and n.member_id = ${memberId} and n.week_of = ${weekOf}`.execute(
    tx.db,
  );
}
