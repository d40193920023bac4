import type { Tx } from "../../platform/database/database.ts";
import type { RequestContext, Viewer } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { notFound } from "../../platform/refusals.ts";
import { lineOfSight, type Place, supportGraph } from "../okrs/public.ts";
import { alignment as contract } from "./contract.ts";
import { dependencies } from "./handlers/dependencies.ts";
import { drawMap, todayOf } from "./handlers/map.ts";
import { readingOf } from "./handlers/reading.ts";
import { standing } from "./handlers/standing.ts";
import {
  cycleToShow,
  everythingAbove,
  isThere,
  keyResultsOf,
  objectiveOfKeyResult,
  objectivesNamed,
  objectivesOwned,
  topOf,
} from "./queries.ts";

const os = keeps(contract);

export const alignment = os.router({
  alignment: standing,
  dependencies,
  map: os.map.handler(({ input, context }) => context.read((tx) => drawMap(tx, context, input.cycleId))),
  keyResults: os.keyResults.handler(({ input, context }) =>
    context.read(async (tx) => {
      const objectives = await objectivesNamed(tx, context.viewer, input.objectiveIds);
      const ids = objectives.map(({ id }) => id);
      const read = readingOf(objectives, await keyResultsOf(tx, ids), tx.now);
      return { items: read.flatMap(({ keyResults }) => keyResults) };
    }),
  ),
  lineOf: os.lineOf.handler(({ input, context }) => context.read((tx) => linesOf(tx, context, input))),
});

async function linesOf(
  tx: Tx,
  context: RequestContext,
  { kind, id }: { kind: "objective" | "key-result" | "team" | "member"; id: string },
) {
  const { viewer } = context;
  const from = await startsOf(tx, context, kind, id);
  const objectiveIds = from.map(({ objectiveId }) => objectiveId);
  const above = await everythingAbove(tx, viewer, objectiveIds);
  const own = await objectivesNamed(tx, viewer, objectiveIds);
  const titles = new Map([
    ...above.titles,
    ...from.map(({ place, title }) => [place.id, title] as const),
    ...own.map((row) => [row.id, row.title] as const),
  ]);
  const graph = supportGraph(above.links, [
    ...above.keyResults,
    ...from.flatMap(({ place, objectiveId }) => (place.kind === "key-result" ? [{ id: place.id, objectiveId }] : [])),
  ]);
  const titled = (place: Place) => ({ ...place, title: titles.get(place.id) ?? "" });
  const lines = from.map(({ place }) => {
    const places = lineOfSight(graph, place, () => true).map(titled);
    return { reaches: places.at(-1)?.kind === "imperative", places };
  });
  return { vision: (await topOf(tx, [])).vision, lines };
}

/** Where the lines begin: the thing itself, or each objective of a team or member in the current cycle. */
async function startsOf(
  tx: Tx,
  context: RequestContext,
  kind: "objective" | "key-result" | "team" | "member",
  id: string,
) {
  const { viewer } = context;
  if (kind === "key-result") {
    const keyResult = await objectiveOfKeyResult(tx, viewer, id);
    if (!keyResult) throw notFound();
    return [{ place: { kind, id }, title: keyResult.title, objectiveId: keyResult.objectiveId }];
  }
  if (kind === "objective") {
    const [objective] = await objectivesNamed(tx, viewer, [id]);
    if (!objective) throw notFound();
    return [{ place: { kind, id }, title: objective.title, objectiveId: id }];
  }
  if (!mayLookUp(viewer, id) || !(await isThere(tx, kind, id))) throw notFound();
  const cycle = await cycleToShow(tx, todayOf(context), undefined);
  if (!cycle) return [];
  const owned = await objectivesOwned(tx, viewer, cycle.id, kind === "team" ? { teamId: id } : { memberId: id });
  return owned.map((objectiveId) => ({
    place: { kind: "objective" as const, id: objectiveId },
    title: "",
    objectiveId,
  }));
}

/** A guest looks up their own teams and themselves only. */
function mayLookUp(viewer: Viewer, id: string): boolean {
  return viewer.role !== "guest" || viewer.teams.includes(id) || viewer.memberId === id;
}
