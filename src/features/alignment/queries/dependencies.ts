import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import type { DependencyState } from "../dependency.ts";

export type DependencyRow = Awaited<ReturnType<typeof dependencyOf>> & object;

/** Dependencies with the names of what they connect. What needs it is named unless it is a private objective. */
function dependencyRows(tx: Tx) {
  return tx.db
    .selectFrom("dependency as d")
    .innerJoin("cycle as c", (on) =>
      on.onRef("c.organisation_id", "=", "d.organisation_id").onRef("c.id", "=", "d.cycle_id"),
    )
    .innerJoin("team as f", (on) =>
      on.onRef("f.organisation_id", "=", "d.organisation_id").onRef("f.id", "=", "d.from_team_id"),
    )
    .innerJoin("team as t", (on) =>
      on.onRef("t.organisation_id", "=", "d.organisation_id").onRef("t.id", "=", "d.on_team_id"),
    )
    .innerJoin("member as p", (on) =>
      on.onRef("p.organisation_id", "=", "d.organisation_id").onRef("p.id", "=", "d.proposed_by"),
    )
    .innerJoin("member as s", (on) =>
      on.onRef("s.organisation_id", "=", "d.organisation_id").onRef("s.id", "=", "d.state_by"),
    )
    .leftJoin("objective as o", (on) =>
      on
        .onRef("o.organisation_id", "=", "d.organisation_id")
        .onRef("o.id", "=", "d.objective_id")
        .on("o.private", "=", false),
    )
    .where("d.organisation_id", "=", tx.organisationId)
    .where("c.organisation_id", "=", tx.organisationId)
    .select(["d.id", "d.cycle_id as cycleId", "d.title", "d.from_team_id as fromTeamId", "d.on_team_id as onTeamId"])
    .select(["d.due_on as dueOn", "d.reason", "d.state_at as stateAt", "d.version", "d.body_hash"])
    .select([
      "d.proposed_by as proposedById",
      "d.state_by as stateById",
      "p.name as proposedByName",
      "s.name as stateByName",
    ])
    .select(["f.name as fromName", "t.name as onName", "o.id as objectiveId", "o.title as objectiveTitle"])
    .select(["c.state as cycleState", "c.starts_on as startsOn", "c.ends_on as endsOn"])
    .select((e) => e.ref("d.state").$castTo<DependencyState>().as("state"));
}

export function dependencyOf(tx: Tx, id: string) {
  return dependencyRows(tx).where("d.id", "=", id).executeTakeFirst();
}

/** The same, locked against another change. */
export function dependencyForChange(tx: Tx, id: string) {
  return dependencyRows(tx).where("d.id", "=", id).forUpdate("d").executeTakeFirst();
}

interface Listed {
  cycleId?: string;
  teamId?: string;
  objectiveId?: string;
  state?: DependencyState;
  after: [dueOn: string, id: string] | null;
  limit: number;
}

/** The earliest due first; one more than `limit`. */
export function dependenciesListed(tx: Tx, { cycleId, teamId, objectiveId, state, after, limit }: Listed) {
  return dependencyRows(tx)
    .$if(cycleId !== undefined, (query) => query.where("d.cycle_id", "=", cycleId as string))
    .$if(teamId !== undefined, (query) =>
      query.where((e) => e.or([e("d.from_team_id", "=", teamId as string), e("d.on_team_id", "=", teamId as string)])),
    )
    .$if(objectiveId !== undefined, (query) => query.where("o.id", "=", objectiveId as string))
    .$if(state !== undefined, (query) => query.where("d.state", "=", state as string))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(d.due_on, d.id) > (${after?.[0]}::date, ${after?.[1]}::uuid)`),
    )
    .orderBy("d.due_on")
    .orderBy("d.id")
    .limit(limit + 1)
    .execute();
}

/** What waits for one of these teams in a cycle that goes on, the earliest due first; at most `limit`, and how many there are. */
export async function dependenciesWaiting(
  tx: Tx,
  viewer: Pick<Viewer, "memberId" | "teams">,
  { today, limit }: { today: string; limit: number },
) {
  const own = sql`(select id from team where organisation_id = ${tx.organisationId}
    and (id = any(${[...viewer.teams]}::uuid[]) or lead_id = ${viewer.memberId}))`;
  const rows = await dependencyRows(tx)
    .select(sql<number>`count(*) over ()::int`.as("count"))
    .where("c.state", "<>", "closed")
    .where(
      sql<boolean>`(d.on_team_id in ${own} and (d.state = 'proposed' or (d.state = 'accepted' and d.due_on < ${today}::date))
        or d.from_team_id in ${own} and d.state = 'declined')`,
    )
    .orderBy("d.due_on")
    .orderBy("d.id")
    .limit(limit)
    .execute();
  return { rows, count: rows[0]?.count ?? 0 };
}

/** What a dependency is to connect, as far as it is there; a private objective is not. */
export async function connected(
  tx: Tx,
  named: { cycleId: string; fromTeamId: string; onTeamId: string; objectiveId: string | null },
) {
  const { organisationId } = tx;
  const { rows } = await sql<{
    cycle: { state: string; startsOn: string; endsOn: string } | null;
    fromTeam: boolean;
    onTeam: boolean;
    objective: boolean;
  }>`
    select
      (select jsonb_build_object('state', state, 'startsOn', starts_on, 'endsOn', ends_on) from cycle
        where organisation_id = ${organisationId} and id = ${named.cycleId}) as cycle,
      exists (select from team where organisation_id = ${organisationId} and id = ${named.fromTeamId}) as "fromTeam",
      exists (select from team where organisation_id = ${organisationId} and id = ${named.onTeamId}) as "onTeam",
      exists (select from objective where organisation_id = ${organisationId} and id = ${named.objectiveId} and not private) as objective`.execute(
    tx.db,
  );
  return rows[0] as (typeof rows)[number];
}

/** False where the id is taken already. */
export async function addDependency(
  tx: Tx,
  dependency: {
    id: string;
    cycleId: string;
    title: string;
    fromTeamId: string;
    onTeamId: string;
    objectiveId: string | null;
    dueOn: string;
    memberId: string;
    bodyHash: Buffer;
  },
): Promise<boolean> {
  const added = await tx.db
    .insertInto("dependency")
    .values({
      organisation_id: tx.organisationId,
      id: dependency.id,
      cycle_id: dependency.cycleId,
      title: dependency.title,
      from_team_id: dependency.fromTeamId,
      on_team_id: dependency.onTeamId,
      objective_id: dependency.objectiveId,
      due_on: dependency.dueOn,
      proposed_by: dependency.memberId,
      state_by: dependency.memberId,
      state_at: tx.now.toString(),
      body_hash: dependency.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function changeDependency(
  tx: Tx,
  id: string,
  change: { title?: string; dueOn?: string; state?: DependencyState; reason?: string; memberId?: string },
): Promise<void> {
  await tx.db
    .updateTable("dependency")
    .set((e) => ({
      title: change.title,
      due_on: change.dueOn,
      state: change.state,
      reason: change.reason,
      state_by: change.memberId,
      state_at: change.state === undefined ? undefined : tx.now.toString(),
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Which of these dependencies are there for the viewer: every one, unless they are a guest. */
export async function dependenciesInSight(
  tx: Tx,
  viewer: Pick<Viewer, "role">,
  ids: readonly string[],
): Promise<string[]> {
  if (viewer.role === "guest") return [];
  const rows = await tx.db
    .selectFrom("dependency")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return rows.map(({ id }) => id);
}
