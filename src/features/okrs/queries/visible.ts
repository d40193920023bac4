import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../permissions.ts";

/**
 * Whether an objective, under this alias, is there for the viewer: the SQL of `maySeeObjective`. A private one is its
 * owner's alone; a guest reads those of the teams they belong to.
 */
export function visible(viewer: Pick<Viewer, "memberId" | "role" | "teams">, objective: string) {
  const table = sql.ref(`${objective}.private`);
  if (viewer.role === "guest") {
    return sql<boolean>`(not ${table} and ${sql.ref(`${objective}.team_id`)} = any(${viewer.teams}::uuid[]))`;
  }
  return sql<boolean>`(not ${table} or ${sql.ref(`${objective}.owner_id`)} = ${viewer.memberId})`;
}

type Seer = Parameters<typeof visible>[0];

/** The same rule for a row at hand. */
export function isVisible(
  { memberId, role, teams }: Seer,
  objective: { private: boolean; ownerId: string | null; teamId: string | null },
): boolean {
  if (role === "guest") return !objective.private && objective.teamId !== null && teams.includes(objective.teamId);
  return !objective.private || objective.ownerId === memberId;
}

/** Which of these objectives are there for the viewer: for what is told of them elsewhere. */
export async function objectivesInSight(tx: Tx, viewer: Seer, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("objective as o")
    .select("o.id")
    .where("o.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`o.id = any(${[...ids]}::uuid[])`)
    .where(visible(viewer, "o"))
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of these objectives that are there for the viewer, as what is said about them names them. */
export function objectivesSeen(tx: Tx, viewer: Seer, ids: readonly string[]) {
  return tx.db
    .selectFrom("objective as o")
    .select(["o.id", "o.id as objectiveId", "o.title", "o.private", "o.owner_id as ownerId"])
    .where("o.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`o.id = any(${[...ids]}::uuid[])`)
    .where(visible(viewer, "o"))
    .execute();
}

/** The same of key results, or of all of an objective; private as it is, and its owner's. */
export function keyResultsSeen(tx: Tx, viewer: Seer, of: { ids: readonly string[] } | { objectiveId: string }) {
  return tx.db
    .selectFrom("key_result as k")
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .select(["k.id", "o.id as objectiveId", "k.title", "o.private", "o.owner_id as ownerId"])
    .where("k.organisation_id", "=", tx.organisationId)
    .where(
      "ids" in of ? sql<boolean>`k.id = any(${[...of.ids]}::uuid[])` : sql<boolean>`k.objective_id = ${of.objectiveId}`,
    )
    .where(visible(viewer, "o"))
    .execute();
}

/** The same of key results, which are there with their objective. */
export async function keyResultsInSight(tx: Tx, viewer: Seer, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom("key_result as k")
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .select("k.id")
    .where("k.organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`k.id = any(${[...ids]}::uuid[])`)
    .where(visible(viewer, "o"))
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether the viewer sees exactly what is open to every member: they are no guest, and nothing private is theirs. */
export async function seesWhatIsOpen(tx: Tx, viewer: Seer): Promise<boolean> {
  if (viewer.role === "guest") return false;
  const owners = await tx.remembered(
    "owners of private objectives",
    () => ownersOfPrivate(tx),
    ({ size }) => 1 + size,
  );
  return !owners.has(viewer.memberId);
}

async function ownersOfPrivate(tx: Tx): Promise<Set<string | null>> {
  const rows = await tx.db
    .selectFrom("objective")
    .select("owner_id as ownerId")
    .distinct()
    .where("organisation_id", "=", tx.organisationId)
    .where("private", "=", true)
    .execute();
  return new Set(rows.map(({ ownerId }) => ownerId));
}
