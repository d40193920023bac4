import type { Tx } from "../../../platform/database/database.ts";
import { notFound } from "../../../platform/refusals.ts";
import type { Viewer } from "../permissions.ts";
import { keyResultOf, objectiveOfKeyResult } from "../queries/key-results.ts";
import { frameOf } from "../reading.ts";
import { presentKeyResult } from "./presenting.ts";

/** A key result as it reads now. */
export async function keyResultPage(tx: Tx, viewer: Viewer, id: string) {
  const [objective, row] = await Promise.all([objectiveOfKeyResult(tx, viewer, id), keyResultOf(tx, id, false)]);
  if (!objective || !row) throw notFound();
  return presentKeyResult(row, objective, frameOf(objective, tx.now), viewer);
}
