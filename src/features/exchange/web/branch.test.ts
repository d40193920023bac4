import { expect, test } from "vitest";
import { branchOf } from "./branch.ts";

const node = (depth: number, title: string) =>
  ({ depth, line: 1, kind: "objective", title, action: "create", measure: null }) as const;

test("the first root with something below it is the branch, in its shape", () => {
  const tree = [node(0, "Alone"), node(0, "A"), node(1, "B"), node(2, "C"), node(1, "D"), node(0, "E")];
  expect(branchOf(tree)).toMatchObject({
    root: {
      title: "A",
      below: [
        { title: "B", below: [{ title: "C" }] },
        { title: "D", below: [] },
      ],
    },
    more: 0,
  });
});

test("a root alone is a branch, nothing is none, and a long one says how much more there is", () => {
  expect(branchOf([node(0, "Alone")])?.root.title).toBe("Alone");
  expect(branchOf([])).toBeNull();
  expect(branchOf([node(0, "A"), ...Array.from({ length: 12 }, (_, at) => node(1, `B${at}`))])?.more).toBe(3);
});
