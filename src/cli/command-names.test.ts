import { describe, expect, it } from "vitest";
import { operations } from "../client/operations.ts";
import { commandNames } from "./command-names.ts";

const wordsOf = (...names: string[]) => [...commandNames(names).values()].map((words) => words.join(" "));

describe("the words of a command", () => {
  it.each([
    [["okrs.keyResults.create"], ["key-results create"]],
    [
      ["strategy.vision.get", "strategy.mission.get"],
      ["vision get", "mission get"],
    ],
    [["okrs.search"], ["search"]],
    [
      ["a.links.list", "b.links.list"],
      ["links list", "b links list"],
    ],
    [
      ["alignment.keyResults", "okrs.keyResults.get"],
      ["alignment key-results", "key-results get"],
    ],
    [["exchange.import"], ["exchange import"]],
  ])("%j is %j", (names, words) => {
    expect(wordsOf(...names)).toEqual(words);
  });

  it("are different for every operation", () => {
    const words = wordsOf(...operations.keys());
    expect(new Set(words).size).toBe(operations.size);
  });
});
