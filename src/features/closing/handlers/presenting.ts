/** How objectives end, as answered: rows with what is suggested, what was given and what the viewer may do. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import {
  bandOf,
  type Commitment,
  type CycleState,
  cycleAccepts,
  keepEnds,
  keyResultCan,
  measureOf,
  type Outcome,
  objectiveCan,
  oneDecimal,
  permitted,
  plain,
} from "../../okrs/public.ts";
import {
  bandOrNull,
  finalScore,
  type KeyResultEnding,
  keyResultEnding,
  objectiveExactly,
  standsFor,
} from "../ending.ts";
import {
  type AmendmentRow,
  amendmentsOf,
  type ClosingKeyResultRow,
  type ClosingRow,
  closingKeyResults,
  closingRow,
  type StoredAsk,
} from "../queries/objectives.ts";
import { relatives } from "../queries/rollovers.ts";

type Next = "keep" | "change" | "drop";

export interface EndedPart {
  row: ClosingKeyResultRow;
  ending: KeyResultEnding;
}

/** An objective with its key results and how all of them end. */
export interface Ended {
  row: ClosingRow;
  parts: EndedPart[];
  amendments: AmendmentRow[];
  suggested: string | null;
  /** What is suggested, unrounded. */
  exactly: string | null;
  score: string | null;
}

/** How these objectives end; their key results and amendments are read in one statement each. */
export async function ended(tx: Tx, rows: readonly ClosingRow[]): Promise<Ended[]> {
  const ids = rows.map(({ id }) => id);
  const keyResults = await closingKeyResults(tx, ids);
  const amendments = await amendmentsOf(tx, ids);
  const partsOf = Map.groupBy(keyResults, ({ objectiveId }) => objectiveId);
  const amended = Map.groupBy(amendments, ({ objectiveId }) => objectiveId);
  return rows.map((row) => endedFrom(row, partsOf.get(row.id) ?? [], amended.get(row.id) ?? []));
}

function endedFrom(row: ClosingRow, keyResults: ClosingKeyResultRow[], amendments: AmendmentRow[]): Ended {
  const commitment = row.commitment as Commitment;
  const parts = keyResults.map((each) => ({ row: each, ending: keyResultEnding(each, commitment, amendments) }));
  const exactly = objectiveExactly(commitment, row.progress, parts);
  return {
    row,
    parts,
    amendments,
    suggested: exactly === null ? null : oneDecimal(exactly),
    exactly,
    score: finalScore(row.score, amendments),
  };
}

/** Lets the objective and its key results read what they were graded with, or amended to. */
export async function keepEndsOf(tx: Tx, viewer: Viewer, id: string): Promise<void> {
  const row = await closingRow(tx, viewer, id);
  const [one] = row ? await ended(tx, [row]) : [];
  if (!one) throw notFound();
  const graded = one.parts.filter(({ ending }) => ending.isGraded);
  await keepEnds(
    tx,
    id,
    { endScore: standsFor(one.score, one.exactly), endOutcome: one.row.outcome },
    graded.map(({ row: { id, grade }, ending }) => ({
      id,
      endScore: ending.exactly,
      endOutcome: grade?.notYetObservable && ending.score === null ? "not-yet-observable" : null,
    })),
  );
}

/** One objective as its page of closing shows it. */
export async function closingPage(tx: Tx, viewer: Viewer, id: string) {
  const row = await closingRow(tx, viewer, id);
  if (!row) throw notFound();
  const [one] = await ended(tx, [row]);
  if (!one) throw notFound();
  const family = await relatives(tx, viewer, id);
  const successors = (side: "from" | "to") =>
    family
      .filter((each) => each.side === side)
      .map((each) => ({ id: each.id, title: each.title, cycle: { id: each.cycleId, name: each.cycleName } }));
  return {
    ...presentObjective(one, viewer),
    rolledOverFrom: successors("from")[0] ?? null,
    rolledOverTo: successors("to"),
  };
}

function presentObjective(one: Ended, viewer: Viewer) {
  const { row, parts, amendments, suggested, score } = one;
  const { close } = objectiveCan(viewer, permitted(row, viewer));
  const isClosing = row.cycleState === "closing";
  return {
    id: row.id,
    title: row.title,
    level: row.level as "company" | "team" | "personal",
    team: named(row.teamId, row.teamName),
    owner: named(row.ownerId, row.ownerName),
    commitment: row.commitment as Commitment,
    private: row.private,
    state: row.state,
    cycle: presentCycle({ ...row, id: row.cycleId, name: row.cycleName }),
    keyResults: parts.map((part) => presentKeyResult(part, one, viewer)),
    suggested: suggested === null ? null : { score: suggested, band: bandOf(suggested) },
    closure: presentClosure(row),
    score,
    band: bandOrNull(score),
    amendments: amendments.map(presentAmendment),
    settledAsks: parts.flatMap(({ row: { asks } }) => (asks ?? []).flatMap(presentSettled)),
    can: {
      close: close && isClosing,
      reopen: close && isClosing && row.closureVersion !== null,
      amend: close && row.cycleState === "closed" && row.closureVersion !== null,
    },
  };
}

function presentClosure(row: ClosingRow) {
  if (row.closureVersion === null) return null;
  return {
    score: plainOrNull(row.score),
    outcome: row.outcome as Outcome | null,
    note: row.note ?? "",
    learned: row.whatLearned ?? "",
    next: row.next as Next,
    suggested: plainOrNull(row.suggested),
    member: { id: row.closedBy ?? "", name: row.closedByName ?? "" },
    version: row.closureVersion,
    closedAt: row.closedAt ?? "",
  };
}

function presentKeyResult({ row, ending }: EndedPart, { row: objective }: Ended, viewer: Viewer) {
  const can = keyResultCan(viewer, { ownerId: row.ownerId, objective: permitted(objective, viewer) });
  const isOpen = row.state === "open" && objective.state === "open";
  return {
    id: row.id,
    title: row.title,
    owner: named(row.ownerId, row.ownerName),
    measure: measureOf(row),
    unit: row.unit,
    decimals: row.decimals,
    weight: plain(row.weight),
    state: row.state,
    endValue: ending.endValue,
    lastCheckInAt: row.lastCheckInAt,
    progress: ending.progress,
    suggested: ending.suggested.now,
    before: ending.suggested.before,
    grade: presentGrade(row, ending),
    score: ending.score,
    band: bandOrNull(ending.score),
    isGraded: ending.isGraded,
    asks: openAsks(row).map(presentAsk),
    can: {
      grade: can.edit && objective.cycleState === "closing" && objective.closureVersion === null,
      checkIn: can.checkIn && isOpen && cycleAccepts(objective.cycleState as CycleState).checkIns,
    },
  };
}

function presentGrade({ grade }: ClosingKeyResultRow, { isStale }: KeyResultEnding) {
  if (!grade) return null;
  const { memberId, memberName, score, suggested, endValue, next, ...rest } = grade;
  return {
    ...rest,
    next: next as Next,
    score: plainOrNull(score),
    suggested: plainOrNull(suggested),
    endValue: plainOrNull(endValue),
    member: { id: memberId, name: memberName },
    isStale,
  };
}

export function openAsks({ asks }: ClosingKeyResultRow): StoredAsk[] {
  return (asks ?? []).filter(({ closedAt, settled }) => closedAt === null && settled === null);
}

function presentAsk({ id, text, fromId, fromName, toId, toName, createdAt }: StoredAsk) {
  return { id, text, from: { id: fromId, name: fromName }, to: { id: toId, name: toName }, createdAt };
}

function presentSettled(ask: StoredAsk) {
  if (ask.settled === null) return [];
  return [{ ...presentAsk(ask), settled: ask.settled as "closed" | "moved" | "left", word: ask.word ?? "" }];
}

function presentAmendment({ memberId, memberName, score, endValue, ...row }: AmendmentRow) {
  const { id, keyResultId, reason, amendedAt } = row;
  const member = { id: memberId, name: memberName };
  return { id, keyResultId, reason, amendedAt, score: plainOrNull(score), endValue: plainOrNull(endValue), member };
}

export function presentCycle(row: { id: string; name: string; cycleState: string; startsOn: string; endsOn: string }) {
  const { id, name, cycleState, startsOn, endsOn } = row;
  return { id, name, state: cycleState as CycleState, startsOn, endsOn };
}

export function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}

export function plainOrNull(value: string | null): string | null {
  return value === null ? null : plain(value);
}
