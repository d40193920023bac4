/** The objective page in four statements that travel together: itself, key results around it, the links above, its neighbours. */
import type { Tx } from "../../../platform/database/database.ts";
import { notFound } from "../../../platform/refusals.ts";
import { adviceForObjective } from "../advice.ts";
import { type CycleState, cycleAccepts } from "../cycle.ts";
import type { Commitment } from "../goal.ts";
import { plain } from "../measure-columns.ts";
import { mayCreateWhere, objectiveCan, type Viewer } from "../permissions.ts";
import { type KeyResultRow, keyResultsAround } from "../queries/key-results.ts";
import { type ObjectiveRow, type ObjectiveStandingRow, objectiveWithHealth } from "../queries/objectives.ts";
import { type LinkAbove, linksAbove, neighbours, placeOf } from "../queries/supports.ts";
import { framesAt, type KeyResultReading, readKeyResult, readObjective } from "../reading.ts";
import { lineOfSight, supportGraph } from "../support-graph.ts";
import { permitted } from "./loading.ts";
import { presentHealthMetric, presentKeyResult, presentObjective } from "./presenting.ts";

export async function objectivePage(tx: Tx, viewer: Viewer, id: string) {
  const [row, around, links, linked] = await Promise.all([
    objectiveWithHealth(tx, viewer, id),
    keyResultsAround(tx, id),
    linksAbove(tx, viewer, [id]),
    neighbours(tx, viewer, id),
  ]);
  if (!row) throw notFound();
  const frameFor = framesAt(tx.now);
  const keyResultsOf = Map.groupBy(around, ({ objectiveId }) => objectiveId);
  const read = (objective: ObjectiveStandingRow) => {
    const keyResults = (keyResultsOf.get(objective.id) ?? []).map((keyResult) => ({
      row: keyResult,
      reading: readKeyResult(keyResult, objective, frameFor(objective)),
    }));
    return { keyResults, reading: readObjective(objective, keyResults, frameFor(objective)) };
  };
  const { keyResults, reading } = read(row);
  const neighbour = (objective: ObjectiveStandingRow) => presentNeighbour(objective, read(objective).reading);
  const frame = frameFor(row);
  return {
    ...presentObjective(row, reading),
    why: row.why,
    stateReason: row.stateReason,
    cycle: presentCycle(row, frame.rhythm?.next?.on ?? null),
    line: lineDown(row, links),
    parents: links
      .filter(({ objectiveId }) => objectiveId === id)
      .map((link) => presentParent(link, linked, neighbour)),
    children: linked.filter(({ side }) => side === "below").map((link) => presentChild(link, row, neighbour)),
    keyResults: keyResults.map(({ row: keyResult, reading: its }) =>
      presentKeyResult(keyResult, row, frame, viewer, its, {
        siblings: keyResults.filter((other) => other.row.id !== keyResult.id).map((other) => other.row.title),
        healthMetrics: row.healthMetrics?.length ?? 0,
        objective: { title: row.title },
      }),
    ),
    healthMetrics: (row.healthMetrics ?? []).map(presentHealthMetric),
    // What it supports may be out of a guest's sight, and what would make it better is not theirs to do.
    advice: viewer.role === "guest" ? [] : adviceFor(row, keyResults, links),
    can: canOf(row, viewer),
  };
}

function presentCycle(row: ObjectiveRow, nextDueOn: string | null) {
  const { cycleId, cycleName, startsOn, endsOn, cycleState } = row;
  return { id: cycleId, name: cycleName, startsOn, endsOn, state: cycleState, nextDueOn };
}

type Neighbour = Awaited<ReturnType<typeof neighbours>>[number];

function presentNeighbour(row: ObjectiveStandingRow, reading: ReturnType<typeof readObjective>) {
  const { id, title, level, team, owner, cycleId, progress, expected, status } = presentObjective(row, reading);
  return { id, title, level, team, owner, cycleId, progress, expected, status };
}

type Presented = ReturnType<typeof presentNeighbour>;

function presentParent(link: LinkAbove, linked: Neighbour[], neighbour: (row: ObjectiveStandingRow) => Presented) {
  const objective = linked.find(({ side, linkId }) => side === "above" && linkId === link.id);
  return {
    id: link.id,
    mode: link.mode,
    weight: plain(link.weight),
    version: link.version,
    parent: { ...placeOf(link), title: link.title },
    objective: objective ? neighbour(objective) : null,
  };
}

function presentChild(
  link: Neighbour,
  under: { id: string; title: string },
  neighbour: (row: ObjectiveStandingRow) => Presented,
) {
  return {
    id: link.linkId,
    mode: link.mode as "contributes" | "supports",
    weight: plain(link.weight),
    version: link.linkVersion,
    under: link.underKeyResultId
      ? { kind: "key-result" as const, id: link.underKeyResultId, title: link.underKeyResultTitle ?? "" }
      : { kind: "objective" as const, id: under.id, title: under.title },
    objective: neighbour(link),
  };
}

/** From the imperative, or as far up as the line leads, down to the objective. */
function lineDown(row: { id: string; title: string }, links: LinkAbove[]) {
  const keyResults = links.flatMap(({ parentKeyResultId, nextId }) =>
    parentKeyResultId && nextId ? [{ id: parentKeyResultId, objectiveId: nextId }] : [],
  );
  const graph = supportGraph(
    links.map((link) => ({ objectiveId: link.objectiveId, parent: placeOf(link), mode: link.mode })),
    keyResults,
  );
  const active = new Set(
    links.flatMap(({ imperativeId, archived }) => (imperativeId && !archived ? [imperativeId] : [])),
  );
  const titles = titlesOf(row, links);
  const line = lineOfSight(graph, { kind: "objective", id: row.id }, (id) => active.has(id));
  return line.toReversed().map((place) => ({ ...place, title: titles.get(place.id) ?? "" }));
}

/** The titles of everything on the way up. */
export function titlesOf(row: { id: string; title: string }, links: readonly LinkAbove[]): Map<string, string> {
  return new Map([
    ...links.map((link): [string, string] => [placeOf(link).id, link.title]),
    ...links.map(({ nextId, nextTitle }): [string, string] => [nextId ?? "", nextTitle ?? ""]),
    [row.id, row.title],
  ]);
}

function adviceFor(
  row: ObjectiveRow,
  keyResults: { row: KeyResultRow; reading: KeyResultReading }[],
  links: LinkAbove[],
) {
  return adviceForObjective({
    why: row.why,
    private: row.private,
    commitment: row.commitment as Commitment,
    parents: links.filter(({ objectiveId }) => objectiveId === row.id).length,
    upkeep: row.upkeep,
    keyResultWeights: keyResults.map(({ row: { weight } }) => weight),
  });
}

function canOf(row: ObjectiveRow, viewer: Viewer) {
  const can = objectiveCan(viewer, permitted(row, viewer));
  const { edits: accepts } = cycleAccepts(row.cycleState as CycleState);
  const edits = accepts && row.state !== "closed";
  return {
    ...mayCreateWhere(viewer),
    edit: can.edit && edits,
    addKeyResult: can.addKeyResult && edits,
    link: can.link && edits,
    overrule: can.overrule && edits,
    publish: can.publish && edits && row.private,
    // What was closed with a grade is opened where the grade is taken back.
    close: can.close && accepts && !row.isGraded,
    remove: can.delete && accepts,
  };
}
