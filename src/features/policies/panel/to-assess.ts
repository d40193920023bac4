import type { Arm } from "../drawn.ts";
import type { Policy } from "../evidence/assess.ts";
import type { Design } from "../evidence/designs/design.ts";
import type { Planned } from "../evidence/designs/enough.ts";
import type { TeamWeek } from "../evidence/panel.ts";
import type { Comparison, Guardrail, Outcome } from "../hypothesis.ts";
import { type ArmFigure, lastOfBoth, lastOfCovered } from "./published.ts";
import { isShare, type Measure, type Reported } from "./source.ts";
import type { Units } from "./units.ts";
import { whereNow } from "./weeks.ts";

/** A sealed policy as it was measured up to a day. */
export interface Gathered {
  startsOn: string;
  decidesOn: string;
  today: string;
  comparison: Comparison;
  outcomes: readonly Outcome[];
  guardrails: readonly Guardrail[];
  arms: readonly Arm[];
  units: Units;
  reported: readonly Reported[];
  armFigures: readonly ArmFigure[];
}

/** A value with the outcome or guardrail that it belongs to: what is stored, hashed and downloaded. */
export interface SeriesRow extends TeamWeek {
  series: string;
}

/** Values of teams, counted for their units; several of one week are one, those with more behind them counting more. */
export function rowsOf({
  outcomes,
  guardrails,
  units,
  reported,
}: Pick<Gathered, "outcomes" | "guardrails" | "units" | "reported">): SeriesRow[] {
  const measureOf = new Map([...outcomes, ...guardrails].map(({ id, measure }) => [id, measure]));
  const placed = reported.flatMap((row) => {
    const unit = units.unitOf.get(row.team);
    return unit === undefined ? [] : [{ ...row, team: unit }];
  });
  const byPlace = Map.groupBy(placed, ({ series, team, week }) => `${series} ${team} ${week}`);
  return [...byPlace.values()].map((of) => {
    const { series, team, week } = of[0]!;
    const behind = of.reduce((sum, { weight }) => sum + weight, 0);
    const value = of.reduce((sum, row) => sum + row.weight * row.value, 0) / behind;
    const measure = measureOf.get(series);
    const weight = measure && isShare(measure) ? behind : 1;
    return { series, team, week, value, weight, covered: units.covered(team, week) };
  });
}

/** What the pure core judges. Shares of a pulse are handed in as shares of 1, and so are their sizes and limits. */
export function toAssess(gathered: Gathered, rows: readonly SeriesRow[]): Policy {
  const { startsOn, decidesOn, today, outcomes, guardrails } = gathered;
  const bySeries = Map.groupBy(rows, ({ series }) => series);
  return {
    design: designOf(gathered),
    outcomes: outcomes.map(({ id, measure, wanted, sizeThatMatters }) => ({
      ...{ id, wanted, rows: bySeries.get(id) ?? [] },
      sizeThatMatters: Number(sizeThatMatters) * scaleOf(measure),
      planned: plannedFor(gathered.units, bySeries.get(id) ?? []),
      ...sharesOf(gathered, measure, false),
    })),
    guardrails: guardrails.map(({ id, measure, safe, limit, margin }) => ({
      ...{ id, safe, rows: bySeries.get(id) ?? [] },
      limit: Number(limit) * scaleOf(measure),
      margin: Number(margin) * scaleOf(measure),
      ...sharesOf(gathered, measure, true),
    })),
    ...whereNow(startsOn, decidesOn, today),
  };
}

/** Those that report this at all, or, as long as nobody has, all that are compared. */
function plannedFor({ arms }: Units, rows: readonly SeriesRow[]): Planned {
  const reporting = new Set(rows.map(({ team }) => team));
  const count = (teams: readonly string[]) =>
    reporting.size === 0 ? teams.length : teams.filter((team) => reporting.has(team)).length;
  return { covered: count(arms.covered), others: count(arms.others) };
}

/** People write points of a hundred; what a pulse told is a share of 1. */
export function scaleOf(measure: Measure): number {
  return measure.kind === "pulse-question" ? 0.01 : 1;
}

function designOf({ comparison, arms }: Gathered): Design {
  const inArm = (which: Arm["arm"]) => arms.filter(({ arm }) => arm === which).map(({ teamId }) => teamId);
  switch (comparison.kind) {
    case "randomised-by-team":
      return { kind: comparison.kind, start: 0, drawn: { covered: inArm("covered"), others: inArm("others") } };
    case "randomised-on-and-off": {
      const { weeksEach, pairs, wearingOff } = comparison;
      const firstOn = new Map(arms.map((each) => [each.teamId, each.firstOn ?? []]));
      return { kind: comparison.kind, blocks: { start: 0, weeksEach, pairs, wearingOff }, firstOn };
    }
    case "survey":
      return { kind: comparison.kind };
    default:
      return { kind: comparison.kind, start: 0 };
  }
}

/** A guardrail needs the covered alone. */
function sharesOf({ armFigures, startsOn }: Gathered, measure: Measure, coveredAlone: boolean) {
  if (measure.kind !== "pulse-question") return {};
  const figures = armFigures.filter(({ question }) => question === measure.question);
  const both = lastOfBoth(figures, startsOn);
  if (both) return { shares: { covered: both.covered, others: both.others } };
  const covered = coveredAlone ? lastOfCovered(figures, startsOn) : null;
  return { shares: { covered: covered ?? nobody, others: nobody } };
}

const nobody = { yes: 0, of: 0 };
