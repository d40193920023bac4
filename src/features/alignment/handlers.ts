import type { Tx } from "../../platform/database/database.ts";
import type { RequestContext, Viewer } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { notFound } from "../../platform/refusals.ts";
import {
  type Frame,
  framesAt,
  lineOfSight,
  type Place,
  plain,
  readKeyResult,
  readObjective,
  supportGraph,
} from "../okrs/public.ts";
import { alignment as contract } from "./contract.ts";
import { type Place as MapPlace, mapShape } from "./map.ts";
import {
  cycleToShow,
  everythingAbove,
  isThere,
  keyResultsOf,
  objectiveOfKeyResult,
  objectivesNamed,
  objectivesOfCycle,
  objectivesOwned,
  topOf,
} from "./queries.ts";

const os = keeps(contract);

/** Up to this many objectives the map comes whole; above it, closed branches load when opened. */
const wholeUpTo = 60;

export const alignment = os.router({
  map: os.map.handler(({ input, context }) => context.read((tx) => drawMap(tx, context, input.cycleId))),
  keyResults: os.keyResults.handler(({ input, context }) =>
    context.read(async (tx) => {
      const objectives = await objectivesNamed(tx, context.viewer, input.objectiveIds);
      const read = readingOf(
        objectives,
        await keyResultsOf(
          tx,
          objectives.map(({ id }) => id),
        ),
        context,
      );
      return { items: read.flatMap(({ keyResults }) => keyResults) };
    }),
  ),
  lineOf: os.lineOf.handler(({ input, context }) => context.read((tx) => linesOf(tx, context, input))),
});

async function drawMap(tx: Tx, context: RequestContext, cycleId: string | undefined) {
  const { viewer } = context;
  const cycle = await cycleToShow(tx, todayOf(context), cycleId);
  if (!cycle && cycleId) throw notFound();
  const objectives = cycle ? await objectivesOfCycle(tx, viewer, cycle.id) : [];
  const ids = objectives.map(({ id }) => id);
  const rows = ids.length > 0 ? await keyResultsOf(tx, ids) : [];
  const top = await topOf(tx, ids);
  const read = readingOf(objectives, rows, context);
  const shape = mapShape({
    objectives: read.map(({ objective }) => ({ ...objective, ownerId: objective.owner?.id ?? null })),
    keyResults: rows,
    links: top.links,
    imperativeIds: top.imperatives.map(({ id }) => id),
    viewerId: viewer.memberId,
  });
  const objectiveOf = new Map(rows.map(({ id, objectiveId }) => [id, objectiveId]));
  const parentOf = (place: MapPlace | undefined) =>
    place ? { ...place, objectiveId: objectiveOf.get(place.id) ?? null } : null;
  const complete = objectives.length <= wholeUpTo;
  const drawn = complete ? read : read.filter(({ objective }) => shape.mine.has(objective.id));
  return {
    cycle: cycle ?? null,
    vision: top.vision,
    mission: top.mission,
    imperatives: top.imperatives.map((each) => ({
      ...each,
      below: shape.below.get(each.id) ?? [],
      mine: shape.mine.has(each.id),
    })),
    objectives: read.map(({ objective, keyResults }) => ({
      ...objective,
      keyResults: keyResults.length,
      under: parentOf(shape.under.get(objective.id)),
      alsoUnder: (shape.alsoUnder.get(objective.id) ?? []).map((place) => ({
        ...place,
        objectiveId: objectiveOf.get(place.id) ?? null,
      })),
      below: shape.below.get(objective.id) ?? [],
      mine: shape.mine.has(objective.id),
    })),
    keyResults: drawn.flatMap(({ keyResults }) => keyResults),
    links: top.links
      .filter(({ objectiveId, parent }) => shape.alsoUnder.get(objectiveId)?.some(({ id }) => id === parent.id))
      .map((link) => ({ ...link, parent: { ...link.parent, objectiveId: objectiveOf.get(link.parent.id) ?? null } })),
    notConnected: shape.notConnected,
    complete,
  };
}

type ObjectiveRows = Awaited<ReturnType<typeof objectivesOfCycle>>;
type KeyResultRows = Awaited<ReturnType<typeof keyResultsOf>>;

/** Each objective with its key results, as they read now. */
function readingOf(objectives: ObjectiveRows, rows: KeyResultRows, context: RequestContext) {
  const frameFor = framesAt(context.clock.now());
  const ofObjective = new Map<string, KeyResultRows>();
  for (const row of rows) {
    const list = ofObjective.get(row.objectiveId);
    if (list) list.push(row);
    else ofObjective.set(row.objectiveId, [row]);
  }
  return objectives.map((row) => {
    const frame = frameFor(row);
    const own = (ofObjective.get(row.id) ?? []).map((keyResult) => ({
      row: keyResult,
      reading: readKeyResult(keyResult, row.commitment, frame),
    }));
    return {
      objective: presentObjective(row, own, frame),
      keyResults: own.map((each) => presentKeyResult(each, row.commitment)),
    };
  });
}

type ReadKeyResult = { row: KeyResultRows[number]; reading: ReturnType<typeof readKeyResult> };

function presentObjective(row: ObjectiveRows[number], keyResults: ReadKeyResult[], frame: Frame) {
  const reading = readObjective(row, keyResults, frame);
  return {
    id: row.id,
    title: row.title,
    level: row.level as "company" | "team" | "personal",
    team: named(row.teamId, row.teamName),
    owner: named(row.ownerId, row.ownerName),
    commitment: row.commitment as "committed" | "aspirational" | "learning",
    energy: row.energy,
    upkeep: row.upkeep,
    progress: reading.progress,
    expected: reading.expected,
    status: reading.status.status,
  };
}

function presentKeyResult({ row, reading }: ReadKeyResult, commitment: string) {
  const metric = reading.measure.kind === "metric" ? reading.measure : null;
  return {
    start: metric?.start ?? null,
    target: metric?.target ?? null,
    id: row.id,
    objectiveId: row.objectiveId,
    title: row.title,
    owner: named(row.ownerId, row.ownerName),
    current: row.currentValue === null ? null : plain(row.currentValue),
    unit: row.unit,
    decimals: row.decimals,
    progress: reading.progress,
    expected: reading.expected,
    status: reading.status.status,
    aspirational: commitment === "aspirational",
  };
}

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
    ...own.map((row) => [row.id, row.title] as const),
    ...from.map(({ place, title }) => [place.id, title] as const),
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

function todayOf({ clock, viewer }: RequestContext): string {
  return clock.now().toZonedDateTimeISO(viewer.timeZone).toPlainDate().toString();
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}
