import { expect, it } from "vitest";
import { mayAskFor, sidesOf, statesOpenTo, type Viewer } from "./permissions.ts";

const viewer = (more: Partial<Viewer>): Viewer => ({ memberId: "ada", role: "member", leads: [], teams: [], ...more });
const asked = { state: "proposed" as const, fromTeamId: "product", onTeamId: "platform" };

it.each<[string, Partial<Viewer>, string[], string[]]>([
  ["somebody of neither team", { teams: ["growth"] }, [], []],
  ["a member of the team that asks", { teams: ["product"] }, ["asking"], ["withdrawn"]],
  ["the lead of the team that is asked", { leads: ["platform"] }, ["asked"], ["accepted", "declined"]],
  ["a champion", { role: "champion" }, ["asking", "asked"], ["accepted", "declined", "withdrawn"]],
  ["an administrator of neither", { role: "admin" }, [], []],
  ["a guest of both", { role: "guest", teams: ["product", "platform"] }, [], []],
])("%s", (_, more, sides, states) => {
  expect([sidesOf(viewer(more), asked), statesOpenTo(viewer(more), asked, "active")]).toEqual([sides, states]);
});

it("nobody moves what was asked in a cycle that is closed", () => {
  expect(statesOpenTo(viewer({ role: "owner" }), asked, "closed")).toEqual([]);
});

it("one asks for one's own teams, the owner of the organisation for any", () => {
  expect(mayAskFor(viewer({ leads: ["product"], teams: ["product", "growth"] }))).toEqual(["product", "growth"]);
  expect(mayAskFor(viewer({ role: "owner" }))).toBeNull();
});
