import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Link, mapShape, type Node, ownLine } from "./map.ts";

const node = (id: string, more: Partial<Node> = {}): Node => ({
  id,
  upkeep: false,
  status: "on-track",
  ownerId: null,
  ...more,
});
const link = (objectiveId: string, kind: Link["parent"]["kind"], id: string): Link => ({
  objectiveId,
  parent: { kind, id },
  mode: "contributes",
});
const given = { keyResults: [], imperativeIds: ["i"] };

describe("the shape of the map", () => {
  test("the first parent made holds an objective, the others say also under", () => {
    const shape = mapShape({
      ...given,
      objectives: [node("a"), node("b"), node("c")],
      links: [link("c", "objective", "a"), link("c", "objective", "b")],
    });
    expect(shape.under.get("c")).toEqual({ kind: "objective", id: "a" });
    expect(shape.alsoUnder.get("c")).toEqual([{ kind: "objective", id: "b" }]);
  });

  test("a parent that is archived or out of sight counts as none", () => {
    const shape = mapShape({
      ...given,
      objectives: [node("a")],
      links: [link("a", "imperative", "gone"), link("a", "objective", "hidden")],
    });
    expect(shape.under.has("a")).toBe(false);
    expect(shape.notConnected).toEqual(["a"]);
  });

  test("what reaches an imperative through a key result's objective is connected", () => {
    const shape = mapShape({
      ...given,
      objectives: [node("a"), node("b")],
      keyResults: [{ id: "k", objectiveId: "a", ownerId: null }],
      links: [link("a", "imperative", "i"), link("b", "key-result", "k")],
    });
    expect(shape.notConnected).toEqual([]);
    expect(shape.below.get("i")).toEqual([{ status: "on-track", count: 2 }]);
  });

  test("upkeep needs no line", () => {
    expect(mapShape({ ...given, objectives: [node("a", { upkeep: true })], links: [] }).notConnected).toEqual([]);
  });

  test("my line is what I own, by itself or through a key result, and everything above it", () => {
    const map = {
      ...given,
      objectives: [node("a"), node("b"), node("c", { ownerId: "me" }), node("d")],
      keyResults: [{ id: "k", objectiveId: "b", ownerId: "me" }],
      links: [link("a", "imperative", "i"), link("b", "objective", "a"), link("c", "key-result", "k")],
    };
    expect([...ownLine("me", map, mapShape(map))].sort()).toEqual(["a", "b", "c", "i"]);
    expect([...ownLine("nobody", map, mapShape(map))]).toEqual([]);
  });

  test("whatever the links, every objective is counted once at most beneath each place, and the walk ends", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const anyLink = fc.record({ objectiveId: fc.constantFrom(...ids), id: fc.constantFrom(...ids, "i") });
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 12 }), (links) => {
        const shape = mapShape({
          ...given,
          objectives: ids.map((id) => node(id)),
          links: links.map(({ objectiveId, id }) => link(objectiveId, id === "i" ? "imperative" : "objective", id)),
        });
        for (const counts of shape.below.values()) {
          expect(counts.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(ids.length);
        }
      }),
    );
  });
});
