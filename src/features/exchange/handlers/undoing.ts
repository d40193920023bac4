/** Takes an import back through the rooms' own verbs, so that their permissions, events and roll-up hold. */
import { ORPCError } from "@orpc/contract";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { removeHealthMetricAsAsked, removeKeyResultAsAsked, removeObjectiveAsAsked } from "../../okrs/public.ts";
import { removeInitiativeAsAsked } from "../../roadmap/public.ts";
import { importUndone } from "../events.ts";
import { importById } from "../queries/imports.ts";
import { holdMade, madeBeside, madeBy, needsOf } from "../queries/made.ts";
import { takeTurns } from "../queries/there.ts";
import { type Made, type Undo, undoDays, undoOf } from "../undo.ts";
import { sentenceOf } from "./making.ts";

/** What would go and what would stay. Refuses an import that is too long ago. */
export async function undoSeen(tx: Tx, viewer: Viewer, importId: string) {
  const undo = await decided(tx, viewer, importId);
  return presented(undo, await besides(tx, importId));
}

/** Takes it back. Where a room refuses, that row stays for the room's reason. */
export async function undoImport(tx: Tx, viewer: Viewer, importId: string) {
  await takeTurns(tx);
  await holdMade(tx, importId);
  const { goes, stays } = await decided(tx, viewer, importId);
  const done: Undo = { goes: [], stays: [...stays] };
  const whole = new Set(goes.filter(({ kind }) => kind === "objective").map(({ id }) => id));
  // What belongs to an objective goes with it; bets name key results, so that initiatives go first.
  const parts = goes.filter(({ objectiveId }) => objectiveId !== null && whole.has(objectiveId));
  const apart = goes.filter((one) => !parts.includes(one)).toReversed();
  for (const one of apart) {
    const refusal = await refusalOf(() => remove(tx, viewer, one));
    const gone = [one, ...parts.filter(({ objectiveId }) => objectiveId === one.id)];
    if (refusal === null) done.goes.push(...gone);
    else done.stays.push(...gone.map((each) => ({ ...each, reason: refusal })));
  }
  const { fileName } = await found(tx, importId);
  if (done.goes.length > 0)
    await tx.record(importUndone(importId, { fileName, removed: done.goes.length, stayed: done.stays.length }));
  return presented(done, await besides(tx, importId));
}

async function decided(tx: Tx, viewer: Viewer, importId: string): Promise<Undo> {
  const { recordedAt } = await found(tx, importId);
  if (tx.now.epochMilliseconds - Date.parse(recordedAt) > undoDays * 86_400_000) {
    throw refused({
      field: "id",
      expected: `an import of the last ${undoDays} days`,
      todo: "Remove what should go one by one, where it stands.",
    });
  }
  const made = await madeBy(tx, viewer, importId);
  return undoOf(
    made,
    made.length > 0
      ? await needsOf(
          tx,
          viewer,
          made.map(({ id }) => id),
        )
      : [],
  );
}

async function found(tx: Tx, importId: string) {
  const row = await importById(tx, importId);
  if (!row) throw notFound();
  return row;
}

function remove(tx: Tx, viewer: Viewer, { kind, id }: Made): Promise<void> {
  switch (kind) {
    case "objective":
      return removeObjectiveAsAsked(tx, viewer, { id, everything: true });
    case "key-result":
      return removeKeyResultAsAsked(tx, viewer, { id, everything: true });
    case "health-metric":
      return removeHealthMetricAsAsked(tx, viewer, id);
    case "initiative":
      return removeInitiativeAsAsked(tx, viewer, id);
  }
}

/** A room's refusal in its words; it removed nothing. Anything else ends it all. */
async function refusalOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof ORPCError) || !error.defined) throw error;
    return sentenceOf(error);
  }
}

const reasons = {
  member: "Members stay, since people may be invited already. Deactivate them under People and teams.",
  team: "Teams stay. Remove them under People and teams where nothing belongs to them.",
  cycle: "Cycles stay, for whatever is planned in them.",
};

async function besides(tx: Tx, importId: string) {
  return (await madeBeside(tx, importId)).map((one) => ({ ...one, reason: reasons[one.kind] }));
}

function presented({ goes, stays }: Undo, beside: Awaited<ReturnType<typeof besides>>) {
  const count = (kind: Made["kind"]) => goes.filter((one) => one.kind === kind).length;
  return {
    goes: {
      objective: count("objective"),
      "key-result": count("key-result"),
      initiative: count("initiative"),
      "health-metric": count("health-metric"),
    },
    stays: [
      ...stays.map(({ kind, id, title, reason }) => ({ kind, id, title: title || "Something private", reason })),
      ...beside,
    ],
  };
}
