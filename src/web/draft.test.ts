import { expect, test } from "vitest";
import { changesOf } from "./draft.ts";

const read = { name: "Onboarding", parentId: null, workingHours: { "1": ["09:00", "17:00"] }, version: 3 };

test("nothing is sent of what was written back to what it was", () => {
  expect(changesOf({ from: read, now: { ...read, workingHours: { "1": ["09:00", "17:00"] } } })).toEqual({});
});

test("only the fields that differ are sent", () => {
  expect(changesOf({ from: read, now: { ...read, name: "First week" } })).toEqual({ name: "First week" });
});
