import { expect, test } from "vitest";
import { tokenState } from "./token-life.ts";

const expiresAt = "2027-02-16T09:00:00Z";

test.each([
  ["more than two weeks ahead it works", "2027-02-02T08:59:59Z", null, "works"],
  ["two weeks ahead it ends soon", "2027-02-02T09:00:00Z", null, "ends-soon"],
  ["a second before it still ends soon", "2027-02-16T08:59:59Z", null, "ends-soon"],
  ["at its end it has ended", "2027-02-16T09:00:00Z", null, "ended"],
  ["once revoked it stays revoked", "2027-03-01T09:00:00Z", "2027-01-01T00:00:00Z", "revoked"],
])("%s", (_, now, revokedAt, state) => {
  expect(tokenState({ expiresAt, revokedAt }, Date.parse(now))).toBe(state);
});
