/** The list in two statements: a page of objectives, then what decides how their key results read. */

import { aCount, anUuid, cursorOf, valuesOf } from "../../../platform/cursor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { mayCreateWhere, type Viewer } from "../permissions.ts";
import { standingsOf } from "../queries/key-results.ts";
import { type ListFilter, type ListPosition, objectivesListed } from "../queries/objectives.ts";
import { wordRanges } from "../queries/search.ts";
import { seesWhatIsOpen } from "../queries/visible.ts";
import { framesAt, readKeyResult, readObjective } from "../reading.ts";
import type { Status } from "../status.ts";
import { presentObjective } from "./presenting.ts";

interface Asked extends Omit<ListFilter, "words"> {
  status?: Status;
  q?: string;
  after?: string;
  limit: number;
}

/** Status is found when it is read, so a filter by status reads on, this many rows at a time and this often at most. */
const readOn = { rows: 200, times: 5 };

export async function objectiveList(tx: Tx, viewer: Viewer, asked: Asked) {
  const where = mayCreateWhere(viewer);
  return { ...(await pageOf(tx, viewer, asked)), can: { create: where.levels.length > 0, ...where } };
}

/** Most members see the same, so a page is read once for all of them; what somebody searched for is theirs alone. */
async function pageOf(tx: Tx, viewer: Viewer, asked: Asked) {
  if (asked.q || !(await seesWhatIsOpen(tx, viewer))) return listObjectives(tx, viewer, asked);
  return tx.remembered(
    `objectives ${JSON.stringify(asked)}`,
    () => listObjectives(tx, viewer, asked),
    ({ items }) => 1 + items.length,
  );
}

async function listObjectives(tx: Tx, viewer: Viewer, { status, q = "", after, limit, ...filter }: Asked) {
  const words = wordRanges(q);
  if (q !== "" && words.length === 0) return { items: [], next: null };
  const size = status ? readOn.rows : limit + 1;
  const items: Listed[] = [];
  let position = positionOf(after);
  for (let time = 0; time < (status ? readOn.times : 1); time += 1) {
    const rows = await readRows(tx, viewer, { ...filter, words }, position, size);
    for (const { row, item } of rows) {
      if (items.length === limit) return { items, next: position && cursorAt(position) };
      position = row;
      if (!status || item.status.status === status) items.push(item);
    }
    if (rows.length < size) return { items, next: null };
  }
  return { items, next: position && cursorAt(position) };
}

type Listed = Awaited<ReturnType<typeof readRows>>[number]["item"];

async function readRows(tx: Tx, viewer: Viewer, filter: ListFilter, after: ListPosition | null, size: number) {
  const rows = await objectivesListed(tx, viewer, filter, after, size);
  if (rows.length === 0) return [];
  const standings = Map.groupBy(
    await standingsOf(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ objectiveId }) => objectiveId,
  );
  const frameFor = framesAt(tx.now);
  return rows.map((row) => {
    const frame = frameFor(row);
    const keyResults = (standings.get(row.id) ?? []).map((keyResult) => ({
      row: keyResult,
      reading: readKeyResult(keyResult, row, frame),
    }));
    const reading = readObjective(row, keyResults, frame);
    return {
      row,
      item: { ...presentObjective(row, reading), keyResultCount: keyResults.length, firstParent: row.firstParent },
    };
  });
}

const aDay = /^\d{4}-\d\d-\d\d$/;

function positionOf(after: string | undefined): ListPosition | null {
  const [startsOn, cycleId, rank, id] = valuesOf(after, aDay, anUuid, aCount, anUuid) ?? [];
  return startsOn && cycleId && rank && id ? { startsOn, cycleId, rank: Number(rank), id } : null;
}

function cursorAt({ startsOn, cycleId, rank, id }: ListPosition): string {
  return cursorOf(startsOn, cycleId, rank, id);
}
