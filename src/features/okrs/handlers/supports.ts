import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { okrs as contract } from "../contract.ts";
import { objectiveFact } from "../events.ts";
import { plain } from "../measure-columns.ts";
import type { Viewer } from "../permissions.ts";
import { type ObjectiveRow, type ObjectiveStandingRow, objectiveVisible } from "../queries/objectives.ts";
import {
  addSupport,
  changeSupport,
  linksAbove,
  lockLinks,
  parentObjective,
  placeOf,
  removeSupport,
  supportForChange,
  titleOf,
} from "../queries/supports.ts";
import { circleClosedBy, type Place, supportGraph } from "../support-graph.ts";
import { objectiveToChange, refuseIfAny, unknown } from "./loading.ts";
import { titlesOf } from "./objective-page.ts";

const os = keeps(contract).supports;

type Mode = "contributes" | "supports";

export const supports = {
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => presentSupport(tx, await createSupport(tx, context.viewer, input))),
  ),
  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, ...asked } = input;
      await lockLinks(tx);
      const { row, objective } = await supportToChange(tx, context.viewer, id);
      const before = { ...row, weight: plain(row.weight) };
      const wanted = { mode: asked.mode, weight: asked.weight && plain(asked.weight) };
      sameVersion(before, version, wanted);
      const changes = changesBetween(before, wanted);
      if (Object.keys(changes).length === 0) return presentSupport(tx, row);
      const parent = placeOf(row);
      if (wanted.mode) await checkLink(tx, context.viewer, objective, parent, wanted.mode);
      if (counts(row)) await refuseClosedParent(tx, context.viewer, parent);
      await changeSupport(tx, id, wanted);
      await tx.record(supportFact("support-changed", objective, { supportId: id, parent, ...changes }));
      return presentSupport(tx, await supportForChange(tx, id));
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      await lockLinks(tx);
      const { row, objective } = await supportToChange(tx, context.viewer, input.id);
      if (counts(row)) await refuseClosedParent(tx, context.viewer, placeOf(row));
      await removeSupport(tx, input.id);
      await tx.record(
        supportFact("support-removed", objective, { supportId: input.id, parent: placeOf(row), mode: row.mode }),
      );
      return { done: true as const };
    }),
  ),
};

export interface NewSupport {
  id: string;
  objectiveId: string;
  parent: Place;
  mode: Mode;
  weight: string;
}

/** Links an objective to what it supports; the same again changes nothing. Refuses what would close a circle. */
export async function createSupport(tx: Tx, viewer: Viewer, { id, ...body }: NewSupport) {
  const hash = bodyHash(body);
  await lockLinks(tx);
  const already = await supportForChange(tx, id);
  if (already) {
    if (!(await objectiveVisible(tx, viewer, already.objectiveId))) throw notFound();
    return sameCreate(already, hash);
  }
  const objective = await objectiveToChange(tx, viewer, body.objectiveId, "link");
  await checkLink(tx, viewer, objective, body.parent, body.mode);
  const added = await addSupport(tx, { id, ...body, bodyHash: hash });
  if (!added) {
    throw refused({
      field: "parent",
      expected: "a parent that it is not linked to yet",
      todo: "Change the link that is there.",
    });
  }
  await tx.record(supportFact("support-created", objective, { supportId: id, ...body }));
  return supportForChange(tx, id);
}

async function supportToChange(tx: Tx, viewer: Viewer, id: string) {
  const row = await supportForChange(tx, id);
  if (!row) throw notFound();
  return { row, objective: await objectiveToChange(tx, viewer, row.objectiveId, "link") };
}

function counts({ mode, weight }: { mode: string; weight: string }): boolean {
  return mode === "contributes" && Number(weight) > 0;
}

/** What counted in a closed cycle goes on counting as it did. */
async function refuseClosedParent(tx: Tx, viewer: Viewer, parent: Place): Promise<void> {
  const above = parent.kind === "imperative" ? undefined : await parentObjective(tx, viewer, parent);
  if (above?.cycleState !== "closed") return;
  throw refused({
    field: "parent",
    expected: "a link that does not count in a closed cycle",
    todo: "Leave it as it is: the progress of a closed cycle stays.",
  });
}

/** `above` tells the roll-up what the link leads to. */
function supportFact(
  kind: "support-created" | "support-changed" | "support-removed",
  objective: ObjectiveRow,
  facts: { parent: Place } & Record<string, unknown>,
) {
  const { parent } = facts;
  return objectiveFact(kind, objective, { ...facts, above: parent.kind === "imperative" ? [] : [parent] });
}

/** Refuses a parent that is not there, a contribution that may not be, and a circle, named by its path. */
async function checkLink(tx: Tx, viewer: Viewer, objective: ObjectiveRow, parent: Place, mode: Mode): Promise<void> {
  if (parent.kind === "imperative") {
    if ((await titleOf(tx, parent)) === undefined)
      throw refused(unknown("parent.id", "an imperative that is not archived"));
    refuseIfAny(mode === "contributes" ? [drawnOnly] : []);
    return;
  }
  const above = await parentObjective(tx, viewer, parent);
  if (!above)
    throw refused(
      unknown("parent.id", parent.kind === "objective" ? "an objective you can see" : "a key result you can see"),
    );
  refuseIfAny(privacyProblems(objective, above, mode));
  if (mode === "contributes" && above.cycleState === "closed") {
    throw refused({
      field: "parent",
      expected: "a parent whose cycle is not closed",
      todo: "Choose a parent in a cycle that goes on, or make it a link that supports.",
    });
  }
  await refuseCircle(tx, viewer, objective, parent, above);
}

async function refuseCircle(
  tx: Tx,
  viewer: Viewer,
  objective: ObjectiveRow,
  parent: Place,
  above: ObjectiveStandingRow,
): Promise<void> {
  const links = await linksAbove(tx, viewer, [above.id]);
  const keyResults = links.flatMap(({ parentKeyResultId, nextId }) =>
    parentKeyResultId && nextId ? [{ id: parentKeyResultId, objectiveId: nextId }] : [],
  );
  const graph = supportGraph(
    links.map((link) => ({ objectiveId: link.objectiveId, parent: placeOf(link), mode: link.mode })),
    parent.kind === "key-result" ? [...keyResults, { id: parent.id, objectiveId: above.id }] : keyResults,
  );
  const circle = circleClosedBy(graph, objective.id, parent);
  if (!circle) return;
  const titles = titlesOf(objective, links).set(above.id, above.title);
  if (parent.kind === "key-result") titles.set(parent.id, (await titleOf(tx, parent)) ?? "");
  const path = [{ kind: "objective", id: objective.id }, ...circle]
    .map(({ id }) => `“${titles.get(id) ?? ""}”`)
    .join(" → ");
  throw refused({
    field: "parent",
    expected: "a parent that does not lead back to this objective",
    todo: `Choose another parent: ${path} is a circle.`,
  });
}

function privacyProblems(objective: ObjectiveRow, above: ObjectiveStandingRow, mode: Mode): FieldProblem[] {
  if (above.private && above.id !== objective.id) {
    return [
      {
        field: "parent",
        expected: "a parent that everyone can see",
        todo: "Show the parent to everyone first, or choose another.",
      },
    ];
  }
  if (objective.private && mode === "contributes") {
    return [
      {
        field: "mode",
        expected: "supports: a private objective may not contribute",
        todo: "Show the objective to everyone first, or link it as supports.",
      },
    ];
  }
  return [];
}

const drawnOnly = {
  field: "mode",
  expected: "supports: a link to an imperative is drawn and carries no progress",
  todo: "Link it as supports.",
};

async function presentSupport(tx: Tx, row: Awaited<ReturnType<typeof supportForChange>>) {
  if (!row) throw notFound();
  const parent = placeOf(row);
  return {
    id: row.id,
    objectiveId: row.objectiveId,
    parent: { ...parent, title: (await titleOf(tx, parent)) ?? "" },
    mode: row.mode as Mode,
    weight: plain(row.weight),
    version: row.version,
  };
}
