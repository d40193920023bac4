import { beforeAndAfter, compared, surveyed } from "./designs/described.ts";
import { type Design, TEAMS_AN_ARM } from "./designs/design.ts";
import { differenceInDifferences } from "./designs/difference-in-differences.ts";
import { canCarryVerdict, possibleBlocks, possibleSets } from "./designs/lot.ts";
import { type Trends, trendsBefore } from "./designs/parallel-trends.ts";
import { randomisedByTeam } from "./designs/randomised-by-team.ts";
import { randomisedOnAndOff } from "./designs/randomised-on-and-off.ts";
import { DRAWS, type Resampling } from "./designs/resampling.ts";
import type { Estimate } from "./inference/range.ts";
import type { Share } from "./inference/shares.ts";
import { type Arms, armsOf, type TeamWeek } from "./panel.ts";

/** What is known of one outcome, or of one guardrail. */
export interface Series {
  rows: readonly TeamWeek[];
  /** What a pulse told of each arm; then there are no rows. */
  shares?: { covered: Share; others: Share };
}

/** What a design makes of a series. */
export interface Measured {
  estimate: Estimate | null;
  trends: Trends | null;
  arms: Arms;
  enoughTeams: boolean;
  /** Ways the lot could have fallen among the teams with data; null where nobody was drawn. */
  possible: number | null;
}

/** How a figure is resampled; `byLot` and `byTeam` bound the draws looked at. */
export interface Chances {
  seed: number;
  draws?: { byLot: number; byTeam: number };
}

/** `outcomes`: how many are tested together. `sizeThatMatters`: above 0; the margin of the parallel trends. */
export function measured(
  series: Series,
  design: Design,
  outcomes: number,
  sizeThatMatters: number,
  { seed, draws = DRAWS }: Chances,
): Measured {
  const { rows } = series;
  const byLot = { seed, most: draws.byLot };
  const byTeam = { seed, most: draws.byTeam };
  // What a pulse told of two arms can only be described, whoever was drawn: it names no team.
  if (series.shares) return measuredByShares(series.shares);
  switch (design.kind) {
    case "randomised-by-team":
      return measuredByTeam(rows, design, outcomes, byLot);
    case "randomised-on-and-off":
      return measuredOnAndOff(rows, design, outcomes, byLot);
    case "difference-in-differences": {
      const arms = armsOf(rows, design.start, true);
      const trends = trendsBefore(rows, arms, design.start, sizeThatMatters, byTeam);
      return { ...undrawn(differenceInDifferences(rows, arms, byTeam), arms, fewestOf(arms)), trends };
    }
    case "before-after": {
      const arms = armsOf(rows, design.start, true);
      return undrawn(beforeAndAfter(rows, arms.covered, design.start), arms, arms.covered.length);
    }
    case "comparison": {
      const arms = armsOf(rows, design.start, false);
      return undrawn(compared(rows, arms, design.start), arms, fewestOf(arms));
    }
    case "survey": {
      return undrawn(null, noTeams, TEAMS_AN_ARM);
    }
  }
}

function measuredByShares({ covered, others }: NonNullable<Series["shares"]>): Measured {
  return undrawn(surveyed(covered, others), noTeams, TEAMS_AN_ARM);
}

const noTeams: Arms = { covered: [], others: [], leftOut: [] };

type ByTeam = Extract<Design, { kind: "randomised-by-team" }>;
type OnAndOff = Extract<Design, { kind: "randomised-on-and-off" }>;

function measuredByTeam(rows: readonly TeamWeek[], design: ByTeam, outcomes: number, resampling: Resampling): Measured {
  const asDrawn = rowsAsDrawn(rows, design);
  const hasBefore = asDrawn.some(({ week }) => week < design.start);
  const arms = armsOf(asDrawn, design.start, hasBefore);
  const possible = possibleSets(arms.covered.length + arms.others.length, arms.covered.length);
  const estimate = randomisedByTeam(asDrawn, arms, design.start, resampling);
  return { estimate, trends: null, arms, possible, enoughTeams: canCarryVerdict(possible, outcomes) };
}

/** Each team is its own other: it stands in both arms. */
function measuredOnAndOff(rows: readonly TeamWeek[], design: OnAndOff, outcomes: number, by: Resampling): Measured {
  const asTossed = rowsAsTossed(rows, design);
  const teams = [...new Set(asTossed.map(({ team }) => team))];
  const possible = possibleBlocks(teams.length, design.blocks.pairs);
  const estimate = randomisedOnAndOff(asTossed, design.blocks, by);
  const arms = { covered: teams, others: teams, leftOut: [] };
  return { estimate, trends: null, arms, possible, enoughTeams: canCarryVerdict(possible, outcomes) };
}

function undrawn(estimate: Estimate | null, arms: Arms, fewest: number): Measured {
  return { estimate, trends: null, arms, possible: null, enoughTeams: fewest >= TEAMS_AN_ARM };
}

function fewestOf({ covered, others }: Arms): number {
  return Math.min(covered.length, others.length);
}

/**
 * Teams are compared as they were drawn, whatever was done later: a team that was drawn and then went its own way
 * stays in its arm, or choice would come back in by the side door.
 */
function rowsAsDrawn(rows: readonly TeamWeek[], design: ByTeam): TeamWeek[] {
  const [covered, others] = [new Set(design.drawn.covered), new Set(design.drawn.others)];
  return rows
    .filter(({ team }) => covered.has(team) || others.has(team))
    .map((row) => ({ ...row, covered: covered.has(row.team) && row.week >= design.start }));
}

function rowsAsTossed(rows: readonly TeamWeek[], { blocks, firstOn }: OnAndOff): TeamWeek[] {
  return rows.flatMap((row) => {
    const block = Math.floor((row.week - blocks.start) / blocks.weeksEach);
    const first = firstOn.get(row.team)?.[Math.floor(block / 2)];
    return first === undefined ? [] : [{ ...row, covered: first === (block % 2 === 0) }];
  });
}
