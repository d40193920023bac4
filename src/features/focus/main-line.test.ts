import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, mainObjective } from "./main-line.ts";

const one = (id: string, body: Partial<Candidate> = {}): Candidate => {
  return { id, level: "team", private: false, rank: 1, cycleId: "q1", owned: false, keyResults: 0, ...body };
};

test.each<[string, Candidate[], string | null]>([
  ["nobody without an objective has a line", [], null],
  ["a team's objective is its members' line", [one("team")], "team"],
  ["their own comes before their team's", [one("team", { rank: 0 }), one("own", { owned: true })], "own"],
  [
    "most of their key results decide",
    [one("few", { keyResults: 1, owned: true }), one("most", { keyResults: 2 })],
    "most",
  ],
  [
    "with as many on each, the one they own",
    [one("company", { level: "company", keyResults: 1 }), one("own", { owned: true, keyResults: 1 })],
    "own",
  ],
  [
    "then the nearest",
    [one("company", { level: "company", keyResults: 1 }), one("team", { keyResults: 1, rank: 9 })],
    "team",
  ],
  [
    "another cycle's only where the current one has none",
    [one("year", { cycleId: "2027", owned: true, keyResults: 5 }), one("team")],
    "team",
  ],
  [
    "a private one has no line to show",
    [one("private", { private: true, owned: true, keyResults: 3 }), one("own", { owned: true })],
    "own",
  ],
  ["but is one's own", [one("private", { private: true, owned: true }), one("team")], "private"],
  ["then the first in order", [one("b", { rank: 2 }), one("a", { rank: 3 })], "b"],
])("%s", (_sentence, candidates, id) => {
  expect(mainObjective(candidates, "q1")?.id ?? null).toBe(id);
});

test("the order they come in changes nothing", () => {
  const candidates = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      level: fc.constantFrom("company" as const, "team" as const, "personal" as const),
      private: fc.boolean(),
      rank: fc.nat(3),
      cycleId: fc.constantFrom("q1", "2027"),
      owned: fc.boolean(),
      keyResults: fc.nat(2),
    }),
    { selector: ({ id }) => id, minLength: 1 },
  );
  fc.assert(
    fc.property(candidates, (all) => {
      expect(mainObjective(all.toReversed(), "q1")).toEqual(mainObjective(all, "q1"));
    }),
  );
});
