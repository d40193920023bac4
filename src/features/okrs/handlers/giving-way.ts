/** A key result that gives way: it leaves, or is dropped where something hangs on it, and another may take its place. */
import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import { refused } from "../../../platform/refusals.ts";
import { measureOf, plain } from "../measure-columns.ts";
import type { Viewer } from "../permissions.ts";
import { rankKeyResult } from "../queries/key-result-changes.ts";
import { supportersOfKeyResult } from "../queries/key-results.ts";
import { setKeyResultState } from "./key-result-states.ts";
import { createKeyResult, type NewKeyResult, removeKeyResultAsAsked } from "./key-results.ts";
import { keyResultToChange } from "./loading.ts";

export type Replacement = Pick<NewKeyResult, "id" | "title" | "measure" | "unit" | "decimals" | "source">;

interface GivingWay {
  id: string;
  version: number;
  /** Why it is dropped; asked for where something hangs on it. */
  reason: string;
  replacement: Replacement | null;
  /** Whether something of a later room hangs on it. */
  isBetOn: boolean;
}

/** A key result as it was when it left, in its place among the others. */
export type Left = NewKeyResult & { rank: number };

/**
 * Lets a key result go, in favour of another where one is named, which takes its place, owner and weight. What has
 * check-ins, links or bets is dropped with a reason instead, and stays. Answers what it was; `left` is null where it stays.
 */
export async function letKeyResultGiveWay(tx: Tx, viewer: Viewer, { id, replacement, ...asked }: GivingWay) {
  const { row, objective } = await keyResultToChange(tx, viewer, id, "delete");
  sameVersion(row, asked.version, {});
  const stays = row.checkInCount > 0 || asked.isBetOn || (await supportersOfKeyResult(tx, id)) > 0;
  if (stays && asked.reason === "") throw refused(reasonMissing);
  const { title, ownerId } = row;
  if (replacement) {
    const { objectiveId } = row;
    const weight = plain(row.weight);
    await createKeyResult(tx, viewer, { ...replacement, objectiveId, ownerId, weight, phasedTargets: [] });
    await rankKeyResult(tx, replacement.id, row.rank);
  }
  const left: Left | null = stays ? null : leaving(row);
  if (stays) await setKeyResultState(tx, viewer, { id, version: row.version, state: "dropped", reason: asked.reason });
  else await removeKeyResultAsAsked(tx, viewer, { id, everything: false, comesBack: true });
  return { left, title, ownerId, teamId: objective.teamId, level: objective.level, private: objective.private };
}

/** Puts it back where it was, and takes away what took its place, as long as nothing hangs on that. */
export async function letKeyResultComeBack(
  tx: Tx,
  viewer: Viewer,
  { id, left, replacementId }: { id: string; left: Left | null; replacementId: string | null },
): Promise<void> {
  if (replacementId) await removeKeyResultAsAsked(tx, viewer, { id: replacementId, everything: false });
  if (left) {
    const { rank, ...body } = left;
    await createKeyResult(tx, viewer, body);
    await rankKeyResult(tx, id, rank);
    return;
  }
  const { row } = await keyResultToChange(tx, viewer, id, "close");
  await setKeyResultState(tx, viewer, { id, version: row.version, state: "open", reason: "" });
}

type Row = Awaited<ReturnType<typeof keyResultToChange>>["row"];

function leaving(row: Row): Left {
  const { id, objectiveId, title, ownerId, unit, decimals, source, rank, keptAsIs } = row;
  return {
    ...{ id, objectiveId, title, ownerId, unit, decimals, source, rank, keptAsIs },
    measure: measureOf(row),
    weight: plain(row.weight),
    phasedTargets: row.phasedTargets as unknown as NewKeyResult["phasedTargets"],
    ...(row.firstConfidence === null ? {} : { firstConfidence: row.firstConfidence }),
  };
}

const reasonMissing = {
  field: "reason",
  expected: "why it is dropped, because check-ins, links or initiatives hang on it",
  todo: "Say why in a sentence: it is dropped and stays to be read, and the initiative is added.",
};
