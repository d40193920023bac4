/** Correcting a check-in: what it said stays in the history, and the latest one moves its key result. */
import type { InferSchemaOutput } from "@orpc/contract";
import type { Tx } from "../../../platform/database/database.ts";
import { changesBetween, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { frameOf, plain } from "../../okrs/public.ts";
import type { cadence } from "../contract.ts";
import { isCorrectable } from "../due.ts";
import { checkInChanged } from "../events.ts";
import { mayCorrectCheckIn } from "../permissions.ts";
import { checkInOf, correctCheckIn, moveKeyResult, standingOf } from "../queries/check-ins.ts";
import { lockKeyResult } from "../queries/report.ts";
import { standsAfter } from "../report.ts";
import { closedToReports } from "../report-allowed.ts";
import { permissionRow, presentReported, stepsOf, visibleTo } from "./presented.ts";
import { reportedFigures, standingNow } from "./reporting.ts";

type Correction = InferSchemaOutput<NonNullable<(typeof cadence.checkIns.update)["~orpc"]["inputSchema"]>>;

export async function correct(tx: Tx, viewer: Viewer, input: Correction) {
  const { id, version, value, milestonesDone, done, ...words } = input;
  const before = await checkInOf(tx, id, true);
  if (!before) throw notFound();
  const facts = await correctableKeyResult(tx, viewer, before);
  const report = { value, milestonesDone, done };
  const isReported = Object.values(report).some((each) => each !== undefined);
  const decided = isReported ? standsAfter(standingNow(facts), report) : null;
  if (decided?.ok === false) throw refused(...decided.refusals);
  const was = figuresOf(before);
  const wanted = { ...words, ...(isReported ? reportedFigures(report) : {}) };
  sameVersion(was, version, wanted);
  const changes = changesBetween(was, wanted);
  if (Object.keys(changes).length === 0) return presentReported(before, standingNow(facts), true);
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
  await tx.record(checkInChanged(subject, changes));
  const now = await checkInOf(tx, id);
  return presentReported(now ?? before, isLatest ? after : standingNow(facts), true);
}

/** Its key result, locked. Refuses where the viewer may not see or correct it, or where another fell due since. */
async function correctableKeyResult(
  tx: Tx,
  viewer: Viewer,
  checkIn: { keyResultId: string; memberId: string; recordedAt: string },
) {
  const { keyResultId, memberId } = checkIn;
  const facts = await lockKeyResult(tx, keyResultId, viewer.memberId);
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
  version: number;
}) {
  const { milestonesDone, confidence, whatChanged, blocker, version } = row;
  return {
    value: row.value === null ? null : plain(row.value),
    milestonesDone,
    confidence,
    whatChanged,
    blocker,
    version,
  };
}

function definedOf<T extends object>(wanted: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, each]) => each !== undefined)) as never;
}
