import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { newId } from "../../../platform/ids.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { moveOpenAsk } from "../../cadence/public.ts";
import {
  type Commitment,
  createKeyResult,
  createObjective,
  createSupport,
  type Level,
  plain,
} from "../../okrs/public.ts";
import { closing } from "../contract.ts";
import { rolledOverFrom } from "../events.ts";
import { keepRolledOver, lockRollover } from "../queries/rollovers.ts";
import { named, plainOrNull, presentCycle } from "./presenting.ts";
import { type Going, type GoingKeyResult, type Ground, goingOf, groundOf, ownerStill } from "./rolling.ts";

const os = keeps(closing).rollovers;

export const rollovers = {
  preview: os.preview.handler(({ input, context }) =>
    context.read(async (tx) => {
      const ground = await groundOf(tx, context.viewer, input.cycleId, input.toId);
      if (!ground) throw notFound();
      return presentRollover(ground, goingOf(ground, context.viewer));
    }),
  ),

  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const { cycleId, toId, objectiveIds } = input;
      await lockRollover(tx, toId);
      const ground = await groundOf(tx, viewer, cycleId, toId);
      if (!ground) throw notFound();
      if (!ground.to) throw refused(wrongCycle);
      const choices = new Map(input.keyResults.map(({ id, ...choice }) => [id, choice]));
      const going = goingOf(ground, viewer, { objectiveIds, choices });
      refuseStrays(going, objectiveIds);
      refuseStrayKeyResults(going, input.keyResults);
      const made = await rollOver(tx, viewer, toId, going);
      const after = (await groundOf(tx, viewer, cycleId, toId)) ?? ground;
      return { made, rollover: presentRollover(after, goingOf(after, viewer)) };
    }),
  ),
};

const wrongCycle = {
  field: "toId",
  expected: "a cycle that begins later and is planned or active",
  todo: "Plan the next cycle first, or choose one that is there.",
};

/** What was named and is not there, not kept, or not the viewer's to take along. */
function refuseStrays(going: readonly Going[], ids: readonly string[] = []): void {
  const mine = new Set(going.filter(({ may }) => may).map(({ one }) => one.row.id));
  const strays = ids.flatMap((id, at) => (mine.has(id) ? [] : [at]));
  if (strays.length === 0) return;
  const todo =
    "Close it with keep or change first, or, where its cycle is closed or its team another, choose of those that the preview offers you.";
  throw refused(
    ...strays.map((at) => ({ field: `objectiveIds.${at}`, expected: "an objective of yours that goes on", todo })),
  );
}

/** A choice for what does not go on would else be left out without a word. */
function refuseStrayKeyResults(going: readonly Going[], keyResults: readonly { id: string }[]): void {
  const there = new Set(going.flatMap((each) => each.keyResults.map(({ part }) => part.row.id)));
  const strays = keyResults.flatMap(({ id }, at) => (there.has(id) ? [] : [at]));
  if (strays.length === 0) return;
  const todo = "Choose one of those that the preview names.";
  throw refused(...strays.map((at) => ({ field: `keyResults.${at}.id`, expected: "a key result that goes on", todo })));
}

/** Makes what is not there yet: objectives with their key results first, then the links between them. */
async function rollOver(tx: Tx, viewer: Viewer, toId: string, going: readonly Going[]) {
  const made = { objectives: 0, keyResults: 0, links: 0, asks: 0 };
  for (const item of going) {
    if (item.id === null) continue;
    if (item.isNew) await rollObjective(tx, viewer, toId, item, item.id);
    const keyResults = item.keyResults.filter((each) => each.isNew);
    for (const keyResult of keyResults) await rollKeyResult(tx, viewer, toId, item.id, keyResult);
    if (item.isNew || keyResults.length > 0) await tell(tx, item, item.id, keyResults);
    made.objectives += Number(item.isNew);
    made.keyResults += keyResults.length;
    made.asks += await takeAsksAlong(tx, item);
  }
  for (const { id: objectiveId, links, may } of going) {
    if (objectiveId === null || !may) continue;
    for (const { link, parent } of links.kept.filter(({ isNew }) => isNew)) {
      const id = newId();
      await createSupport(tx, viewer, { id, objectiveId, parent, mode: link.mode, weight: plain(link.weight) });
      await keepRolledOver(tx, toId, [{ kind: "support", fromId: link.id, toId: id }]);
      made.links += 1;
    }
  }
  return made;
}

async function rollObjective(tx: Tx, viewer: Viewer, cycleId: string, { one: { row } }: Going, id: string) {
  await createObjective(tx, viewer, {
    id,
    cycleId,
    title: row.title,
    why: row.why,
    level: row.level as Level,
    teamId: row.teamId,
    ownerId: ownerStill(row),
    commitment: row.commitment as Commitment,
    energy: plainOrNull(row.energy),
    upkeep: row.upkeep,
    private: row.private,
  });
  await keepRolledOver(tx, cycleId, [{ kind: "objective", fromId: row.id, toId: id }]);
}

/** Its phased targets belong to the days of the old cycle and stay there. */
async function rollKeyResult(tx: Tx, viewer: Viewer, toId: string, objectiveId: string, each: GoingKeyResult) {
  const { part, goes, id } = each;
  if (id === null || goes.measure === null) return;
  const { title, unit, decimals, weight, source } = part.row;
  await createKeyResult(tx, viewer, {
    ...{ id, objectiveId, title, unit, decimals, source, measure: goes.measure, phasedTargets: [] },
    ownerId: ownerStill(part.row),
    weight: plain(weight),
  });
  await keepRolledOver(tx, toId, [{ kind: "key-result", fromId: part.row.id, toId: id }]);
}

async function tell(tx: Tx, { one: { row } }: Going, id: string, keyResults: readonly GoingKeyResult[]) {
  const keyResultIds = keyResults.flatMap((each) => each.id ?? []);
  const visibleTo = row.private ? row.ownerId : null;
  await tx.record(rolledOverFrom({ id, visibleTo }, { from: row.id, fromCycle: row.cycleName, keyResultIds }));
}

/** Open asks that were to move hang on what their key result became. */
async function takeAsksAlong(tx: Tx, { keyResults }: Going): Promise<number> {
  let moved = 0;
  for (const { part, id } of keyResults) {
    const asks = (part.row.asks ?? []).filter(({ settled, closedAt }) => settled === "moved" && closedAt === null);
    for (const ask of id === null ? [] : asks) moved += Number(await moveOpenAsk(tx, ask.id, id as string));
  }
  return moved;
}

function presentRollover({ cycle, targets, to, undecided, successors }: Ground, going: readonly Going[]) {
  return {
    cycle: presentCycle(cycle),
    targets: targets.map(presentCycle),
    toId: to?.id ?? null,
    undecided,
    items: going.map(({ one: { row }, may, keyResults, links }) => ({
      id: row.id,
      title: row.title,
      level: row.level as Level,
      team: named(row.teamId, row.teamName),
      next: row.next as "keep" | "change" | null,
      keyResults: keyResults.map((each) => presentKeyResult(each, successors)),
      links: {
        kept: links.kept.map(({ link }) => ({ ...link.parent, title: link.parentTitle })),
        lost: links.lost.map(({ parent, parentTitle }) => ({ ...parent, title: parentTitle })),
      },
      successorId: successors.get(row.id) ?? null,
      can: { rollOver: may },
    })),
  };
}

function presentKeyResult({ part: { row }, goes }: GoingKeyResult, successors: Ground["successors"]) {
  const { restart, measure, start, asksTarget } = goes;
  return {
    id: row.id,
    title: row.title,
    next: (row.grade?.next ?? null) as "keep" | "change" | null,
    unit: row.unit,
    decimals: row.decimals,
    restart,
    measure,
    start,
    asksTarget,
    successorId: successors.get(row.id) ?? null,
  };
}
