import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

const columns = [
  "p.id",
  "p.cycle_id as cycleId",
  "p.level",
  "p.team_id as teamId",
  "p.owner_id as ownerId",
  "p.state",
  "p.state_before as stateBefore",
  "p.round",
  "p.opened_by as openedBy",
  "p.changed_at as changedAt",
  "p.created_at as openedAt",
  "p.version",
  "p.body_hash",
  "c.name as cycleName",
  "c.starts_on as startsOn",
  "c.ends_on as endsOn",
  "c.state as cycleState",
  "t.name as teamName",
  "m.name as ownerName",
] as const;

/** Plans with their cycle and whose they are. */
export function planRows(tx: Tx) {
  return tx.db
    .selectFrom("plan as p")
    .innerJoin("cycle as c", (on) =>
      on.onRef("c.organisation_id", "=", "p.organisation_id").onRef("c.id", "=", "p.cycle_id"),
    )
    .leftJoin("team as t", (on) =>
      on.onRef("t.organisation_id", "=", "p.organisation_id").onRef("t.id", "=", "p.team_id"),
    )
    .leftJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "p.organisation_id").onRef("m.id", "=", "p.owner_id"),
    )
    .where("p.organisation_id", "=", tx.organisationId)
    .select(columns);
}

export type PlanRow = Awaited<ReturnType<typeof planById>> & object;

export function planById(tx: Tx, id: string) {
  return planRows(tx).where("p.id", "=", id).executeTakeFirst();
}

/** The same, locked: whoever changes a plan or one of its lines takes turns by it. */
export function planForChange(tx: Tx, id: string) {
  return planRows(tx).where("p.id", "=", id).forUpdate("p").executeTakeFirst();
}

/** Which of these plans are there. */
export async function plansThere(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("plan")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(({ id }) => id);
}

interface Wanted {
  cycleId?: string;
  teamId?: string;
  ownerId?: string;
  state?: string;
}

/** The latest cycle's first, then the company's, the teams' by name, people's own; counts leave out private drafts of others. */
export function plansListed(tx: Tx, viewer: { memberId: string }, { cycleId, teamId, ownerId, state }: Wanted) {
  const drafts = sql`draft_objective d where d.organisation_id = ${tx.organisationId} and d.plan_id = p.id
    and d.removed_at is null and (not d.private or p.owner_id = ${viewer.memberId})`;
  return planRows(tx)
    .select([
      "p.closes_on as closesOn",
      "p.closes_at as closesAt",
      sql<number>`(select count(*) from ${drafts})`.as("objectiveCount"),
      sql<number>`(select count(*) from draft_key_result k where k.organisation_id = ${tx.organisationId}
        and k.removed_at is null and k.draft_objective_id in (select d.id from ${drafts}))`.as("keyResultCount"),
      sql<{ memberId: string; verdict: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('memberId', r.member_id, 'verdict', r.verdict)), '[]')
        from plan_reviewer r where r.organisation_id = ${tx.organisationId} and r.plan_id = p.id)`.as("reviewers"),
    ])
    .$if(cycleId !== undefined, (query) => query.where("p.cycle_id", "=", cycleId as string))
    .$if(teamId !== undefined, (query) => query.where("p.team_id", "=", teamId as string))
    .$if(ownerId !== undefined, (query) => query.where("p.owner_id", "=", ownerId as string))
    .$if(state !== undefined, (query) => query.where("p.state", "=", state as string))
    .orderBy("c.starts_on", "desc")
    .orderBy("c.id")
    .orderBy(sql`array_position(array['company', 'team', 'personal'], p.level)`)
    .orderBy(sql`coalesce(t.name, m.name)`)
    .orderBy("p.created_at", "desc")
    .orderBy("p.id")
    .limit(500)
    .execute();
}

/** What of a plan to be opened is there; a member who left is not. */
export async function known(
  tx: Tx,
  named: { cycleId?: string; teamId?: string | null; memberIds?: readonly string[] },
) {
  const { rows } = await sql<{ cycleState: string | null; team: boolean; members: Member[] | null }>`
    select
      (select state from cycle where organisation_id = ${tx.organisationId} and id = ${named.cycleId ?? null}) as "cycleState",
      exists (select from team where organisation_id = ${tx.organisationId} and id = ${named.teamId ?? null}) as team,
      (select jsonb_agg(jsonb_build_object('id', id, 'name', name, 'role', role, 'timeZone', time_zone))
        from member where organisation_id = ${tx.organisationId} and id = any(${[...(named.memberIds ?? [])]}::uuid[])
        and deactivated_at is null) as members`.execute(tx.db);
  const row = rows[0] as (typeof rows)[number];
  return { ...row, members: row.members ?? [] };
}

interface Member {
  id: string;
  name: string;
  role: string;
  timeZone: string;
}

/** The open plan of these, where there is one: while nobody else opens one for the same. */
export async function openPlanOf(tx: Tx, { cycleId, teamId, ownerId }: Place) {
  const turn = `plan ${tx.organisationId} ${cycleId} ${teamId ?? ownerId ?? "company"}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(tx.db);
  return tx.db
    .selectFrom("plan")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("cycle_id", "=", cycleId)
    .where(
      sql<boolean>`team_id is not distinct from ${teamId}::uuid and owner_id is not distinct from ${ownerId}::uuid`,
    )
    .where("state", "not in", ["activated", "discarded"])
    .executeTakeFirst();
}

interface Place {
  cycleId: string;
  teamId: string | null;
  ownerId: string | null;
}

/** False where the id is already taken. */
export async function addPlan(
  tx: Tx,
  plan: Place & { id: string; level: string; openedBy: string; bodyHash: Buffer },
): Promise<boolean> {
  const now = tx.now.toString();
  const added = await tx.db
    .insertInto("plan")
    .values({
      organisation_id: tx.organisationId,
      id: plan.id,
      cycle_id: plan.cycleId,
      level: plan.level,
      team_id: plan.teamId,
      owner_id: plan.ownerId,
      opened_by: plan.openedBy,
      changed_at: now,
      body_hash: plan.bodyHash,
      created_at: now,
    })
    .onConflict((already) => already.columns(["organisation_id", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export interface PlanChange {
  state?: string;
  stateBefore?: string | null;
  round?: number;
  asked?: { by: string; closes: { on: string; at: string } | null };
  activatedBy?: string;
}

export async function changePlan(tx: Tx, id: string, change: PlanChange) {
  const now = tx.now.toString();
  const { asked, activatedBy } = change;
  await tx.db
    .updateTable("plan")
    .set((e) => ({
      state: change.state,
      state_before: change.stateBefore,
      round: change.round,
      ...(asked
        ? {
            asked_by: asked.by,
            asked_at: now,
            closes_on: asked.closes?.on ?? null,
            closes_at: asked.closes?.at ?? null,
          }
        : {}),
      ...(activatedBy ? { activated_by: activatedBy, activated_at: now } : {}),
      changed_at: now,
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Notes that something about the plan is newer, its lines being what they were. */
export async function touchPlan(tx: Tx, id: string) {
  await tx.db
    .updateTable("plan")
    .set({ changed_at: tx.now.toString() })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
