import { expect, it } from "vitest";
import { maySeeRetrospective, mayWriteRetrospective } from "./permissions.ts";
import { isOpen, together } from "./retrospective.ts";

const note = (memberName: string, helped: string, tries = "") => {
  return { memberId: memberName, memberName, helped, hindered: " ", tries };
};

it("opens when somebody opens it or its time has come", () => {
  const noon = Date.parse("2027-04-02T12:00:00Z");
  expect(isOpen({ opensAt: null, openedAt: null }, noon)).toBe(false);
  expect(isOpen({ opensAt: "2027-04-02T12:00:01Z", openedAt: null }, noon)).toBe(false);
  expect(isOpen({ opensAt: "2027-04-02T12:00:00Z", openedAt: null }, noon)).toBe(true);
  expect(isOpen({ opensAt: null, openedAt: "2027-04-01T09:00:00Z" }, noon)).toBe(true);
});

it("shows what was written with names where the team chose so", () => {
  const { helped, hindered } = together([note("Sofia", "The tour"), note("Inês", "The short form")], true);
  expect(helped.map(({ member }) => member?.name)).toEqual(["Inês", "Sofia"]);
  expect(hindered).toEqual([]);
});

it("without names no place in a list joins what one person wrote", () => {
  const told = together([note("Inês", "Zebra", "Ask first"), note("Sofia", "A tour", "Wait less")], false);
  expect(told.helped).toEqual([
    { text: "A tour", member: null },
    { text: "Zebra", member: null },
  ]);
  expect(told.tries.map(({ text }) => text)).toEqual(["Ask first", "Wait less"]);
});

it("is its people's and their lead's", () => {
  const member = { role: "member", leads: [] } as const;
  expect(mayWriteRetrospective(member, { teamId: "a", isMine: true })).toBe(true);
  expect(maySeeRetrospective(member, { teamId: "a", isMine: false })).toBe(false);
  expect(maySeeRetrospective({ role: "champion", leads: [] }, { teamId: "a", isMine: false })).toBe(true);
  expect(mayWriteRetrospective({ role: "guest", leads: [] }, { teamId: null, isMine: false })).toBe(false);
});
