import type { Draft, DraftRow, KeptAside, RowKind } from "./draft.ts";
import {
  directory,
  type Known,
  type KnownMember,
  type MissingCycle,
  type MissingMember,
  type MissingTeam,
  missingNames,
} from "./matching.ts";
import { cycleKey } from "./periods.ts";
import { countActions, type PreviewNode, previewOf } from "./plan-summary.ts";
import { asides, fixes, guesses, type Reason } from "./reasons.ts";
import { rowHash, sameWords, sourceKey } from "./source-key.ts";

/** What the organisation has already. */
export interface Existing {
  members: KnownMember[];
  teams: Known[];
  cycles: Known[];
  objectives: { id: string; title: string; teamId: string | null; cycleId: string }[];
  keyResults: { id: string; title: string; objectiveId: string }[];
  /** What earlier imports made, by the key of its row. */
  sources: { sourceKey: string; subjectId: string; rowHash: string }[];
}

/** What the person who imports has said about the file; names are compared without case. */
export interface Choices {
  /** For rows that name no cycle. */
  cycleId: string | null;
  /** Owner as written → member. */
  members?: Readonly<Record<string, string>>;
  /** Team as written → team. */
  teams?: Readonly<Record<string, string>>;
  /** Cycle as written → cycle. */
  cycles?: Readonly<Record<string, string>>;
  /** Line → objective above, or null to bring it in without one. */
  parents?: Readonly<Record<number, string | null>>;
}

/** create: new · changed, unchanged: made by an earlier import · already: there under the same title, left as it is. */
export type Action = "create" | "changed" | "unchanged" | "already";

export interface PlannedRow {
  row: DraftRow;
  action: Action;
  sourceKey: string;
  rowHash: string;
  /** What it is in the organisation; null if it is to be made. */
  subjectId: string | null;
  /** The planned row above; null at the top or if the row above is only in the organisation. */
  parentKey: string | null;
  /** The objective above that is only in the organisation. */
  parentId: string | null;
  /** null: nobody is named, or no member is called so yet. */
  ownerId: string | null;
  /** null: none is named, or the team or cycle is still to be made. */
  teamId: string | null;
  cycleId: string | null;
}

export interface Plan {
  /** Parents before what stands below them. */
  rows: PlannedRow[];
  missing: { members: MissingMember[]; teams: MissingTeam[]; cycles: MissingCycle[] };
  /** Objectives that name no cycle: they come into the one that is chosen for them. */
  withoutCycle: number;
  keptAside: KeptAside[];
  counts: Record<RowKind, Record<Action, number>>;
  preview: PreviewNode[];
}

/** Compares a draft with the organisation. Decides nothing by chance: the same file twice gives only "unchanged". */
export function planImport(draft: Draft, existing: Existing, choices: Choices): Plan {
  const planning: Planning = {
    draft,
    choices,
    known: directory(existing.members, existing.teams, existing.cycles),
    chosen: chosenNames(choices),
    missing: missingNames(),
    sources: new Map(existing.sources.map((source) => [source.sourceKey, source])),
    objectives: groupBy(existing.objectives, ({ title }) => sameWords(title)),
    keyResults: groupBy(existing.keyResults, ({ objectiveId, title }) => `${objectiveId} ${sameWords(title)}`),
    planned: new Map(),
    keptAside: [...draft.keptAside],
    taken: new Set(),
  };
  for (const at of parentsFirst(draft.rows)) planRow(planning, at);
  const rows = [...planning.planned.values()];
  const { members, teams, cycles } = planning.missing;
  return {
    rows,
    missing: { members: [...members.values()], teams: [...teams.values()], cycles: [...cycles.values()] },
    withoutCycle: rows.filter(
      ({ row, cycleId }) => row.kind === "objective" && !row.cycle && cycleId === choices.cycleId,
    ).length,
    keptAside: planning.keptAside.sort((one, other) => one.line - other.line),
    counts: countActions(rows),
    preview: previewOf(rows),
  };
}

interface Planning {
  draft: Draft;
  choices: Choices;
  known: ReturnType<typeof directory>;
  chosen: ReturnType<typeof chosenNames>;
  missing: ReturnType<typeof missingNames>;
  sources: Map<string, Existing["sources"][number]>;
  objectives: Map<string, Existing["objectives"]>;
  keyResults: Map<string, Existing["keyResults"]>;
  /** By place in the draft. */
  planned: Map<number, PlannedRow>;
  keptAside: KeptAside[];
  taken: Set<string>;
}

function planRow(planning: Planning, at: number) {
  const { draft, choices, known, missing } = planning;
  const row = draft.rows[at] as DraftRow;
  if (row.duplicateOf !== null) return;
  const parentAt = original(draft.rows, row.parent);
  const parent = parentAt === null ? null : (planning.planned.get(parentAt) ?? null);
  if (parentAt !== null && parent === null) return keepAside(planning, row, asides.underKeptAside);
  const above = aboveByTitle(planning, row);
  if (above === "unknown")
    return keepAside(planning, row, asides.parentMissing(row.parentTitle ?? ""), row.kind === "objective");
  const namedCycle = row.cycle ? (planning.chosen.cycle(row.cycle) ?? known.cycle(row.cycle)?.id ?? null) : null;
  if (row.cycle && !namedCycle) missing.cycle(row.cycle);
  const cycleId = row.cycle ? namedCycle : (parent?.cycleId ?? choices.cycleId);
  const key = freshKey(planning, sourceKey(row, parent?.sourceKey ?? above, row.cycle ?? choices.cycleId ?? ""));
  const teamId = row.team ? (planning.chosen.team(row.team) ?? known.team(row.team)?.id ?? null) : null;
  if (row.team && !teamId) missing.team(row.team);
  const owned = withOwner(planning, row.team && !teamId ? withoutTeam(row, row.team) : row);
  const made: Omit<PlannedRow, "action" | "subjectId"> = {
    row: owned.row,
    sourceKey: key,
    rowHash: rowHash(row),
    parentKey: parent?.sourceKey ?? null,
    parentId: above,
    ownerId: owned.ownerId,
    teamId,
    cycleId,
  };
  planning.planned.set(at, { ...made, ...standing(planning, made, parent) });
}

/** Whether an earlier import made it, or it is there under the same title. */
function standing(
  planning: Planning,
  made: Omit<PlannedRow, "action" | "subjectId">,
  parent: PlannedRow | null,
): Pick<PlannedRow, "action" | "subjectId"> {
  const source = planning.sources.get(made.sourceKey);
  if (source) return { action: source.rowHash === made.rowHash ? "unchanged" : "changed", subjectId: source.subjectId };
  const { row } = made;
  const title = sameWords(row.title);
  const there =
    row.kind === "objective"
      ? planning.objectives
          .get(title)
          ?.find(({ teamId, cycleId }) => cycleId === made.cycleId && (row.team === null || teamId === made.teamId))
      : row.kind === "key-result" && parent?.subjectId
        ? planning.keyResults.get(`${parent.subjectId} ${title}`)?.[0]
        : undefined;
  return there ? { action: "already", subjectId: there.id } : { action: "create", subjectId: null };
}

/** The objective that a row names and the file does not hold: chosen by hand, or the one with that title. */
function aboveByTitle({ choices, objectives }: Planning, row: DraftRow): string | null | "unknown" {
  if (row.parentTitle === null) return null;
  const chosen = choices.parents?.[row.line];
  if (chosen !== undefined) return chosen === null && row.kind !== "objective" ? "unknown" : chosen;
  const named = objectives.get(sameWords(row.parentTitle)) ?? [];
  return named.length === 1 ? (named[0]?.id ?? "unknown") : "unknown";
}

/** Said of objectives only: what stands below one is where it is. */
function withoutTeam(row: DraftRow, team: string): DraftRow {
  if (row.kind !== "objective") return row;
  return { ...row, confidence: "guessed", guesses: [...row.guesses, guesses.noSuchTeam(team)] };
}

function withOwner({ chosen, known, missing }: Planning, row: DraftRow): { row: DraftRow; ownerId: string | null } {
  if (row.owner === null) return { row, ownerId: null };
  const ownerId = chosen.member(row.owner) ?? known.member(row.owner)?.id ?? null;
  if (ownerId) return { row, ownerId };
  const written = row.owner;
  const near = missing.member(written, () => known.nearest(written));
  const reason = near ? guesses.nearlyMember(near.name) : guesses.noSuchMember(written);
  return { row: { ...row, confidence: "guessed", guesses: [...row.guesses, reason] }, ownerId: null };
}

function keepAside(planning: Planning, row: DraftRow, reason: Reason, canStandAlone = false) {
  const fix = reason.code === "parent-missing" ? (canStandAlone ? fixes.bringIn : fixes.connect) : null;
  planning.keptAside.push({ line: row.line, lines: row.lines, text: row.title, reason, fix, row });
}

function chosenNames({ members = {}, teams = {}, cycles = {} }: Choices) {
  const lookUp = (chosen: Readonly<Record<string, string>>, key: (name: string) => string) => {
    const ids = new Map(Object.entries(chosen).map(([name, id]) => [key(name), id]));
    return (written: string) => ids.get(key(written)) ?? null;
  };
  return { member: lookUp(members, sameWords), team: lookUp(teams, sameWords), cycle: lookUp(cycles, cycleKey) };
}

/** Two rows that share cycle, team and titles but not the owner are two rows. */
function freshKey({ taken }: Planning, key: string): string {
  let fresh = key;
  for (let n = 2; taken.has(fresh); n += 1) fresh = `${key}-${n}`;
  taken.add(fresh);
  return fresh;
}

function original(rows: DraftRow[], at: number | null): number | null {
  return at === null ? null : (rows[at]?.duplicateOf ?? at);
}

/** Places of rows in an order in which every parent comes before what stands below it. */
function parentsFirst(rows: DraftRow[]): number[] {
  const order: number[] = [];
  const done = new Set<number>();
  rows.forEach((_, start) => {
    const waiting: number[] = [];
    for (let at: number | null = start; at !== null && !done.has(at); at = original(rows, rows[at]?.parent ?? null)) {
      done.add(at);
      waiting.push(at);
    }
    order.push(...waiting.reverse());
  });
  return order;
}

function groupBy<T>(all: T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
