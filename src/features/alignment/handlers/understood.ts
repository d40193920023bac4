import type { Tx } from "../../../platform/database/database.ts";
import type { Understood } from "../alignment-index.ts";
import { noCounts } from "../counts.ts";
import { understoodTold } from "../events.ts";
import { keepUnderstood } from "../queries/facts.ts";

/**
 * Takes the published share of answers to "I can see how my work moves our strategy" into the index of a cycle, 0..1;
 * null takes it back, and the part is left out again.
 */
export async function tellUnderstood(tx: Tx, cycleId: string, understood: Understood | null): Promise<void> {
  await keepUnderstood(tx, cycleId, understood, noCounts);
  await tx.record(understoodTold(cycleId, understood));
}
