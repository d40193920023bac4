import { expect, it } from "vitest";
import { audit, type Publication } from "./audit.ts";
import { combinationFor, fraction } from "./elimination.ts";
import { forcedCounts } from "./forced.ts";
import { LIMITS } from "./limits.ts";

/** Groups a, b, c … with [favourable, answers]; told by the letters of their groups, exactly or between bounds. */
function publication(
  counts: [number, number][],
  told: (string | [string, number, number])[],
  pulse = "1",
): Publication {
  const groups = counts.map(([favourable, answers], at) => {
    const id = "abcdef"[at] as string;
    return { id, favourable, answers, memberIds: Array.from({ length: answers }, (_, each) => `${id}${each}`) };
  });
  return {
    pulse,
    question: "heard",
    groups,
    told: told.map((one) => {
      const letters = typeof one === "string" ? one : one[0];
      const count = groups.reduce((sum, { id, favourable }) => sum + (letters.includes(id) ? favourable : 0), 0);
      const [from, to] = typeof one === "string" ? [count, count] : [one[1], one[2]];
      return { cell: letters, groups: [...letters], from, to };
    }),
  };
}
const kinds = (...published: Publication[]) => audit(published, LIMITS).map(({ kind }) => kind);

it("names the combination that isolates a few", () => {
  const found = audit(
    [
      publication(
        [
          [10, 20],
          [3, 7],
          [1, 3],
        ],
        ["abc", "a", "b"],
      ),
    ],
    LIMITS,
  );
  expect(found).toEqual([
    {
      kind: "small-group",
      pulses: ["1"],
      question: "heard",
      size: 3,
      combination: [
        { cell: "abc", times: "1" },
        { cell: "a", times: "-1" },
        { cell: "b", times: "-1" },
      ],
    },
  ]);
});

it("finds combinations that take halves", () => {
  const sets = [new Set([0, 1]), new Set([1, 2]), new Set([0, 2])];
  expect(combinationFor(sets, new Set([0]))).toEqual([fraction(1, 2), fraction(-1, 2), fraction(1, 2)]);
  expect(combinationFor([new Set([0, 1])], new Set([0]))).toBeNull();
});

it.each<[string, Publication[], string[]]>([
  ["nothing told, nothing wrong", [publication([[1, 2]], [])], []],
  ["a small cell told", [publication([[2, 4]], ["a"])], ["small-group"]],
  [
    "a small intersection is a small group, though no sum gives it",
    [
      publication(
        [
          [5, 9],
          [1, 2],
          [1, 2],
          [5, 9],
        ],
        ["ab", "cd", "ac", "bd"],
      ),
    ],
    ["small-group", "small-group"],
  ],
  ["unanimous and told exactly", [publication([[8, 8]], ["a"])], ["told-too-exactly", "given-away"]],
  [
    "unanimous in words, but parent and sibling exact",
    [
      publication(
        [
          [20, 20],
          [4, 10],
        ],
        ["ab", ["a", 18, 20], "b"],
      ),
    ],
    ["given-away"],
  ],
  [
    "unanimous, and its parent told about",
    [
      publication(
        [
          [20, 20],
          [4, 10],
        ],
        [["ab", 22, 24], ["a", 18, 20], "b"],
      ),
    ],
    [],
  ],
  [
    "bounds together force what none forces alone",
    [
      publication(
        [
          [20, 20],
          [10, 10],
        ],
        [
          ["a", 18, 20],
          ["b", 9, 10],
          ["ab", 30, 31],
        ],
      ),
    ],
    ["given-away", "given-away"],
  ],
  ["bounds that do not hold the truth", [publication([[10, 20]], [["a", 11, 12]])], ["told-wrongly"]],
])("%s", (_, published, found) => {
  expect(kinds(...published)).toEqual(found);
});

it("sees one who joined between two pulses, unless a crowd stands around", () => {
  const [before, after] = [publication([[3, 8]], ["a"], "1"), publication([[4, 9]], ["a"], "2")];
  expect(audit([before, after], LIMITS)).toMatchObject([{ kind: "small-group", pulses: ["1", "2"], size: 1 }]);
  expect(kinds(before, { ...after, question: "another" })).toEqual([]);
  expect(kinds(publication([[13, 30]], ["a"], "1"), publication([[13, 31]], ["a"], "2"))).toEqual([]);
});

it("forces what elimination and bounds leave one possibility for", () => {
  const told = (terms: number[], from: number, to = from) => ({ terms: new Set(terms), from, to });
  expect(forcedCounts([5, 5, 5], [told([0, 1], 10)])).toEqual(
    new Map([
      [0, 5],
      [1, 5],
    ]),
  );
  expect(forcedCounts([5, 5], [told([0, 1], 7), told([0], 2, 3)])).toEqual(new Map());
  expect(forcedCounts([9, 9, 9], [told([0, 1], 7), told([1, 2], 9), told([0, 2], 8)])).toEqual(
    new Map([
      [0, 3],
      [1, 4],
      [2, 5],
    ]),
  );
});
