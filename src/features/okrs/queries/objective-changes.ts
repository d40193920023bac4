import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

export interface ObjectiveBody {
  level?: string;
  teamId?: string | null;
  ownerId?: string | null;
  title?: string;
  why?: string;
  commitment?: string;
  energy?: string | null;
  upkeep?: boolean;
  private?: boolean;
  rank?: number;
}

/** Adds it after the last one of its cycle; false where the id is already taken. */
export async function addObjective(
  tx: Tx,
  objective: Omit<Required<ObjectiveBody>, "rank"> & { id: string; cycleId: string; bodyHash: Buffer },
): Promise<boolean> {
  const { id, cycleId, bodyHash, level, title } = objective;
  const added = await tx.db
    .insertInto("objective")
    .values({
      ...columnsOf(objective),
      organisation_id: tx.organisationId,
      id,
      cycle_id: cycleId,
      level,
      title,
      body_hash: bodyHash,
      created_at: tx.now.toString(),
      rank: sql<number>`(select coalesce(max(rank), 0) + 1 from objective where organisation_id = ${tx.organisationId} and cycle_id = ${cycleId})`,
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export interface ObjectiveChange extends ObjectiveBody {
  state?: string;
  stateReason?: string;
  learned?: string | null;
  overrule?: { status: string; reason: string; memberId: string } | null;
}

export async function changeObjective(tx: Tx, id: string, change: ObjectiveChange) {
  await tx.db
    .updateTable("objective")
    .set((e) => ({
      ...columnsOf(change),
      ...overruleColumns(tx, change.overrule),
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function removeObjective(tx: Tx, id: string) {
  await tx.db.deleteFrom("objective").where("organisation_id", "=", tx.organisationId).where("id", "=", id).execute();
}

function columnsOf(body: ObjectiveChange) {
  const { level, teamId, ownerId, title, why, commitment, energy, upkeep, rank, state, stateReason, learned } = body;
  const all = {
    level,
    team_id: teamId,
    owner_id: ownerId,
    title,
    why,
    commitment,
    energy,
    upkeep,
    private: body.private,
    rank,
    state,
    state_reason: stateReason,
    learned,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as {
    [K in keyof typeof all]?: Exclude<(typeof all)[K], undefined>;
  };
}

/** undefined leaves the overrule as it is, null takes it away. */
export function overruleColumns(tx: Tx, overrule: ObjectiveChange["overrule"]) {
  if (overrule === undefined) return {};
  return {
    overruled_status: overrule?.status ?? null,
    overruled_reason: overrule?.reason ?? "",
    overruled_by: overrule?.memberId ?? null,
    overruled_at: overrule ? tx.now.toString() : null,
  };
}
