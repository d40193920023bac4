import { expect, test } from "vitest";
import { branchesOf, drawnOf, type MapObjective } from "./branches.ts";

const under = (kind: "imperative" | "objective", id: string) => ({ kind, id, objectiveId: null });
const objective = (id: string, holder: ReturnType<typeof under> | null) =>
  ({ id, under: holder, title: id }) as unknown as MapObjective;

const onMap = [
  objective("company", under("imperative", "trust")),
  objective("team", under("objective", "company")),
  objective("own", under("objective", "team")),
  objective("loose", null),
  objective("filtered parent's", under("objective", "not on show")),
];

function drawn(objectives: readonly MapObjective[], ...closed: string[]): string[] {
  const answer = { objectives: [...objectives], keyResults: [] };
  const shown = new Set(objectives.map(({ id }) => id));
  return [...drawnOf(branchesOf(answer, shown), new Set(closed))].sort();
}

test("what stands beneath an imperative or nothing is drawn with all below; what its parent lost to a filter is not", () => {
  expect(drawn(onMap)).toEqual(["company", "loose", "own", "team"]);
});

test("a closed branch is drawn without what is beneath it", () => {
  expect(drawn(onMap, "team")).toEqual(["company", "loose", "team"]);
  expect(drawn(onMap, "company", "loose")).toEqual(["company", "loose"]);
});

test("a line of 20,000 objectives is walked once", () => {
  const line = Array.from({ length: 20_000 }, (_, at) =>
    objective(`${at}`, at === 0 ? under("imperative", "trust") : under("objective", `${at - 1}`)),
  );
  expect(drawn(line)).toHaveLength(20_000);
});
