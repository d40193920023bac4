import { type Panel, panelOf, type TeamWeek } from "../panel.ts";
import { tQuantile } from "./distributions.ts";
import { levellerOf } from "./two-way.ts";

/** How a team's weeks move around its own level and the weeks all teams share. */
export interface Spread {
  /** Standard deviation of one week, units of the value. */
  sd: number;
  /** Share of it that is still there a week later, 0 to 0.98. */
  correlation: number;
}

/**
 * From an organisation's own history (no week of it under the policy). Taking each team's mean off hides part of the
 * spread and of its persistence, the more the shorter the history; both are given back (Nickell 1981; McKenzie 2012,
 * J. Dev. Econ. 99). Null where it cannot be estimated: fewer than three teams of four weeks each, or no spread at all,
 * which is a history that says nothing and not one that promises certainty.
 */
export function spreadOf(rows: readonly TeamWeek[]): Spread | null {
  const panel = panelOf(rows);
  const teams = panel.teams.length;
  if (!isHistory(panel)) return null;
  const rest = levellerOf(panel, "teams-and-weeks").takenOff(panel.value);
  let [squares, products, pairs] = [0, 0, 0];
  for (let row = 0; row < rest.length; row++) {
    squares += rest[row]! ** 2;
    const follows = panel.teamOf[row] === panel.teamOf[row - 1];
    if (!follows || panel.weeks[panel.weekOf[row]!]! - panel.weeks[panel.weekOf[row - 1]!]! !== 1) continue;
    products += rest[row]! * rest[row - 1]!;
    pairs += 1;
  }
  if (squares <= ROUNDING ** 2 * sumOfSquares(panel.value)) return null;
  const length = rest.length / teams;
  const raw = pairs === 0 ? 0 : products / pairs / (squares / rest.length);
  const correlation = Math.min(0.98, Math.max(0, (raw * (length - 1) + 1) / (length - 2)));
  const kept = 1 - varianceOfMean(length, correlation);
  return { sd: Math.sqrt(squares / rest.length / (1 - 1 / teams) / kept), correlation };
}

const [TEAMS, WEEKS_EACH] = [3, 4];
/** What is left of values that never move apart, as a share of them. */
const ROUNDING = 1e-9;

function isHistory({ teams, teamOf }: Panel): boolean {
  const weeks = teams.map(() => 0);
  for (const team of teamOf) weeks[team]! += 1;
  return weeks.filter((each) => each >= WEEKS_EACH).length >= TEAMS;
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}

export interface Plan {
  teams: { covered: number; others: number };
  weeks: { before: number; after: number };
  /** Tested together; each must clear 5 % ÷ outcomes. */
  outcomes: number;
}

/**
 * The smallest true difference that such a plan would tell from chance four times in five (power 80 %):
 * (t₁₋α/₂ + t₀.₈) · sd · √v · √(1/n₁ + 1/n₀), with n₁ + n₀ − 2 degrees of freedom and v the variance of a team's mean
 * after minus its mean before, for weeks of variance 1 that keep `correlation` (Bloom 1995, Evaluation Review 19;
 * Burlig, Preonas & Woerman 2020). In units of the value; Infinity where a plan can tell nothing.
 */
export function detectable({ sd, correlation }: Spread, { teams, weeks, outcomes }: Plan): number {
  const df = teams.covered + teams.others - 2;
  if (df < 1 || teams.covered < 1 || teams.others < 1 || weeks.after < 1) return Number.POSITIVE_INFINITY;
  const before = Array.from({ length: weeks.before }, () => -1 / weeks.before);
  const after = Array.from({ length: weeks.after }, () => 1 / weeks.after);
  const variance = varianceOf([...before, ...after], correlation);
  const perTeams = 1 / teams.covered + 1 / teams.others;
  return steps(df, outcomes) * sd * Math.sqrt(variance * perTeams);
}

/** The same for a policy that goes on and off: (t₁₋α/₂ + t₀.₈) · sd · √(v / (teams · pairs)), v of one block minus the other. */
export function detectableOnAndOff(
  { sd, correlation }: Spread,
  plan: { teams: number; pairs: number; weeksEach: number; outcomes: number },
): number {
  const units = plan.teams * plan.pairs;
  if (units < 2) return Number.POSITIVE_INFINITY;
  const block = (share: number) => Array.from({ length: plan.weeksEach }, () => share / plan.weeksEach);
  const variance = varianceOf([...block(1), ...block(-1)], correlation);
  return steps(units - 1, plan.outcomes) * sd * Math.sqrt(variance / units);
}

const POWER = 0.8;

function steps(df: number, outcomes: number): number {
  return tQuantile(1 - 0.025 / outcomes, df) + tQuantile(POWER, df);
}

/** Variance of Σ shareₜ · weekₜ. */
function varianceOf(shares: readonly number[], correlation: number): number {
  let sum = 0;
  for (const [one, share] of shares.entries()) {
    for (const [other, also] of shares.entries()) sum += share * also * correlation ** Math.abs(one - other);
  }
  return sum;
}

/** Of `length` weeks in a row, each of variance 1; `length` may be a mean over teams. */
function varianceOfMean(length: number, correlation: number): number {
  const whole = Math.max(1, Math.round(length));
  return varianceOf(
    Array.from({ length: whole }, () => 1 / whole),
    correlation,
  );
}
