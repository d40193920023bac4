import { expect, test } from "vitest";
import type { Role } from "../../platform/contract.ts";
import { idsIn } from "./named-in.ts";
import { mayReadHistory } from "./permissions.ts";

const may = (role: Role, kind: string, id = "it", teams: string[] = []) =>
  mayReadHistory({ memberId: "me", role, teams }, { kind, id });

test.each([
  ["guest", "vision", true],
  ["guest", "imperative", true],
  ["member", "intention", true],
  ["guest", "cycle", false],
  ["member", "cycle", true],
  ["member", "team", true],
  ["guest", "team", false],
  ["member", "member", false],
  ["admin", "member", true],
  ["champion", "invitation", false],
  ["owner", "invitation", true],
  ["member", "api-token", false],
  ["admin", "organisation", true],
  ["owner", "objective", false],
  ["owner", "something-new", false],
] as const)("%s, of a %s: %s", (role, kind, allowed) => expect(may(role, kind)).toBe(allowed));

test("a guest reads of the teams they were invited to, and everyone of themselves", () => {
  expect(may("guest", "team", "design", ["design"])).toBe(true);
  expect(may("guest", "member", "me")).toBe(true);
});

test("ids are found wherever they stand, each once", () => {
  const [one, two] = ["01936f0e-7d7b-7cc1-a1f0-0242ac120002", "01936f0e-7d7b-7cc1-a1f0-0242ac120003"];
  expect(idsIn({ a: [null, one], b: { c: two, d: one } }, "no id", 3, null)).toEqual([one, two]);
});
