import { expect, test } from "vitest";
import { mayRevoke, maySeeEveryToken, scopesOfferedTo } from "./permissions.ts";

test.each([
  ["owner", ["read", "write", "manage"], true],
  ["admin", ["read", "write", "manage"], true],
  ["champion", ["read", "write", "manage"], false],
  ["member", ["read", "write"], false],
  ["guest", ["read", "write"], false],
] as const)("a token of a %s may %j; sees every token: %s", (role, scopes, seesAll) => {
  expect(scopesOfferedTo(role)).toEqual(scopes);
  expect(maySeeEveryToken(role)).toBe(seesAll);
  expect(mayRevoke({ memberId: "a", role }, { memberId: "a" })).toBe(true);
  expect(mayRevoke({ memberId: "a", role }, { memberId: "b" })).toBe(seesAll);
});
