import { describe, expect, test } from "vitest";
import { type Role, roles } from "../../platform/contract.ts";
import {
  mayChangeRole,
  maySeeTeam,
  memberCan,
  needsTeam,
  organisationCan,
  teamCan,
  teamsInSight,
} from "./permissions.ts";

const asker = (role: Role, rest = {}) => ({ memberId: "me", role, leads: [], teams: [], ...rest });

describe("roles", () => {
  const table: [giver: Role, from: Role, to: Role, may: boolean][] = [
    ["owner", "member", "owner", true],
    ["owner", "owner", "guest", true],
    ["admin", "member", "admin", true],
    ["admin", "admin", "member", true],
    ["admin", "guest", "champion", true],
    ["admin", "member", "owner", false],
    ["admin", "owner", "member", false],
    ["champion", "guest", "member", false],
    ["member", "guest", "member", false],
    ["guest", "guest", "owner", false],
  ];
  test.each(table)("%s turns a %s into a %s: %s", (giver, from, to, may) => {
    expect(mayChangeRole(giver, from, to)).toBe(may);
  });

  test.each([
    ["owner", false],
    ["admin", false],
    ["champion", false],
    ["member", false],
    ["guest", true],
  ] as const)("whether a %s is invited to a team only: %s", (role, needed) => {
    expect(needsTeam(role)).toBe(needed);
  });

  test("nobody but owners and admins gives any", () => {
    for (const giver of ["champion", "member", "guest"] as const) {
      for (const from of roles) for (const to of roles) expect(mayChangeRole(giver, from, to)).toBe(false);
    }
  });

  test("what someone may give is told with the member, the present role left out", () => {
    const member = { id: "m", role: "member" as const, deactivated: false };
    expect(memberCan(asker("admin"), member).giveRoles).toEqual(["admin", "champion", "guest"]);
    expect(memberCan(asker("owner"), member).giveRoles).toEqual(["owner", "admin", "champion", "guest"]);
    expect(memberCan(asker("admin"), { ...member, role: "owner" }).giveRoles).toEqual([]);
    expect(memberCan(asker("member"), member).giveRoles).toEqual([]);
  });
});

describe("a profile", () => {
  const member = { id: "m", role: "member" as const, deactivated: false };
  test("is its member's, its name also the administrators'", () => {
    expect(memberCan(asker("guest", { memberId: "m" }), member)).toMatchObject({ editProfile: true, rename: true });
    expect(memberCan(asker("admin"), member)).toMatchObject({ editProfile: false, rename: true });
    expect(memberCan(asker("champion"), member)).toMatchObject({ editProfile: false, rename: false });
  });

  test("of someone who left can be brought back, not deactivated again", () => {
    expect(memberCan(asker("admin"), { ...member, deactivated: true })).toMatchObject({
      deactivate: false,
      reactivate: true,
    });
  });
});

test("a guest looks into the teams they were invited to, everyone else into all", () => {
  for (const role of roles.filter((each) => each !== "guest")) expect(teamsInSight(asker(role))).toBe("all");
  const guest = asker("guest", { teams: ["design"], leads: ["product"] });
  expect(teamsInSight(guest)).toEqual(["design"]);
  expect([maySeeTeam(guest, "design"), maySeeTeam(guest, "product")]).toEqual([true, false]);
});

test("a lead changes who belongs to their teams, the tree itself is the administrators'", () => {
  const lead = asker("member", { leads: ["product", "design"] });
  expect(teamCan(lead, "design")).toEqual({ edit: false, changeMembers: true });
  expect(teamCan(lead, "growth")).toEqual({ edit: false, changeMembers: false });
  expect(teamCan(asker("admin"), "growth")).toEqual({ edit: true, changeMembers: true });
  expect(teamCan(asker("guest", { leads: ["design"] }), "design").changeMembers).toBe(false);
});

test("an admin runs the organisation, a champion its rules, the owner both and its end", () => {
  expect(organisationCan("owner")).toEqual({ edit: true, changeRules: true, remove: true });
  expect(organisationCan("admin")).toEqual({ edit: true, changeRules: false, remove: false });
  expect(organisationCan("champion")).toEqual({ edit: false, changeRules: true, remove: false });
  expect(organisationCan("member")).toEqual({ edit: false, changeRules: false, remove: false });
});
