import { expect, test } from "vitest";
import { mayActivate, mayDiscard, mayDraft, mayOpenWhere, maySeePlans, seesPrivateDrafts } from "./permissions.ts";

const viewer = (
  role: "owner" | "admin" | "champion" | "member" | "guest",
  leads: string[] = [],
  teams: string[] = [],
) => ({
  memberId: "me",
  role,
  leads,
  teams,
});
const company = { level: "company" as const, teamId: null, ownerId: null, openedBy: "someone" };
const teams = { level: "team" as const, teamId: "product", ownerId: null, openedBy: "someone" };
const mine = { level: "personal" as const, teamId: null, ownerId: "me", openedBy: "me" };
const theirs = { ...mine, ownerId: "you", openedBy: "you" };

test.each([
  ["the owner drafts the company's", viewer("owner"), company, true, true],
  ["a champion drafts a team's", viewer("champion"), teams, true, true],
  ["an admin drafts as a member does: not the company's", viewer("admin"), company, false, false],
  ["a member drafts their team's and does not activate it", viewer("member", [], ["product"]), teams, true, false],
  ["a lead drafts and activates", viewer("member", ["product"]), teams, true, true],
  ["a member of another team does neither", viewer("member", [], ["growth"]), teams, false, false],
  ["everyone drafts and activates their own", viewer("member"), mine, true, true],
  ["the owner of the organisation touches nobody's personal plan", viewer("owner"), theirs, false, false],
  ["a guest does nothing, not even with a team", viewer("guest", ["product"], ["product"]), teams, false, false],
])("%s", (_sentence, who, plan, draft, activate) => {
  expect([mayDraft(who, plan), mayActivate(who, plan)]).toEqual([draft, activate]);
});

test("who opened a plan may discard it, as long as they may draft there", () => {
  expect(mayDiscard(viewer("member", [], ["product"]), { ...teams, openedBy: "me" })).toBe(true);
  expect(mayDiscard(viewer("member"), { ...teams, openedBy: "me" })).toBe(false);
  expect(mayDiscard(viewer("member", [], ["product"]), teams)).toBe(false);
});

test("private drafts are the plan's owner's, whatever the role", () => {
  expect(seesPrivateDrafts(viewer("owner"), theirs)).toBe(false);
  expect(seesPrivateDrafts(viewer("member"), mine)).toBe(true);
});

test("guests see no plan and open none", () => {
  expect(maySeePlans(viewer("guest"))).toBe(false);
  expect(mayOpenWhere(viewer("guest", [], ["product"]))).toEqual({ levels: [], teamIds: [] });
});

test("what may be opened is what may be drafted", () => {
  expect(mayOpenWhere(viewer("champion"))).toEqual({ levels: ["company", "team", "personal"], teamIds: null });
  expect(mayOpenWhere(viewer("member", ["a"], ["a", "b"]))).toEqual({
    levels: ["team", "personal"],
    teamIds: ["a", "b"],
  });
  expect(mayOpenWhere(viewer("member"))).toEqual({ levels: ["personal"], teamIds: [] });
});
