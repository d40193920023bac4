/** Taking a report in: whose it may be, what it makes of its key result, and the writing of both. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notAllowed, notFound } from "../../../platform/refusals.ts";
import { keyResultCan, measureOf, plain } from "../../okrs/public.ts";
import { askMade, checkInRecorded } from "../events.ts";
import { type KeyResultFacts, keyResultFacts, recordCheckIn } from "../queries/report.ts";
import { numberOf, type Report, type Standing, standsAfter } from "../report.ts";
import { askRefusals, closedToReports } from "../report-allowed.ts";
import { permissionRow, presentReported, stepsOf, visibleTo } from "./presented.ts";

/** The key result, locked, where the viewer may check in on it. */
export async function reportableKeyResult(tx: Tx, viewer: Viewer, keyResultId: string, askedId?: string) {
  const facts = await keyResultFacts(tx, { keyResultId, authorId: viewer.memberId, askedId, lock: true });
  const can = facts && keyResultCan(viewer, permissionRow(facts.ownerId, facts));
  if (!facts || !can?.see) throw notFound();
  if (!can.checkIn) throw notAllowed("Ask the owner of the key result, or whoever leads its objective, to check in.");
  return facts;
}

/** What is asked, where it is not a preview. */
interface Asking {
  ask?: { toMemberId: string } | null;
}

type Decidable = Parameters<typeof closedToReports>[0] &
  Parameters<typeof measureOf>[0] & {
    currentValue: string | null;
    progress: string | null;
    private: boolean;
    askedName?: string | null;
  };

export function decide(facts: Decidable, report: Report & Asking, by: string): ReturnType<typeof standsAfter> {
  const closed = closedToReports(facts);
  if (closed.length > 0) return { ok: false, refusals: closed };
  const { ask } = report;
  const unasked = ask ? askRefusals({ id: ask.toMemberId, name: facts.askedName ?? null }, by, facts.private) : [];
  const decided = standsAfter(standingNow(facts), report);
  if (unasked.length === 0) return decided;
  return { ok: false, refusals: [...(decided.ok ? [] : decided.refusals), ...unasked] };
}

export function standingNow(
  facts: Pick<Decidable, "currentValue" | "progress"> & Parameters<typeof measureOf>[0],
): Standing {
  const { currentValue, progress } = facts;
  return {
    measure: measureOf(facts),
    current: currentValue === null ? null : plain(currentValue),
    progress: progress === null ? null : plain(progress),
  };
}

interface ToStore extends Report {
  id: string;
  confidence: number;
  whatChanged: string;
  blocker: string;
  ask: { id: string; toMemberId: string; text: string } | null;
  hash: Buffer;
}

/** Undefined where the id is already taken. */
export async function store(tx: Tx, viewer: Viewer, facts: KeyResultFacts, after: Standing, input: ToStore) {
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
