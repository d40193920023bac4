import { expect, test } from "vitest";
import { type AboveDraft, type LinkAbove, linesAbove } from "./line-above.ts";

const draft = (id: string, parentKind: AboveDraft["kind"] | null, parentId: string | null): AboveDraft => {
  return { kind: "draft-objective", id, title: `Draft ${id}`, objectiveId: null, parentKind, parentId };
};
const standing = (kind: AboveDraft["kind"], id: string, objectiveId: string | null = null): AboveDraft => {
  return { kind, id, title: `The ${kind}`, objectiveId, parentKind: null, parentId: null };
};
const toImperative: LinkAbove = {
  objectiveId: "company",
  parent: { kind: "imperative", id: "win" },
  mode: "supports",
  title: "Win the first week",
  nextId: null,
  nextTitle: null,
  archived: false,
};
const said = (steps: { title: string }[]) => steps.map(({ title }) => title);

test("an imperative alone", () => {
  expect(said(linesAbove([standing("imperative", "win")], [])("win"))).toEqual(["The imperative"]);
});

test("what stands, up to its imperative", () => {
  const line = linesAbove([standing("objective", "company")], [toImperative]);
  expect(said(line("company"))).toEqual(["Win the first week", "The objective"]);
});

test("a key result stands beneath its objective", () => {
  const line = linesAbove([standing("key-result", "kr", "company")], [toImperative]);
  expect(line("kr").map(({ kind }) => kind)).toEqual(["imperative", "objective", "key-result"]);
});

test("drafts of other plans, and then what stands above them", () => {
  const above = [
    draft("a", "draft-objective", "b"),
    draft("b", "objective", "company"),
    standing("objective", "company"),
  ];
  expect(said(linesAbove(above, [toImperative])("a"))).toEqual([
    "Win the first week",
    "The objective",
    "Draft b",
    "Draft a",
  ]);
});

test("no parent, or one that is not there, has no line", () => {
  const line = linesAbove([], []);
  expect([line(null), line("gone")]).toEqual([[], []]);
});
