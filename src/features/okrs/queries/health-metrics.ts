import type { Tx } from "../../../platform/database/database.ts";

export type HealthMetricRow = Awaited<ReturnType<typeof healthMetricMade>> & object;

function healthMetricRows(tx: Tx) {
  return tx.db
    .selectFrom("health_metric as h")
    .leftJoin("member as hm", (on) =>
      on.onRef("hm.organisation_id", "=", "h.organisation_id").onRef("hm.id", "=", "h.owner_id"),
    )
    .where("h.organisation_id", "=", tx.organisationId)
    .select([
      "h.id",
      "h.objective_id as objectiveId",
      "h.owner_id as ownerId",
      "hm.name as ownerName",
      "h.title",
      "h.unit",
      "h.decimals",
      "h.operator",
      "h.limit_value as limit",
      "h.current_value as current",
      "h.measured_at as measuredAt",
      "h.version",
      "h.body_hash",
    ]);
}

export function healthMetricMade(tx: Tx, id: string) {
  return healthMetricRows(tx).where("h.id", "=", id).executeTakeFirst();
}

export function healthMetricForChange(tx: Tx, id: string) {
  return healthMetricRows(tx).where("h.id", "=", id).forUpdate("h").executeTakeFirst();
}

export interface HealthMetricBody {
  title?: string;
  ownerId?: string | null;
  unit?: string;
  decimals?: number;
  operator?: string;
  limit?: string;
}

/** Adds it; false where the id is already taken. */
export async function addHealthMetric(
  tx: Tx,
  metric: Required<HealthMetricBody> & { id: string; objectiveId: string; bodyHash: Buffer },
): Promise<boolean> {
  const added = await tx.db
    .insertInto("health_metric")
    .values({
      organisation_id: tx.organisationId,
      id: metric.id,
      objective_id: metric.objectiveId,
      owner_id: metric.ownerId,
      title: metric.title,
      unit: metric.unit,
      decimals: metric.decimals,
      operator: metric.operator,
      limit_value: metric.limit,
      body_hash: metric.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function changeHealthMetric(tx: Tx, id: string, { ownerId, limit, ...rest }: HealthMetricBody) {
  await tx.db
    .updateTable("health_metric")
    .set((e) => ({
      ...rest,
      ...(ownerId !== undefined ? { owner_id: ownerId } : {}),
      ...(limit !== undefined ? { limit_value: limit } : {}),
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function measureHealthMetric(tx: Tx, id: string, value: string) {
  await tx.db
    .updateTable("health_metric")
    .set((e) => ({ current_value: value, measured_at: tx.now.toString(), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function removeHealthMetric(tx: Tx, id: string) {
  await tx.db
    .deleteFrom("health_metric")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
