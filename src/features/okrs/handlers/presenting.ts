/** Rows as they are answered: with their reading and what the viewer may do. */
import { type Context, coach, withWords } from "../../coach/public.ts";
import { adviceForKeyResult } from "../advice.ts";
import { coachContextOf } from "../coached.ts";
import { type CycleState, cycleAccepts } from "../cycle.ts";
import { disagreements } from "../disagreement.ts";
import type { Commitment } from "../goal.ts";
import { plain } from "../measure-columns.ts";
import type { Measure, Operator } from "../measures.ts";
import { keyResultCan, type Viewer } from "../permissions.ts";
import { standingOf } from "../progress.ts";
import type { HealthMetricRow } from "../queries/health-metrics.ts";
import type { KeyResultRow } from "../queries/key-results.ts";
import type { ObjectiveStandingRow } from "../queries/objectives.ts";
import { type Frame, type KeyResultReading, type ObjectiveReading, readKeyResult } from "../reading.ts";
import { permitted } from "./loading.ts";

export function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}

export function plainOrNull(value: string | null): string | null {
  return value === null ? null : plain(value);
}

/** What list and page share of an objective. */
export function presentObjective(row: ObjectiveStandingRow, reading: ObjectiveReading) {
  return {
    id: row.id,
    cycleId: row.cycleId,
    title: row.title,
    level: row.level as "company" | "team" | "personal",
    team: named(row.teamId, row.teamName),
    owner: named(row.ownerId, row.ownerName),
    commitment: row.commitment as "committed" | "aspirational" | "learning",
    private: row.private,
    upkeep: row.upkeep,
    energy: plainOrNull(row.energy),
    state: row.state as "open" | "paused" | "postponed" | "dropped" | "closed",
    learned: row.learned as "validated" | "invalidated" | "not-yet-observable" | null,
    progress: plainOrNull(reading.progress),
    expected: reading.expected,
    status: reading.status,
    worstKeyResult: reading.worst,
    rank: row.rank,
    version: row.version,
  };
}

export function presentKeyResult(
  row: KeyResultRow,
  objective: ObjectiveStandingRow,
  frame: Frame,
  viewer: Viewer,
  read?: KeyResultReading,
  around?: BesideIt,
) {
  const reading = read ?? readKeyResult(row, objective, frame);
  const { measure } = reading;
  return {
    id: row.id,
    objectiveId: row.objectiveId,
    title: row.title,
    owner: named(row.ownerId, row.ownerName),
    measure,
    unit: row.unit,
    decimals: row.decimals,
    weight: plain(row.weight),
    firstConfidence: row.firstConfidence,
    source: row.source,
    phasedTargets: row.phasedTargets as unknown as { on: string; value: string }[],
    state: row.state as "open" | "paused" | "postponed" | "dropped" | "closed",
    stateReason: row.stateReason,
    current: plainOrNull(row.currentValue),
    lastConfidence: row.lastConfidence,
    lastCheckInAt: row.lastCheckInAt,
    checkInCount: row.checkInCount,
    progress: reading.progress,
    expected: reading.expected,
    status: reading.status,
    forecast: presentForecast(reading),
    disagreements: disagreements({
      ...reading,
      status: reading.status.status,
      chance: reading.forecast?.chance ?? null,
      confidence: row.lastConfidence,
      commitment: objective.commitment as Commitment,
    }),
    targetChanges: (row.targetChanges ?? []).map(presentTargetChange),
    advice: adviceForKeyResult({ ownerId: row.ownerId, unit: row.unit, measure }),
    coach: viewer.role === "guest" ? null : coached(row, measure, around),
    rank: row.rank,
    version: row.version,
    can: canOfKeyResult(row, objective, viewer),
  };
}

/** What the coach takes into account beside a key result itself. */
type BesideIt = Pick<Context, "siblings" | "healthMetrics" | "objective">;

function coached({ title, unit, source, keptAsIs }: KeyResultRow, measure: Measure, around?: BesideIt) {
  return { ...withWords(coach(title, coachContextOf({ measure, unit, source }, around))), keptAsIs };
}

/** Ranges by their ends, as they are answered. */
export function presentForecast({ forecast }: KeyResultReading) {
  if (!forecast) return null;
  const { checkIns, middle, range50, range80, chance } = forecast;
  const ends = ([low, high]: readonly [string, string]) => ({ low, high });
  return { checkIns, middle, range50: ends(range50), range80: ends(range80), chance };
}

function canOfKeyResult(row: KeyResultRow, objective: ObjectiveStandingRow, viewer: Viewer) {
  const can = keyResultCan(viewer, { ownerId: row.ownerId, objective: permitted(objective, viewer) });
  const accepts = cycleAccepts(objective.cycleState as CycleState);
  const goesOn = row.state === "open" && objective.state === "open";
  const around = accepts.edits && objective.state !== "closed";
  const edits = around && row.state !== "closed";
  return {
    edit: can.edit && edits,
    checkIn: can.checkIn && accepts.checkIns && goesOn,
    changeTarget: can.changeTarget && edits,
    overrule: can.overrule && edits,
    close: can.close && around,
    remove: can.delete && around,
  };
}

type StoredTargetChange = NonNullable<KeyResultRow["targetChanges"]>[number];

function presentTargetChange({ memberId, memberName, before, after, ...change }: StoredTargetChange) {
  return { ...change, before: before as Targets, after: after as Targets, member: named(memberId, memberName) };
}

type Targets =
  | { kind: "metric"; target: string }
  | { kind: "threshold"; target: string; riskLimit: string | null }
  | { kind: "range"; low: string; high: string };

export function presentHealthMetric(row: Omit<HealthMetricRow, "body_hash">) {
  const operator = row.operator as Operator;
  const current = plainOrNull(row.current);
  const standing = standingOf({ kind: "threshold", operator, target: row.limit, riskLimit: null }, current);
  return {
    id: row.id,
    objectiveId: row.objectiveId,
    title: row.title,
    owner: named(row.ownerId, row.ownerName),
    unit: row.unit,
    decimals: row.decimals,
    operator,
    limit: plain(row.limit),
    current,
    measuredAt: row.measuredAt,
    holds: current === null ? null : standing === "holds",
    version: row.version,
  };
}
