import { expect, test } from "vitest";
import { outcomeShare } from "./outcome-share.ts";

test.each([
  [0, 0, null],
  [2, 2, null],
  [0, 3, "0"],
  [2, 3, "0.6666666667"],
  [3, 3, "1"],
] as const)("%i outcomes of %i key results are a share of %s", (outcomes, keyResults, share) => {
  expect(outcomeShare(outcomes, keyResults)).toBe(share);
});
