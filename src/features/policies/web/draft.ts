/** What is being written of a policy, and what of it is sent. Words as they are typed, ids with their names. */
import type { InputOf } from "../../../web/api.ts";
import { readFigure } from "../../okrs/web/public.tsx";
import { type Hypothesis, isArrangement, type Measure, type Policy } from "./words.ts";

export type Draft = Hypothesis;
type Written = Omit<InputOf<"policies.policies.update">, "id" | "version">;
type Comparison = NonNullable<Draft["comparison"]>;

export function draftOf(policy: Policy): Draft {
  const { kind, title, rule, why, office, owner, imperatives, scope } = policy;
  const { startsOn, decidesOn, outcomes, guardrails, comparison } = policy;
  return {
    ...{ kind, title, rule, why, office, owner, imperatives, scope },
    ...{ startsOn, decidesOn, outcomes, guardrails, comparison },
  };
}

/** The fields that differ from what is stored, as they are sent; numbers as this reader writes them. */
export function changesOf(draft: Draft, stored: Draft, locale: string): Written {
  const [now, before] = [writtenOf(draft, locale), writtenOf(stored, locale)];
  const differs = (field: string) =>
    JSON.stringify(now[field as keyof Written]) !== JSON.stringify(before[field as keyof Written]);
  return Object.fromEntries(Object.entries(now).filter(([field]) => differs(field)));
}

export function writtenOf(draft: Draft, locale: string): Written {
  const { kind, title, rule, why, scope, startsOn, decidesOn } = draft;
  const amount = (typed: string) => {
    const read = readFigure(typed, locale);
    return read.ok ? read.value : typed;
  };
  return {
    ...{ kind, title, rule, why, startsOn, decidesOn },
    // A rule asks for no days in an office.
    office: (isArrangement(kind) ? draft.office : { days: null, weekdays: [] }) as Written["office"],
    ownerId: draft.owner.id,
    imperativeIds: draft.imperatives.map(({ id }) => id),
    scope: {
      teamIds: ids(scope.teams),
      exceptTeamIds: ids(scope.exceptTeams),
      siteIds: ids(scope.sites),
      roles: scope.roles,
    },
    outcomes: draft.outcomes.map(({ id, name, measure, wanted, sizeThatMatters }) => {
      return { ...{ id, name, wanted }, measure: measureSent(measure), sizeThatMatters: amount(sizeThatMatters) };
    }),
    guardrails: draft.guardrails.map(({ id, name, measure, safe, limit, margin }) => {
      return { ...{ id, name, safe }, measure: measureSent(measure), limit: amount(limit), margin: amount(margin) };
    }),
    comparison: draft.comparison && comparisonSent(draft.comparison),
  };
}

function measureSent({ kind, subjects, question, reads }: Measure) {
  if (kind === "pulse-question") return { kind, question: question ?? "work-well-from-here" };
  if (kind === "check-ins") return { kind, reads: reads ?? "on-time" };
  return { kind, ids: ids(subjects) };
}

function comparisonSent({ kind, teams, ...lot }: Comparison): NonNullable<Written["comparison"]> {
  // A number that was emptied goes as it is, to be refused in words.
  const number = (typed: number | null) => typed as number;
  if (kind === "randomised-by-team") return { kind, draw: number(lot.draw), othersFrom: lot.othersFrom };
  if (kind === "randomised-on-and-off") {
    const { weeksEach, pairs, wearingOff } = lot;
    return { kind, weeksEach: number(weeksEach), pairs: number(pairs), wearingOff: number(wearingOff) };
  }
  return kind === "before-after" ? { kind } : { kind, teamIds: ids(teams) };
}

/** A design as it begins: half of the teams drawn, blocks of two weeks. */
export function comparisonOf(kind: Comparison["kind"], { scope, comparison }: Draft): Comparison {
  const nothing = { teams: [], draw: null, othersFrom: null, weeksEach: null, pairs: null, wearingOff: null };
  const half = halfOf(scope.teams);
  if (kind === "randomised-by-team") return { kind, ...nothing, draw: half };
  if (kind === "randomised-on-and-off") return { kind, ...nothing, weeksEach: 2, pairs: 3, wearingOff: 0 };
  return { kind, ...nothing, teams: comparison?.teams ?? [] };
}

/** Other teams for the scope. Half of them are drawn, until somebody says how many. */
export function withTeams({ scope, comparison }: Draft, teams: Draft["scope"]["teams"], saysDraw: boolean) {
  const follows = comparison?.kind === "randomised-by-team" && !saysDraw;
  return { scope: { ...scope, teams }, ...(follows ? { comparison: { ...comparison, draw: halfOf(teams) } } : {}) };
}

function halfOf(teams: readonly unknown[]): number {
  return Math.max(1, Math.floor(teams.length / 2));
}

/** Whether a lot can draw so many of these teams: one or more, and not all, for the others are compared. */
export function canDraw(draw: number | null, teams: number): draw is number {
  return Number.isInteger(draw) && Number(draw) >= 1 && Number(draw) < teams;
}

/** A number as it was typed; null where nothing was. */
export function typedNumber(typed: string): number | null {
  return typed === "" ? null : Number(typed);
}

function ids(things: readonly { id: string }[]): string[] {
  return things.map(({ id }) => id);
}
