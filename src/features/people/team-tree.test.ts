import fc from "fast-check";
import { expect, test } from "vitest";
import { wouldCircle } from "./team-tree.ts";

const tree = new Map([
  ["osier", null],
  ["product", "osier"],
  ["design", "product"],
  ["growth", "osier"],
]);

test.each([
  ["product", "design", true],
  ["product", "product", true],
  ["osier", "design", true],
  ["design", "growth", false],
  ["product", null, false],
  ["new", "design", false],
])("%s under %s closes a circle: %s", (team, parent, circle) => expect(wouldCircle(tree, team, parent)).toBe(circle));

test("a tree grown by moves that were allowed has a top above every team", () => {
  const moves = fc.array(fc.tuple(fc.nat(9), fc.option(fc.nat(9))), { maxLength: 60 });
  fc.assert(
    fc.property(moves, (asked) => {
      const parents = new Map<string, string | null>(Array.from({ length: 10 }, (_, team) => [String(team), null]));
      for (const [team, parent] of asked) {
        const to = parent === null ? null : String(parent);
        if (!wouldCircle(parents, String(team), to)) parents.set(String(team), to);
      }
      for (const start of parents.keys()) {
        let steps = 0;
        for (let at: string | null = start; at !== null; at = parents.get(at) ?? null) steps += 1;
        expect(steps).toBeLessThanOrEqual(10);
      }
    }),
  );
});
