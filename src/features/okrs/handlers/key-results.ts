import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { refused } from "../../../platform/refusals.ts";
import { forgetComments } from "../../conversation/public.ts";
import { coachVerdictOf } from "../coach-verdict.ts";
import { okrs as contract } from "../contract.ts";
import { keyResultFact, objectiveFact } from "../events.ts";
import { columnsOf, measureOf, plain } from "../measure-columns.ts";
import { type Measure, measureRefusals } from "../measures.ts";
import type { Viewer } from "../permissions.ts";
import { progressOf } from "../progress.ts";
import { addKeyResult, changeKeyResult, removeKeyResult, reorderKeyResults } from "../queries/key-result-changes.ts";
import { type KeyResultRow, keyResultMade, standingsOf, supportersOfKeyResult } from "../queries/key-results.ts";
import type { ObjectiveStandingRow } from "../queries/objectives.ts";
import { addFindable, type MakesFindable, makeFindable, removeFindable } from "../queries/search.ts";
import { phasedTargetRefusals } from "../targets.ts";
import { type AskedMeasure, mayBecome, measureAsked, stepRefusals } from "./asked-measure.ts";
import { keyResultPage } from "./key-result-page.ts";
import { keyResultStates } from "./key-result-states.ts";
import { keyResultWords } from "./key-result-words.ts";
import { checkOwner, keyResultToChange, objectiveToChange, refuseIfAny } from "./loading.ts";

const os = keeps(contract).keyResults;

export const keyResults = {
  get: os.get.handler(({ input, context }) => context.read((tx) => keyResultPage(tx, context.viewer, input.id))),
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      await createKeyResult(tx, context.viewer, input);
      return keyResultPage(tx, context.viewer, input.id);
    }),
  ),
  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      await changeKeyResultAsAsked(tx, context.viewer, input);
      return keyResultPage(tx, context.viewer, input.id);
    }),
  ),
  ...keyResultStates,
  ...keyResultWords,
  reorder: os.reorder.handler(({ input, context }) =>
    context.write(async (tx) => {
      const objective = await objectiveToChange(tx, context.viewer, input.objectiveId, "edit");
      const own = new Set((await standingsOf(tx, [objective.id])).map(({ id }) => id));
      const strays = input.ids.flatMap((id, at) => (own.has(id) ? [] : [at]));
      refuseIfAny(
        strays.map((at) => ({
          field: `ids.${at}`,
          expected: "a key result of this objective",
          todo: "Read the objective again.",
        })),
      );
      await reorderKeyResults(tx, objective.id, input.ids);
      await tx.record(objectiveFact("key-results-reordered", objective, { ids: input.ids }));
      return { done: true as const };
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      await removeKeyResultAsAsked(tx, context.viewer, input);
      return { done: true as const };
    }),
  ),
};

/** Removes a key result and what was said about it; with `everything` also its check-ins and links. Refuses what the viewer may not remove. */
export async function removeKeyResultAsAsked(
  tx: Tx,
  viewer: Viewer,
  { id, everything, comesBack = false }: { id: string; everything: boolean; comesBack?: boolean },
): Promise<void> {
  const { row, objective } = await keyResultToChange(tx, viewer, id, "delete");
  const supporters = await supportersOfKeyResult(tx, id);
  if (!everything && (row.checkInCount > 0 || supporters > 0)) {
    const todo = `It has ${row.checkInCount} check-ins and ${supporters} links to it: drop it instead, or send everything as true.`;
    throw refused({ field: "everything", expected: "true, or a key result that nothing hangs on", todo });
  }
  await removeFindable(tx, id);
  // What may come back finds again what was said about it.
  if (!comesBack) await forgetComments(tx, "key-result", [id]);
  await removeKeyResult(tx, id);
  await tx.record(keyResultFact("key-result-removed", id, objective, { title: row.title }));
}

export interface NewKeyResult {
  id: string;
  objectiveId: string;
  title: string;
  ownerId: string | null;
  measure: AskedMeasure;
  unit: string;
  decimals: number;
  weight: string;
  source: string;
  phasedTargets: { on: string; value: string }[];
  /** What its owner said of reaching it when they accepted the draft, 0 to 10. */
  firstConfidence?: number;
  /** Its writer kept the words of the draft as they are. */
  keptAsIs?: boolean;
}

/** What whoever adds many does for all of them together, or leaves to later. */
export interface AddsMany {
  findable: MakesFindable;
  /** Left out, the coach reads the key result afterwards (reading-again.ts). */
  verdictOf?: typeof coachVerdictOf;
}

const atOnce: AddsMany = { findable: addFindable, verdictOf: coachVerdictOf };

/** Adds a key result; the same again changes nothing. Refuses what the viewer may not add, or not like this. */
export async function createKeyResult(tx: Tx, viewer: Viewer, input: NewKeyResult): Promise<void> {
  const { id, ...body } = input;
  const hash = bodyHash(body);
  const already = await keyResultMade(tx, id);
  if (already) sameCreate(already, hash);
  else await addToObjective(tx, viewer, input);
}

/** The same for an id that was made just now, so that nobody can have asked for it before. */
export async function addToObjective(
  tx: Tx,
  viewer: Viewer,
  input: NewKeyResult,
  { findable, verdictOf }: AddsMany = atOnce,
): Promise<void> {
  const { id, ...asked } = input;
  const hash = bodyHash(asked);
  const { objectiveId, ...body } = asked;
  const objective = await tx.remembered(
    `objective ${objectiveId} to add to`,
    () => objectiveToChange(tx, viewer, objectiveId, "addKeyResult"),
    () => 1,
  );
  const measure = measureAsked(body.measure, null);
  const phasedTargets = body.phasedTargets.map(({ on, value }) => ({ on, value: plain(value) }));
  refuseIfAny([...measureProblems(measure), ...phasedTargetRefusals(measure, phasedTargets, objective)]);
  await checkOwner(tx, body.ownerId, objective);
  const columns = {
    ...body,
    phasedTargets,
    measure: columnsOf(measure),
    progress: progressOf(measure, { value: null }),
    coachVerdict: verdictOf?.({ ...body, measure }),
  };
  const added = await addKeyResult(tx, { id, objectiveId, ...columns, bodyHash: hash });
  if (!added) {
    sameCreate(await keyResultMade(tx, id), hash);
    return;
  }
  await findable(tx, { kind: "key-result", id, title: body.title, objectiveId });
  await tx.record(keyResultFact("key-result-created", id, objective, { ...body, measure, phasedTargets }));
}

interface Wanted {
  title?: string;
  ownerId?: string | null;
  measure?: Measure;
  unit?: string;
  decimals?: number;
  weight?: string;
  source?: string;
  phasedTargets?: { on: string; value: string }[];
}

/** Changes the named fields; refuses a version that is not the latest with 409. */
export async function changeKeyResultAsAsked(
  tx: Tx,
  viewer: Viewer,
  { id, version, ...asked }: Omit<Wanted, "measure"> & { measure?: AskedMeasure; id: string; version: number },
): Promise<void> {
  const { row, objective } = await keyResultToChange(tx, viewer, id, "edit");
  const now = measureOf(row);
  const before = { ...row, weight: plain(row.weight), measure: now };
  const wanted = {
    ...asked,
    weight: asked.weight && plain(asked.weight),
    measure: asked.measure && measureAsked(asked.measure, now),
    phasedTargets: asked.phasedTargets?.map(({ on, value }) => ({ on, value: plain(value) })),
  };
  sameVersion(before, version, wanted);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) return;
  await updateKeyResult(tx, { row, objective }, wanted);
  await tx.record(keyResultFact("key-result-changed", id, objective, changes));
}

async function updateKeyResult(
  tx: Tx,
  { row, objective }: { row: KeyResultRow; objective: ObjectiveStandingRow },
  wanted: Wanted,
): Promise<void> {
  const measure = wanted.measure ?? measureOf(row);
  const phasedTargets = wanted.phasedTargets ?? (row.phasedTargets as unknown as { on: string; value: string }[]);
  refuseIfAny([
    ...(wanted.measure ? mayBecome(measureOf(row), wanted.measure, row.checkInCount) : []),
    ...measureProblems(measure),
    ...phasedTargetRefusals(measure, phasedTargets, objective),
  ]);
  if (wanted.ownerId !== row.ownerId) await checkOwner(tx, wanted.ownerId, objective);
  const progress = progressOf(measure, {
    value: row.currentValue,
    contributed: measure.kind === row.type ? row.progress : null,
  });
  await changeKeyResult(tx, row.id, {
    ...wanted,
    measure: wanted.measure && columnsOf(measure),
    progress,
    ...judgedAgain(row, wanted, measure),
  });
  if (wanted.title)
    await makeFindable(tx, { kind: "key-result", id: row.id, title: wanted.title, objectiveId: objective.id });
}

/** What the coach says now; other words than before are no longer kept as they are. */
function judgedAgain(row: KeyResultRow, wanted: Wanted, measure: Measure) {
  const { title = row.title, unit = row.unit, source = row.source } = wanted;
  const keptAsIs = row.keptAsIs && title === row.title;
  return { coachVerdict: coachVerdictOf({ title, unit, source, measure }), keptAsIs };
}

function measureProblems(measure: Measure) {
  return [...measureRefusals(measure), ...stepRefusals(measure)];
}
