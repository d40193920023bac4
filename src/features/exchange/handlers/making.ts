/** Makes what a plan says through the rooms' own verbs, so that their permissions, events and roll-up hold. */
import { ORPCError } from "@orpc/contract";
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Fact } from "../../../platform/database/record.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { newId } from "../../../platform/ids.ts";
import { refused } from "../../../platform/refusals.ts";
import { addToObjective, createCycle, createHealthMetric, createSupport, setObjective } from "../../okrs/public.ts";
import { addMember, addTeam } from "../../people/public.ts";
import { createInitiative } from "../../roadmap/public.ts";
import { decimalsOf, measureBody, unitOf, weightOf, whyOf } from "../bodies.ts";
import type { KeptAside } from "../draft.ts";
import type { ToMake } from "../missing.ts";
import type { Plan, PlannedRow } from "../plan.ts";
import { fiscalYear, rememberSources, type Source, versionsOf } from "../queries/there.ts";
import { asides } from "../reasons.ts";
import { saidBy } from "../source-key.ts";
import { changeAsSaid } from "./changing.ts";
import type { Running } from "./running.ts";
import { inTurn, sideBySide } from "./turns.ts";

/** Members without sign-in, who come in once they are invited; teams at the top of the tree; cycles in planning. */
export async function makeMissing(tx: Tx, viewer: Viewer, { members, teams, cycles }: ToMake): Promise<void> {
  const { timeZone } = await fiscalYear(tx);
  for (const [at, { id, name, email }] of members.entries()) {
    await within(`create.members.${at}`, () => addMember(tx, { id, name, email, role: "member", timeZone }));
  }
  for (const [at, { id, name }] of teams.entries()) {
    await within(`create.teams.${at}`, () => addTeam(tx, { id, name, parentId: null, leadId: null }));
  }
  const rhythm = { weeks: 1, day: 3, time: "17:00" };
  for (const [at, cycle] of cycles.entries()) {
    await within(`create.cycles.${at}`, () => createCycle(tx, viewer, { ...cycle, parentId: null, rhythm }));
  }
}

interface Making {
  tx: Tx;
  viewer: Viewer;
  fileName: string;
  running: Running;
  /** What earlier imports remember, by the key of its row. */
  sources: ReadonlyMap<string, Source>;
  versions: Awaited<ReturnType<typeof versionsOf>>;
  /** What each row is, once it is made. */
  subjects: Map<string, PlannedRow & { subjectId: string }>;
  /** Key results by the id of their objective, in the order of the file: what an initiative under it should move. */
  keyResults: Map<string, string[]>;
  /** Objectives that are to be linked to what they stand under. */
  links: (PlannedRow & { subjectId: string })[];
  /** What this import stands for from now on: made, changed, or found as it should be. */
  made: (PlannedRow & { subjectId: string })[];
  keptAside: KeptAside[];
  done: number;
}

/** Makes and changes the rows of a plan; answers what was refused on the way, with the reason a person can act on. */
export async function makeRows(
  tx: Tx,
  viewer: Viewer,
  { rows }: Plan,
  { fileName, running, sources }: { fileName: string; running: Running; sources: readonly Source[] },
): Promise<{ made: PlannedRow[]; keptAside: KeptAside[] }> {
  const changed = rows.filter(({ action }) => action === "changed").map(({ subjectId }) => subjectId ?? "");
  const facts: Fact[] = [];
  const making: Making = {
    // Told all at once in the end.
    tx: { ...tx, record: async (...told) => void facts.push(...told) },
    viewer,
    fileName,
    running,
    sources: new Map(sources.map((source) => [source.sourceKey, source])),
    versions: changed.length > 0 ? await versionsOf(tx, changed) : new Map(),
    subjects: new Map(),
    keyResults: new Map(),
    links: [],
    made: [],
    keptAside: [],
    done: 0,
  };
  const { objectives, underThem, work } = inTurn(rows);
  const step = async (planned: PlannedRow) => {
    running.at("saving", making.done / rows.length);
    await makeRow(making, planned);
    making.done += 1;
  };
  for (const planned of objectives) await step(planned);
  await sideBySide(underThem, step);
  for (const planned of work) await step(planned);
  // Links take turns in the whole organisation: at the end, so that nobody's waits for the rest.
  await sideBySide(
    Array.from(making.links, (each) => [each]),
    (standing) => link(making, standing),
  );
  await tx.record(...facts);
  const { made, keptAside } = making;
  await rememberSources(tx, made.filter(({ action }) => action !== "unchanged").map(sourceOf));
  return { made: made.toSorted((one, other) => one.row.line - other.row.line), keptAside };
}

async function makeRow(making: Making, planned: PlannedRow): Promise<void> {
  const { action, row, parentKey } = planned;
  if (parentKey !== null && !making.subjects.has(parentKey)) {
    making.keptAside.push(aside(planned, asides.underKeptAside));
    return;
  }
  const standing = { ...planned, subjectId: planned.subjectId ?? newId() };
  // What is there already holds what stands below it, even where its own change is refused.
  if (action !== "create") making.subjects.set(planned.sourceKey, standing);
  const isMade = await orAside(making, planned, async () => {
    if (action === "create") await create(making, planned, standing.subjectId);
    if (action === "changed") await change(making, planned, standing.subjectId);
  });
  if (isMade) {
    making.subjects.set(planned.sourceKey, standing);
    making.made.push(standing);
  }
  const objectiveId = objectiveAbove(making, planned);
  if (row.kind === "key-result" && objectiveId && making.subjects.has(planned.sourceKey))
    making.keyResults.set(objectiveId, [...(making.keyResults.get(objectiveId) ?? []), standing.subjectId]);
  if (isMade && action === "create" && row.kind === "objective") making.links.push(standing);
}

async function create(making: Making, planned: PlannedRow, id: string): Promise<void> {
  const { tx, viewer } = making;
  const { row, teamId } = planned;
  const { title, measure } = row;
  const ownerId = ownerOf(making, planned);
  if (row.kind === "objective") {
    const level = teamId ? ("team" as const) : ("company" as const);
    const plain = { commitment: "committed", energy: null, upkeep: false, private: false };
    const cycleId = planned.cycleId ?? "";
    return setObjective(tx, viewer, { id, cycleId, level, teamId, ownerId, title, why: whyOf(row), ...plain });
  }
  if (row.kind === "initiative") return plan(making, planned, id);
  const objectiveId = objectiveAbove(making, planned) ?? "";
  const figures = { unit: unitOf(measure), decimals: decimalsOf(measure) };
  if (row.kind === "health-metric") {
    const limit = measure?.target ?? "0";
    const operator = measure?.operator ?? "at-or-above";
    await createHealthMetric(tx, viewer, { id, objectiveId, title, ownerId, ...figures, operator, limit });
    return;
  }
  const rest = { measure: measureBody(measure), weight: weightOf(row), source: "", phasedTargets: [] };
  await addToObjective(tx, viewer, { id, objectiveId, title, ownerId, ...figures, ...rest });
}

/** An initiative should move the key result it stands under, or all those of its objective. */
async function plan(making: Making, planned: PlannedRow, id: string): Promise<void> {
  const { row, teamId, parentKey } = planned;
  const above = parentKey === null ? undefined : making.subjects.get(parentKey);
  const objectiveId = objectiveAbove(making, planned);
  const moved =
    above?.row.kind === "key-result"
      ? [above.subjectId]
      : (making.keyResults.get(objectiveId ?? "") ?? []).slice(0, 20);
  await createInitiative(making.tx, making.viewer, {
    id,
    title: row.title,
    ownerId: ownerOf(making, planned),
    teamId,
    startsOn: null,
    endsOn: row.due,
    state: row.done ? "done" : "planned",
    bets: moved.map((keyResultId) => ({ keyResultId, expectedMove: null })),
  });
}

function change(making: Making, planned: PlannedRow, id: string): Promise<void> {
  const { tx, viewer, fileName } = making;
  const before = making.sources.get(planned.sourceKey);
  const now = making.versions.get(id);
  if (!before || !now) return Promise.resolve();
  return changeAsSaid(tx, viewer, { planned, id, before: before.said, now, fileName });
}

/** A nested objective contributes to the one above: its progress counts there. */
async function link(making: Making, standing: PlannedRow & { subjectId: string }): Promise<void> {
  const above = standing.parentKey === null ? null : making.subjects.get(standing.parentKey);
  const parent = above?.subjectId ?? standing.parentId;
  if (!parent) return;
  const objectiveId = standing.subjectId;
  const body = { parent: { kind: "objective" as const, id: parent }, mode: "contributes" as const, weight: "1" };
  await orAside(making, standing, () => createSupport(making.tx, making.viewer, { id: newId(), objectiveId, ...body }));
}

/** Nobody is named: nobody owns it. Somebody who is no member yet: the one who imports keeps it until they join. */
function ownerOf({ viewer }: Making, { row, ownerId }: PlannedRow): string | null {
  return ownerId ?? (row.owner === null ? null : viewer.memberId);
}

function objectiveAbove({ subjects }: Making, { parentKey, parentId }: PlannedRow): string | null {
  if (parentKey === null) return parentId;
  const above = subjects.get(parentKey);
  if (!above) return null;
  return above.row.kind === "objective" ? above.subjectId : objectiveOf(subjects, above);
}

function objectiveOf(subjects: Making["subjects"], { parentKey, parentId }: PlannedRow): string | null {
  return parentKey === null ? parentId : (subjects.get(parentKey)?.subjectId ?? null);
}

/** A room's refusal keeps the row aside in that room's words; it wrote nothing. Anything else ends the import. */
async function orAside(making: Making, planned: PlannedRow, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (!(error instanceof ORPCError) || !error.defined) throw error;
    making.keptAside.push(aside(planned, asides.refused(sentenceOf(error))));
    return false;
  }
}

/** What a room refused, in its words. */
export function sentenceOf(error: ORPCError<string, unknown>): string {
  const { problems, todo } = (error.data ?? {}) as { problems?: FieldProblem[]; todo?: string };
  if (problems) return problems.map((problem) => `Expected ${problem.expected}. ${problem.todo}`).join(" ");
  return [error.message, todo].filter(Boolean).join(" ");
}

function aside({ row }: PlannedRow, reason: KeptAside["reason"]): KeptAside {
  return { line: row.line, lines: row.lines, text: row.title, reason, fix: null, row };
}

function sourceOf({ sourceKey, rowHash, row, subjectId }: PlannedRow & { subjectId: string }): Source {
  return { sourceKey, rowHash, subjectKind: row.kind, subjectId, said: saidBy(row) };
}

/** A refusal of something that is made first stops the import; its field says which one it was. */
async function within(field: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const problems =
      error instanceof ORPCError ? (error.data as { problems?: FieldProblem[] } | undefined)?.problems : null;
    if (!problems) throw error;
    throw refused(...problems.map((problem) => ({ ...problem, field: `${field}.${problem.field}` })));
  }
}
