import { expect, test } from "vitest";
import { lineDownTo } from "./line.ts";

const none = {
  parentObjectiveId: null,
  parentKeyResultId: null,
  nextId: null,
  imperativeId: null,
  statement: null,
  archived: false,
};
const to = (parentObjectiveId: string) => ({ ...none, parentObjectiveId });
const toKeyResult = (parentKeyResultId: string, nextId: string) => ({ ...none, parentKeyResultId, nextId });
const toImperative = (imperativeId: string, archived = false) => ({
  ...none,
  imperativeId,
  statement: "Win",
  archived,
});

test.each<[string, Parameters<typeof lineDownTo>[1], string[], string | null]>([
  ["without links the line is the objective alone", [{ id: "own", links: null }], ["own"], null],
  [
    "it runs from the imperative down",
    [
      { id: "own", links: [to("top")] },
      { id: "top", links: [toImperative("win")] },
    ],
    ["top", "own"],
    "win",
  ],
  [
    "through a key result to its objective",
    [
      { id: "own", links: [toKeyResult("number", "top")] },
      { id: "top", links: [toImperative("win")] },
    ],
    ["top", "own"],
    "win",
  ],
  [
    "not to what was archived",
    [
      { id: "own", links: [to("top")] },
      { id: "top", links: [toImperative("old", true)] },
    ],
    ["top", "own"],
    null,
  ],
  [
    "nor through what is not there for the viewer",
    [{ id: "own", links: [to("hidden"), toKeyResult("n", "hidden")] }],
    ["own"],
    null,
  ],
  [
    "by the parent that reaches an imperative, whichever came first",
    [
      { id: "own", links: [to("dead end"), to("top")] },
      { id: "dead end", links: null },
      { id: "top", links: [toImperative("win")] },
    ],
    ["top", "own"],
    "win",
  ],
])("%s", (_sentence, rows, objectiveIds, imperativeId) => {
  const line = lineDownTo("own", rows);
  expect(line.objectiveIds).toEqual(objectiveIds);
  expect(line.imperative).toEqual(imperativeId && { id: imperativeId, statement: "Win" });
});
