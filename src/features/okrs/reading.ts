/** How a stored objective or key result reads today: rows and an instant go in, progress and status come out. */
import type { Temporal } from "temporal-polyfill";
import { type Decimal, decimal, exact } from "./decimals.ts";
import { type EndColumns, endedAtGoal, endOf, stateOf } from "./ended.ts";
import { ended, type LikelyEnd } from "./forecast/of-key-result.ts";
import { type Commitment, goalReached } from "./goal.ts";
import { type MeasureColumns, measureOf, plain } from "./measure-columns.ts";
import type { Measure } from "./measures.ts";
import { type Overrule, type ShownStatus, shownStatus, type Verdict } from "./overrule.ts";
import { expectedProgress, expectedThrough, type Period, type PhasedTarget } from "./pace.ts";
import { type Current, progressOf } from "./progress.ts";
import { firstDueAfter, lastTwoDueMissed, type Rhythm, type RhythmNow, rhythmAt } from "./rhythm.ts";
import type { State } from "./roll-up.ts";
import {
  type KeyResultFacts,
  keyResultStatus,
  objectiveStatus,
  type Part,
  type Rule,
  type Status,
  worstKeyResult,
} from "./status.ts";

/** What of a cycle and its organisation decides how its rows read. Times of day are local to `timeZone`. */
export interface CycleRow {
  startsOn: string;
  endsOn: string;
  cycleState: string;
  checkInWeeks: number;
  checkInDay: number;
  checkInTime: string;
  timeZone: string;
  statusRule: string;
}

/** A cycle as it stands at one instant; make it once for all rows of the cycle. */
export interface Frame {
  period: Period;
  today: string;
  timeZone: string;
  rule: Rule;
  /** null while it is planned: nothing is due before it is active. */
  rhythm: (RhythmNow & { rhythm: Rhythm }) | null;
  /** Share of the cycle gone, 0..1. */
  expected: Decimal;
  /** Closed for good: what was left open in it has ended too. */
  isOver: boolean;
}

export interface OverruleColumns {
  overruledStatus: string | null;
  overruledReason: string;
  overruledBy: string | null;
  overruledAt: string | null;
}

export interface KeyResultStanding extends MeasureColumns, OverruleColumns, EndColumns {
  id: string;
  title: string;
  state: string;
  currentValue: Decimal | null;
  progress: Decimal | null;
  phasedTargets: unknown;
  checkInCount: number;
  /** Instants, ISO 8601. */
  lastCheckInAt: string | null;
  createdAt: string;
  /** A LikelyEnd without its kind; null where there is none. */
  forecast: unknown;
}

export interface KeyResultReading {
  measure: Measure;
  /** Raw, not clamped; null where there is none. */
  progress: Decimal | null;
  /** null where pace does not decide: thresholds, ranges, baselines. */
  expected: Decimal | null;
  status: ShownStatus;
  /** While it is open and its cycle goes on; null where there is none. */
  forecast: LikelyEnd | null;
  part: Part;
}

export interface ObjectiveStanding extends OverruleColumns, EndColumns {
  id: string;
  state: string;
  commitment: string;
  progress: Decimal | null;
  contributedAt: string | null;
  createdAt: string;
}

export interface ObjectiveReading {
  progress: Decimal | null;
  expected: Decimal;
  status: ShownStatus;
  worst: { id: string; title: string; status: Status } | null;
}

export function frameOf(row: CycleRow, now: Temporal.Instant): Frame {
  const period = { startsOn: row.startsOn, endsOn: row.endsOn };
  const rhythm = { weeks: row.checkInWeeks, day: row.checkInDay, time: row.checkInTime };
  const today = now.toZonedDateTimeISO(row.timeZone).toPlainDate().toString();
  return {
    period,
    today,
    timeZone: row.timeZone,
    rule: row.statusRule as Rule,
    rhythm: row.cycleState === "planning" ? null : { rhythm, ...rhythmAt(rhythm, period, row.timeZone, now) },
    expected: expectedProgress(period, today),
    isOver: row.cycleState === "closed",
  };
}

/** Frames at one instant, each made once per cycle. */
export function framesAt(now: Temporal.Instant): (row: CycleRow & { cycleId: string }) => Frame {
  const made = new Map<string, Frame>();
  return (row) => {
    const frame = made.get(row.cycleId) ?? frameOf(row, now);
    made.set(row.cycleId, frame);
    return frame;
  };
}

/** What of its objective decides how a key result reads. */
export interface ObjectiveAround {
  commitment: string;
  state: string;
}

export function readKeyResult(row: KeyResultStanding, objective: ObjectiveAround, frame: Frame): KeyResultReading {
  const commitment = objective.commitment as Commitment;
  const state = stateOf(row.state as State, { objective: objective.state as State, isOver: frame.isOver });
  const measure = measureOf(row);
  const fromContributions = measure.kind === "contributions";
  const contributed = fromContributions && row.progress !== null ? plain(row.progress) : null;
  const current: Current = { value: row.currentValue, contributed };
  const progress = progressOf(measure, current);
  const expected = expectedOf(measure, (row.phasedTargets ?? []) as PhasedTarget[], frame);
  const since = Date.parse(row.createdAt);
  const last = row.lastCheckInAt === null ? null : Date.parse(row.lastCheckInAt);
  const forecast = row.forecast ? ({ kind: "forecast", ...row.forecast } as LikelyEnd) : null;
  const isOver = frame.today > frame.period.endsOn;
  const reported = { measure, current, commitment };
  const proposed = keyResultStatus(
    {
      ...reported,
      state,
      endedAtGoal: endedAtGoal(row, commitment),
      expected: expected ?? frame.expected,
      checkIns: fromContributions ? Number(last !== null) : row.checkInCount,
      firstDueOn: last === null ? firstDueOn(frame, since) : null,
      lastTwoDueMissed: frame.rhythm !== null && lastTwoDueMissed(frame.rhythm, since, last),
      today: frame.today,
      forecast: isOver ? comeTo(forecast, reported) : forecast,
    },
    frame.rule,
  );
  const status = shownStatus(proposed, overruleOf(row), endOf(row));
  const gap = progress === null || expected === null ? null : decimal(exact(expected).minus(progress));
  return {
    measure,
    progress,
    expected,
    status,
    forecast: isOver || state !== "open" ? null : forecast,
    part: { kind: "key-result", id: row.id, status: status.status, heldAs: proposed.heldAs, gap },
  };
}

/** `keyResults` are all of the objective's own, with what they read as. */
export function readObjective(
  row: ObjectiveStanding,
  keyResults: readonly { row: { id: string; title: string }; reading: KeyResultReading }[],
  frame: Frame,
): ObjectiveReading {
  const parts = keyResults.map(({ reading }) => reading.part);
  const facts = {
    state: stateOf(row.state as State, frame),
    endedAtGoal: endedAtGoal(row, row.commitment as Commitment),
    commitment: row.commitment as Commitment,
    progress: row.progress,
    expected: frame.expected,
    parts: row.contributedAt === null ? parts : [...parts, contributed(row, row.contributedAt, frame)],
  };
  const worst = worstKeyResult(parts);
  const title = keyResults.find(({ row: { id } }) => id === worst?.id)?.row.title ?? "";
  return {
    progress: row.progress,
    expected: frame.expected,
    status: shownStatus(objectiveStatus(facts, frame.rule), overruleOf(row), endOf(row)),
    worst: worst && { id: worst.id, title, status: worst.status },
  };
}

/** The children that contribute, read as one: their latest check-in says whether anything was reported beneath. */
function contributed(row: ObjectiveStanding, at: string, frame: Frame): Part {
  const missed = frame.rhythm !== null && lastTwoDueMissed(frame.rhythm, Date.parse(row.createdAt), Date.parse(at));
  return { kind: "objective", id: row.id, status: missed ? "no-update" : "on-track", gap: null };
}

function expectedOf(measure: Measure, phased: PhasedTarget[], { period, today, expected }: Frame): Decimal | null {
  if (measure.kind === "metric") {
    return phased.length > 0 ? expectedThrough(measure, phased, period, today) : expected;
  }
  return ["threshold", "range", "baseline"].includes(measure.kind) ? null : expected;
}

/** What a forecast has come to once its cycle is over. */
function comeTo(
  forecast: LikelyEnd | null,
  { measure, current, commitment }: Pick<KeyResultFacts, "measure" | "current" | "commitment">,
) {
  if (forecast === null || current.value === null) return forecast;
  return ended(forecast, plain(current.value), goalReached(measure, current, commitment));
}

function firstDueOn({ rhythm, period, timeZone }: Frame, since: number): string | null {
  return rhythm && (firstDueAfter(rhythm.rhythm, period, timeZone, since)?.on ?? null);
}

function overruleOf({ overruledStatus, overruledReason, overruledBy, overruledAt }: OverruleColumns): Overrule | null {
  if (overruledStatus === null) return null;
  return {
    status: overruledStatus as Verdict,
    reason: overruledReason,
    memberId: overruledBy ?? "",
    at: overruledAt ?? "",
  };
}
