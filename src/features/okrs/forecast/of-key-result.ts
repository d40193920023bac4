/** The forecast of a stored key result: its measure and its reported figures go in, decimals come out. */
import { Temporal } from "temporal-polyfill";
import { type Decimal, decimal, exact, FRACTION_DIGITS } from "../decimals.ts";
import { currencyOf } from "../figure-format.ts";
import { type Commitment, goalOf } from "../goal.ts";
import { directionOf, isReportedAsNumber, type Measure } from "../measures.ts";
import type { Period } from "../pace.ts";
import type { CheckIn, Limits } from "./course.ts";
import { forecast, type NotEnoughData } from "./forecast.ts";

export type KeyResultForecast = NotEnoughData | LikelyEnd;

/** Where it will stand at the end of its cycle, in its unit. */
export interface LikelyEnd {
  kind: "forecast";
  checkIns: number;
  middle: Decimal;
  /** Low and high: holds half of the ends, and eight in ten. */
  range50: [Decimal, Decimal];
  range80: [Decimal, Decimal];
  /** Of reaching its goal, 0..1; null for a baseline, which has none. */
  chance: Decimal | null;
}

export interface Reports {
  measure: Measure;
  /** Of its objective. */
  commitment: Commitment;
  /** "%" keeps a share within 0 and 100. */
  unit: string;
  /** Digits after the point that it is shown with; 0 may be a count. */
  decimals: number;
  /** Milliseconds since 1970, in any order; null for a check-in without a number. */
  checkIns: readonly { at: number; value: Decimal | null }[];
}

/** A cycle as instants, in days since 1970. Make it once for all key results of the cycle. */
export interface Span {
  startsAt: number;
  endsAt: number;
}

/** From midnight before its first day to midnight after its last, in the organisation's time zone. */
export function spanOf({ startsOn, endsOn }: Period, timeZone: string): Span {
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds / aDay;
  return {
    startsAt: midnight(Temporal.PlainDate.from(startsOn)),
    endsAt: midnight(Temporal.PlainDate.from(endsOn).add({ days: 1 })),
  };
}

/** `now` in milliseconds since 1970. null: what it is measured by is no number that a check-in reports. */
export function keyResultForecast(reports: Reports, span: Span, now: number): KeyResultForecast | null {
  const { measure, commitment } = reports;
  if (!isReportedAsNumber(measure)) return null;
  const checkIns = reports.checkIns.flatMap(({ at, value }) => {
    return value === null ? [] : [{ at: at / aDay, value: Number(value) }];
  });
  const found = forecast({
    checkIns,
    ...span,
    now: now / aDay,
    start: measure.kind === "metric" ? Number(measure.start) : null,
    target: targetOf(measure),
    bounds: boundsOf(reports, checkIns),
    goal: goalLimits(measure, commitment),
  });
  if (found.kind === "not-enough-data") return found;
  return {
    ...found,
    middle: written(found.middle),
    range50: [written(found.range50[0]), written(found.range50[1])],
    range80: [written(found.range80[0]), written(found.range80[1])],
    chance: found.chance === null ? null : written(found.chance),
  };
}

/** The same once the cycle is over: it ended where it was last reported, and reached its goal or did not. */
export function ended(forecast: LikelyEnd, value: Decimal, reached: boolean): LikelyEnd {
  const at: [Decimal, Decimal] = [value, value];
  const chance = forecast.chance === null ? null : reached ? "1" : "0";
  return { ...forecast, middle: value, range50: at, range80: at, chance };
}

/** A range is left on either side, so it has no one target. */
function targetOf(measure: Measure): number | null {
  return measure.kind === "metric" || measure.kind === "threshold" ? Number(measure.target) : null;
}

function goalLimits(measure: Measure, commitment: Commitment): Limits | null {
  if (measure.kind === "range") return { low: Number(measure.low), high: Number(measure.high) };
  if (measure.kind === "threshold") {
    const upward = measure.operator === "above" || measure.operator === "at-or-above";
    return upward ? { low: Number(measure.target), high: null } : { low: null, high: Number(measure.target) };
  }
  if (measure.kind !== "metric") return null;
  const goal = Number(goalOf(measure, commitment));
  return directionOf(measure) === "increase" ? { low: goal, high: null } : { low: null, high: goal };
}

/**
 * A percentage stays within 0 and 100, a count and what is measured in a unit (hours, tickets) does not fall below 0;
 * unless its own figures already lie beyond, as growth of 120 % or a balance below 0 do. A count is what has whole
 * figures only. Money and points (a score, an NPS) may fall below 0.
 */
function boundsOf({ measure, unit, decimals }: Reports, checkIns: readonly CheckIn[]): Limits {
  const figures = [...checkIns.map(({ value }) => value), ...figuresOf(measure).map(Number)];
  const isShare = unit === "%";
  const isCount = decimals === 0 && figures.every(Number.isInteger);
  const isAmount = unit !== "" && currencyOf(unit) === null && !/^(points?|pts|nps)$/i.test(unit);
  const positive = (isShare || isCount || isAmount) && figures.every((figure) => figure >= 0);
  return {
    low: positive ? 0 : null,
    high: positive && isShare && figures.every((figure) => figure <= 100) ? 100 : null,
  };
}

function figuresOf(measure: Measure): Decimal[] {
  switch (measure.kind) {
    case "metric":
      return [measure.start, measure.target];
    case "threshold":
      return [measure.target];
    case "range":
      return [measure.low, measure.high];
    default:
      return [];
  }
}

/** As figures are stored. */
function written(figure: number): Decimal {
  return decimal(exact(figure).round(FRACTION_DIGITS));
}

/** Milliseconds. */
const aDay = 86_400_000;
