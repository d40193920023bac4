import { describe, expect, test } from "vitest";
import { type LayoutObjective, layOut, linePath } from "./layout.ts";

const objective = (id: string, more: Partial<LayoutObjective> = {}): LayoutObjective => ({
  id,
  level: "team",
  under: { kind: "imperative", id: "i" },
  keyResultIds: [],
  closed: false,
  ...more,
});
const yOf = (places: readonly { id: string; y: number }[], id: string) =>
  places.find((each) => each.id === id)?.y as number;

describe("the map's layout", () => {
  test("a company objective stands in the middle of the team objectives it holds", () => {
    const { objectives } = layOut(
      ["i"],
      [
        objective("c", { level: "company" }),
        objective("a", { under: { kind: "objective", id: "c" } }),
        objective("b", { under: { kind: "objective", id: "c" } }),
      ],
    );
    expect(yOf(objectives, "c")).toBe((yOf(objectives, "a") + yOf(objectives, "b")) / 2);
  });

  test("no two things of a column overlap", () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      objective(`o${at}`, {
        keyResultIds: [`k${at}`, `l${at}`],
        under: { kind: "imperative", id: at % 2 ? "i" : "j" },
      }),
    );
    const { objectives, keyResults } = layOut(["i", "j"], many);
    const gaps = (ys: number[]) =>
      ys
        .sort((one, other) => one - other)
        .map((y, at) => (at === 0 ? Number.POSITIVE_INFINITY : y - (ys[at - 1] as number)));
    expect(Math.min(...gaps(objectives.map(({ y }) => y)))).toBeGreaterThanOrEqual(52);
    expect(Math.min(...gaps(keyResults.map(({ y }) => y)))).toBeGreaterThanOrEqual(22);
  });

  test("a closed branch draws nothing beneath", () => {
    const { objectives, keyResults } = layOut(
      ["i"],
      [
        objective("c", { closed: true, keyResultIds: ["k"] }),
        objective("a", { under: { kind: "objective", id: "c" } }),
      ],
    );
    expect(objectives.map(({ id }) => id)).toEqual(["c"]);
    expect(keyResults).toEqual([]);
  });

  test("what nothing holds stands in the part that is not connected", () => {
    const layout = layOut(["i"], [objective("a"), objective("b", { under: null })]);
    expect(yOf(layout.objectives, "b")).toBeGreaterThan(layout.gutterTop as number);
    expect(layOut(["i"], [objective("a")]).gutterTop).toBeNull();
  });

  test("a circle, should one ever be stored, ends", () => {
    const { objectives } = layOut(
      [],
      [
        objective("a", { under: { kind: "objective", id: "b" } }),
        objective("b", { under: { kind: "objective", id: "a" } }),
      ],
    );
    expect(objectives.length).toBeLessThanOrEqual(2);
  });

  test("a level line is straight, any other bends twice", () => {
    expect(linePath({ x: 0, y: 5 }, { x: 50, y: 5 }, 25)).toBe("M0 5H50");
    expect(linePath({ x: 0, y: 0 }, { x: 50, y: 100 }, 25)).toBe("M0 0H15Q25 0 25 10V90Q25 100 35 100H50");
    expect(linePath({ x: 50, y: 100 }, { x: 50, y: 0 }, 38)).toBe("M50 100H48Q38 100 38 90V10Q38 0 48 0H50");
  });
});
