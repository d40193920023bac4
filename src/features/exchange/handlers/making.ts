/** Makes what a plan says through the rooms' own verbs, so that their permissions, events and roll-up hold. */
import { ORPCError } from "@orpc/contract";
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Fact } from "../../../platform/database/record.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { newId } from "../../../platform/ids.ts";
import {
  addFindable,
  addToObjective,
  createHealthMetric,
  createSupport,
  setObjective,
  type Titled,
} from "../../okrs/public.ts";
import { createInitiative } from "../../roadmap/public.ts";
import { decimalsOf, measureBody, unitOf, weightOf, whyOf } from "../bodies.ts";
import type { KeptAside } from "../draft.ts";
import type { Plan, PlannedRow } from "../plan.ts";
import { rememberSources, type Source, versionsOf } from "../queries/there.ts";
import { asides } from "../reasons.ts";
import { saidBy } from "../source-key.ts";
import { changeAsSaid } from "./changing.ts";
import type { Running } from "./running.ts";
import { inTurn, sideBySide } from "./turns.ts";

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
  /** Told all at once in the end, as are the facts. */
  titled: Titled[];
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
    tx: { ...tx, record: async (...told) => void facts.push(...told), remembered: askedOnce() },
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
    titled: [],
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
  const { made, keptAside, titled } = making;
  for (const some of inParts(titled)) await addFindable(tx, ...some);
  for (const some of inParts(facts)) await tx.record(...some);
  await rememberSources(tx, made.filter(({ action }) => action !== "unchanged").map(sourceOf));
  return { made: made.toSorted((one, other) => one.row.line - other.row.line), keptAside };
}

/** So many at a time that the server soon has time for others again. */
function inParts<Each>(all: readonly Each[]): Each[][] {
  const size = 200;
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

/** What many rows ask alike is read once: what they are added to is held by this transaction. */
function askedOnce(): Tx["remembered"] {
  const asked = new Map<string, Promise<unknown>>();
  return <Value>(name: string, read: () => Promise<Value>) => {
    const answer = (asked.get(name) as Promise<Value> | undefined) ?? read();
    asked.set(name, answer);
    return answer;
  };
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
  const findable = async (_: Tx, titled: Titled) => void making.titled.push(titled);
  const ownerId = ownerOf(making, planned);
  if (row.kind === "objective") {
    const level = teamId ? ("team" as const) : ("company" as const);
    const plain = { commitment: "committed", energy: null, upkeep: false, private: false };
    const cycleId = planned.cycleId ?? "";
    const objective = { id, cycleId, level, teamId, ownerId, title, why: whyOf(row), ...plain };
    return setObjective(tx, viewer, objective, findable);
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
  // The coach reads them afterwards.
  await addToObjective(tx, viewer, { id, objectiveId, title, ownerId, ...figures, ...rest }, { findable });
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
