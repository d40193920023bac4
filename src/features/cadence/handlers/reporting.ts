/** Taking a report in: whose it may be, what it makes of its key result, and the writing of both. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notAllowed, notFound } from "../../../platform/refusals.ts";
import { keyResultCan, type MeasureColumns, measureOf, plain, type Refusal } from "../../okrs/public.ts";
import { askMade, checkInRecorded } from "../events.ts";
import { type KeyResultFacts, lockKeyResult, recordCheckIn } from "../queries/report.ts";
import { numberOf, type Report, type Standing, standsAfter } from "../report.ts";
import { type Asked, askRefusals, closedToReports, type Reportable } from "../report-allowed.ts";
import { permissionRow, presentReported, stepsOf, visibleTo } from "./presented.ts";

interface NewReport extends Report {
  id: string;
  keyResultId: string;
  confidence: number;
  whatChanged: string;
  blocker: string;
  ask: { id: string; toMemberId: string; text: string } | null;
  hash: Buffer;
}

type Reported =
  | { ok: true; checkIn: ReturnType<typeof presentReported> }
  /** Nothing was written: refused, or (without a refusal) the id is already taken. */
  | { ok: false; refusals: Refusal[]; standing: Standing };

/** Takes a report in, in two statements and one commit. */
export async function report(tx: Tx, viewer: Viewer, input: NewReport): Promise<Reported> {
  const facts = await reportableKeyResult(tx, viewer, input);
  const before = standingNow(facts);
  const { ask } = input;
  const asked = ask && { name: facts.askedName, isOneself: ask.toMemberId === viewer.memberId };
  const decided = decide(facts, input, asked);
  if (!decided.ok) return { ok: false, refusals: decided.refusals, standing: before };
  const checkIn = await store(tx, viewer, facts, decided.after, input);
  return checkIn ? { ok: true, checkIn } : { ok: false, refusals: [], standing: before };
}

/** The key result, locked, where the viewer may check in on it. */
async function reportableKeyResult(tx: Tx, viewer: Viewer, { keyResultId, ask }: NewReport): Promise<KeyResultFacts> {
  const facts = await lockKeyResult(tx, keyResultId, viewer.memberId, ask?.toMemberId);
  const can = facts && keyResultCan(viewer, permissionRow(facts.ownerId, facts));
  if (!facts || !can?.see) throw notFound();
  if (!can.checkIn) throw notAllowed("Ask the owner of the key result, or whoever leads its objective, to check in.");
  return facts;
}

type Decidable = Reportable & Standable & { private: boolean };

/** What a report would make of a key result, or why it cannot be taken in. */
export function decide(facts: Decidable, given: Report, asked: Asked | null): ReturnType<typeof standsAfter> {
  const closed = closedToReports(facts);
  if (closed.length > 0) return { ok: false, refusals: closed };
  const unasked = asked ? askRefusals(asked, facts.private) : [];
  const decided = standsAfter(standingNow(facts), given);
  if (unasked.length === 0) return decided;
  return { ok: false, refusals: [...(decided.ok ? [] : decided.refusals), ...unasked] };
}

type Standable = MeasureColumns & { currentValue: string | null; progress: string | null };

export function standingNow(facts: Standable): Standing {
  const { currentValue, progress } = facts;
  return {
    measure: measureOf(facts),
    current: currentValue === null ? null : plain(currentValue),
    progress: progress === null ? null : plain(progress),
  };
}

/** Undefined where the id is already taken. */
async function store(tx: Tx, viewer: Viewer, facts: KeyResultFacts, after: Standing, input: NewReport) {
  const { id, confidence, whatChanged, blocker, ask, hash } = input;
  const before = standingNow(facts);
  const ids = { checkInId: id, keyResultId: facts.id };
  const told = checkInRecorded(
    { ...ids, objectiveId: facts.objectiveId, visibleTo: visibleTo(facts) },
    {
      value: [before.current, after.current],
      progress: [before.progress, after.progress],
      confidence: [facts.lastConfidence, confidence],
      ...(input.milestonesDone ? { milestonesDone: input.milestonesDone } : {}),
    },
  );
  const asked = ask && askMade({ ...ids, askId: ask.id, toMemberId: ask.toMemberId, visibleTo: null });
  const figures = reportedFigures(input);
  const written = { id, memberId: viewer.memberId, ...figures, confidence, whatChanged, blocker };
  const recordedAt = await recordCheckIn(tx, {
    ...written,
    keyResultId: facts.id,
    bodyHash: hash,
    lastCheckInAt: facts.lastCheckInAt,
    moved: { current: after.current, progress: after.progress, milestones: stepsOf(after.measure) },
    told: tx.eventRow(told),
    ask: ask && asked && { ...ask, told: tx.eventRow(asked) },
  });
  if (recordedAt === null) return undefined;
  const row = {
    ...written,
    keyResultId: facts.id,
    keyResultTitle: facts.title,
    type: facts.type,
    memberName: facts.authorName,
    ask: ask && {
      id: ask.id,
      toId: ask.toMemberId,
      toName: facts.askedName ?? "",
      text: ask.text,
      reply: "",
      closedAt: null,
    },
    recordedAt,
    editedAt: null,
    version: 1,
  };
  return presentReported(row, after, true);
}

/** The figures as a check-in keeps them. */
export function reportedFigures(report: Report) {
  const { milestonesDone } = report;
  return { value: numberOf(report), milestonesDone: milestonesDone ? [...milestonesDone] : null };
}
