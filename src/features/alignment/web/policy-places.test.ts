import { expect, test } from "vitest";
import { placedPolicies } from "./policy-places.ts";

const answer = { imperatives: [{ id: "i" }], objectives: [{ id: "o" }], keyResults: [] };
const policy = (id: string, imperativeIds: string[], objectiveIds: string[] = []) => {
  const keyResults = objectiveIds.map((objectiveId) => ({ id: `of ${objectiveId}`, objectiveId }));
  return { id, title: id, state: "running", imperativeIds, keyResults };
};

test("policies that something on the map is tied to stand below it, one under the other", () => {
  const through = [policy("serves", ["i"]), policy("elsewhere", ["another"], ["hidden"]), policy("moves", [], ["o"])];
  const { placed, height } = placedPolicies(through, answer, 100);
  expect(placed.map(({ policy: { id } }) => id)).toEqual(["serves", "moves"]);
  const [first, second] = placed.map(({ y }) => y);
  expect(100 < first! && first! < second! && second! < height).toBe(true);
});

test("a map without any is as high as it was", () => {
  expect(placedPolicies([], answer, 100)).toEqual({ placed: [], height: 100 });
});
