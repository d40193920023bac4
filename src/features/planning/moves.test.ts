import { expect, test } from "vitest";
import { moveRefusals } from "./moves.ts";

const there = [
  { id: "a", private: false, measure: { kind: "metric" } },
  { id: "b", private: true, measure: { kind: "metric" } },
  { id: "c", private: false, measure: { kind: "milestones" } },
];
const move = (draftKeyResultId: string, expectedMove: string | null = null) => ({ draftKeyResultId, expectedMove });

test.each([
  ["a number may move by some", [move("a", "3")], false, []],
  ["steps may be named without a number", [move("c")], false, []],
  ["steps move by no number", [move("c", "3")], false, ["moves.0.expectedMove"]],
  ["what is not in the plan", [move("a"), move("z")], false, ["moves.1.draftKeyResultId"]],
  ["a private draft, by what everyone sees", [move("b")], false, ["moves.0.draftKeyResultId"]],
  ["a private draft, by a private initiative", [move("b")], true, []],
])("%s", (_sentence, moves, hidden, fields) => {
  expect(moveRefusals(moves, there, { private: hidden }).map(({ field }) => field)).toEqual(fields);
});
