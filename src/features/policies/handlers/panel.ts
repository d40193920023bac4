import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import { duesOf } from "../../okrs/public.ts";
import { type DueInCycle, dueInWeeks } from "../panel/dues.ts";
import type { Named, Reported } from "../panel/source.ts";
import {
  confidences,
  healthMetricValues,
  keyResultValues,
  type Part,
  rhythmsWithin,
  type Span,
  sharesOnTime,
} from "../queries/panel.ts";

/**
 * What these teams reported for these measures, week by week, in one statement a kind. A question of a pulse has no
 * rows: it is told by arms.
 */
export async function reportedFor(
  tx: Tx,
  named: readonly Named[],
  teamIds: readonly string[],
  span: Span,
): Promise<Reported[]> {
  const [onTime, sure] = [readBy(named, "on-time"), readBy(named, "confidence")];
  const found = await Promise.all([
    keyResultValues(tx, partsOf(named, "key-results"), span),
    healthMetricValues(tx, partsOf(named, "health-metrics"), span),
    confidences(tx, sure, teamIds, span),
    onTime.length === 0 ? [] : duesWithin(tx, span).then((dues) => sharesOnTime(tx, onTime, teamIds, dues)),
  ]);
  const asked = new Set(teamIds);
  return found.flat().filter(({ team }) => asked.has(team));
}

function partsOf(named: readonly Named[], kind: "key-results" | "health-metrics"): Part[] {
  return named.flatMap(({ id: series, measure }) =>
    measure.kind === kind ? measure.ids.map((id) => ({ series, id })) : [],
  );
}

function readBy(named: readonly Named[], reads: "on-time" | "confidence"): string[] {
  return named.flatMap(({ id, measure }) => (measure.kind === "check-ins" && measure.reads === reads ? [id] : []));
}

/** Check-ins that fell due within these days and before now. */
async function duesWithin(tx: Tx, span: Span): Promise<DueInCycle[]> {
  const cycles = await rhythmsWithin(tx, span);
  return cycles.flatMap(({ id, startsOn, endsOn, timeZone, weeks, day, time }) => {
    const since = Temporal.PlainDate.from(span.from).toZonedDateTime(timeZone).epochMilliseconds;
    const end = Temporal.PlainDate.from(span.to).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    const dues = duesOf({ weeks, day, time }, { startsOn, endsOn }, timeZone);
    return dueInWeeks(id, dues, { start: span.start, since, now: Math.min(end - 1, tx.now.epochMilliseconds) });
  });
}
