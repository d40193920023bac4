import { createHash } from "node:crypto";
import { waysToChoose } from "../inference/assignments.ts";

/**
 * Which teams the policy covers, drawn before the start from a published seed: teams stand in order of SHA-256 of
 * "seed:team", the first `count` are covered. Every set is as likely, and whoever has seed and names can check the
 * lot with any tool that knows SHA-256. `teams`: no name twice.
 */
export function drawTeams(teams: readonly string[], count: number, seed: string): string[] {
  return inOrderOfLot(teams, seed).slice(0, count);
}

/**
 * When each team is covered, for a policy that goes on and off: pairs of blocks, and one coin a team and pair, the
 * first bit of SHA-256 of "seed:team:pair": true covers the first block of the pair, false the second.
 */
export function drawBlocks(teams: readonly string[], pairs: number, seed: string): Map<string, boolean[]> {
  const coin = (team: string, pair: number) => hash(`${seed}:${team}:${pair}`) < "8";
  return new Map(teams.map((team) => [team, Array.from({ length: pairs }, (_, pair) => coin(team, pair))]));
}

/** Ways in which `covered` of `teams` could have been drawn. */
export function possibleSets(teams: number, covered: number): number {
  return waysToChoose(teams, covered);
}

/** Ways in which the coins of `drawBlocks` could have fallen. */
export function possibleBlocks(teams: number, pairs: number): number {
  return 2 ** (teams * pairs);
}

/**
 * Whether a lot can carry a verdict: its smallest two-sided p, 2 ÷ possible draws, must not exceed 0.05 ÷ outcomes
 * tested (PRODUCT.md; the first step of Holm). 4 of 8 teams give 2/70, enough for one outcome.
 */
export function canCarryVerdict(possible: number, outcomes: number): boolean {
  return 2 / possible <= 0.05 / outcomes;
}

function inOrderOfLot(teams: readonly string[], seed: string): string[] {
  const lots = teams.map((team) => ({ team, lot: hash(`${seed}:${team}`) }));
  return lots.sort((one, other) => (one.lot < other.lot ? -1 : 1)).map(({ team }) => team);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
