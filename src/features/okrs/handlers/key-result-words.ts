/** Whether the words of a key result are kept as they are, whatever the coach says of them. */
import type { Tx } from "../../../platform/database/database.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict } from "../../../platform/refusals.ts";
import { okrs as contract } from "../contract.ts";
import { keyResultFact } from "../events.ts";
import type { Viewer } from "../permissions.ts";
import { keepKeyResultAsIs } from "../queries/key-result-changes.ts";
import { keyResultPage } from "./key-result-page.ts";
import { keyResultToChange } from "./loading.ts";

const os = keeps(contract).keyResults;

export const keyResultWords = {
  keepAsIs: os.keepAsIs.handler(({ input, context }) =>
    context.write(async (tx) => {
      await keepAsIs(tx, context.viewer, input);
      return keyResultPage(tx, context.viewer, input.id);
    }),
  ),
  askCoachAgain: os.askCoachAgain.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { row, objective } = await keyResultToChange(tx, context.viewer, input.id, "edit");
      if (row.keptAsIs) {
        await keepKeyResultAsIs(tx, row.id, false);
        await tx.record(keyResultFact("key-result-coached-again", row.id, objective));
      }
      return keyResultPage(tx, context.viewer, input.id);
    }),
  ),
};

/** The words must still be the ones that were read. */
async function keepAsIs(tx: Tx, viewer: Viewer, { id, title }: { id: string; title: string }): Promise<void> {
  const { row, objective } = await keyResultToChange(tx, viewer, id, "edit");
  if (row.title !== title) {
    const todo = "Read it again: its words have changed.";
    throw conflict({ todo, version: row.version, yours: { title }, theirs: { title: row.title } });
  }
  if (row.keptAsIs) return;
  await keepKeyResultAsIs(tx, id, true);
  await tx.record(keyResultFact("key-result-kept-as-is", id, objective, { title }));
}
