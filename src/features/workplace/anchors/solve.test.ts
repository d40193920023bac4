import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { highs } from "./highs.ts";
import { compare, judge, type Picked, type Program } from "./program.ts";
import { type Run, solve } from "./solve.ts";

let run: Run;
beforeAll(async () => {
  run = await highs();
});

const weekdays = ["1", "2", "3", "4"] as const;

/** Up to three teams, four weekdays, two sites: few enough to try every choice. */
const programs: fc.Arbitrary<Program> = fc.integer({ min: 1, max: 3 }).chain((count) => {
  const gain = fc.array(fc.option(fc.integer({ min: -3, max: 4 }), { freq: 6 }), { minLength: 4, maxLength: 4 });
  const teams = fc.array(fc.record({ gain, wanted: fc.integer({ min: 1, max: 2 }) }), {
    minLength: count,
    maxLength: count,
  });
  const place = fc.integer({ min: 0, max: count - 1 });
  const pair = fc.record({ one: place, other: place, gain: fc.integer({ min: 1, max: 5 }) });
  const group = fc.record({
    teams: fc.uniqueArray(place, { minLength: 1, maxLength: 2 }),
    people: fc.integer({ min: 1, max: 4 }),
  });
  const room = fc.record({
    siteId: fc.constant("site"),
    at: fc.integer({ min: 0, max: 3 }),
    free: fc.integer({ min: 0, max: 4 }),
    groups: fc.array(group, { minLength: 1, maxLength: 2 }),
  });
  return fc
    .record({ teams, pairs: fc.array(pair, { maxLength: 3 }), rooms: fc.array(room, { maxLength: 4 }) })
    .map(({ teams: drawn, pairs, rooms }) => ({
      weekdays,
      teams: drawn.map(({ gain: worth, wanted }, nth) => ({
        id: String(nth),
        count: Math.min(wanted, worth.filter((each) => each !== null).length),
        gain: worth,
      })),
      pairs: pairs.filter(({ one, other }) => one !== other),
      rooms,
    }));
});

/** Every choice, the best first. */
function everyChoice(program: Program): Picked[] {
  const ofTeam = program.teams.map(({ count, gain }) =>
    subsets(gain.length)
      .filter((days) => days.filter(Boolean).length === count)
      .filter((days) => days.every((is, at) => !is || gain[at] !== null)),
  );
  const all = ofTeam.reduce<Picked[]>((some, team) => some.flatMap((one) => team.map((days) => [...one, days])), [[]]);
  return all.sort((one, other) => compare(program, one, other));
}

function subsets(length: number): boolean[][] {
  return Array.from({ length: 2 ** length }, (_, bits) =>
    Array.from({ length }, (_day, at) => ((bits >> at) & 1) === 1),
  );
}

describe("the days that are proposed", () => {
  it("are the best of all choices by the published order, and the runner-up is the best of the others", () => {
    fc.assert(
      fc.property(programs, (program) => {
        const [best, next] = everyChoice(program);
        const solved = solve(program, run);
        expect(solved.best).toEqual(best);
        const lackMore = best && next && judge(program, next).short > judge(program, best).short;
        if (!next || lackMore) expect(solved.runnerUp).toBeNull();
        else expect(solved.runnerUp && judge(program, solved.runnerUp)).toEqual(judge(program, next));
      }),
      { numRuns: 150 },
    );
  });

  it("are the earliest where nothing tells days apart, and the team that stands first has them", () => {
    const team = (id: string) => ({ id, count: 1, gain: [0, 0, 0, 0] });
    const rooms = weekdays.map((_, at) => ({
      ...{ siteId: "site", at, free: 3 },
      groups: [0, 1].map((nth) => ({ teams: [nth], people: 2 })),
    }));
    const { best } = solve({ weekdays, teams: [team("A"), team("B")], pairs: [], rooms }, run);
    expect(best).toEqual([
      [true, false, false, false],
      [false, true, false, false],
    ]);
  });
});
