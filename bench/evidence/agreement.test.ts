/** The product's figures held against R's, which were made by agreement/agreement.R and stored beside it. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { beforeAndAfter, compared, levelOf } from "../../src/features/policies/evidence/designs/described.ts";
import { differenceInDifferences } from "../../src/features/policies/evidence/designs/difference-in-differences.ts";
import { randomisedByTeam } from "../../src/features/policies/evidence/designs/randomised-by-team.ts";
import { randomisedOnAndOff } from "../../src/features/policies/evidence/designs/randomised-on-and-off.ts";
import { chanceFrom } from "../../src/features/policies/evidence/inference/chance.ts";
import { detectable, detectableOnAndOff } from "../../src/features/policies/evidence/inference/detectable.ts";
import { equivalenceP } from "../../src/features/policies/evidence/inference/equivalence.ts";
import { holm } from "../../src/features/policies/evidence/inference/holm.ts";
import { newcombe, wilson } from "../../src/features/policies/evidence/inference/shares.ts";
import { resampledByTeam } from "../../src/features/policies/evidence/inference/wild-bootstrap.ts";
import { armsOf, panelOf, type TeamWeek } from "../../src/features/policies/evidence/panel.ts";

const stored = (name: string) => readFileSync(new URL(`agreement/${name}`, import.meta.url), "utf8");
const r = JSON.parse(stored("agreement.json"));
const [large, small, switching] = ["large.csv", "small.csv", "on-and-off.csv"].map(rowsOf) as [R, R, R];
type R = TeamWeek[];

describe("closed forms agree with R to 1e-6", () => {
  test("the two-way estimate of a panel with weights and missing weeks, and clubSandwich's error", () => {
    for (const [rows, of] of [
      [large, r.twoWay],
      [small, r.smallTwoWay],
    ] as const) {
      const panel = panelOf(rows);
      const found = resampledByTeam(panel, panel.covered, 99, chanceFrom(1))!;
      close([found.difference, found.error], [of.difference, of.error]);
    }
  });

  test("the drift of the covered before the start", () => {
    const before = large.filter(({ week }) => week < 0);
    const slope = panelOf(before.map((row) => ({ ...row, value: row.team <= "team-12" ? row.week : 0 }))).value;
    const found = resampledByTeam(panelOf(before), slope, 99, chanceFrom(1))!;
    close([found.difference, found.error], [r.drift.difference, r.drift.error]);
  });

  test("Student's and Welch's ranges over teams", () => {
    const arms = armsOf(small, 0, true);
    const other = compared(small, arms, 0)!;
    const ranges = [other.range95.low, other.range95.high, other.range90.low, other.range90.high];
    close([other.difference, ...ranges, other.p, other.method.df!], r.welch);
    const own = beforeAndAfter(small, arms.covered, 0)!;
    close(
      [own.difference, own.range95.low, own.range95.high, own.range90.low, own.range90.high, own.p],
      r.beforeAndAfter,
    );
    const level = levelOf(small, arms.covered, 0)!;
    close([level.difference, level.range90.low, level.range90.high], r.level);
    const error = (own.range90.high - own.difference) / 2.353363434801823;
    close([equivalenceP(own.difference, error, 3, 6)], [r.equivalence]);
  });

  test("shares, Holm and what could be told", () => {
    const ranges = [
      newcombe({ yes: 56, of: 70 }, { yes: 48, of: 80 }, 0.95),
      newcombe({ yes: 9, of: 10 }, { yes: 3, of: 10 }, 0.9),
      newcombe({ yes: 5, of: 56 }, { yes: 0, of: 29 }, 0.95),
    ];
    close(
      ranges.flatMap(({ range }) => [range.low, range.high]),
      r.newcombe,
    );
    close(Object.values(wilson({ yes: 3, of: 6 }, 0.9)), r.wilson);
    close(holm([0.011, 0.04, 0.003, 0.04, 0.6]), r.holm);
    const spread = { sd: 3, correlation: 0.4 };
    const plan = { teams: { covered: 12, others: 9 }, weeks: { before: 10, after: 6 }, outcomes: 2 };
    const onAndOff = { teams: 5, pairs: 3, weeksEach: 2, outcomes: 1 };
    close([detectable(spread, plan), detectableOnAndOff(spread, onAndOff)], r.detectable);
  });
});

describe("what is drawn again agrees with R", () => {
  test("every lot of 4 among 8 teams, exactly", () => {
    const found = [0, 2, -1.5].map((tau) => {
      const rows = small.map((row) => ({ ...row, value: row.value - tau * Number(row.covered) }));
      return randomisedByTeam(rows, armsOf(small, 0, true), 0, { seed: 1, most: 1000 })!.p;
    });
    close(found, r.lotSmall);
  });

  test("every coin of 3 teams and 3 pairs, exactly", () => {
    const blocks = { start: 0, weeksEach: 2, pairs: 3, wearingOff: 0 };
    const found = [0, 1, 3].map((tau) => {
      const rows = switching.map((row) => ({ ...row, value: row.value - tau * Number(row.covered) }));
      return randomisedOnAndOff(rows, blocks, { seed: 1, most: 1000 })!;
    });
    close([found[0]!.difference], [r.onAndOff]);
    close(
      found.map(({ p }) => p),
      r.coins,
    );
  });

  test("every sign of 8 teams, exactly", () => {
    const panel = panelOf(small);
    const { p } = resampledByTeam(panel, panel.covered, 1000, chanceFrom(1))!;
    close([p(0), p(2), p(5)], r.wildSmall);
  });

  test("samples of lots and of signs within 0.01", () => {
    const arms = armsOf(large, 0, true);
    expect(Math.abs(randomisedByTeam(large, arms, 0, { seed: 7, most: 19_999 })!.p - r.lotLarge)).toBeLessThan(0.01);
    expect(Math.abs(differenceInDifferences(large, arms, { seed: 7, most: 19_999 })!.p - r.wildLarge)).toBeLessThan(
      0.01,
    );
  });
});

function close(found: readonly number[], expected: readonly number[]) {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of found.entries()) expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-6);
}

function rowsOf(name: string): TeamWeek[] {
  const [, ...lines] = stored(name).trim().split("\n");
  return lines.map((line) => {
    const [team, week, value, weight, covered] = line.split(",") as [string, string, string, string, string];
    return { team, week: Number(week), value: Number(value), weight: Number(weight), covered: covered === "1" };
  });
}
