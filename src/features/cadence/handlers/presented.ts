/** Rows as the contract answers them. */
import { type Frame, type Measure, plain, presentForecast, readKeyResult } from "../../okrs/public.ts";
import { type DueCheckIn, placeOf } from "../due.ts";
import type { CheckInRow, reportedByMember } from "../queries/check-ins.ts";
import type { Standing } from "../report.ts";

/** What decides who may do what, from a row with its objective. The teams above are in what a lead leads. */
export function permissionRow(
  ownerId: string | null,
  row: { level: string; teamId: string | null; private: boolean } & (
    | { objectiveOwnerId: string | null }
    | { ownerId: string | null }
  ),
) {
  const { level, teamId } = row;
  const objective = {
    level: level as "company" | "team" | "personal",
    ownerId: "objectiveOwnerId" in row ? row.objectiveOwnerId : row.ownerId,
    teamPath: level === "team" && teamId ? [teamId] : [],
    private: row.private,
    invited: [],
    keyResultOwnerIds: [],
  };
  return { ownerId, objective };
}

/** Whose eyes a fact is for; null: everyone who may see the objective. */
export function visibleTo(row: { private: boolean; objectiveOwnerId: string | null }): string | null {
  return row.private ? row.objectiveOwnerId : null;
}

/** The steps of a measure that has them; null for the others. */
export function stepsOf(measure: Measure) {
  if (measure.kind === "milestones") return measure.milestones;
  return measure.kind === "score-table" ? measure.steps : null;
}

export function presentCheckIn(row: Omit<CheckInRow, "body_hash">, edit: boolean) {
  const { ask } = row;
  const isDone = row.type === "done";
  return {
    id: row.id,
    keyResult: { id: row.keyResultId, title: row.keyResultTitle },
    member: { id: row.memberId, name: row.memberName },
    value: row.value === null || isDone ? null : plain(row.value),
    milestonesDone: row.milestonesDone,
    done: row.value !== null && isDone ? Number(row.value) === 1 : null,
    confidence: row.confidence,
    whatChanged: row.whatChanged,
    blocker: row.blocker,
    ask: ask && {
      id: ask.id,
      to: { id: ask.toId, name: ask.toName },
      text: ask.text,
      reply: ask.reply,
      closedAt: inUtc(ask.closedAt),
    },
    recordedAt: row.recordedAt,
    editedAt: row.editedAt,
    version: row.version,
    can: { edit },
  };
}

export function presentReported(row: Omit<CheckInRow, "body_hash">, { current, progress }: Standing, edit: boolean) {
  const checkIn = presentCheckIn(row, edit);
  return { ...checkIn, keyResult: { ...checkIn.keyResult, current, progress } };
}

type DueRow = Awaited<ReturnType<typeof reportedByMember>>[number];

/** What of its objective decides how a key result reads. */
export function objectiveAround({ commitment, objectiveState: state }: Pick<DueRow, "commitment" | "objectiveState">) {
  return { commitment, state };
}

export function presentDue(row: DueRow, due: DueCheckIn, frame: Frame) {
  const reading = readKeyResult(row, objectiveAround(row), frame);
  const { measure, progress, expected, status } = reading;
  return {
    keyResult: {
      id: row.id,
      title: row.title,
      measure,
      unit: row.unit,
      decimals: row.decimals,
      current: row.currentValue === null ? null : plain(row.currentValue),
      progress,
      expected,
      status,
      forecast: presentForecast(reading),
      checkInCount: row.checkInCount,
    },
    objective: { id: row.objectiveId, title: row.objectiveTitle, commitment: row.commitment },
    cycle: { id: row.cycleId, name: row.cycleName, startsOn: row.startsOn, endsOn: row.endsOn },
    last: row.lastId === null ? null : presentLast(row, row.lastId),
    due: {
      at: new Date(due.at).toISOString(),
      on: due.on,
      timeZone: row.timeZone,
      place: placeOf(row.timeZone),
      overdue: due.overdue,
    },
  };
}

function presentLast(row: DueRow, id: string) {
  return {
    id,
    member: { id: row.memberId ?? "", name: row.memberName ?? "" },
    value: row.lastValue === null ? null : plain(row.lastValue),
    confidence: row.confidence ?? 0,
    whatChanged: row.whatChanged ?? "",
    blocker: row.blocker ?? "",
    recordedAt: row.recordedAt ?? "",
  };
}

/** Instants inside a JSON aggregate come in PostgreSQL's notation ("+00:00"). */
function inUtc(instant: string | null): string | null {
  return instant === null ? null : instant.replace(/\+00:00$/, "Z");
}
