import { expect, test } from "vitest";
import { initialsOf } from "./avatar.tsx";

test.each([
  ["Inês Maria Carvalho", "IC"],
  ["Grace", "G"],
  ["  élise   ÖZ ", "ÉÖ"],
  ["𝒜lan Ng", "𝒜N"],
  ["", ""],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
