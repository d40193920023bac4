import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RollUpGraph, rollUpFrom } from "./roll-up-graph.ts";

const objective = (id: string, progress: string | null = null) => ({ id, state: "open" as const, progress });
const keyResult = (id: string, objectiveId: string, progress: string | null, more = {}) => {
  return { id, objectiveId, progress, state: "open" as const, weight: "1", fromContributions: false, ...more };
};
const toObjective = (objectiveId: string, id: string, weight = "1") => {
  return { objectiveId, parent: { kind: "objective" as const, id }, weight };
};
const toKeyResult = (objectiveId: string, id: string) => {
  return { objectiveId, parent: { kind: "key-result" as const, id }, weight: "1" };
};

describe("a change is carried upward", () => {
  it("moves the objective and what it contributes to", () => {
    const graph: RollUpGraph = {
      objectives: [objective("company", "0"), objective("team", "0"), objective("other", "0")],
      keyResults: [keyResult("kr", "team", "0.5")],
      contributions: [toObjective("team", "company"), toObjective("other", "company", "3")],
    };
    const { objectives, keyResults } = rollUpFrom([{ kind: "key-result", id: "kr" }], graph);
    expect(objectives).toEqual(
      new Map([
        ["team", "0.5"],
        ["company", "0.125"],
      ]),
    );
    expect(keyResults.size).toBe(0);
  });

  it("goes through a key result that is made of contributions, and not through one that is not", () => {
    const graph = (fromContributions: boolean): RollUpGraph => ({
      objectives: [objective("company", "0"), objective("team", "0")],
      keyResults: [keyResult("own", "team", "1"), keyResult("gathered", "company", "0", { fromContributions })],
      contributions: [toKeyResult("team", "gathered")],
    });
    const through = rollUpFrom([{ kind: "key-result", id: "own" }], graph(true));
    expect(through.keyResults).toEqual(new Map([["gathered", "1"]]));
    expect(through.objectives.get("company")).toBe("1");
    const drawnOnly = rollUpFrom([{ kind: "key-result", id: "own" }], graph(false));
    expect([...drawnOnly.objectives.keys()]).toEqual(["team"]);
  });

  it("stops where nothing changes", () => {
    const graph: RollUpGraph = {
      objectives: [objective("company", "0.9"), objective("team", "0.500")],
      keyResults: [keyResult("kr", "team", "0.5")],
      contributions: [toObjective("team", "company")],
    };
    expect(rollUpFrom([{ kind: "key-result", id: "kr" }], graph).objectives.size).toBe(0);
  });

  it("stops there too when the stored mean is a rounded third", () => {
    const graph: RollUpGraph = {
      objectives: [objective("team", "0.3333333333")],
      keyResults: [keyResult("1", "team", "1"), keyResult("2", "team", "0"), keyResult("3", "team", "0")],
      contributions: [],
    };
    expect(rollUpFrom([{ kind: "key-result", id: "1" }], graph).objectives.size).toBe(0);
  });

  it("tells the parents of an objective that was paused", () => {
    const graph: RollUpGraph = {
      objectives: [objective("company", "0.5"), { ...objective("team", "0.5"), state: "paused" }],
      keyResults: [keyResult("kr", "team", "0.5")],
      contributions: [toObjective("team", "company")],
    };
    expect(rollUpFrom([{ kind: "objective", id: "team" }], graph).objectives).toEqual(new Map([["company", null]]));
  });

  it("says that the last key result left with no progress, not with 0", () => {
    const graph: RollUpGraph = { objectives: [objective("team", "0.5")], keyResults: [], contributions: [] };
    expect(rollUpFrom([{ kind: "objective", id: "team" }], graph).objectives).toEqual(new Map([["team", null]]));
  });
});

it("gives for one change what computing everything gives", () => {
  const graphs = fc.integer({ min: 2, max: 9 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      percents: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: size, maxLength: size }),
      links: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.boolean()), { maxLength: 20 }),
      change: fc.tuple(fc.nat(size - 1), fc.integer({ min: 0, max: 100 })),
    }),
  );
  fc.assert(
    fc.property(graphs, ({ size, percents, links, change: [at, percent] }) => {
      const ids = Array.from({ length: size }, (_, index) => index);
      const graph: RollUpGraph = {
        objectives: ids.map((id) => objective(`${id}`)),
        keyResults: ids.flatMap((id) => [
          keyResult(`own ${id}`, `${id}`, `${(percents[id] ?? 0) / 100}`),
          keyResult(`gathered ${id}`, `${id}`, null, { fromContributions: true }),
        ]),
        contributions: links
          .filter(([child, parent]) => child > parent)
          .map(([child, parent, gathered]) =>
            gathered ? toKeyResult(`${child}`, `gathered ${parent}`) : toObjective(`${child}`, `${parent}`),
          ),
      };
      const settled = applied(graph, rollUpFrom(everywhere(graph), graph));
      const keyResults = settled.keyResults.map((row) =>
        row.id === `own ${at}` ? { ...row, progress: `${percent / 100}` } : row,
      );
      const moved = { ...settled, keyResults };
      const byOne = applied(moved, rollUpFrom([{ kind: "key-result", id: `own ${at}` }], moved));
      expect(byOne).toEqual(applied(moved, rollUpFrom(everywhere(moved), moved)));
    }),
  );
});

const everywhere = ({ keyResults }: RollUpGraph) => keyResults.map(({ id }) => ({ kind: "key-result" as const, id }));

function applied(graph: RollUpGraph, changed: ReturnType<typeof rollUpFrom>): RollUpGraph {
  const now = <Row extends { id: string; progress: string | null }>(
    row: Row,
    progress: Map<string, string | null>,
  ): Row => {
    return progress.has(row.id) ? { ...row, progress: progress.get(row.id) ?? null } : row;
  };
  return {
    ...graph,
    objectives: graph.objectives.map((row) => now(row, changed.objectives)),
    keyResults: graph.keyResults.map((row) => now(row, changed.keyResults)),
  };
}
