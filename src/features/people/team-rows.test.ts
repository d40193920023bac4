import { expect, test } from "vitest";
import { parentFurtherIn, parentFurtherOut, teamRows, teamsBelow } from "./team-rows.ts";

const team = (id: string, parentId: string | null) => ({ id, name: id, parentId });
const teams = [
  team("osier", null),
  team("product", "osier"),
  team("onboarding", "product"),
  team("design", "product"),
  team("people", "osier"),
];
const shown = (rows: ReturnType<typeof teamRows>) => rows.map(({ team: { id }, level, open }) => [id, level, open]);

test("each team is followed by those below it", () => {
  expect(shown(teamRows(teams, new Set()))).toEqual([
    ["osier", 1, true],
    ["product", 2, true],
    ["onboarding", 3, undefined],
    ["design", 3, undefined],
    ["people", 2, undefined],
  ]);
});

test("a closed team keeps those below it to itself", () => {
  expect(shown(teamRows(teams, new Set(["product"])))).toEqual([
    ["osier", 1, true],
    ["product", 2, false],
    ["people", 2, undefined],
  ]);
});

test("a team whose parent is out of sight stands at the top", () => {
  expect(shown(teamRows([team("design", "product")], new Set()))).toEqual([["design", 1, undefined]]);
});

test("moving in puts a team under the one beside it, moving out beside its parent", () => {
  expect(parentFurtherIn(teams, "design")).toBe("onboarding");
  expect(parentFurtherIn(teams, "onboarding")).toBeUndefined();
  expect(parentFurtherOut(teams, "design")).toBe("osier");
  expect(parentFurtherOut(teams, "product")).toBeNull();
  expect(parentFurtherOut(teams, "osier")).toBeUndefined();
});

test("everything below a team is found at any depth", () => {
  expect(teamsBelow(teams, "osier").map(({ id }) => id)).toEqual(["product", "onboarding", "design", "people"]);
  expect(teamsBelow(teams, "people")).toEqual([]);
});
