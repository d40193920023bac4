import { describe, expect, it } from "vitest";
import type { PlannedRow } from "../plan.ts";
import { inTurn, sideBySide } from "./turns.ts";

const row = (sourceKey: string, kind: string, parentKey: string | null = null) =>
  ({ sourceKey, parentKey, row: { kind } }) as unknown as PlannedRow;
const keys = (rows: readonly PlannedRow[]) => rows.map(({ sourceKey }) => sourceKey).join(" ");

describe("the turns of an import", () => {
  it("are objectives in the order of the file, then what stands under each, then initiatives", () => {
    const rows = [
      row("bet", "initiative", "a1"),
      row("a", "objective"),
      row("a1", "key-result", "a"),
      row("aa", "objective", "a"),
      row("aa1", "key-result", "aa"),
      row("b", "objective"),
      row("a2", "health-metric", "a"),
    ];
    const { objectives, underThem, work } = inTurn(rows);
    expect(keys(objectives)).toBe("a aa b");
    expect(underThem.map(keys)).toEqual(["a1 a2", "aa1"]);
    expect(keys(work)).toBe("bet");
  });

  it("keep an objective under a key result behind it", () => {
    const rows = [row("a", "objective"), row("a1", "key-result", "a"), row("x", "objective", "a1")];
    const { objectives, underThem } = inTurn(rows);
    expect(keys(objectives)).toBe("a");
    expect(underThem.map(keys)).toEqual(["a1 x"]);
  });
});

describe("chains side by side", () => {
  const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1));

  it("keep their own order, and overlap", async () => {
    const told: string[] = [];
    await sideBySide([["a1", "a2"], ["b1"]], async (item) => {
      told.push(`${item} begins`);
      await soon();
      told.push(`${item} ends`);
    });
    expect(told.slice(0, 2)).toEqual(["a1 begins", "b1 begins"]);
    expect(told.indexOf("a2 begins")).toBeGreaterThan(told.indexOf("a1 ends"));
  });

  it("end at the first failure, once nothing is under way any more", async () => {
    const begun: string[] = [];
    let underWay = 0;
    const failing = sideBySide(
      [
        ["a1", "a2"],
        ["b1", "b2", "b3"],
      ],
      async (item) => {
        begun.push(item);
        underWay += 1;
        await soon();
        underWay -= 1;
        if (item === "a1") throw new Error("stopped");
      },
    );
    await expect(failing).rejects.toThrow("stopped");
    expect([underWay, begun.includes("a2"), begun.includes("b3")]).toEqual([0, false, false]);
  });
});
