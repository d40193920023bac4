import { expect, test } from "vitest";
import { mayEditInitiative, mayPlanInitiative, type Viewer } from "./permissions.ts";

const me = "me";
const viewer = (role: Viewer["role"], of: Partial<Viewer> = {}): Viewer => {
  return { memberId: me, role, leads: [], teams: [], ...of };
};
const theirs = { ownerId: "them", teamId: null, private: false };
const ofProduct = { ownerId: "them", teamId: "product", private: false };

test.each<[string, Viewer, Parameters<typeof mayEditInitiative>[1], boolean]>([
  ["its owner edits it", viewer("member"), { ...theirs, ownerId: me }, true],
  ["another member does not", viewer("member"), theirs, false],
  ["an admin sees no more than a member", viewer("admin"), theirs, false],
  ["a champion does", viewer("champion"), theirs, true],
  ["the owner of the organisation does", viewer("owner"), theirs, true],
  ["a member of its team does", viewer("member", { teams: ["product"] }), ofProduct, true],
  ["whoever leads its team does", viewer("member", { leads: ["product"] }), ofProduct, true],
  ["another team does not", viewer("member", { teams: ["growth"] }), ofProduct, false],
  ["nobody's is anyone's to take up", viewer("member"), { ...theirs, ownerId: null }, true],
  ["a guest edits nothing", viewer("guest", { teams: ["product"] }), ofProduct, false],
  ["not even their own", viewer("guest"), { ...theirs, ownerId: me }, false],
  ["a private one is closed to the owner of the organisation", viewer("owner"), { ...theirs, private: true }, false],
  ["and open to its own", viewer("member"), { ownerId: me, teamId: null, private: true }, true],
])("%s", (_sentence, asker, row, may) => {
  expect(mayEditInitiative(asker, row)).toBe(may);
});

test.each<[string, Viewer, Parameters<typeof mayPlanInitiative>[1], boolean]>([
  ["a member plans for themselves", viewer("member"), { ownerId: me, teamId: null }, true],
  ["and leaves open who does it", viewer("member"), { ownerId: null, teamId: null }, true],
  ["but not for another", viewer("member"), { ownerId: "them", teamId: null }, false],
  ["unless in their team", viewer("member", { teams: ["product"] }), { ownerId: "them", teamId: "product" }, true],
  ["nor for another team", viewer("member", { teams: ["product"] }), { ownerId: me, teamId: "growth" }, false],
  ["a champion plans for all", viewer("champion"), { ownerId: "them", teamId: "growth" }, true],
  ["a guest for nobody", viewer("guest"), { ownerId: me, teamId: null }, false],
])("%s", (_sentence, asker, row, may) => {
  expect(mayPlanInitiative(asker, row)).toBe(may);
});
