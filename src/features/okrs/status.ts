import { comparable, type Decimal, decimal, exact, ratio } from "./decimals.ts";
import type { KeyResultForecast } from "./forecast/of-key-result.ts";
import { type ByForecast, forecastVerdict } from "./forecast/verdict.ts";
import { type Commitment, goalReached, goalShare, shareReached } from "./goal.ts";
import type { Measure } from "./measures.ts";
import { type Current, progressOf, type Standing, standingOf } from "./progress.ts";
import type { State } from "./roll-up.ts";

/** Worst first, as a branch of many counts them. */
export const STATUSES = [
  "off-track",
  "at-risk",
  "no-update",
  "not-started",
  "on-track",
  "closed",
  "achieved",
  "paused",
  "postponed",
  "dropped",
] as const;
export type Status = (typeof STATUSES)[number];

/**
 * The rules an organisation may choose from. By default the forecast decides from three check-ins on, and before that
 * the pace; *worst key result* is for objectives, their key results keep the default; the others ask the pace alone:
 * *pace* with 5 and 25 points, *pace only* with 0 and 25 as in Viva Goals.
 */
export const RULES = ["default", "pace", "pace-only", "ratio", "worst-key-result"] as const;
export type Rule = (typeof RULES)[number];

/** The status that the rule gives, with the numbers it was found by, so that the formula can be printed. */
export interface Proposed {
  status: Status;
  /** At or beyond its goal while still open: the card says "target reached". */
  targetReached: boolean;
  because: Because;
  /** What is closed short of its goal, held against the whole of it: its part in an objective that goes on. */
  heldAs?: Status;
}

export type Because =
  | { rule: "dropped" | "postponed" | "paused" | "closed-at-goal" | "closed" | "no-progress" | "baseline-found" }
  | { rule: "not-started" | "first-check-in-missed"; firstDueOn: string | null }
  | { rule: "last-two-check-ins-missed" | "none-reported" }
  | { rule: "holds"; standing: Standing; value: Decimal }
  | ByForecast
  | ByGap
  | ByRatio
  | { rule: "worst-key-result"; id: string };

/** gap = expected × goalShare − progress; On track up to one limit, At risk up to the other. All shares of 1. */
export interface ByGap {
  rule: "gap";
  progress: Decimal;
  expected: Decimal;
  goalShare: Decimal;
  gap: Decimal;
  onTrackUpTo: Decimal;
  atRiskUpTo: Decimal;
}

/** ratio = progress / (expected × goalShare), null while nothing is expected. */
export interface ByRatio {
  rule: "ratio";
  progress: Decimal;
  expected: Decimal;
  goalShare: Decimal;
  ratio: Decimal | null;
  onTrackFrom: Decimal;
  atRiskFrom: Decimal;
}

export interface KeyResultFacts {
  /** Its own, or that of its objective or cycle where that ended it (`stateOf`). */
  state: State;
  /** Once it is closed with a score, whether that is what its commitment expects; else null, and its figures tell. */
  endedAtGoal?: boolean | null;
  /** Of its objective. */
  commitment: Commitment;
  measure: Measure;
  current: Current;
  /** Expected progress today, before the goal of an aspirational objective is taken into account. */
  expected: Decimal;
  /** Check-ins so far; for "from contributions" those of what contributes. */
  checkIns: number;
  /** The day of its first due check-in (YYYY-MM-DD); null without a rhythm. */
  firstDueOn: string | null;
  lastTwoDueMissed: boolean;
  today: string;
  /** null where there is none to have, or none was asked for: then pace decides. */
  forecast: KeyResultForecast | null;
}

/**
 * Status of a key result (PRODUCT: "Status"), in its order of precedence. Nothing is green without data: without a
 * check-in it is Not started up to and on the first due day, and No update once that was missed.
 */
export function keyResultStatus(facts: KeyResultFacts, rule: Rule): Proposed {
  const { state, measure, current, commitment, lastTwoDueMissed } = facts;
  const reached = hasData(facts) && goalReached(measure, current, commitment);
  const propose = (status: Status, because: Because): Proposed => {
    return { status, because, targetReached: reached && state !== "closed" };
  };
  if (state === "dropped" || state === "postponed") return propose(state, { rule: state });
  if (state === "closed") return closedAs(facts.endedAtGoal ?? reached, () => byFigures(facts, rule));
  if (state === "paused") return propose("paused", { rule: "paused" });
  if (lastTwoDueMissed) return propose("no-update", { rule: "last-two-check-ins-missed" });
  const { status, because } = byFigures(facts, rule);
  return propose(status, because);
}

/** Achieved or closed short of the goal; `held` says how short, as what is open would read it. */
function closedAs(atGoal: boolean, held: () => { status: Status }): Proposed {
  if (atGoal) return { status: "achieved", because: { rule: "closed-at-goal" }, targetReached: false };
  return { status: "closed", because: { rule: "closed" }, targetReached: false, heldAs: held().status };
}

/** What its check-ins say, whatever its state. */
function byFigures(facts: KeyResultFacts, rule: Rule): { status: Status; because: Because } {
  const { measure, current, checkIns, firstDueOn, today } = facts;
  const propose = (status: Status, because: Because) => ({ status, because });
  if (!hasData(facts)) {
    const waiting = checkIns > 0 || firstDueOn === null || today <= firstDueOn;
    return waiting
      ? propose("not-started", { rule: "not-started", firstDueOn })
      : propose("no-update", { rule: "first-check-in-missed", firstDueOn });
  }
  if (measure.kind === "baseline") return propose("on-track", { rule: "baseline-found" });
  if (measure.kind === "threshold" || measure.kind === "range") {
    const standing = standingOf(measure, current.value);
    return propose(STATUS_OF[standing], { rule: "holds", standing, value: current.value ?? "" });
  }
  const progress = progressOf(measure, current);
  if (progress === null) return propose("not-started", { rule: "no-progress" });
  return forecastStatus(facts, rule) ?? paceStatus({ ...facts, progress }, rule);
}

/** null where pace decides: by the organisation's rule, before three check-ins, and once it is closed. */
function forecastStatus({ state, measure, commitment, forecast }: KeyResultFacts, rule: Rule) {
  const asked = rule === "default" || rule === "worst-key-result";
  if (!asked || state !== "open" || measure.kind !== "metric" || forecast?.kind !== "forecast") return null;
  return forecastVerdict(measure, commitment, forecast);
}

/** What an objective's status looks at beneath it: its key results and the children that contribute. */
export interface Part {
  kind: "key-result" | "objective";
  id: string;
  /** The one shown, a person's where it was overruled. */
  status: Status;
  /** Of what is closed short of its goal: how it is held against it (`Proposed`). */
  heldAs?: Status | undefined;
  /** Expected less actual progress; null where there is none. */
  gap: Decimal | null;
}

export interface ObjectiveFacts {
  /** Its own, or that of its cycle where that ended it (`stateOf`). */
  state: State;
  /** As of a key result. */
  endedAtGoal?: boolean | null;
  commitment: Commitment;
  /** Its roll-up. */
  progress: Decimal | null;
  expected: Decimal;
  parts: readonly Part[];
}

/** Status of an objective: pace decides, or its worst key result where the organisation chose so. */
export function objectiveStatus(facts: ObjectiveFacts, rule: Rule): Proposed {
  const { state, commitment, progress, parts } = facts;
  const live = parts.filter(({ status }) => !["paused", "postponed", "dropped"].includes(status));
  const reported = live.filter((part) => !["not-started", "no-update"].includes(held(part)));
  const reached = reported.length > 0 && shareReached(progress, commitment);
  const propose = (status: Status, because: Because): Proposed => {
    return { status, because, targetReached: reached && state !== "closed" };
  };
  if (state === "dropped" || state === "postponed") return propose(state, { rule: state });
  if (state === "closed") return closedAs(facts.endedAtGoal ?? reached, () => ({ status: "closed" }));
  if (state === "paused") return propose("paused", { rule: "paused" });
  if (live.some(({ status }) => status === "no-update") && reported.length === 0) {
    return propose("no-update", { rule: "none-reported" });
  }
  if (progress === null || reported.length === 0) return propose("not-started", { rule: "no-progress" });
  const worst =
    rule === "worst-key-result" ? worstKeyResult(live.filter((part) => held(part) !== "not-started")) : null;
  if (worst) {
    const status = held(worst) === "achieved" ? "on-track" : held(worst);
    return propose(status, { rule: "worst-key-result", id: worst.id });
  }
  const byPace = paceStatus({ ...facts, progress }, rule);
  return propose(byPace.status, byPace.because);
}

/** The key result to name beside an objective: the worst status, then the widest gap; null without key results. */
export function worstKeyResult(parts: readonly Part[]): Part | null {
  const rank = (part: Part) => STATUSES.indexOf(held(part));
  const gap = (part: Part) => exact(part.gap ?? "0");
  const [worst = null] = parts
    .filter(({ kind }) => kind === "key-result")
    .sort((one, other) => rank(one) - rank(other) || gap(other).cmp(gap(one)));
  return worst;
}

function held({ status, heldAs }: Part): Status {
  return heldAs ?? status;
}

/** How many have each status, worst first, those with none left out. */
export function countPerStatus(statuses: readonly Status[]): { status: Status; count: number }[] {
  return STATUSES.map((status) => ({ status, count: statuses.filter((one) => one === status).length })).filter(
    ({ count }) => count > 0,
  );
}

const STATUS_OF = { holds: "on-track", "in-risk-band": "at-risk", broken: "off-track" } as const;

/** A check-in that left the number out is no data for what is measured by a number. */
function hasData({ measure, current, checkIns }: KeyResultFacts): boolean {
  const needsValue = !["milestones", "score-table", "contributions"].includes(measure.kind);
  return checkIns > 0 && (!needsValue || current.value !== null);
}

interface Pace {
  state: State;
  commitment: Commitment;
  progress: Decimal;
  expected: Decimal;
}

/** What is closed is held against its whole goal, not against the day it was closed on. */
function paceStatus({ state, commitment, progress, expected: today }: Pace, rule: Rule): Verdict {
  const share = goalShare(commitment);
  const expected = state === "closed" ? "1" : today;
  const due = exact(expected).times(share);
  const facts = { progress, expected, goalShare: share };
  if (rule === "ratio") {
    const reached = due.eq(0) ? null : ratio(exact(progress).div(due));
    const limits = { onTrackFrom: "0.95", atRiskFrom: "0.75" };
    const reaches = (limit: Decimal) => comparable(due.times(limit).minus(progress)).lte(0);
    const status = reaches(limits.onTrackFrom) ? "on-track" : reaches(limits.atRiskFrom) ? "at-risk" : "off-track";
    return { status, because: { rule: "ratio", ...facts, ratio: reached, ...limits } };
  }
  const gap = comparable(due.minus(progress));
  const limits = { onTrackUpTo: rule === "pace-only" ? "0" : "0.05", atRiskUpTo: "0.25" };
  const status = gap.lte(limits.onTrackUpTo) ? "on-track" : gap.lte(limits.atRiskUpTo) ? "at-risk" : "off-track";
  return { status, because: { rule: "gap", ...facts, gap: decimal(gap), ...limits } };
}

interface Verdict {
  status: Status;
  because: ByGap | ByRatio;
}
