/** Taking reports in, as many as come together: whose each may be, what it makes of its key result, and the writing of all. */
import type { Caller, Grouped, Outcome } from "../../../platform/database/groups.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notAllowed, notFound } from "../../../platform/refusals.ts";
import { keyResultCan, type MeasureColumns, measureOf, plain, type Refusal } from "../../okrs/public.ts";
import { askMade, checkInRecorded } from "../events.ts";
import { type KeyResultFacts, lockKeyResults, type NewCheckIn, recordCheckIns } from "../queries/report.ts";
import { numberOf, type Report, type Standing, standsAfter } from "../report.ts";
import { type Asked, askRefusals, closedToReports, type Reportable } from "../report-allowed.ts";
import { permissionRow, presentReported, stepsOf, visibleTo } from "./presented.ts";

interface NewReport extends Report {
  viewer: Viewer;
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

/** Takes reports in, in two statements and one commit. One key result is in a group once: each report sees the one before. */
export const reports: Grouped<NewReport, Reported> = {
  place: ({ keyResultId }) => keyResultId,

  async write(tx, callers) {
    const wanted = callers.map(({ input: { keyResultId, viewer, ask } }) => ({
      keyResultId,
      authorId: viewer.memberId,
      askedId: ask?.toMemberId,
    }));
    const facts = await lockKeyResults(tx, wanted);
    const isAlone = callers.length === 1;
    const judged = callers.map((caller, at) => (facts[at] || isAlone ? judge(caller, facts[at]) : "alone"));
    const accepted = judged.filter((each) => typeof each === "object" && "checkIn" in each);
    const times =
      accepted.length > 0
        ? await recordCheckIns(
            tx,
            accepted.map(({ checkIn }) => checkIn),
          )
        : [];
    const recordedAt = new Map(accepted.map((each, at) => [each, times[at] ?? null]));
    return judged.map((each) =>
      typeof each === "object" && "checkIn" in each ? { answer: answerOf(each, recordedAt.get(each) ?? null) } : each,
    );
  },
};

/** A report that can be taken in. */
interface Accepted {
  input: NewReport;
  facts: KeyResultFacts;
  before: Standing;
  after: Standing;
  checkIn: NewCheckIn;
}

/** What would be written of a report, where its author may make it and its key result takes it. */
function judge(caller: Caller<NewReport>, facts: KeyResultFacts | undefined): Accepted | Outcome<Reported> {
  const { input } = caller;
  try {
    requireReportable(input.viewer, facts);
    const before = standingNow(facts);
    const { ask, viewer } = input;
    const asked = ask && { name: facts.askedName, isOneself: ask.toMemberId === viewer.memberId };
    const decided = decide(facts, input, asked);
    if (!decided.ok) return { answer: { ok: false, refusals: decided.refusals, standing: before } };
    const standing = { before, after: decided.after };
    return { input, facts, ...standing, checkIn: newCheckIn(caller, facts, standing) };
  } catch (refusal) {
    return { refusal };
  }
}

/** Refuses where the viewer may not check in on this key result, or it is not there for them. */
function requireReportable(viewer: Viewer, facts: KeyResultFacts | undefined): asserts facts is KeyResultFacts {
  const can = facts && keyResultCan(viewer, permissionRow(facts.ownerId, facts));
  if (!can?.see) throw notFound();
  if (!can.checkIn) throw notAllowed("Ask the owner of the key result, or whoever leads its objective, to check in.");
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

function newCheckIn(
  { input, eventRow }: Caller<NewReport>,
  facts: KeyResultFacts,
  { before, after }: { before: Standing; after: Standing },
): NewCheckIn {
  const { id, confidence, whatChanged, blocker, ask, hash, viewer, milestonesDone } = input;
  const ids = { checkInId: id, keyResultId: facts.id };
  const told = checkInRecorded(
    { ...ids, objectiveId: facts.objectiveId, visibleTo: visibleTo(facts) },
    {
      value: [before.current, after.current],
      progress: [before.progress, after.progress],
      confidence: [facts.lastConfidence, confidence],
      ...(milestonesDone ? { milestonesDone } : {}),
    },
  );
  const asked = ask && askMade({ ...ids, askId: ask.id, toMemberId: ask.toMemberId, visibleTo: null });
  return {
    id,
    keyResultId: facts.id,
    memberId: viewer.memberId,
    ...reportedFigures(input),
    confidence,
    whatChanged,
    blocker,
    bodyHash: hash,
    lastCheckInAt: facts.lastCheckInAt,
    moved: { current: after.current, progress: after.progress, milestones: stepsOf(after.measure) },
    told: eventRow(told),
    ask: ask && asked && { ...ask, told: eventRow(asked) },
  };
}

/** `recordedAt` is null where the id was already taken. */
function answerOf({ input, facts, before, after, checkIn }: Accepted, recordedAt: string | null): Reported {
  if (recordedAt === null) return { ok: false, refusals: [], standing: before };
  const { ask } = input;
  const asked = ask && { toId: ask.toMemberId, toName: facts.askedName ?? "", reply: "", closedAt: null };
  const row = {
    ...checkIn,
    keyResultTitle: facts.title,
    type: facts.type,
    memberName: facts.authorName,
    ask: ask && asked && { id: ask.id, text: ask.text, ...asked },
    milestonesDone: checkIn.milestonesDone && [...checkIn.milestonesDone],
    recordedAt,
    editedAt: null,
    version: 1,
  };
  return { ok: true, checkIn: presentReported(row, after, true) };
}

/** The figures as a check-in keeps them. */
export function reportedFigures(report: Report) {
  const { milestonesDone } = report;
  return { value: numberOf(report), milestonesDone: milestonesDone ? [...milestonesDone] : null };
}
