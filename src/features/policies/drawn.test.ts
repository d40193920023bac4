import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayBefore, holdsOn, shifted } from "./covered.ts";
import { armsAtSeal, endedWith, followedBy, scopesAtSeal } from "./drawn.ts";
import type { Comparison, Hypothesis } from "./hypothesis.ts";

const start = "2027-03-01";
const teams = Array.from({ length: 11 }, (_, at) => `team ${at}`);

function hypothesis(comparison: Comparison, teamIds: readonly string[] = teams): Hypothesis {
  return {
    ...{ kind: "meeting-free", title: "Quiet", rule: "None before noon", why: "", ownerId: "me", imperativeIds: [] },
    office: { days: null, weekdays: [] },
    scope: { teamIds, exceptTeamIds: [], siteIds: ["lisbon"], roles: [] },
    ...{ startsOn: start, decidesOn: "2027-06-01", outcomes: [], guardrails: [], comparison },
  };
}

function drawn(comparison: Comparison, seed: string, teamIds = teams) {
  const words = hypothesis(comparison, teamIds);
  const arms = armsAtSeal(words, seed);
  return { arms, rows: scopesAtSeal("policy", words, arms) };
}

const on = (rows: ReturnType<typeof scopesAtSeal>, day: string) => rows.filter((row) => holdsOn(row, day));

describe("randomised by team", () => {
  it("covers exactly as many as are drawn, the same for the same seed, whatever the order of the teams", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 10 }),
        fc.shuffledSubarray(teams, { minLength: 11 }),
        (...of) => {
          const [seed, draw, shuffled] = of;
          const lot = { kind: "randomised-by-team", draw, othersFrom: null } as const;
          const covered = (teamIds: string[]) => [...(drawn(lot, seed, teamIds).rows[0]?.teamIds ?? [])].sort();
          expect(covered(teams)).toHaveLength(draw);
          expect(covered(shuffled)).toEqual(covered(teams));
        },
      ),
    );
  });

  it("covers the others from the day that was promised, and nobody twice", () => {
    const { rows } = drawn({ kind: "randomised-by-team", draw: 5, othersFrom: "2027-06-07" }, "seed");
    expect(rows.map(({ from, to, teamIds }) => [from, to, teamIds.length])).toEqual([
      [start, "2027-06-06", 5],
      ["2027-06-07", null, 11],
    ]);
  });
});

describe("randomised on and off", () => {
  it("covers every team in exactly one block of each pair, and nobody outside of the blocks", () => {
    const some = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.string(), some, some, (seed, weeksEach, pairs) => {
        const { rows } = drawn({ kind: "randomised-on-and-off", weeksEach, pairs, wearingOff: 0 }, seed);
        const block = (at: number) => shifted(start, at * weeksEach * 7);
        for (let pair = 0; pair < pairs; pair++) {
          const [one, other] = [block(pair * 2), block(pair * 2 + 1)].map((day) =>
            on(rows, day).flatMap((r) => r.teamIds),
          );
          expect([...(one ?? []), ...(other ?? [])].sort()).toEqual([...teams].sort());
          expect(on(rows, dayBefore(block(pair * 2 + 1))).flatMap((row) => row.teamIds)).toEqual(one);
        }
        expect([on(rows, dayBefore(start)), on(rows, block(pairs * 2))]).toEqual([[], []]);
      }),
    );
  });
});

describe("where nobody is drawn", () => {
  it("the arms are the teams that were named", () => {
    const { arms, rows } = drawn({ kind: "difference-in-differences", teamIds: ["other"] }, "", ["team 1"]);
    expect(arms).toEqual([
      { teamId: "team 1", arm: "covered", firstOn: null },
      { teamId: "other", arm: "others", firstOn: null },
    ]);
    expect(rows).toMatchObject([{ from: start, to: null, teamIds: ["team 1"], siteIds: ["lisbon"] }]);
  });
});

describe("a scope that ends or changes", () => {
  const rows = scopesAtSeal("policy", hypothesis({ kind: "before-after" }), []);

  it.each([
    ["2027-04-30", [[start, "2027-04-30"]]],
    ["2027-02-27", []],
  ])("ends with %s", (lastDay, expected) => {
    expect(endedWith(rows, lastDay).map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it("leaves past days as they were, and holds on exactly one row a day", () => {
    const days = fc.array(fc.nat(100), { maxLength: 6 });
    fc.assert(
      fc.property(days, (changes) => {
        let now = rows;
        for (const days of changes.toSorted((one, other) => one - other)) {
          const from = shifted(start, days);
          const next = followedBy(now, { ...rows[0]!, from, to: null, teamIds: [`from ${from}`] });
          for (const day of ["2027-03-01", dayBefore(from)].filter((each) => each < from))
            expect(on(next, day).map(({ teamIds }) => teamIds)).toEqual(on(now, day).map(({ teamIds }) => teamIds));
          now = next;
        }
        for (let day = 0; day < 110; day++) expect(on(now, shifted(start, day))).toHaveLength(1);
      }),
    );
  });
});
