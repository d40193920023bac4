import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { refused } from "../../../platform/refusals.ts";
import { plain } from "../../okrs/public.ts";
import { changeDraftInitiative, draftInitiativesOf } from "../queries/draft-initiatives.ts";
import { changeDraftKeyResult, draftKeyResultsOf } from "../queries/draft-key-results.ts";
import { changeDraftObjective, draftObjectivesOf } from "../queries/draft-objectives.ts";
import type { PlanRow } from "../queries/plans.ts";
import { asksAgain } from "../review.ts";
import { ownerRefusals, planToDraft, refuseIfAny, tell } from "./loading.ts";

interface Asked {
  id: string;
  lines: { id: string; version: number }[];
  change: { ownerId?: string | null; commitment?: string; energy?: string | null; weight?: string };
}

type Kind = "draft-objective" | "draft-key-result" | "draft-initiative";

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
  const { energy, weight } = change;
  const wanted = { ...change, energy: energy && plain(energy), weight: weight && plain(weight) };
  for (const [at, { id: lineId, version }] of lines.entries()) {
    const line = there.get(lineId);
    if (!line) {
      const todo = "Read the plan again and choose lines that are there.";
      throw refused({ field: `lines.${at}.id`, expected: "a line of this plan", todo });
    }
    refuseIfAny(misfits(line.kind, wanted).map((field) => misfit(field, at, line.title)));
    sameVersion(line, version, { id: lineId, ...wanted });
    await changeLine(tx, plan, line, wanted);
  }
}

type Lines = Awaited<ReturnType<typeof linesOf>>;
type Line = Lines extends Map<string, infer Each> ? Each : never;

async function linesOf(tx: Tx, plan: PlanRow) {
  const [objectives, keyResults, initiatives] = [
    await draftObjectivesOf(tx, plan.id),
    await draftKeyResultsOf(tx, plan.id),
    await draftInitiativesOf(tx, plan.id),
  ];
  return new Map(
    [
      ...objectives.map((row) => ({
        ...row,
        kind: "draft-objective" as const,
        answer: "",
        energy: row.energy && plain(row.energy),
      })),
      ...keyResults.map((row) => ({ ...row, kind: "draft-key-result" as const, weight: plain(row.weight) })),
      ...initiatives.map((row) => ({ ...row, kind: "draft-initiative" as const, answer: "" })),
    ].map((row) => [row.id, row]),
  );
}

async function changeLine(tx: Tx, plan: PlanRow, line: Line, wanted: Asked["change"]): Promise<void> {
  const changes = changesBetween(line, wanted);
  if (Object.keys(changes).length === 0) return;
  if (changes.ownerId)
    refuseIfAny(await ownerRefusals(tx, wanted.ownerId, { plan, private: line.private }, "change.ownerId"));
  const again = line.kind === "draft-key-result" && line.answer !== "waiting" && asksAgain(changes);
  if (line.kind === "draft-objective") await changeDraftObjective(tx, line.id, wanted);
  else if (line.kind === "draft-key-result") await changeDraftKeyResult(tx, line.id, { ...wanted, asksAgain: again });
  else await changeDraftInitiative(tx, line.id, { ownerId: wanted.ownerId });
  const facts = again ? { ...changes, answer: [line.answer, "waiting"] } : changes;
  await tell(tx, plan, line, "draft-changed", facts);
}

function misfits(kind: Kind, wanted: Record<string, unknown>): string[] {
  return Object.keys(wanted).filter((field) => wanted[field] !== undefined && !fields[kind].includes(field));
}

function misfit(field: string, at: number, title: string) {
  const expected = `lines that have ${field === "energy" ? "an" : "a"} ${field}`;
  return { field: `lines.${at}.id`, expected, todo: `Leave “${title}” out, or change its ${field} not at all.` };
}
