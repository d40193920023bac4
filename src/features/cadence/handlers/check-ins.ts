import { anInstant, anUuid, cursorOf, pageFrom, valuesOf } from "../../../platform/cursor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import {
  frameOf,
  framesAt,
  keyResultCan,
  measureOf,
  plain,
  progressInWords,
  readKeyResult,
} from "../../okrs/public.ts";
import { cadence } from "../contract.ts";
import { dueCheckIn, isCorrectable } from "../due.ts";
import { askMade, checkInChanged, checkInRecorded } from "../events.ts";
import { mayCorrectCheckIn } from "../permissions.ts";
import {
  checkInOf,
  checkInsNewestFirst,
  correctCheckIn,
  moveKeyResult,
  reportedByMember,
  sightOf,
  standingOf,
} from "../queries/check-ins.ts";
import { type KeyResultFacts, keyResultFacts, recordCheckIn } from "../queries/report.ts";
import { type Report, type Standing, standsAfter } from "../report.ts";
import { askRefusals, closedToReports } from "../report-allowed.ts";
import { permissionRow, presentCheckIn, presentDue, presentReported, stepsOf, visibleTo } from "./presented.ts";

const os = keeps(cadence.checkIns);

export const checkIns = os.router({
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, ...body } = input;
      const hash = bodyHash(body);
      const facts = await reportableKeyResult(tx, context.viewer, body.keyResultId, body.ask?.toMemberId);
      const decided = decide(facts, body, context.viewer.memberId);
      const recorded = decided.ok ? await store(tx, context.viewer, facts, decided.after, { ...body, id, hash }) : null;
      if (recorded) return recorded;
      const earlier = await checkInOf(tx, id);
      if (!earlier && !decided.ok) throw refused(...decided.refusals);
      return presentReported(sameCreate(earlier, hash), standingNow(facts), true);
    }),
  ),

  preview: os.preview.handler(({ input, context }) =>
    context.read(async (tx) => {
      const row = await standingOf(tx, context.viewer, input.keyResultId);
      if (!row) throw notFound();
      const frame = frameOf(row, tx.now);
      const decided = decide(row, input, context.viewer.memberId);
      if (!decided.ok) throw refused(...decided.refusals);
      const { current, progress, measure } = decided.after;
      const steps = stepsOf(measure) ?? row.milestones;
      const told = { checkInCount: row.checkInCount + 1, lastCheckInAt: tx.now.toString() };
      const reading = (kind: typeof row) => {
        const read = readKeyResult(kind, row.commitment, frame);
        const now = kind.currentValue === null ? null : plain(kind.currentValue);
        return { current: now, progress: read.progress, said: progressInWords(read.progress), status: read.status };
      };
      return {
        keyResult: { id: row.id, title: row.title },
        before: reading(row),
        after: reading({
          ...row,
          currentValue: current,
          progress,
          milestones: steps as typeof row.milestones,
          ...told,
        }),
      };
    }),
  ),

  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const after = valuesOf(input.after, anInstant, anUuid);
      const sight = await sightOf(tx, viewer, input);
      if (!sight) throw notFound();
      const rows = await checkInsNewestFirst(tx, { ...input, after });
      const { rhythm } = frameOf(sight, tx.now);
      const owners = new Map(sight.keyResults?.map(({ id, ownerId }) => [id, ownerId]));
      const { items, next } = pageFrom(rows, input.limit, (last) => cursorOf(last.recordedAt, last.id));
      const canEdit = ({ memberId, keyResultId, recordedAt }: (typeof rows)[number]) =>
        sight.cycleState !== "closed" &&
        rhythm !== null &&
        isCorrectable(rhythm, Date.parse(recordedAt)) &&
        mayCorrectCheckIn(viewer, memberId, permissionRow(owners.get(keyResultId) ?? null, sight));
      return { items: items.map((row) => presentCheckIn(row, canEdit(row))), next };
    }),
  ),

  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, value, milestonesDone, done, ...words } = input;
      const before = await checkInOf(tx, id, true);
      if (!before) throw notFound();
      const { facts } = await mustBeCorrectable(tx, context.viewer, before);
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
    }),
  ),

  due: os.due.handler(({ context }) =>
    context.read(async (tx) => {
      const frame = framesAt(tx.now);
      const rows = await reportedByMember(tx, context.viewer.memberId);
      const items = rows.flatMap((row) => {
        const { rhythm } = frame(row);
        const last = row.lastCheckInAt === null ? null : Date.parse(row.lastCheckInAt);
        const due = rhythm && dueCheckIn(rhythm, Date.parse(row.createdAt), last);
        return due ? [presentDue(row, due, frame(row))] : [];
      });
      return {
        items: items.sort((one, other) => (one.due.at < other.due.at ? -1 : Number(one.due.at > other.due.at))),
      };
    }),
  ),
});

/** The key result, locked, where the viewer may check in on it. */
async function reportableKeyResult(tx: Tx, viewer: Viewer, keyResultId: string, askedId?: string) {
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

function decide(facts: Decidable, report: Report & Asking, by: string): ReturnType<typeof standsAfter> {
  const closed = closedToReports(facts);
  if (closed.length > 0) return { ok: false, refusals: closed };
  const { ask } = report;
  const unasked = ask ? askRefusals({ id: ask.toMemberId, name: facts.askedName ?? null }, by, facts.private) : [];
  const decided = standsAfter(standingNow(facts), report);
  if (unasked.length === 0) return decided;
  return { ok: false, refusals: [...(decided.ok ? [] : decided.refusals), ...unasked] };
}

function standingNow(facts: Pick<Decidable, "currentValue" | "progress"> & Parameters<typeof measureOf>[0]): Standing {
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
async function store(tx: Tx, viewer: Viewer, facts: KeyResultFacts, after: Standing, input: ToStore) {
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

/** Refuses where the viewer may not see or correct it, or where the next check-in has fallen due since. */
async function mustBeCorrectable(
  tx: Tx,
  viewer: Viewer,
  checkIn: { keyResultId: string; memberId: string; recordedAt: string },
) {
  const { keyResultId, memberId } = checkIn;
  const facts = await keyResultFacts(tx, { keyResultId, authorId: viewer.memberId, lock: true });
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
  return { facts };
}

/** The figures as a check-in keeps them: done is 1 or 0. */
function reportedFigures({ value, milestonesDone, done }: Report) {
  const number = done === undefined ? value : done ? "1" : "0";
  return {
    value: number === undefined ? null : plain(number),
    milestonesDone: milestonesDone ? [...milestonesDone] : null,
  };
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
