import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  keyResultCan,
  LEVELS,
  mayCreateObjective,
  mayCreateWhere,
  mayManageCycles,
  maySeeObjective,
  type ObjectiveRow,
  objectiveCan,
  type Viewer,
} from "./permissions.ts";

const viewer = (memberId: string, more: Partial<Viewer> = {}): Viewer => ({
  memberId,
  role: "member",
  leads: [],
  teams: [],
  ...more,
});
const objective = (more: Partial<ObjectiveRow> = {}): ObjectiveRow => {
  return {
    level: "team",
    ownerId: "ada",
    teamPath: ["web", "product"],
    private: false,
    invited: [],
    keyResultOwnerIds: ["kim"],
    ...more,
  };
};

const ada = viewer("ada");
const bo = viewer("bo", { teams: ["web"] });
const leadAbove = viewer("li", { leads: ["product"] });
const leadBeside = viewer("mo", { leads: ["sales"] });
const owner = viewer("oz", { role: "owner" });
const admin = viewer("al", { role: "admin" });
const champion = viewer("chi", { role: "champion" });
const guest = viewer("gus", { role: "guest" });
const kim = viewer("kim");

describe("an objective of a team", () => {
  it.each<[string, Viewer, boolean, boolean]>([
    ["its owner edits it", ada, true, true],
    ["a member of the team reads it", bo, true, false],
    ["the lead of the team above edits it", leadAbove, true, true],
    ["another team's lead reads it", leadBeside, true, false],
    ["the organisation's owner edits it", owner, true, true],
    ["the champion edits it", champion, true, true],
    ["an admin reads it", admin, true, false],
    ["the owner of a key result reads it", kim, true, false],
    ["a guest does not see it", guest, false, false],
  ])("%s", (_, who, see, edit) => {
    const can = objectiveCan(who, objective());
    expect([can.see, can.edit, can.delete, can.overrule]).toEqual([see, edit, edit, edit]);
  });

  it("lets a guest who was invited read and nothing else", () => {
    const can = objectiveCan(guest, objective({ invited: ["gus"], ownerId: "gus", teamPath: [] }));
    expect(Object.entries(can).filter(([, may]) => may)).toEqual([["see", true]]);
  });
});

describe("a private objective", () => {
  it.each<[string, Viewer, boolean]>([
    ["its owner", ada, true],
    ["the owner of one of its key results", kim, true],
    ["someone invited", viewer("ina"), true],
    ["a member of the team", bo, false],
    ["the lead", leadAbove, false],
    ["the organisation's owner", owner, false],
    ["the champion", champion, false],
    ["an admin", admin, false],
  ])("%s sees it: %s", (_, who, see) => {
    const row = objective({ private: true, invited: ["ina"] });
    expect(maySeeObjective(who, row)).toBe(see);
    if (!see) expect(Object.values(objectiveCan(who, row)).some(Boolean)).toBe(false);
  });
});

it("is made private by its owner, when it is personal", () => {
  const personal = objective({ level: "personal", teamPath: [] });
  expect([ada, kim, champion].map((who) => objectiveCan(who, personal).makePrivate)).toEqual([true, false, false]);
  expect(objectiveCan(ada, objective()).makePrivate).toBe(false);
});

describe("a key result", () => {
  it.each<[string, Viewer, string[]]>([
    [
      "its owner keeps it and accepts it",
      kim,
      ["see", "edit", "checkIn", "changeTarget", "overrule", "close", "accept"],
    ],
    [
      "the objective's owner directs it",
      ada,
      ["see", "edit", "checkIn", "changeTarget", "overrule", "close", "delete"],
    ],
    ["the lead too", leadAbove, ["see", "edit", "checkIn", "changeTarget", "overrule", "close", "delete"]],
    ["a member reads it", bo, ["see"]],
    ["a guest does not", guest, []],
  ])("%s", (_, who, may) => {
    const can = keyResultCan(who, { ownerId: "kim", objective: objective() });
    expect(Object.keys(can).filter((name) => can[name as keyof typeof can])).toEqual(may);
  });

  it("without an owner is nobody's to accept", () => {
    expect(keyResultCan(ada, { ownerId: null, objective: objective() }).accept).toBe(false);
  });
});

describe("creating", () => {
  it.each<[string, Viewer, Parameters<typeof mayCreateObjective>[1], boolean]>([
    ["a personal one for oneself", bo, { level: "personal", ownerId: "bo", teamPath: [] }, true],
    ["a personal one for another", bo, { level: "personal", ownerId: "ada", teamPath: [] }, false],
    ["one of the own team", bo, { level: "team", ownerId: "bo", teamPath: ["web", "product"] }, true],
    ["one of the team above", bo, { level: "team", ownerId: "bo", teamPath: ["product"] }, false],
    [
      "one of a team beneath the lead's",
      leadAbove,
      { level: "team", ownerId: "ada", teamPath: ["web", "product"] },
      true,
    ],
    ["one of another team", leadBeside, { level: "team", ownerId: "mo", teamPath: ["web", "product"] }, false],
    ["one of no team", bo, { level: "team", ownerId: "bo", teamPath: [] }, false],
    ["a company one by a lead", leadAbove, { level: "company", ownerId: "li", teamPath: [] }, false],
    ["a company one by an admin", admin, { level: "company", ownerId: "al", teamPath: [] }, false],
    ["a company one by the champion", champion, { level: "company", ownerId: "li", teamPath: [] }, true],
    ["a company one by the owner", owner, { level: "company", ownerId: "oz", teamPath: [] }, true],
    ["any by a guest", guest, { level: "personal", ownerId: "gus", teamPath: [] }, false],
  ])("%s", (_, who, row, may) => {
    expect(mayCreateObjective(who, row)).toBe(may);
  });

  it("cycles is for the owner and the champion", () => {
    expect([owner, champion, admin, ada, guest].map(mayManageCycles)).toEqual([true, true, false, false, false]);
  });
});

it("nobody may do anything to what they may not see, and an admin may what a member may", () => {
  const names = fc.constantFrom("ada", "bo", "kim", "gus");
  const teams = fc.uniqueArray(fc.constantFrom("web", "product", "sales"));
  const rows = fc.record({
    level: fc.constantFrom("company" as const, "team" as const, "personal" as const),
    ownerId: names,
    teamPath: teams,
    private: fc.boolean(),
    invited: fc.uniqueArray(names),
    keyResultOwnerIds: fc.uniqueArray(names),
  });
  const viewers = fc.record({
    memberId: names,
    role: fc.constantFrom<Viewer["role"]>("owner", "admin", "champion", "member", "guest"),
    leads: teams,
    teams,
  });
  fc.assert(
    fc.property(viewers, rows, (who, row) => {
      const can = objectiveCan(who, row);
      if (!can.see) expect(Object.values(can).some(Boolean)).toBe(false);
      expect(objectiveCan({ ...who, role: "admin" }, row)).toEqual(objectiveCan({ ...who, role: "member" }, row));
    }),
  );
});

describe("where someone may set an objective", () => {
  it.each<[string, Viewer, ReturnType<typeof mayCreateWhere>]>([
    ["a guest nowhere", guest, { levels: [], teamIds: [], forOthers: false }],
    ["the champion everywhere", champion, { levels: ["company", "team", "personal"], teamIds: null, forOthers: true }],
    ["a member of no team for themselves", kim, { levels: ["personal"], teamIds: [], forOthers: false }],
    ["a member for their team", bo, { levels: ["team", "personal"], teamIds: ["web"], forOthers: false }],
    ["a lead for their teams", leadAbove, { levels: ["team", "personal"], teamIds: ["product"], forOthers: false }],
  ])("%s", (_, who, where) => expect(mayCreateWhere(who)).toEqual(where));

  it("is exactly where it would not be refused", () => {
    const ids = fc.constantFrom("web", "product", "sales");
    const viewers = fc.record({
      memberId: fc.constantFrom("ada", "bo"),
      role: fc.constantFrom<Viewer["role"]>("owner", "admin", "champion", "member", "guest"),
      leads: fc.uniqueArray(ids),
      teams: fc.uniqueArray(ids),
    });
    fc.assert(
      fc.property(
        viewers,
        fc.constantFrom(...LEVELS),
        ids,
        fc.constantFrom("ada", "bo"),
        (who, level, team, ownerId) => {
          const { levels, teamIds, forOthers } = mayCreateWhere(who);
          const offered =
            levels.includes(level) &&
            (level !== "team" || teamIds === null || teamIds.includes(team)) &&
            (level !== "personal" || forOthers || ownerId === who.memberId);
          const teamPath = level === "team" ? [team] : [];
          expect(offered).toBe(mayCreateObjective(who, { level, ownerId, teamPath }));
        },
      ),
    );
  });
});
