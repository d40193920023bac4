import { expect, test } from "vitest";
import { addUp } from "./standing.ts";

test.each([
  [[28, 14.4, 20, 18.4], 80.8, true],
  [[27.96, 14.36, 19.96, 18.46], 80.74, false],
  [[35, 15, 0, 0], 50, true],
])("%j printed with one digit add up to %d: %s", (points, total, sums) => {
  expect(addUp(points, total)).toBe(sums);
});
