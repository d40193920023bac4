import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { activationRefusals, approvalRefusals, inOrderOfMaking } from "./activation.ts";

const metric = { kind: "metric" as const, start: "67", target: "78" };
const objective = {
  id: "a",
  title: "New clinics get through their first Monday",
  ownerId: "ines",
  parent: null,
  keyResults: [{ title: "Clinics active in week 4", measure: metric }],
};
const plan = {
  ownerId: null,
  state: "approved" as const,
  cycleState: "planning",
  objectives: [objective],
  linkable: new Set<string>(),
};
const fields = (change: object) => activationRefusals({ ...plan, ...change }).map(({ field }) => field);

describe("what stops activation", () => {
  test("nothing, where every line is whole", () => expect(fields({})).toEqual([]));
  test("a discarded plan", () => expect(fields({ state: "discarded" })).toEqual(["state"]));
  test("a closed cycle", () => expect(fields({ cycleState: "closed" })).toEqual(["cycle"]));
  test("no objective at all", () => expect(fields({ objectives: [] })).toEqual(["objectives"]));
  test("a key result without start and target, named with its objective", () => {
    const open = { title: "Improve setup satisfaction", measure: { ...metric, target: null } };
    const refusals = activationRefusals({
      ...plan,
      objectives: [{ ...objective, keyResults: [objective.keyResults[0] as never, open] }],
    });
    expect(refusals.map(({ field, todo }) => [field, todo.includes("Improve setup satisfaction")])).toEqual([
      ["objectives.0.keyResults.1.measure", true],
    ]);
  });
  test("another's objective in a personal plan, whose are its owner's", () => {
    expect(fields({ ownerId: "dana" })).toEqual(["objectives.0.ownerId"]);
    expect(fields({ ownerId: "ines" })).toEqual([]);
    expect(fields({ ownerId: "dana", objectives: [{ ...objective, ownerId: null }] })).toEqual([]);
  });
  test("a draft parent of a plan that is not activated, and a parent that is gone", () => {
    const below = { ...objective, parent: { kind: "draft-objective" as const, id: "theirs" } };
    expect(fields({ objectives: [below] })).toEqual(["objectives.0.parent"]);
    expect(fields({ objectives: [below], linkable: new Set(["theirs"]) })).toEqual([]);
  });
});

test.each([
  ["approved", "approved", "team", false, 0],
  ["in review still", "in-review", "team", false, 1],
  ["in review, and said to be", "in-review", "team", true, 0],
  ["a person's own, which nobody need review", "drafting", "personal", false, 0],
] as const)("approval: %s", (_sentence, state, level, unreviewed, count) => {
  expect(approvalRefusals(state, level, unreviewed)).toHaveLength(count);
});

test("parents are made before what supports them, and nothing is lost or made twice", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  // Each may support one that comes before it in a hidden order: no circles.
  const drafts = fc
    .shuffledSubarray(ids, { minLength: 6 })
    .chain((hidden) =>
      fc.tuple(
        ...hidden.map((id, at) =>
          fc.option(fc.constantFrom(...hidden.slice(0, at), "elsewhere")).map((above) => ({ id, above })),
        ),
      ),
    );
  fc.assert(
    fc.property(drafts, (made) => {
      const objectives = made
        .map(({ id, above }) => ({
          id,
          parent: above === null ? null : { kind: "draft-objective" as const, id: above },
        }))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
      const order = inOrderOfMaking(objectives).map(({ id }) => id);
      expect([...order].sort()).toEqual(ids);
      for (const { id, above } of made) {
        if (above !== null && above !== "elsewhere") expect(order.indexOf(above)).toBeLessThan(order.indexOf(id));
      }
    }),
  );
});
