import { expect, it } from "vitest";
import { groupingsOf, type TeamRow } from "./groupings.ts";

const teams: TeamRow[] = [
  { id: "product", parentId: null, memberIds: ["a"] },
  { id: "onboarding", parentId: "product", memberIds: ["b", "c", "a"] },
  { id: "growth", parentId: null, memberIds: ["d", "e", "f", "g", "who left"] },
];
const everyone = ["a", "b", "c", "d", "e", "f", "g", "h"];

it.each([
  [0, ["organisation:abcdefgh"]],
  [1, ["organisation:abcdefgh", "growth:defg", "product:abc"]],
  [9, ["organisation:abcdefgh", "growth:defg", "product:abc", "onboarding:bca"]],
])("teams with everyone beneath them, each person once, down to level %i", (levels, told) => {
  const found = groupingsOf(everyone, teams, levels);
  expect(found.map(({ id, memberIds }) => `${id}:${memberIds.join("")}`)).toEqual(told);
});

it("a team that holds everyone is not told beside the organisation; its teams are the top ones", () => {
  const whole = { id: "whole", parentId: null, memberIds: ["h"] };
  const beneath = teams.map((team) => ({ ...team, parentId: team.parentId ?? whole.id }));
  const found = groupingsOf(everyone, [whole, ...beneath], 1);
  expect(found.map(({ id, level }) => `${id} ${level}`)).toEqual(["organisation 0", "growth 1", "product 1"]);
});
