/** The map of a cycle: read and drawn once for everyone, then for each viewer what they may see, with their own line. */
import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import { isVisible } from "../../okrs/public.ts";
import { mapShape, ownLine, type Place } from "../map.ts";
import { cycleToShow, keyResultsOf, objectivesOfCycle, type Top, topOf } from "../queries.ts";
import { type Read, readingOf } from "./reading.ts";

/** Up to this many objectives the map comes whole; above it, closed branches load when opened. */
const wholeUpTo = 60;

export async function drawMap(tx: Tx, context: RequestContext, cycleId: string | undefined) {
  const { viewer } = context;
  const cycle = await cycleToShow(tx, todayOf(context), cycleId);
  if (!cycle && cycleId) throw notFound();
  const { read, top, open } = await tx.remembered(
    `map ${cycle?.id ?? ""}`,
    () => readCycle(tx, cycle?.id),
    ({ read }) => read.length + read.reduce((sum, { keyResults }) => sum + keyResults.length, 0),
  );
  const seen = read.filter(({ row }) => isVisible(viewer, row));
  const drawn = seen.length === open.read.length ? open : draw(seen, top);
  const mine = ownLine(viewer.memberId, drawn.given, drawn.shape);
  const complete = seen.length <= wholeUpTo;
  return {
    cycle: cycle ?? null,
    vision: top.vision,
    mission: top.mission,
    imperatives: drawn.imperatives.map((each) => ({ ...each, mine: mine.has(each.id) })),
    objectives: drawn.objectives.map((each) => ({ ...each, mine: mine.has(each.id) })),
    keyResults: seen.flatMap(({ objective, keyResults }) => (complete || mine.has(objective.id) ? keyResults : [])),
    links: drawn.links,
    // A guest's sight ends at their objectives, which says nothing about where those lead.
    notConnected: viewer.role === "guest" ? [] : drawn.shape.notConnected,
    complete,
  };
}

/** A cycle as it reads this minute, private objectives included; `open` is what every member sees of it at least. */
async function readCycle(tx: Tx, cycleId: string | undefined) {
  const objectives = cycleId ? await objectivesOfCycle(tx, cycleId) : [];
  const ids = objectives.map(({ id }) => id);
  const [keyResults, top] = await Promise.all([keyResultsOf(tx, ids), topOf(tx, ids)]);
  const read = readingOf(objectives, keyResults, tx.now);
  const isOpen = ({ row }: Read) => !row.private;
  return { read, top, open: draw(read.filter(isOpen), top) };
}

/** Everything of the map that is the same for all who see these objectives and no others. */
function draw(read: Read[], top: Top) {
  const given = {
    objectives: read.map(({ objective }) => ({ ...objective, ownerId: objective.owner?.id ?? null })),
    keyResults: read.flatMap(({ keyResults }) =>
      keyResults.map((each) => ({ ...each, ownerId: each.owner?.id ?? null })),
    ),
    links: top.links,
    imperativeIds: top.imperatives.map(({ id }) => id),
  };
  const shape = mapShape(given);
  const objectiveOf = new Map(given.keyResults.map(({ id, objectiveId }) => [id, objectiveId]));
  const parentOf = (place: Place) => ({ ...place, objectiveId: objectiveOf.get(place.id) ?? null });
  const optionalParent = (place: Place | undefined) => (place ? parentOf(place) : null);
  return {
    read,
    given,
    shape,
    imperatives: top.imperatives.map((each) => ({ ...each, below: shape.below.get(each.id) ?? [] })),
    objectives: read.map(({ objective, keyResults }) => ({
      ...objective,
      keyResults: keyResults.length,
      under: optionalParent(shape.under.get(objective.id)),
      alsoUnder: (shape.alsoUnder.get(objective.id) ?? []).map(parentOf),
      below: shape.below.get(objective.id) ?? [],
    })),
    links: top.links
      .filter(({ objectiveId, parent }) => shape.alsoUnder.get(objectiveId)?.some(({ id }) => id === parent.id))
      .map((link) => ({ ...link, parent: parentOf(link.parent) })),
  };
}

export function todayOf({ clock, viewer }: RequestContext): string {
  return clock.now().toZonedDateTimeISO(viewer.timeZone).toPlainDate().toString();
}
