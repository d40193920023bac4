/** The objectives and key results of a line, as they read today. */
import { dueCheckIn, placeOf } from "../../cadence/public.ts";
import {
  exact,
  type Frame,
  type Measure,
  plain,
  presentForecast,
  readKeyResult,
  readObjective,
} from "../../okrs/public.ts";
import type { LineKeyResultRow, LineRow } from "../queries/today.ts";

export interface KeyResultRead {
  row: LineKeyResultRow;
  objective: LineRow;
  reading: ReturnType<typeof readKeyResult>;
}

type FrameFor = (row: LineRow) => Frame;
type Level = "company" | "team" | "personal";

export function keyResultsRead(rows: LineKeyResultRow[], objectives: LineRow[], frameFor: FrameFor): KeyResultRead[] {
  const byId = new Map(objectives.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    const objective = byId.get(row.objectiveId);
    if (!objective) return [];
    return [{ row, objective, reading: readKeyResult(row, objective, frameFor(objective)) }];
  });
}

/** `read` holds all key results of the objective. */
export function presentObjective(row: LineRow, read: KeyResultRead[], frame: Frame) {
  const { progress, expected, status } = readObjective(
    row,
    read.filter(({ objective }) => objective.id === row.id),
    frame,
  );
  return {
    id: row.id,
    title: row.title,
    level: row.level as Level,
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? "" },
    owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? "" },
    cycle: { id: row.cycleId, name: row.cycleName },
    commitment: row.commitment as "committed" | "aspirational" | "learning",
    private: row.private,
    progress: plainOrNull(progress),
    expected,
    status,
  };
}

export function presentKeyResult({ row, objective, reading }: KeyResultRead) {
  const { measure, progress, expected, status } = reading;
  return {
    id: row.id,
    title: row.title,
    objective: { id: objective.id, title: objective.title, level: objective.level as Level },
    owner: row.ownerId === null ? null : { id: row.ownerId, name: row.ownerName ?? "" },
    measure,
    unit: row.unit,
    decimals: row.decimals,
    lowerIsBetter: lowerIsBetter(measure),
    current: plainOrNull(row.currentValue),
    progress,
    expected,
    status,
    forecast: presentForecast(reading),
    lastConfidence: row.lastConfidence,
    lastCheckInAt: row.lastCheckInAt,
  };
}

/** The check-ins that a member's open key results wait for, the most urgent first. */
export function dueCheckIns(read: KeyResultRead[], memberId: string, frameFor: FrameFor) {
  const waiting = read.flatMap(({ row, objective, reading }) => {
    const isOpen = row.state === "open" && objective.state === "open" && objective.cycleState !== "planning";
    if (!isOpen || row.ownerId !== memberId || row.type === "contributions") return [];
    const { rhythm, timeZone } = frameFor(objective);
    const last = row.lastCheckInAt === null ? null : Date.parse(row.lastCheckInAt);
    const due = rhythm && dueCheckIn(rhythm, Date.parse(row.createdAt), last);
    if (!due) return [];
    return [
      {
        keyResult: { id: row.id, title: row.title },
        status: reading.status,
        lastCheckInAt: row.lastCheckInAt,
        at: new Date(due.at).toISOString(),
        on: due.on,
        timeZone,
        place: placeOf(timeZone),
        overdue: due.overdue,
      },
    ];
  });
  return waiting.sort((one, other) => one.at.localeCompare(other.at));
}

function lowerIsBetter(measure: Measure): boolean {
  if (measure.kind === "metric") return exact(measure.target).lt(measure.start);
  return measure.kind === "threshold" && (measure.operator === "below" || measure.operator === "at-or-below");
}

function plainOrNull(value: string | null): string | null {
  return value === null ? null : plain(value);
}
