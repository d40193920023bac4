/** A plan and an import as they are answered. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { proposeCycle } from "../../okrs/public.ts";
import type { ColumnMatch } from "../columns.ts";
import { rowsToLookAt } from "../look-at.ts";
import type { MissingCycle } from "../matching.ts";
import { addressFrom, nameFrom } from "../missing.ts";
import type { PreviewNode } from "../plan-summary.ts";
import { type ImportRow, importOfFile, type ListedImport } from "../queries/imports.ts";
import { fiscalYear } from "../queries/there.ts";
import { canMake, type Planned } from "./planning.ts";
import type { Read } from "./reading.ts";

/** Of long lists only so many are answered; how many are left out is said. */
const mostToLookAt = 1000;
const mostInTree = 500;

export async function presentPreview(
  tx: Tx,
  viewer: Viewer,
  { draft, columns, lines, fileHash }: Read,
  { plan, missing, withoutCycle }: Planned,
  fileName: string,
) {
  const { startMonth } = await fiscalYear(tx);
  const before = await importOfFile(tx, fileHash);
  const lookAt = rowsToLookAt(plan, draft.rows, { kind: draft.kind, lines });
  const tree = flattened(plan.preview, 0);
  const twice = draft.rows.filter(({ duplicateOf }) => duplicateOf !== null);
  const understood = plan.rows.length + twice.length;
  const guessed = lookAt.filter((row) => row.as === "guessed").length;
  return {
    fileName,
    kind: draft.kind,
    importedBefore: before ? { id: before.id, recordedAt: before.recordedAt, member: memberOf(before) } : null,
    counts: { read: understood + plan.keptAside.length, understood, guessed, keptAside: plan.keptAside.length },
    columns: columns.map((column: ColumnMatch) => ({ ...column, example: column.example.slice(0, 200) })),
    rows: plan.counts,
    lookAt: lookAt.slice(0, mostToLookAt),
    lookAtLeftOut: Math.max(0, lookAt.length - mostToLookAt),
    tree: tree.slice(0, mostInTree),
    treeLeftOut: Math.max(0, tree.length - mostInTree),
    missing: {
      members: missing.members.map(({ written, rows, nearest }) => ({
        written,
        rows,
        nearest: nearest && { id: nearest.id, name: nearest.name },
        name: nameFrom(written),
        email: addressFrom(written),
      })),
      teams: missing.teams,
      cycles: missing.cycles.map(({ name, rows, period }) => ({ name, rows, proposal: proposed(period, startMonth) })),
    },
    withoutCycle,
    can: canMake(viewer),
  };
}

/** Parts of a year count from the fiscal year that begins in it. */
function proposed(period: MissingCycle["period"], startMonth: number) {
  if (!period) return null;
  const { kind, year, part } = period;
  const months = { year: 12, half: 6, quarter: 3 }[kind];
  const month = startMonth - 1 + (part - 1) * months;
  const on = `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  const { startsOn, endsOn } = proposeCycle(kind, on, startMonth);
  return { kind, startsOn, endsOn };
}

function flattened(nodes: readonly PreviewNode[], depth: number): (Omit<PreviewNode, "below"> & { depth: number })[] {
  return nodes.flatMap(({ below, ...node }) => [{ ...node, depth }, ...flattened(below, depth + 1)]);
}

export function presentListed(row: ListedImport) {
  const { id, fileName, recordedAt, keptAside } = row;
  const kind = row.kind as "markdown" | "csv";
  return { id, fileName, kind, recordedAt, keptAside, member: memberOf(row), undone: undoneOf(row), ...row.counts };
}

export function presentImport(row: ImportRow) {
  return { ...presentListed(row), lines: row.lines, notes: row.notes };
}

function undoneOf({ undoneAt, undoneFacts, undoneById, undoneByName }: ListedImport) {
  if (undoneAt === null || undoneFacts === null) return null;
  const member = undoneById === null ? null : { id: undoneById, name: undoneByName ?? "" };
  return { recordedAt: undoneAt, member, removed: undoneFacts.removed, stayed: undoneFacts.stayed };
}

function memberOf({ memberId, memberName }: ListedImport) {
  return { id: memberId, name: memberName };
}
