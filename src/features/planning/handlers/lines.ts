/**
 * What is done to a draft line alike, whether it is an objective, a key result or an initiative: found and locked with
 * its plan, made once, changed, put in order, removed and put back. What a kind has of its own stands in its file.
 */
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { ownerProblems, plain } from "../../okrs/public.ts";
import { type LineTable, orderLines, removeLine } from "../queries/lines.ts";
import { known, type PlanRow } from "../queries/plans.ts";
import { planToDraft, refuseIfAny } from "./loading.ts";
import { reordered, tell } from "./telling.ts";

export interface LineRow {
  id: string;
  planId: string;
  planOwnerId: string | null;
  title: string;
  private: boolean;
  removedAt: string | null;
  body_hash: Buffer;
  version: number;
}

/** One kind of line: what it is called, where its rows are, and how one is found and written. */
export interface Kind<Row extends LineRow> {
  name: "draft-objective" | "draft-key-result" | "draft-initiative";
  table: LineTable;
  find(tx: Tx, id: string): Promise<Row | undefined>;
  write(tx: Tx, id: string, change: object): Promise<void>;
  /** What a change brings with it, and what more is told of it. */
  follows?(row: Row, changes: Changes, wanted: object): { change: object; facts: object };
}

type Changes = ReturnType<typeof changesBetween>;

/** A line that the viewer may change. Its plan is locked before it is read again, so that what is decided on still stands. */
export async function lineToDraft<Row extends LineRow>(tx: Tx, viewer: Viewer, { find }: Kind<Row>, id: string) {
  const found = await find(tx, id);
  if (!isThere(viewer, found)) throw notFound();
  const plan = await planToDraft(tx, viewer, found.planId);
  const row = await find(tx, id);
  if (!row) throw notFound();
  return { plan, row };
}

/** Whether a line is there for the viewer: a private one is its plan's owner's alone. */
export function isThere<Row extends Pick<LineRow, "private" | "planOwnerId">>(
  viewer: { memberId: string },
  line: Row | undefined,
): line is Row {
  return line !== undefined && (!line.private || line.planOwnerId === viewer.memberId);
}

/** Refuses a change of what was removed, by itself or with the objective it belongs to: it may be put back first. */
export function mustNotBeRemoved(row: { removedAt: string | null; objectiveRemovedAt?: string | null }): void {
  if (!row.removedAt && !row.objectiveRemovedAt) return;
  throw refused({ field: "id", expected: "a draft that was not removed", todo: "Put it back first." });
}

/** As a line is told of. */
export function lineOf<Row extends LineRow>({ name }: Kind<Row>, line: Pick<LineRow, "id" | "title" | "private">) {
  return { kind: name, id: line.id, title: line.title, private: line.private };
}

/** Makes it and tells of it; the same again, whatever became of it since, changes nothing. */
export async function addOnce<Row extends LineRow>(
  tx: Tx,
  plan: PlanRow,
  kind: Kind<Row>,
  line: Pick<LineRow, "id" | "title" | "private">,
  { hash, refusals, add }: { hash: Buffer; refusals?: () => Promise<FieldProblem[]>; add(): Promise<boolean> },
): Promise<void> {
  const earlier = await kind.find(tx, line.id);
  if (earlier) {
    sameCreate(earlier, hash);
    return;
  }
  refuseIfAny((await refusals?.()) ?? []);
  if (await add()) await tell(tx, plan, lineOf(kind, line), "draft-added");
  else sameCreate(await kind.find(tx, line.id), hash);
}

/** Changes a line that was read at `version`. */
export async function edit<Row extends LineRow, Asked extends { id: string; version: number }>(
  tx: Tx,
  plan: PlanRow,
  kind: Kind<Row>,
  row: Row,
  { id: _, version, ...asked }: Asked,
  refusals: (after: Row, fresh: Omit<Asked, "id" | "version">) => Promise<FieldProblem[]>,
): Promise<void> {
  mustNotBeRemoved(row);
  const [before, wanted] = [plainly(row), plainly(asked)];
  sameVersion(before, version, wanted);
  await changeIt(tx, plan, kind, before, wanted, refusals);
}

/** Writes what differs and tells of it, unless it cannot be like that: `refusals` of the line as it would be. */
export async function changeIt<Row extends LineRow, Wanted extends object>(
  tx: Tx,
  plan: PlanRow,
  kind: Kind<Row>,
  before: Row,
  wanted: Wanted,
  refusals: (after: Row, fresh: Wanted) => Promise<FieldProblem[]>,
): Promise<void> {
  const changes = changesBetween(before, wanted as Record<string, unknown>);
  if (Object.keys(changes).length === 0) return;
  const fresh = Object.fromEntries(Object.entries(changes).map(([field, [, is]]) => [field, is])) as Wanted;
  const after = { ...before, ...fresh };
  refuseIfAny(await refusals(after, fresh));
  const also = kind.follows?.(before, changes, wanted);
  await kind.write(tx, before.id, { ...fresh, ...also?.change });
  await tell(tx, plan, lineOf(kind, after), "draft-changed", { ...changes, ...also?.facts });
}

/** Takes it away until it is put back; answers its plan. */
export async function remove<Row extends LineRow>(tx: Tx, viewer: Viewer, kind: Kind<Row>, id: string) {
  const { plan, row } = await lineToDraft(tx, viewer, kind, id);
  if (row.removedAt === null) {
    await removeLine(tx, kind.table, id, true);
    await tell(tx, plan, lineOf(kind, row), "draft-removed");
  }
  return plan.id;
}

/** Puts it back where it was, unless `refusals` says why not; answers its plan. */
export async function restore<Row extends LineRow>(
  tx: Tx,
  viewer: Viewer,
  kind: Kind<Row>,
  id: string,
  refusals: (row: Row) => FieldProblem[] = () => [],
) {
  const { plan, row } = await lineToDraft(tx, viewer, kind, id);
  refuseIfAny(refusals(row));
  if (row.removedAt !== null) {
    await removeLine(tx, kind.table, id, false);
    await tell(tx, plan, lineOf(kind, row), "draft-restored");
  }
  return plan.id;
}

/** Puts the lines `there` of a place in this order; refuses one that names what does not stand there. */
export async function reorder<Row extends LineRow>(
  tx: Tx,
  plan: PlanRow,
  kind: Kind<Row>,
  {
    placeId,
    there,
    ids,
    expected,
  }: { placeId: string; there: readonly Row[]; ids: readonly string[]; expected: string },
) {
  const own = new Set(there.map(({ id }) => id));
  const strange = ids.flatMap((id, at) =>
    own.has(id) ? [] : [{ field: `ids.${at}`, expected, todo: "Read the plan again." }],
  );
  refuseIfAny(strange);
  await orderLines(tx, kind.table, placeId, ids);
  await reordered(tx, plan, there);
}

/** Places a line that came from elsewhere behind those that stand there. */
export async function putLast<Row extends LineRow>(
  tx: Tx,
  kind: Kind<Row>,
  id: string,
  placeId: string,
  there: readonly Row[],
) {
  const others = there.filter((each) => each.id !== id);
  await orderLines(
    tx,
    kind.table,
    placeId,
    others.map((each) => each.id),
  );
}

/** Refuses an owner who is a guest or not a member any more, and of a private draft anyone but its plan's owner. */
export async function ownerRefusals(
  tx: Tx,
  ownerId: string | null | undefined,
  { plan, private: hidden }: { plan: PlanRow; private: boolean },
  field = "ownerId",
): Promise<FieldProblem[]> {
  if (!ownerId) return [];
  if (hidden && ownerId !== plan.ownerId) {
    return [
      {
        field,
        expected: "yourself, because the draft is private",
        todo: "Leave the owner as it is, or show the draft first.",
      },
    ];
  }
  const { members } = await known(tx, { memberIds: [ownerId] });
  return ownerProblems(members[0]?.role ?? null, field);
}

/** Figures in plain notation, so that 60 and 60.0 are the same. */
export function plainly<T extends object>(line: T): T {
  const figures = line as {
    energy?: string | null;
    weight?: string;
    moves?: readonly { expectedMove: string | null }[];
  };
  const { energy, weight, moves } = figures;
  return {
    ...line,
    ...(energy && { energy: plain(energy) }),
    ...(weight && { weight: plain(weight) }),
    ...(moves && {
      moves: moves.map((move) => ({ ...move, expectedMove: move.expectedMove && plain(move.expectedMove) })),
    }),
  };
}
