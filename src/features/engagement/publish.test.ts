import { describe, expect, it } from "vitest";
import { isRemembered, LIMITS, limitsOf } from "./limits.ts";
import { cellsWithComments, type Figure, publish } from "./publish.ts";
import { shareOf, zoneOf } from "./reading.ts";

/** Groups a, b, c … with [favourable, answers]; cells by the letters of their groups. */
const given = (counts: [number, number][], cells: string[]) => ({
  groups: counts.map((_, at) => ({ id: "abcdef"[at] as string, memberIds: [`${at}`] })),
  cells: cells.map((letters) => ({ id: letters, groups: [...letters] })),
  tallies: counts.map(([favourable, answers], at) => ({ group: "abcdef"[at] as string, favourable, answers })),
  earlier: [],
});
const inWords = ({ reads, share, within, answersFrom, why }: Figure) => {
  if (reads === "withheld") return `withheld: ${why}`;
  const give = within === "0" ? "" : ` ± ${within}`;
  return `${reads} ${share}${give}, ${answersFrom} or more`;
};

describe("one question is published", () => {
  it.each<[string, [number, number][], string[], string[]]>([
    ["five answers are enough", [[3, 5]], ["a"], ["exactly 0.6, 5 or more"]],
    ["four are not", [[3, 4]], ["a"], ["withheld: too-few"]],
    ["whole percents", [[5, 13]], ["a"], ["exactly 0.38, 10 or more"]],
    ["unanimous, as anything from 90 %", [[12, 12]], ["a"], ["or-more 0.9, 10 or more"]],
    ["nobody favourable", [[0, 12]], ["a"], ["or-less 0.1, 10 or more"]],
    ["one short of unanimous reads the same", [[11, 12]], ["a"], ["or-more 0.9, 10 or more"]],
    [
      "of five, 90 % would mean all, so it is told within ten points",
      [[5, 5]],
      ["a"],
      ["or-more 0.9 ± 0.1, 5 or more"],
    ],
    ["and four of five read the same", [[4, 5]], ["a"], ["or-more 0.9 ± 0.1, 5 or more"]],
    ["as do none and one of nine", [[1, 9]], ["a"], ["or-less 0.1 ± 0.1, 5 or more"]],
    ["two short of nine is told", [[7, 9]], ["a"], ["exactly 0.78, 5 or more"]],
    [
      "a child that leaves three of its parent",
      [
        [10, 20],
        [2, 3],
      ],
      ["ab", "a"],
      ["exactly 0.52, 20 or more", "withheld: protects-others"],
    ],
    [
      "a parent of unanimous children is told about, so that nobody can subtract",
      [
        [20, 20],
        [4, 10],
      ],
      ["ab", "a", "b"],
      ["about 0.77 ± 0.04, 30 or more", "or-more 0.9, 20 or more", "exactly 0.4, 10 or more"],
    ],
    [
      "and the same when one of twenty disagrees",
      [
        [19, 20],
        [4, 10],
      ],
      ["ab"],
      ["exactly 0.77, 30 or more"],
    ],
    [
      "crossing cells whose intersection is small",
      [
        [5, 9],
        [1, 1],
        [1, 1],
        [5, 9],
      ],
      ["abcd", "ab", "ac"],
      ["exactly 0.6, 20 or more", "exactly 0.6, 10 or more", "withheld: protects-others"],
    ],
  ])("%s", (_, counts, cells, words) => {
    expect(publish(given(counts, cells), LIMITS).map(inWords)).toEqual(words);
  });

  it("lists comments from ten answers, and only where no list betrays another", () => {
    const counts: [number, number][] = [
      [0, 12],
      [0, 9],
      [0, 11],
    ];
    expect(cellsWithComments(given(counts, ["abc", "a", "b", "c"]), LIMITS)).toEqual(["abc", "a"]);
  });

  it("lets limits be raised and never lowered", () => {
    expect(limitsOf({ answers: 3, comments: 20 })).toEqual({ answers: 5, comments: 20, crowd: 20 });
  });
});

it("holds a pulse against those of the year that follows", () => {
  expect([isRemembered("2026-01-31", "2027-01-31"), isRemembered("2026-01-31", "2027-02-01")]).toEqual([true, false]);
});

describe("near unanimity", () => {
  it("every zone holds at least two counts and ends where the words say", () => {
    for (let answers = 5; answers <= 200; answers += 1) {
      for (let favourable = 0; favourable <= answers; favourable += 1) {
        const zone = zoneOf(favourable, answers);
        if (favourable === 0 || favourable === answers) expect(zone).not.toBeNull();
        if (zone === null) continue;
        expect(zone.to - zone.from).toBeGreaterThanOrEqual(1);
        expect(favourable >= zone.from && favourable <= zone.to).toBe(true);
        const [from, to] = [(100 * zone.from) / answers, (100 * zone.to) / answers];
        expect(zone.percent).toBe(zone.reads === "or-more" ? 90 : 10);
        expect(zone.within).toBe(answers < 10 ? 10 : 0);
        const ends = zone.reads === "or-more" ? from - zone.percent : zone.percent - to;
        expect(ends).toBeGreaterThanOrEqual(-zone.within);
      }
    }
  });

  it("rounds a share half away from zero", () => {
    expect([shareOf(1, 8), shareOf(1, 200), shareOf(1, 3)]).toEqual(["0.13", "0.01", "0.33"]);
  });
});
