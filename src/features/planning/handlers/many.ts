import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { refused } from "../../../platform/refusals.ts";
import { draftInitiativesOf } from "../queries/draft-initiatives.ts";
import { draftKeyResultsOf } from "../queries/draft-key-results.ts";
import { draftObjectivesOf } from "../queries/draft-objectives.ts";
import type { PlanRow } from "../queries/plans.ts";
import { initiativeLine, keyResultLine, objectiveLine } from "./kinds.ts";
import { changeIt, type Kind as LineKind, type LineRow, ownerRefusals, plainly } from "./lines.ts";
import { planToDraft, refuseIfAny } from "./loading.ts";

interface Asked {
  id: string;
  lines: { id: string; version: number }[];
  change: { ownerId?: string | null; commitment?: string; energy?: string | null; weight?: string };
}

type Kind = LineKind<LineRow>["name"];

/** What of each kind several lines can be given at once. */
const fields: Record<Kind, string[]> = {
  "draft-objective": ["ownerId", "commitment", "energy"],
  "draft-key-result": ["ownerId", "weight"],
  "draft-initiative": ["ownerId"],
};

/** Changes all the lines or none: one that moved on, is not there or cannot be like this refuses them all. */
export async function changeMany(tx: Tx, viewer: Viewer, { id, lines, change }: Asked): Promise<void> {
  const plan = await planToDraft(tx, viewer, id);
  const there = await linesOf(tx, plan);
  const wanted = plainly(change);
  for (const [at, { id: lineId, version }] of lines.entries()) {
    const line = there.get(lineId);
    if (!line) {
      const todo = "Read the plan again and choose lines that are there.";
      throw refused({ field: `lines.${at}.id`, expected: "a line of this plan", todo });
    }
    refuseIfAny(misfits(line.kind, wanted).map((field) => misfit(field, at, line.row.title)));
    sameVersion(line.row, version, { id: lineId, ...wanted });
    await line.change(tx, plan, wanted);
  }
}

async function linesOf(tx: Tx, plan: PlanRow): Promise<Map<string, Line>> {
  const lines = [
    ...(await draftObjectivesOf(tx, plan.id)).map((row) => ofKind(objectiveLine, row)),
    ...(await draftKeyResultsOf(tx, plan.id)).map((row) => ofKind(keyResultLine, row)),
    ...(await draftInitiativesOf(tx, plan.id)).map((row) => ofKind(initiativeLine, row)),
  ];
  return new Map(lines.map((line) => [line.row.id, line]));
}

interface Line {
  kind: Kind;
  row: LineRow;
  change(tx: Tx, plan: PlanRow, wanted: Asked["change"]): Promise<void>;
}

function ofKind<Row extends LineRow>(line: LineKind<Row>, found: Row): Line {
  const row = plainly(found);
  const change: Line["change"] = (tx, plan, wanted) =>
    changeIt(tx, plan, line, row, wanted, (_after, { ownerId }) =>
      ownerRefusals(tx, ownerId, { plan, private: row.private }, "change.ownerId"),
    );
  return { kind: line.name, row, change };
}

function misfits(kind: Kind, wanted: Record<string, unknown>): string[] {
  return Object.keys(wanted).filter((field) => wanted[field] !== undefined && !fields[kind].includes(field));
}

function misfit(field: string, at: number, title: string) {
  const expected = `lines that have ${field === "energy" ? "an" : "a"} ${field}`;
  return { field: `lines.${at}.id`, expected, todo: `Leave “${title}” out, or change its ${field} not at all.` };
}
