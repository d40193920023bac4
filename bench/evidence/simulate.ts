/** What the evidence says of policies whose difference we know, counted over many made-up organisations. */
import { assess, type Evidence, type Policy } from "../../src/features/policies/evidence/assess.ts";
import type { Design } from "../../src/features/policies/evidence/designs/design.ts";
import { drawBlocks } from "../../src/features/policies/evidence/designs/lot.ts";
import type { TeamWeek } from "../../src/features/policies/evidence/panel.ts";
import { drawsFrom } from "../forecast/draws.ts";
import { onAndOff, SIZE_THAT_MATTERS, type Situation, startingOnce, WEEKS_AFTER } from "./organisations.ts";

export interface Cell extends Situation {
  design: "randomised-by-team" | "randomised-on-and-off" | "difference-in-differences";
}

/** Shares of the runs. */
export interface Counted extends Cell {
  runs: number;
  /** Of the ranges there were (coins that fell alike for all teams compare nothing): those that held what the policy did. */
  held: number;
  helps: number;
  harms: number;
  noDifference: number;
  tooFew: number;
  /** No verdict either way: "Can't tell" or "Too few teams to tell". */
  withheld: number;
}

/** Draws looked at in each run: fewer than the product's, so that the whole takes minutes. */
const DRAWS = { byLot: 699, byTeam: 399 };
const [PAIRS, WEEKS_EACH] = [4, 2];

export function simulate(cell: Cell, runs: number, seed: number): Counted {
  const draws = drawsFrom(seed);
  const counted = { held: 0, helps: 0, harms: 0, noDifference: 0, tooFew: 0, withheld: 0 };
  let ranges = 0;
  for (let run = 0; run < runs; run++) {
    const evidence = assess(policyOf(cell, draws), { seed: seed + run, draws: DRAWS });
    const range = evidence.outcomes[0]!.estimate?.range95;
    if (range) ranges += 1;
    if (range && range.low <= cell.difference && cell.difference <= range.high) counted.held += 1;
    count(evidence, counted);
  }
  const shares = Object.fromEntries(Object.entries(counted).map(([name, times]) => [name, times / runs]));
  return { ...cell, runs, ...(shares as typeof counted), held: counted.held / ranges };
}

function policyOf(cell: Cell, draws: ReturnType<typeof drawsFrom>): Policy {
  const { design, rows } = madeUp(cell, draws);
  const outcome = { id: "outcome", wanted: "up" as const, sizeThatMatters: SIZE_THAT_MATTERS, rows };
  return { design, outcomes: [outcome], guardrails: [], now: 100, decision: WEEKS_AFTER };
}

function madeUp(cell: Cell, draws: ReturnType<typeof drawsFrom>): { design: Design; rows: TeamWeek[] } {
  if (cell.design === "randomised-on-and-off") {
    const teams = Array.from({ length: cell.teams }, (_, at) => `team-${String(at + 1).padStart(2, "0")}`);
    const firstOn = drawBlocks(teams, PAIRS, String(draws.whole(0, 2 ** 31)));
    const rows = onAndOff(cell, [...firstOn.values()], WEEKS_EACH, draws);
    const blocks = { start: 0, weeksEach: WEEKS_EACH, pairs: PAIRS, wearingOff: 0 };
    return { design: { kind: cell.design, blocks, firstOn }, rows };
  }
  const rows = startingOnce(cell, cell.design === "randomised-by-team" ? "drawn" : "highest", draws);
  if (cell.design === "difference-in-differences") return { design: { kind: cell.design, start: 0 }, rows };
  const covered = [...new Set(rows.filter((row) => row.covered).map(({ team }) => team))];
  const others = [...new Set(rows.map(({ team }) => team))].filter((team) => !covered.includes(team));
  return { design: { kind: cell.design, start: 0, drawn: { covered, others } }, rows };
}

function count({ verdict }: Evidence, counted: Omit<Counted, keyof Cell | "runs">) {
  counted.helps += Number(verdict === "helps");
  counted.harms += Number(verdict === "harms");
  counted.noDifference += Number(verdict === "no-difference");
  counted.tooFew += Number(verdict === "too-few-teams");
  counted.withheld += Number(verdict === "too-few-teams" || verdict === "cant-tell");
}
