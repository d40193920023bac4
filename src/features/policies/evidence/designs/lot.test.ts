import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canCarryVerdict, drawBlocks, drawTeams, possibleBlocks, possibleSets } from "./lot.ts";

const teams = Array.from({ length: 8 }, (_, at) => `team ${at}`);

describe("the lot", () => {
  test("the same seed draws the same teams, whatever order they are given in", () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(teams, { minLength: 8 }), (seed, shuffled) => {
        expect(drawTeams(shuffled, 4, seed)).toEqual(drawTeams(teams, 4, seed));
      }),
    );
  });

  test("every team is drawn as often as the others", () => {
    const times = new Map(teams.map((team) => [team, 0]));
    for (let seed = 0; seed < 4000; seed++) {
      for (const team of drawTeams(teams, 4, `seed ${seed}`)) times.set(team, times.get(team)! + 1);
    }
    for (const count of times.values()) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(1000));
  });

  test("coins fall on both sides alike", () => {
    const coins = Array.from({ length: 300 }, (_, seed) => [...drawBlocks(teams, 2, `${seed}`).values()].flat()).flat();
    expect(coins).toHaveLength(4800);
    expect(Math.abs(coins.filter(Boolean).length - 2400)).toBeLessThan(5 * Math.sqrt(1200));
  });

  test.each([
    [8, 4, 1, 70, true],
    [8, 4, 2, 70, false],
    [7, 3, 1, 35, false],
    [10, 5, 6, 252, true],
    [10, 5, 7, 252, false],
    [11, 5, 2, 462, true],
  ])("%i teams of which %i are drawn, %i outcomes: %i lots, enough %s", (all, drawn, outcomes, possible, enough) => {
    expect(possibleSets(all, drawn)).toBe(possible);
    expect(canCarryVerdict(possible, outcomes)).toBe(enough);
  });

  test("one team needs six pairs of blocks", () => {
    expect([5, 6].map((pairs) => canCarryVerdict(possibleBlocks(1, pairs), 1))).toEqual([false, true]);
  });
});
