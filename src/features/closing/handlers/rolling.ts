/** What of a cycle goes on in another, decided on the rows just loaded: shown before it is made, and made as shown. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { newId } from "../../../platform/ids.ts";
import { type Level, mayCreateObjective, measureOf, objectiveCan, type Place, permitted } from "../../okrs/public.ts";
import { type Choice, type Goes, goesOn, type KeptLink, laterCycles, linksThatGoOn } from "../next-cycle.ts";
import { closingRowsOf, cycleOf, everyCycle } from "../queries/objectives.ts";
import { linksUpward, successorsIn, titlesStillThere } from "../queries/rollovers.ts";
import { type Ended, type EndedPart, ended } from "./presenting.ts";

type Cycle = NonNullable<Awaited<ReturnType<typeof cycleOf>>>;
type Link = Awaited<ReturnType<typeof linksUpward>>[number];

/** Everything that decides a rollover, as it stands now. */
export interface Ground {
  cycle: Cycle;
  /** The cycles it may go on in. */
  targets: Cycle[];
  to: Cycle | null;
  /** Closed objectives that are kept or changed. */
  goers: Ended[];
  undecided: number;
  /** What became of what, and which of that is still there. */
  successors: ReadonlyMap<string, string>;
  there: ReadonlyMap<string, string>;
  links: Link[];
  /** Links that stand in the next cycle already, whoever made them. */
  linked: ReadonlySet<string>;
}

/** null where the cycle is not there. `toId`: the next one where left out. */
export async function groundOf(tx: Tx, viewer: Viewer, cycleId: string, toId?: string): Promise<Ground | null> {
  const cycle = await cycleOf(tx, cycleId);
  if (!cycle) return null;
  const targets = laterCycles(cycle, await everyCycle(tx));
  const to = (toId === undefined ? targets[0] : targets.find(({ id }) => id === toId)) ?? null;
  const all = await ended(tx, await closingRowsOf(tx, viewer, cycleId));
  const goers = all.filter(({ row }) => row.next === "keep" || row.next === "change");
  const undecided = all.filter(({ row }) => row.closureVersion === null && row.state !== "dropped").length;
  const successors = to ? await successorsIn(tx, to.id) : new Map<string, string>();
  const there = await titlesStillThere(tx, [...successors.values()]);
  const ids = goers.map(({ row }) => row.id);
  const links = await linksUpward(tx, viewer, ids);
  const made = ids.flatMap((id) => successors.get(id) ?? []);
  const linked = new Set(
    (await linksUpward(tx, viewer, made)).map(({ objectiveId, parent }) => pair(objectiveId, parent)),
  );
  return { cycle, targets, to, goers, undecided, successors, there, links, linked };
}

/** A key result that goes on. */
export interface GoingKeyResult {
  part: EndedPart;
  goes: Goes;
  /** What it is in the next cycle; null while it asks for a target. */
  id: string | null;
  isNew: boolean;
}

/** An objective that goes on. */
export interface Going {
  one: Ended;
  may: boolean;
  /** What it is in the next cycle; null where it is not taken along now. */
  id: string | null;
  isNew: boolean;
  keyResults: GoingKeyResult[];
  links: { kept: (KeptLink<Link> & { isNew: boolean })[]; lost: Link[] };
}

interface Asked {
  /** All that the viewer may where left out. */
  objectiveIds?: readonly string[] | undefined;
  choices?: ReadonlyMap<string, Choice>;
}

/** What is made where it is not there yet: objectives with their key results, and links whose both ends are. */
export function goingOf(ground: Ground, viewer: Viewer, { objectiveIds, choices = new Map() }: Asked = {}): Going[] {
  const items = ground.goers.map((one) => {
    const may = mayTakeAlong(viewer, one);
    const isWanted = may && (objectiveIds === undefined || objectiveIds.includes(one.row.id));
    const objective = successorOf(ground, one.row.id, isWanted);
    const goers = one.parts.filter(({ row }) => row.grade?.next === "keep" || row.grade?.next === "change");
    const keyResults = goers.map((part) =>
      keyResultGoing(ground, part, choices.get(part.row.id), objective.id !== null),
    );
    return { one, may: may && !isGone(ground, one.row.id), ...objective, keyResults };
  });
  const nextOf = new Map(
    items.flatMap(({ one, id, keyResults }) => [
      [one.row.id, id] as const,
      ...keyResults.map((each) => [each.part.row.id, each.id] as const),
    ]),
  );
  return items.map((item) => ({ ...item, links: linksOf(ground, item, nextOf) }));
}

function mayTakeAlong(viewer: Viewer, { row }: Ended): boolean {
  const permission = permitted(row, viewer);
  const owner = ownerStill(row);
  if (row.level === "personal" && owner === null) return false;
  return (
    objectiveCan(viewer, permission).close &&
    mayCreateObjective(viewer, { level: row.level as Level, ownerId: owner, teamPath: permission.teamPath })
  );
}

/** Who owns it in the next cycle: its owner, unless they left or are a guest by now. */
export function ownerStill(row: { ownerId: string | null; ownerCannot: boolean }): string | null {
  return row.ownerCannot ? null : row.ownerId;
}

/** Taken along once and taken away since: it stays away. */
function isGone({ successors, there }: Ground, id: string): boolean {
  const successor = successors.get(id);
  return successor !== undefined && !there.has(successor);
}

function successorOf(ground: Ground, id: string, isWanted: boolean) {
  const already = ground.successors.get(id);
  if (already) return { id: ground.there.has(already) ? already : null, isNew: false };
  return { id: isWanted ? newId() : null, isNew: isWanted };
}

function keyResultGoing(ground: Ground, part: EndedPart, choice: Choice | undefined, isAlong: boolean): GoingKeyResult {
  const { row, ending } = part;
  const measure = measureOf(row);
  const goes = goesOn({ title: row.title, unit: row.unit, measure, endValue: ending.endValue }, choice);
  return { part, goes, ...successorOf(ground, row.id, isAlong && goes.measure !== null) };
}

function linksOf(ground: Ground, item: { one: Ended; id: string | null }, nextOf: ReadonlyMap<string, string | null>) {
  const own = ground.links.filter(({ objectiveId }) => objectiveId === item.one.row.id);
  const byPlace = new Map(own.map((link) => [link.parent.id, link]));
  const next = (place: Place): Place | null => {
    const link = byPlace.get(place.id);
    const isElsewhere = link?.parentCycleId !== ground.cycle.id && link?.parentCycleState !== "closed";
    const id = isElsewhere ? place.id : (nextOf.get(place.id) ?? null);
    return id === null ? null : { kind: place.kind, id };
  };
  const { kept, lost } = linksThatGoOn(own, next, (id) => byPlace.get(id)?.archived === false);
  const isNew = ({ link, parent }: KeptLink<Link>) =>
    item.id !== null && !ground.successors.has(link.id) && !ground.linked.has(pair(item.id, parent));
  return { kept: kept.map((each) => ({ ...each, isNew: isNew(each) })), lost };
}

function pair(objectiveId: string, { kind, id }: Place): string {
  return `${objectiveId} ${kind} ${id}`;
}
