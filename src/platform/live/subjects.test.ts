import { expect, test } from "vitest";
import { subjectsFor } from "./subjects.ts";

const hanna = { memberId: "hanna", role: "member" } as const;
const changed = (count: number, visibleTo: string | null = null) =>
  Array.from({ length: count }, (_, at) => ({ subjectKind: "objective", subjectId: `o${at}`, visibleTo }));

test("a thing that changed twice is named once", () => {
  expect(subjectsFor(hanna, [...changed(2), ...changed(1)])).toEqual([
    { kind: "objective", id: "o0" },
    { kind: "objective", id: "o1" },
  ]);
});

test("ten thousand changes at once are told in a few bytes", () => {
  expect(subjectsFor(hanna, changed(10_000))).toEqual([{ kind: "any", id: "" }]);
  expect(subjectsFor(hanna, changed(100))).toHaveLength(100);
});

test("what only somebody else may see is not told, and does not count", () => {
  expect(subjectsFor(hanna, changed(10_000, "ines"))).toEqual([]);
  expect(subjectsFor(hanna, [...changed(10_000, "ines"), ...changed(1)])).toEqual([{ kind: "objective", id: "o0" }]);
  expect(subjectsFor(hanna, changed(1, "hanna"))).toHaveLength(1);
});

test("a guest learns that something changed, not what", () => {
  expect(subjectsFor({ ...hanna, role: "guest" }, changed(3))).toEqual([{ kind: "any", id: "" }]);
  expect(subjectsFor({ ...hanna, role: "guest" }, changed(3, "ines"))).toEqual([]);
});
