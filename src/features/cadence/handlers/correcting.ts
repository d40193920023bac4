/** Correcting a check-in: what it said stays in the history, and the latest one moves its key result. */
import type { InferSchemaOutput } from "@orpc/contract";
import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { conflict, notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { frameOf, plain } from "../../okrs/public.ts";
import type { cadence } from "../contract.ts";
import { isCorrectable } from "../due.ts";
import { askChanged, askMade, checkInChanged } from "../events.ts";
import { mayCorrectCheckIn } from "../permissions.ts";
import { addAsk, changeAsk } from "../queries/asks.ts";
import { type CheckInRow, checkInOf, correctCheckIn, moveKeyResult, standingOf } from "../queries/check-ins.ts";
import { type KeyResultFacts, lockKeyResults } from "../queries/report.ts";
import { standsAfter } from "../report.ts";
import { askChangeRefusals, askRefusals, closedToReports } from "../report-allowed.ts";
import { permissionRow, presentReported, stepsOf, visibleTo } from "./presented.ts";
import { reportedFigures, standingNow } from "./reporting.ts";

type Correction = InferSchemaOutput<NonNullable<(typeof cadence.checkIns.update)["~orpc"]["inputSchema"]>>;

export async function correct(tx: Tx, viewer: Viewer, input: Correction) {
  const { id, version, value, milestonesDone, done, ...others } = input;
  const before = await checkInOf(tx, id, true);
  if (!before) throw notFound();
  const facts = await correctableKeyResult(tx, viewer, before, input.ask?.toMemberId);
  const report = { value, milestonesDone, done };
  const isReported = Object.values(report).some((each) => each !== undefined);
  const decided = isReported ? standsAfter(standingNow(facts), report) : null;
  if (decided?.ok === false) throw refused(...decided.refusals);
  const was = figuresOf(before);
  const wanted = { ...others, ...(isReported ? reportedFigures(report) : {}) };
  sameVersion(was, version, wanted);
  const changes = changesBetween(was, wanted);
  if (Object.keys(changes).length === 0) return presentReported(before, standingNow(facts), true);
  if (changes.ask && input.ask) await correctAsk(tx, before, facts, input.ask);
  const is = { ...was, ...definedOf(wanted) };
  await correctCheckIn(tx, id, is);
  const after = decided?.after ?? standingNow(facts);
  const isLatest = facts.lastCheckInId === id;
  if (isLatest) {
    const { current, progress } = after;
    await moveKeyResult(tx, facts.id, {
      current,
      progress,
      milestones: stepsOf(after.measure),
      confidence: is.confidence,
    });
  }
  const subject = {
    keyResultId: facts.id,
    objectiveId: facts.objectiveId,
    checkInId: id,
    visibleTo: visibleTo(facts),
  };
  const { ask, ...fields } = changes;
  await tx.record(checkInChanged(subject, { ...fields, ...(ask ? askChanges(was.ask, is.ask) : {}) }));
  const now = await checkInOf(tx, id);
  return presentReported(now ?? before, isLatest ? after : standingNow(facts), true);
}

/** Its key result, locked. Refuses where the viewer may not see or correct it, or where another fell due since. */
async function correctableKeyResult(
  tx: Tx,
  viewer: Viewer,
  checkIn: { keyResultId: string; memberId: string; recordedAt: string },
  askedId?: string,
) {
  const { keyResultId, memberId } = checkIn;
  const [facts] = await lockKeyResults(tx, [{ keyResultId, authorId: viewer.memberId, askedId }]);
  const row = await standingOf(tx, viewer, keyResultId);
  if (!facts || !row) throw notFound();
  if (!mayCorrectCheckIn(viewer, memberId, permissionRow(facts.ownerId, facts))) {
    throw notAllowed("Ask whoever made the check-in, or the owner of the key result.");
  }
  const closed = closedToReports(facts);
  if (closed.length > 0) throw refused(...closed);
  const { rhythm } = frameOf(row, tx.now);
  if (!rhythm || !isCorrectable(rhythm, Date.parse(checkIn.recordedAt))) {
    const expected = `a check-in made after the last due date, ${rhythm?.passed[0]?.on}`;
    throw refused({ field: "id", expected, todo: "Make a new check-in that says what was wrong." });
  }
  return facts;
}

function figuresOf(row: {
  value: string | null;
  milestonesDone: string[] | null;
  confidence: number;
  whatChanged: string;
  blocker: string;
  ask: { id: string; toId: string; text: string } | null;
  version: number;
}) {
  const { milestonesDone, confidence, whatChanged, blocker, ask, version } = row;
  return {
    value: row.value === null ? null : plain(row.value),
    milestonesDone,
    confidence,
    whatChanged,
    blocker,
    ask: ask && { id: ask.id, toMemberId: ask.toId, text: ask.text },
    version,
  };
}

type Ask = { id: string; toMemberId: string; text: string };

/** Changes the ask of a check-in, or makes its first one. Refuses whom it cannot ask, and an ask that was answered. */
async function correctAsk(tx: Tx, checkIn: CheckInRow, facts: KeyResultFacts, ask: Ask): Promise<void> {
  const { id: checkInId, memberId, ask: before } = checkIn;
  const asked = { name: facts.askedName, isOneself: ask.toMemberId === memberId };
  const wrong = [...askRefusals(asked, facts.private), ...askChangeRefusals(before, ask)];
  if (wrong.length > 0) throw refused(...wrong);
  const place = { checkInId, keyResultId: facts.id };
  const told = { ...place, askId: ask.id, toMemberId: ask.toMemberId, visibleTo: null };
  if (!before) {
    const added = await addAsk(tx, { ...ask, ...place, fromMemberId: memberId });
    if (!added)
      throw conflict({ todo: "Use a new id: this one already names something else." }, "This id is already taken.");
    await tx.record(askMade(told));
    return;
  }
  if (!(await changeAsk(tx, ask))) throw refused(...askChangeRefusals({ ...before, closedAt: tx.now.toString() }, ask));
  await tx.record(askChanged(told, askChanges({ id: before.id, toMemberId: before.toId, text: before.text }, ask)));
}

/** What it asks and whom, each as [was, is], where they differ. */
function askChanges(was: Ask | null, is: Ask | null): { askText?: [unknown, unknown]; askOf?: [unknown, unknown] } {
  return {
    ...(was?.text === is?.text ? {} : { askText: [was?.text ?? null, is?.text ?? null] }),
    ...(was?.toMemberId === is?.toMemberId ? {} : { askOf: [was?.toMemberId ?? null, is?.toMemberId ?? null] }),
  };
}

function definedOf<T extends object>(wanted: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, each]) => each !== undefined)) as never;
}
