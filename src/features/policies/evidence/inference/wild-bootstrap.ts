import type { Panel } from "../panel.ts";
import { coinsFor, type Lots } from "./assignments.ts";
import type { Chance } from "./chance.ts";
import type { Solve } from "./definite-solver.ts";
import type { Range } from "./range.ts";
import { levellerOf } from "./two-way.ts";

/**
 * Difference along a column `x` (levels taken off) with inference resampled by team: the wild cluster bootstrap with
 * the hypothesis imposed and one sign for each team (Cameron, Gelbach & Miller 2008; MacKinnon & Webb 2018; Roodman et
 * al. 2019). With x̃ and ỹ the residuals of `levellerOf`, the estimate is b = Σx̃ỹ / Σx̃². For a hypothesis b₀ the
 * residuals ỹ − b₀x̃ of each team keep or turn their sign, b is estimated anew with its cluster-robust t, and p(b₀) is
 * the share of draws whose |t| is at least the real one's. The range holds every b₀ with p above α.
 *
 * Both the figure and its variance are polynomials in b₀ whose coefficients a draw fixes once, so a search over b₀
 * costs one line a draw.
 */
export function resampledByTeam(panel: Panel, x: ArrayLike<number>, most: number, chance: Chance) {
  const leveller = levellerOf(panel, "teams-and-weeks");
  const [xRest, yRest] = [leveller.takenOff(x), leveller.takenOff(panel.value)];
  const xOf = sumsByTeam(panel, xRest, xRest);
  const yOf = sumsByTeam(panel, xRest, yRest);
  const spread = total(xOf);
  if (!(spread > 1e-12 * panel.value.length)) return null;
  const difference = total(yOf) / spread;
  const lots = coinsFor(panel.teams.length, most, chance);
  const draws = drawsOf(lots, kernelOf(panel, leveller.weeks, [xRest, yRest], [xOf, yOf]), xOf, yOf, spread);
  const real = lineOf(yOf, xOf);
  const [yWhole, xWhole] = [wholeOf(yOf), wholeOf(xOf)];
  const p = (hypothesis: number) => {
    const nothing = (1e-10 * (yWhole + Math.abs(hypothesis) * xWhole)) ** 2;
    return shareBeyond(draws, real, { hypothesis, nothing }, !lots.exact);
  };
  const error = Math.sqrt(variance(real, difference)) / spread;
  const step = error || Math.abs(difference) * 1e-6 || 1e-9;
  return {
    difference,
    /** Cluster-robust, without a correction for few teams (CR0). */
    error,
    p,
    range: (alpha: number): Range => ({
      low: -edge((far) => p(difference - far), alpha, step) + difference,
      high: edge((far) => p(difference + far), alpha, step) + difference,
    }),
    draws: draws.length,
    exact: lots.exact,
  };
}

/**
 * Of one draw, or of the data: the figure Σ(scores) = a − b₀·c, and the sum of squared scores about the estimate as
 * d − 2·b₀·e + b₀²·f.
 */
interface Line {
  a: number;
  c: number;
  d: number;
  e: number;
  f: number;
}

/** `scores` − b₀·`pulls`, with the part that the estimate explains taken off each team: x̃² share of it. */
function lineOf(scores: Float64Array, pulls: Float64Array): Line {
  // For the data the estimate's residuals do not depend on b₀: the same d for every hypothesis.
  const spread = total(pulls);
  const b = total(scores) / spread;
  let d = 0;
  for (let team = 0; team < scores.length; team++) d += (scores[team]! - b * pulls[team]!) ** 2;
  return { a: total(scores), c: spread, d, e: 0, f: 0 };
}

function variance({ d, e, f }: Line, hypothesis: number): number {
  return Math.max(0, d - 2 * hypothesis * e + hypothesis ** 2 * f);
}

/** How one team's turned residuals move each team's score once the levels are taken off again. */
interface Kernel {
  ofY: Float64Array[];
  ofX: Float64Array[];
}

/**
 * A team's score after the levels came off again: its own part, less what all teams' parts move the levels of its
 * weeks. With X and Y the weighted residuals by team and week and L the equations of `weekSolver`: diag(x̃ỹ) − X·L⁻¹·Yᵀ.
 */
function kernelOf(panel: Panel, solve: Solve, [xRest, yRest]: [F, F], [xOf, yOf]: [F, F]): Kernel {
  const [ofWeekX, ofWeekY] = [byTeamAndWeek(panel, xRest), byTeamAndWeek(panel, yRest)];
  const kernel: Kernel = { ofY: [], ofX: [] };
  for (let team = 0; team < panel.teams.length; team++) {
    const levels = solve(ofWeekX[team]!);
    const moved = (of: readonly Float64Array[], own: Float64Array) =>
      Float64Array.from(of, (weeks, at) => (at === team ? own[team]! : 0) - dot(levels, weeks));
    kernel.ofY.push(moved(ofWeekY, yOf));
    kernel.ofX.push(moved(ofWeekX, xOf));
  }
  return kernel;
}

type F = Float64Array;

function byTeamAndWeek({ teams, weeks, teamOf, weekOf, weight }: Panel, rest: Float64Array): Float64Array[] {
  const sums = teams.map(() => new Float64Array(weeks.length));
  for (let row = 0; row < rest.length; row++) sums[teamOf[row]!]![weekOf[row]!]! += weight[row]! * rest[row]!;
  return sums;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}

function drawsOf(lots: Lots, kernel: Kernel, xOf: Float64Array, yOf: Float64Array, spread: number): Line[] {
  const lines: Line[] = [];
  const signs = new Float64Array(xOf.length);
  lots.each((drawn) => {
    for (let team = 0; team < drawn.length; team++) signs[team] = 2 * drawn[team]! - 1;
    const [a, c] = [dot(yOf, signs), dot(xOf, signs)];
    lines.push({ a, c, ...squaresOf(kernel, signs, (team) => xOf[team]! / spread, a, c) });
  });
  return lines;
}

/** Σ of the teams' squared scores, whose parts of y and of x are summed in one walk: this is where the time goes. */
function squaresOf(kernel: Kernel, signs: Float64Array, share: (team: number) => number, a: number, c: number) {
  let [d, e, f] = [0, 0, 0];
  for (let team = 0; team < signs.length; team++) {
    const [rowY, rowX] = [kernel.ofY[team]!, kernel.ofX[team]!];
    let [ofY, ofX] = [-a * share(team), -c * share(team)];
    for (let at = 0; at < signs.length; at++) {
      ofY += rowY[at]! * signs[at]!;
      ofX += rowX[at]! * signs[at]!;
    }
    d += ofY * ofY;
    e += ofY * ofX;
    f += ofX * ofX;
  }
  return { d, e, f };
}

/** t² is compared without dividing, so that a perfect fit is no special case. Sampled draws count the real one too. */
function shareBeyond(draws: readonly Line[], real: Line, about: Hypothesis, isSample: boolean): number {
  const one = squares(real, about);
  let count = Number(isSample);
  for (const line of draws) {
    const other = squares(line, about);
    if (other.figure * one.spread >= one.figure * other.spread * (1 - 1e-9)) count += 1;
  }
  return count / (draws.length + Number(isSample));
}

interface Hypothesis {
  hypothesis: number;
  /** A squared figure up to here is rounding of what it was summed from. */
  nothing: number;
}

/** What is nothing but rounding is none, figure and spread: two teams always fit perfectly, which tells nothing. */
function squares(line: Line, { hypothesis, nothing }: Hypothesis) {
  const far = (line.a - hypothesis * line.c) ** 2;
  const figure = far <= nothing ? 0 : far;
  const spread = variance(line, hypothesis);
  return { figure, spread: spread <= 1e-14 * figure ? 0 : spread };
}

/** How far from the estimate p falls to `alpha`; Infinity where it never does. */
function edge(p: (far: number) => number, alpha: number, step: number): number {
  let [inside, outside] = [0, step];
  while (p(outside) > alpha) {
    [inside, outside] = [outside, outside * 2];
    if (outside > step * 1e4) return Number.POSITIVE_INFINITY;
  }
  while (outside - inside > step * 1e-5) {
    const middle = (inside + outside) / 2;
    if (p(middle) > alpha) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** Σ weight · one · other, team by team. */
function sumsByTeam(panel: Panel, one: Float64Array, other: Float64Array): Float64Array {
  const sums = new Float64Array(panel.teams.length);
  for (let row = 0; row < one.length; row++) sums[panel.teamOf[row]!]! += panel.weight[row]! * one[row]! * other[row]!;
  return sums;
}

function wholeOf(of: Float64Array): number {
  return of.reduce((sum, each) => sum + Math.abs(each), 0);
}

function total(of: Float64Array): number {
  let sum = 0;
  for (const each of of) sum += each;
  return sum;
}
