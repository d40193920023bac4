import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { okrs as contract } from "../contract.ts";
import { objectiveFact } from "../events.ts";
import { plain } from "../measure-columns.ts";
import type { Operator } from "../measures.ts";
import type { Viewer } from "../permissions.ts";
import {
  addHealthMetric,
  changeHealthMetric,
  healthMetricForChange,
  healthMetricMade,
  measureHealthMetric,
  removeHealthMetric,
} from "../queries/health-metrics.ts";
import { objectiveVisible } from "../queries/objectives.ts";
import { checkOwner, objectiveToChange } from "./loading.ts";
import { plainOrNull, presentHealthMetric } from "./presenting.ts";

const os = keeps(contract).healthMetrics;

export const healthMetrics = {
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => presentHealthMetric(await createHealthMetric(tx, context.viewer, input))),
  ),
  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      await changeHealthMetricAsAsked(tx, context.viewer, input);
      return readAgain(tx, input.id);
    }),
  ),
  measure: os.measure.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { row, objective } = await healthMetricToChange(tx, context.viewer, input.id);
      const value = plain(input.value);
      await measureHealthMetric(tx, input.id, value);
      await tx.record(
        objectiveFact("health-metric-measured", objective, {
          healthMetricId: input.id,
          value: [plainOrNull(row.current), value],
        }),
      );
      return readAgain(tx, input.id);
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      await removeHealthMetricAsAsked(tx, context.viewer, input.id);
      return { done: true as const };
    }),
  ),
};

/** Stops watching a health metric. Refuses what the viewer may not change. */
export async function removeHealthMetricAsAsked(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const { row, objective } = await healthMetricToChange(tx, viewer, id);
  await removeHealthMetric(tx, id);
  await tx.record(objectiveFact("health-metric-removed", objective, { healthMetricId: id, title: row.title }));
}

export interface NewHealthMetric {
  id: string;
  objectiveId: string;
  title: string;
  ownerId: string | null;
  unit: string;
  decimals: number;
  operator: Operator;
  limit: string;
}

/** Watches a health metric; the same again changes nothing. Answers the row. */
export async function createHealthMetric(tx: Tx, viewer: Viewer, input: NewHealthMetric) {
  const { id, ...body } = input;
  const hash = bodyHash(body);
  const already = await healthMetricMade(tx, id);
  if (already) {
    if (!(await objectiveVisible(tx, viewer, already.objectiveId))) throw notFound();
    return sameCreate(already, hash);
  }
  const objective = await objectiveToChange(tx, viewer, body.objectiveId, "edit");
  await checkOwner(tx, body.ownerId, objective);
  if (await addHealthMetric(tx, { ...input, bodyHash: hash })) {
    await tx.record(objectiveFact("health-metric-created", objective, { healthMetricId: id, ...body }));
  }
  return sameCreate(await healthMetricMade(tx, id), hash);
}

/** Changes the named fields; refuses a version that is not the latest with 409. */
export async function changeHealthMetricAsAsked(
  tx: Tx,
  viewer: Viewer,
  { id, version, ...asked }: Partial<Omit<NewHealthMetric, "objectiveId">> & { id: string; version: number },
): Promise<void> {
  const { row, objective } = await healthMetricToChange(tx, viewer, id);
  const before = { ...row, limit: plain(row.limit) };
  const wanted = { ...asked, limit: asked.limit && plain(asked.limit) };
  sameVersion(before, version, wanted);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return;
  if ("ownerId" in changes) await checkOwner(tx, wanted.ownerId, objective);
  await changeHealthMetric(tx, id, wanted);
  await tx.record(objectiveFact("health-metric-changed", objective, { healthMetricId: id, ...changes }));
}

async function healthMetricToChange(tx: Tx, viewer: Viewer, id: string) {
  const row = await healthMetricForChange(tx, id);
  if (!row) throw notFound();
  return { row, objective: await objectiveToChange(tx, viewer, row.objectiveId, "edit") };
}

async function readAgain(tx: Tx, id: string) {
  const row = await healthMetricMade(tx, id);
  if (!row) throw notFound();
  return presentHealthMetric(row);
}
