import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { panelOf, type TeamWeek } from "../panel.ts";
import { coinsFor, setsOf, waysToChoose } from "./assignments.ts";
import { chanceFrom } from "./chance.ts";
import { normalQuantile, tQuantile } from "./distributions.ts";
import { liesWithin } from "./equivalence.ts";
import { holm } from "./holm.ts";
import { Turned } from "./inversion.ts";
import { newcombe, wilson } from "./shares.ts";
import { levellerOf } from "./two-way.ts";
import { resampledByTeam } from "./wild-bootstrap.ts";

describe("shares", () => {
  // Newcombe 1998, Statistics in Medicine 17: 873–890, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])("%i of %i against %i of %i as published", (yes, of, others, ofOthers, low, high) => {
    const { range } = newcombe({ yes, of }, { yes: others, of: ofOthers }, 0.95);
    expect(range.low).toBeCloseTo(low, 4);
    expect(range.high).toBeCloseTo(high, 4);
  });

  const share = fc
    .integer({ min: 1, max: 500 })
    .chain((of) => fc.integer({ min: 0, max: of }).map((yes) => ({ yes, of })));

  test("a range holds its share, lies within 0 and 1 and grows with the level", () => {
    fc.assert(
      fc.property(share, (one) => {
        const [narrow, wide] = [wilson(one, 0.9), wilson(one, 0.95)];
        const value = one.yes / one.of;
        expect(narrow.low).toBeLessThanOrEqual(value + 1e-12);
        expect(narrow.high).toBeGreaterThanOrEqual(value - 1e-12);
        expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-12);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-12);
        expect(wide.low).toBeGreaterThanOrEqual(0);
        expect(wide.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("the difference turned around is its mirror image", () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [newcombe(one, other, 0.95), newcombe(other, one, 0.95)];
        expect(there.range.low).toBeCloseTo(-back.range.high, 12);
        expect(there.range.low).toBeLessThanOrEqual(there.difference);
        expect(there.range.high).toBeGreaterThanOrEqual(there.difference);
      }),
    );
  });
});

describe("Holm", () => {
  const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

  test("never below the p given, never above Bonferroni's, and in the same order", () => {
    fc.assert(
      fc.property(ps, (given) => {
        const adjusted = holm(given);
        for (const [at, p] of given.entries()) {
          expect(adjusted[at]).toBeGreaterThanOrEqual(p);
          expect(adjusted[at]).toBeLessThanOrEqual(Math.min(1, p * given.length));
          for (const [other, also] of given.entries())
            if (p < also) expect(adjusted[at]).toBeLessThanOrEqual(adjusted[other]!);
        }
      }),
    );
  });

  test("one outcome keeps its p", () => expect(holm([0.04])).toEqual([0.04]));
});

test("equivalence is the 90 % range within the margin, ends not included", () => {
  expect(liesWithin({ low: -1.9, high: 1.9 }, 2)).toBe(true);
  expect(liesWithin({ low: -2, high: 1 }, 2)).toBe(false);
  expect(liesWithin({ low: Number.NEGATIVE_INFINITY, high: 1 }, 2)).toBe(false);
});

test("quantiles as tables print them", () => {
  expect(tQuantile(0.975, 9)).toBeCloseTo(2.262157, 6);
  expect(tQuantile(0.95, 2.5)).toBeCloseTo(2.558219, 5);
  expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 6);
});

describe("lots", () => {
  const sets = (units: number, chosen: number, most: number) => {
    const seen: string[] = [];
    const lots = setsOf(units, chosen, most, chanceFrom(3));
    lots.each((drawn) => void seen.push([...drawn].join("")));
    return { ...lots, seen };
  };

  test("every set once, of the size asked for", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(9), (units, some) => {
        const chosen = Math.min(units, some);
        const { possible, exact, seen } = sets(units, chosen, 1000);
        expect(exact).toBe(true);
        expect(seen).toHaveLength(possible);
        expect(new Set(seen).size).toBe(waysToChoose(units, chosen));
        for (const drawn of seen) expect(drawn.replaceAll("0", "")).toHaveLength(chosen);
      }),
    );
  });

  test("a sample where there are too many, each team as often as the others", () => {
    const { exact, seen } = sets(40, 20, 4000);
    expect([exact, seen.length]).toEqual([false, 4000]);
    for (let team = 0; team < 40; team++) {
      const times = seen.filter((drawn) => drawn[team] === "1").length;
      expect(Math.abs(times - 2000)).toBeLessThan(5 * Math.sqrt(1000));
    }
  });

  test("every coin once", () => {
    const seen = new Set<string>();
    coinsFor(6, 64, chanceFrom(1)).each((drawn) => void seen.add([...drawn].join("")));
    expect(seen.size).toBe(64);
  });
});

describe("a lot turned around", () => {
  const line = fc.record({ value: fc.integer({ min: -50, max: 50 }), pull: fc.integer({ min: -9, max: 9 }) });

  test("p counts the lots at least as far from 0, and the range holds what p keeps", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.array(line, { minLength: 19, maxLength: 60 }),
        fc.integer({ min: -30, max: 30 }),
        (value, lines, hypothesis) => {
          const turned = new Turned(value, 10);
          for (const of of [{ value, pull: 10 }, ...lines]) turned.add(of.value, of.pull);
          const far = (of: { value: number; pull: number }) => Math.abs(of.value - hypothesis * of.pull);
          const real = far({ value, pull: 10 });
          const counted = (1 + lines.filter((of) => far(of) >= real).length) / (1 + lines.length);
          expect(turned.p(hypothesis, false)).toBeCloseTo(counted, 12);
          const { low, high } = turned.range(0.1, false);
          if (hypothesis > low && hypothesis < high) expect(counted).toBeGreaterThan(0.1);
          if (hypothesis < low || hypothesis > high) expect(counted).toBeLessThanOrEqual(0.1);
        },
      ),
    );
  });
});

describe("levels", () => {
  const rows = fc
    .array(
      fc.record({
        team: fc.nat(5),
        week: fc.nat(7),
        value: fc.integer({ min: -99, max: 99 }),
        weight: fc.integer({ min: 1, max: 5 }),
      }),
      {
        minLength: 6,
        maxLength: 60,
      },
    )
    .map((all) => [...new Map(all.map((row) => [`${row.team} ${row.week}`, row])).values()])
    .map((all): TeamWeek[] =>
      all.map((row) => ({ ...row, team: `team ${row.team}`, covered: (row.week * 7 + row.team) % 3 === 0 })),
    );

  test("what is left has no mean in any team or week, also of panels in pieces", () => {
    fc.assert(
      fc.property(rows, (these) => {
        const panel = panelOf(these);
        const rest = levellerOf(panel, "teams-and-weeks").takenOff(panel.value);
        for (const groupOf of [panel.teamOf, panel.weekOf]) {
          for (const group of new Set(groupOf)) {
            let sum = 0;
            for (let row = 0; row < rest.length; row++)
              if (groupOf[row] === group) sum += panel.weight[row]! * rest[row]!;
            expect(Math.abs(sum)).toBeLessThan(1e-7);
          }
        }
      }),
    );
  });

  test("a difference added where the policy covers moves estimate and range by as much", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -20, max: 20 }), (these, added) => {
        const found = (by: number) => {
          const panel = panelOf(these.map((row) => ({ ...row, value: row.value + by * Number(row.covered) })));
          return resampledByTeam(panel, panel.covered, 64, chanceFrom(5));
        };
        const [plain, moved] = [found(0), found(added)];
        if (!plain || !moved) return;
        expect(moved.difference).toBeCloseTo(plain.difference + added, 6);
        expect(moved.p(added)).toBeCloseTo(plain.p(0), 6);
      }),
      { numRuns: 60 },
    );
  });

  test("a figure that is nothing but rounding is far from no draw", () => {
    const row = (team: string, week: number, value: number, weight: number, covered: boolean) => {
      return { team, week, value, weight, covered };
    };
    const rows = [
      row("4", 7, 29, 1, false),
      row("3", 7, 9, 1, false),
      row("4", 6, 87, 1, false),
      row("0", 0, 0, 1, true),
      row("3", 6, 67, 1, true),
      row("4", 2, 0, 5, true),
    ];
    for (const added of [0, -6, 7]) {
      const panel = panelOf(rows.map((each) => ({ ...each, value: each.value + added * Number(each.covered) })));
      expect(resampledByTeam(panel, panel.covered, 64, chanceFrom(5))!.p(added)).toBe(1);
    }
  });

  test("one team against one fits perfectly and has no bounds", () => {
    const rows = ["a", "b"].flatMap((team) =>
      [1, 2, 3, 4].map((week) => ({
        team,
        week,
        value: week ** 2 * (team === "a" ? 3 : 1),
        covered: team === "a" && week > 2,
      })),
    );
    const panel = panelOf(rows);
    const { low, high } = resampledByTeam(panel, panel.covered, 64, chanceFrom(1))!.range(0.05);
    expect([low, high]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});
