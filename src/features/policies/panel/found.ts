import type { Evidence, Finding, GuardrailFinding } from "../evidence/assess.ts";
import { chartOf } from "../evidence/chart.ts";
import type { Design } from "../evidence/designs/design.ts";
import type { Range } from "../evidence/inference/range.ts";
import type { TeamWeek } from "../evidence/panel.ts";
import type { Settling } from "../evidence/verdict/settled-by.ts";
import { smallestTold } from "./could-tell.ts";
import { type Gathered, type SeriesRow, scaleOf } from "./to-assess.ts";
import { whereNow } from "./weeks.ts";

/** What is stored of an assessment: ids, keys and figures, in the units that people wrote; an end without a bound is null. */
export type Found = ReturnType<typeof foundOf>;

export function foundOf(gathered: Gathered, rows: readonly SeriesRow[], evidence: Evidence) {
  const bySeries = Map.groupBy(rows, ({ series }) => series);
  const scales = new Map(
    [...gathered.outcomes, ...gathered.guardrails].map(({ id, measure }) => [id, 1 / scaleOf(measure)]),
  );
  const scale = (id: string) => scales.get(id) ?? 1;
  const { verdict, called, design, sentence, settledBy } = evidence;
  return {
    ...{ verdict, called, design },
    weeks: sentence.headline.weeks,
    sentence: sentence.outcome && asTold(sentence.outcome, scale(sentence.outcome.id)),
    broken: [...sentence.guardrails.broken],
    beyondLimit: [...sentence.guardrails.beyondLimit],
    settledBy: settledBy.map((one) => settling(one, scale)),
    outcomes: evidence.outcomes.map((one) =>
      outcomeFound(one, bySeries.get(one.id) ?? [], gathered, design, scale(one.id)),
    ),
    guardrails: evidence.guardrails.map((one) => guardrailFound(one, scale(one.id))),
  };
}

function asTold({ id, key, difference, low, high }: NonNullable<Evidence["sentence"]["outcome"]>, by: number) {
  const [way, ...sureness] = key.split("-") as [Way, ...string[]];
  return {
    ...{ outcome: id, way, sureness: sureness.join("-") as Sureness },
    difference: difference * by,
    range95: bounded({ low, high }, by),
  };
}

type Way = "better" | "worse" | "level";
type Sureness = "told" | "could-be-chance" | "described";

function settling(one: Settling, scale: (id: string) => number) {
  const { key, ...rest } = one;
  const of = "outcome" in one ? one.outcome : "guardrail" in one ? one.guardrail : null;
  const figures = Object.entries(rest).flatMap(([name, value]) =>
    typeof value === "number" ? [[name, finite(scaled.has(name) && of ? value * scale(of) : value)] as const] : [],
  );
  return { key, of, figures: Object.fromEntries(figures) };
}

/** Figures in the unit of the outcome. */
const scaled: ReadonlySet<string> = new Set(["drift", "reach", "sizeThatMatters"]);

function outcomeFound(
  { id, word, estimate, adjustedP, trends, arms }: Finding,
  rows: readonly TeamWeek[],
  gathered: Gathered,
  design: Design["kind"],
  by: number,
) {
  const { p, method } = estimate ?? {};
  return {
    id,
    word: word.word,
    why: word.word === "cant-tell" ? word.why : null,
    estimate: estimate && {
      difference: estimate.difference * by,
      range95: bounded(estimate.range95, by),
      range90: bounded(estimate.range90, by),
      ...{ p: p!, adjustedP, method: method! },
    },
    trends: trends && {
      ...{ weeks: trends.weeks, perWeek: trends.perWeek, carriedOn: trends.carriedOn },
      ...{ range90: bounded(trends.range90, 1), p: trends.p, word: trends.word },
    },
    covered: levels(rowsIn(rows, arms.covered), design, true),
    others: levels(rowsIn(rows, arms.others), design, false),
    teams: {
      covered: arms.covered.map((team) => ({ id: team, ...levels(rowsIn(rows, [team]), design, true) })),
      others: arms.others.map((team) => ({ id: team, ...levels(rowsIn(rows, [team]), design, false) })),
    },
    leftOut: arms.leftOut.map(({ team, why }) => ({ id: team, why })),
    chart: design === "randomised-on-and-off" ? byTurns(rows) : chartOf(rows, arms),
    detectable: couldTell(rows, arms, gathered, design),
  };
}

function guardrailFound({ id, word, level, against }: GuardrailFinding, by: number) {
  return {
    ...{ id, word },
    level: level && { value: level.value * by, range90: bounded(level.range90, by) },
    against: against && { difference: against.difference * by, range90: bounded(against.range90, by) },
  };
}

function rowsIn(rows: readonly TeamWeek[], teams: readonly string[]): TeamWeek[] {
  const these = new Set(teams);
  return rows.filter(({ team }) => these.has(team));
}

/** Means of teams' means. Where teams go on and off, "after" is the weeks on for one arm and off for the other. */
function levels(rows: readonly TeamWeek[], design: Design["kind"], isCovered: boolean) {
  const since = rows.filter(({ week }) => week >= 0);
  const after = design === "randomised-on-and-off" ? since.filter(({ covered }) => covered === isCovered) : since;
  return { before: meanOf(rows.filter(({ week }) => week < 0)), after: meanOf(after), weeks: after.length };
}

function meanOf(rows: readonly TeamWeek[]): number | null {
  const teams = [...Map.groupBy(rows, ({ team }) => team).values()].map((of) => {
    const weight = of.reduce((sum, row) => sum + (row.weight ?? 1), 0);
    return of.reduce((sum, row) => sum + (row.weight ?? 1) * row.value, 0) / weight;
  });
  return teams.length === 0 ? null : teams.reduce((sum, each) => sum + each, 0) / teams.length;
}

/** Each week the teams that were on against those that were off. */
function byTurns(rows: readonly TeamWeek[]) {
  const weeks = [...Map.groupBy(rows, ({ week }) => week)].sort(([one], [other]) => one - other);
  return weeks.map(([week, of]) => {
    const [on, off] = [of.filter(({ covered }) => covered), of.filter(({ covered }) => !covered)];
    return { week, covered: meanOf(on), others: meanOf(off), teams: { covered: on.length, others: off.length } };
  });
}

function couldTell(rows: readonly TeamWeek[], arms: Finding["arms"], gathered: Gathered, design: Design["kind"]) {
  const { startsOn, decidesOn, today, outcomes, comparison } = gathered;
  const { now, decision } = whereNow(startsOn, decidesOn, today);
  const history = rows.filter(({ week }) => week < 0);
  const before = new Set(history.map(({ week }) => week)).size;
  const blocks = comparison.kind === "randomised-on-and-off" ? comparison : undefined;
  const after = (weeks: number) =>
    smallestTold(history, design, {
      teams: { covered: arms.covered.length, others: arms.others.length },
      weeks: { before, after: weeks },
      outcomes: outcomes.length,
      ...(blocks ? { blocks } : {}),
    });
  return { now: now < 1 ? null : after(Math.min(now, decision)), atDecision: after(decision) };
}

function bounded({ low, high }: Range, by: number) {
  return { low: finite(low * by), high: finite(high * by) };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
