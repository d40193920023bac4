import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { type PermissionViewer, titleHasWords, visible, type wordRanges } from "../../okrs/public.ts";
import type { BetFacts } from "../events.ts";

/** A bet inside the row of its initiative: figures as text, exact. */
export interface BetColumns {
  keyResultId: string;
  title: string;
  unit: string;
  decimals: number;
  type: string;
  objectiveId: string;
  objectiveTitle: string;
  expectedMove: string | null;
  /** What was reported last before the initiative started. */
  reportedBefore: string | null;
  startValue: string | null;
  targetValue: string | null;
  currentValue: string | null;
  progress: string | null;
}

/** Initiatives that are there for the viewer, each with its bets on the key results they can see. */
function initiativeRows(tx: Tx, viewer: PermissionViewer) {
  return tx.db
    .selectFrom("initiative as i")
    .innerJoin("organisation as org", "org.organisation_id", "i.organisation_id")
    .leftJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "i.organisation_id").onRef("m.id", "=", "i.owner_id"),
    )
    .leftJoin("team as t", (on) =>
      on.onRef("t.organisation_id", "=", "i.organisation_id").onRef("t.id", "=", "i.team_id"),
    )
    .where("i.organisation_id", "=", tx.organisationId)
    .where(visibleInitiative(tx, viewer))
    .select([
      "i.id",
      "i.title",
      "i.owner_id as ownerId",
      "i.team_id as teamId",
      "i.starts_on as startsOn",
      "i.ends_on as endsOn",
      "i.state",
      "i.state_changed_at as stateChangedAt",
      "i.private",
      "i.version",
      "i.body_hash",
      "m.name as ownerName",
      "t.name as teamName",
    ])
    .select([position.as("position"), betsOf(tx, viewer).as("bets")]);
}

export type InitiativeRow = Awaited<ReturnType<typeof initiativeVisible>> & object;

/** Where it stands on the roadmap: by its first day, else its last; without dates at the end. */
const position = sql<string>`coalesce(i.starts_on, i.ends_on, 'infinity'::date)`;

/** Of `initiative as i`: a private one is its owner's alone; a guest reads those of the teams they belong to, and what bets on what they read. */
export function visibleInitiative(
  tx: Pick<Tx, "organisationId">,
  viewer: Pick<PermissionViewer, "memberId" | "teams" | "role">,
) {
  if (viewer.role !== "guest") return sql<boolean>`(not i.private or i.owner_id = ${viewer.memberId})`;
  return sql<boolean>`(not i.private and (i.team_id = any(${viewer.teams}::uuid[]) or ${betsOn(tx, visible(viewer, "o"))}))`;
}

/** Which of these initiatives are there for the viewer: for what is told of them elsewhere. */
export async function initiativesInSight(tx: Tx, viewer: PermissionViewer, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("initiative as i")
    .select("i.id")
    .where("i.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`i.id = any(${[...ids]}::uuid[])`)
    .where(visibleInitiative(tx, viewer))
    .execute();
  return rows.map(({ id }) => id);
}

function betsOn(tx: Pick<Tx, "organisationId">, condition: RawBuilder<unknown>) {
  return sql<boolean>`exists (
    select from bet b
    join key_result k on k.organisation_id = ${tx.organisationId} and k.id = b.key_result_id
    join objective o on o.organisation_id = ${tx.organisationId} and o.id = k.objective_id
    where b.organisation_id = ${tx.organisationId} and b.initiative_id = i.id and ${condition})`;
}

function betsOf(tx: Tx, viewer: PermissionViewer) {
  return sql<BetColumns[] | null>`(
    select jsonb_agg(jsonb_build_object(
      'keyResultId', k.id, 'title', k.title, 'unit', k.unit, 'decimals', k.decimals, 'type', k.type,
      'objectiveId', o.id, 'objectiveTitle', o.title, 'expectedMove', b.expected_move::text,
      'reportedBefore', (
        select r.value::text from check_in r
        where r.organisation_id = ${tx.organisationId} and r.key_result_id = k.id and r.value is not null
          and r.recorded_at < i.starts_on::timestamp at time zone org.time_zone
        order by r.recorded_at desc, r.id desc
        limit 1),
      'startValue', k.start_value::text, 'targetValue', k.target_value::text,
      'currentValue', k.current_value::text, 'progress', k.progress::text) order by b.rank)
    from bet b
    join key_result k on k.organisation_id = ${tx.organisationId} and k.id = b.key_result_id
    join objective o on o.organisation_id = ${tx.organisationId} and o.id = k.objective_id
    where b.organisation_id = ${tx.organisationId} and b.initiative_id = i.id and ${visible(viewer, "o")})`;
}

export interface InitiativesWanted {
  cycleId?: string;
  ownerId?: string;
  teamId?: string;
  keyResultId?: string;
  objectiveId?: string;
  state?: string;
  /** Words of the title; empty for any. */
  words: ReturnType<typeof wordRanges>;
  limit: number;
  /** The position and id of the last one of the page before. */
  after: string[] | null;
}

/** The earliest first; one row more than `limit`, to see whether there is a next page. */
export function initiativesListed(tx: Tx, viewer: PermissionViewer, wanted: InitiativesWanted) {
  const { cycleId, ownerId, teamId, keyResultId, objectiveId, state, words, after, limit } = wanted;
  const seen = visible(viewer, "o");
  return initiativeRows(tx, viewer)
    .$if(ownerId !== undefined, (query) => query.where("i.owner_id", "=", ownerId as string))
    .$if(teamId !== undefined, (query) => query.where("i.team_id", "=", teamId as string))
    .$if(state !== undefined, (query) => query.where("i.state", "=", state as string))
    .$if(words.length > 0, (query) => query.where(titleHasWords(tx, "initiative", "i.id", words)))
    .$if(cycleId !== undefined, (query) => query.where(inCycle(tx, viewer, cycleId as string)))
    .$if(keyResultId !== undefined, (query) => query.where(betsOn(tx, sql`k.id = ${keyResultId} and ${seen}`)))
    .$if(objectiveId !== undefined, (query) => query.where(betsOn(tx, sql`o.id = ${objectiveId} and ${seen}`)))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(${position}, i.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)`),
    )
    .orderBy(position)
    .orderBy("i.id")
    .limit(limit + 1)
    .execute();
}

function inCycle(tx: Tx, viewer: PermissionViewer, cycleId: string) {
  return sql<boolean>`(
    exists (select from cycle c where c.organisation_id = ${tx.organisationId} and c.id = ${cycleId}
      and coalesce(i.starts_on, i.ends_on) <= c.ends_on and coalesce(i.ends_on, i.starts_on) >= c.starts_on)
    or (coalesce(i.starts_on, i.ends_on) is null and ${betsOn(tx, sql`o.cycle_id = ${cycleId} and ${visible(viewer, "o")}`)}))`;
}

/** Whether all that a list is asked to be of is there for the viewer. */
export async function isThere(tx: Tx, viewer: PermissionViewer, wanted: InitiativesWanted): Promise<boolean> {
  const { cycleId, ownerId, teamId, keyResultId, objectiveId } = wanted;
  const organisation = tx.organisationId;
  const asked = [
    cycleId && sql`exists (select from cycle where organisation_id = ${organisation} and id = ${cycleId})`,
    ownerId && sql`exists (select from member where organisation_id = ${organisation} and id = ${ownerId})`,
    teamId && sql`exists (select from team where organisation_id = ${organisation} and id = ${teamId})`,
    objectiveId &&
      sql`exists (select from objective o where o.organisation_id = ${organisation} and o.id = ${objectiveId} and ${visible(viewer, "o")})`,
    keyResultId &&
      sql`exists (select from key_result k join objective o on o.organisation_id = ${organisation} and o.id = k.objective_id
        where k.organisation_id = ${organisation} and k.id = ${keyResultId} and ${visible(viewer, "o")})`,
  ].filter((each) => typeof each === "object");
  if (asked.length === 0) return true;
  const { rows } = await sql<{ there: boolean }>`select ${sql.join(asked, sql` and `)} as there`.execute(tx.db);
  return rows[0]?.there === true;
}

function ended(state: string) {
  return sql<boolean>`${sql.ref(state)} in ('closed', 'dropped', 'postponed')`;
}

/** With its objective, or with a cycle that is closed for good. */
const endedAround = sql<boolean>`(${ended("o.state")} or c.state = 'closed')`;

export function initiativeVisible(tx: Tx, viewer: PermissionViewer, id: string) {
  return initiativeRows(tx, viewer).where("i.id", "=", id).executeTakeFirst();
}

/** The same, locked against another change. */
export function initiativeForChange(tx: Tx, viewer: PermissionViewer, id: string) {
  return initiativeRows(tx, viewer).where("i.id", "=", id).forUpdate("i").executeTakeFirst();
}

/** The role of the named member, whether the team is there; a member who left has none. */
export async function known(tx: Tx, named: { ownerId?: string | null; teamId?: string | null }) {
  const { rows } = await sql<{ ownerRole: string | null; team: boolean }>`
    select
      (select role from member where organisation_id = ${tx.organisationId} and id = ${named.ownerId ?? null}
        and deactivated_at is null) as "ownerRole",
      exists (select from team where organisation_id = ${tx.organisationId} and id = ${named.teamId ?? null}) as team`.execute(
    tx.db,
  );
  return rows[0] as { ownerRole: string | null; team: boolean };
}

/** Those of the key results bet on that the viewer can see. */
export function keyResultsSeen(tx: Tx, viewer: PermissionViewer, bets: BetFacts[]) {
  const ids = bets.map(({ keyResultId }) => keyResultId);
  return tx.db
    .selectFrom("key_result as k")
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .innerJoin("cycle as c", (on) =>
      on.onRef("c.organisation_id", "=", "o.organisation_id").onRef("c.id", "=", "o.cycle_id"),
    )
    .select(["k.id", "k.type", "o.private", sql<boolean>`${ended("k.state")} or ${endedAround}`.as("hasEnded")])
    .where("k.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`k.id = any(${ids}::uuid[])`)
    .where(visible(viewer, "o"))
    .execute();
}

export interface InitiativeBody {
  title?: string;
  ownerId?: string | null;
  teamId?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
  private?: boolean;
}

/** False where the id is already taken. */
export async function addInitiative(
  tx: Tx,
  initiative: Required<InitiativeBody> & { id: string; state: string; bodyHash: Buffer },
): Promise<boolean> {
  const added = await tx.db
    .insertInto("initiative")
    .values({
      organisation_id: tx.organisationId,
      id: initiative.id,
      title: initiative.title,
      owner_id: initiative.ownerId,
      team_id: initiative.teamId,
      starts_on: initiative.startsOn,
      ends_on: initiative.endsOn,
      private: initiative.private,
      state: initiative.state,
      state_changed_at: initiative.state === "planned" ? null : tx.now.toString(),
      body_hash: initiative.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function changeInitiative(tx: Tx, id: string, change: InitiativeBody & { state?: string }) {
  await tx.db
    .updateTable("initiative")
    .set((e) => ({
      title: change.title,
      owner_id: change.ownerId,
      team_id: change.teamId,
      starts_on: change.startsOn,
      ends_on: change.endsOn,
      private: change.private,
      state: change.state,
      state_changed_at: change.state === undefined ? undefined : tx.now.toString(),
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Makes these the bets of an initiative, in this order. */
export async function writeBets(tx: Tx, initiativeId: string, bets: BetFacts[]) {
  await tx.db
    .deleteFrom("bet")
    .where("organisation_id", "=", tx.organisationId)
    .where("initiative_id", "=", initiativeId)
    .execute();
  if (bets.length === 0) return;
  const row = { organisation_id: tx.organisationId, initiative_id: initiativeId };
  const rows = bets.map(({ keyResultId, expectedMove }, rank) => {
    return { ...row, key_result_id: keyResultId, expected_move: expectedMove, rank };
  });
  await tx.db.insertInto("bet").values(rows).execute();
}

export async function removeInitiative(tx: Tx, id: string) {
  await tx.db.deleteFrom("initiative").where("organisation_id", "=", tx.organisationId).where("id", "=", id).execute();
}
