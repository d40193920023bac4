import { describe, expect, it } from "vitest";
import { latestContributed } from "./contributed.ts";
import type { RollUpGraph } from "./roll-up-graph.ts";

const monday = "2027-02-15T10:00:00Z";
const tuesday = "2027-02-16T10:00:00.123456Z";

/** child → middle → (key result "sum" of) top; every objective but top has one key result. */
const graph = (childState: "open" | "dropped" = "open"): RollUpGraph => ({
  objectives: [
    { id: "top", state: "open", progress: null },
    { id: "middle", state: "open", progress: null },
    { id: "child", state: childState, progress: null },
  ],
  keyResults: [
    { id: "sum", objectiveId: "top", state: "open", weight: "1", progress: null, fromContributions: true },
    { id: "of-middle", objectiveId: "middle", state: "open", weight: "1", progress: "0", fromContributions: false },
    { id: "of-child", objectiveId: "child", state: "open", weight: "1", progress: "0", fromContributions: false },
  ],
  contributions: [
    { objectiveId: "child", parent: { kind: "objective", id: "middle" }, weight: "1" },
    { objectiveId: "middle", parent: { kind: "key-result", id: "sum" }, weight: "1" },
  ],
});
const stored = (keyResults: Record<string, string | null>, objectives: Record<string, string | null> = {}) => ({
  keyResults: new Map(Object.entries(keyResults)),
  objectives: new Map(Object.entries(objectives)),
});
const everything = new Set(["top", "middle", "child", "sum"]);

describe("the latest check-in beneath what contributes", () => {
  it("rises through objectives and key results from contributions", () => {
    const { objectives, keyResults } = latestContributed(
      graph(),
      stored({ "of-middle": monday, "of-child": tuesday }),
      everything,
    );
    expect([objectives.get("child"), objectives.get("middle"), keyResults.get("sum"), objectives.get("top")]).toEqual([
      null,
      tuesday,
      tuesday,
      null,
    ]);
  });

  it("is nobody's where nothing was reported", () => {
    expect(latestContributed(graph(), stored({}), everything).keyResults.get("sum")).toBeNull();
  });

  it("leaves out what was dropped", () => {
    const { objectives, keyResults } = latestContributed(
      graph("dropped"),
      stored({ "of-middle": monday, "of-child": tuesday }),
      everything,
    );
    expect([objectives.get("middle"), keyResults.get("sum")]).toEqual([null, monday]);
  });

  it("takes what is stored for those beneath the change", () => {
    const { keyResults } = latestContributed(
      graph(),
      stored({ "of-middle": monday }, { middle: tuesday }),
      new Set(["sum", "top"]),
    );
    expect(keyResults.get("sum")).toBe(tuesday);
  });
});
