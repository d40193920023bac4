import { expect, test } from "vitest";
import { drawSpark } from "./sparkline.ts";

test("a value holds until the next check-in, and what is typed is a step at the end", () => {
  const points = [
    { at: 0, value: 4 },
    { at: 50, value: 2 },
  ];
  const drawn = drawSpark({ points, pace: null, next: { at: 100, value: 0 } }, 100, 40);
  expect(drawn).toMatchObject({ line: "M0 0H50V20H100", next: { path: "M100 20V40", x: 100, y: 40 } });
});

test("without a value there is nothing to draw, and one alone is a point in the middle", () => {
  expect(drawSpark({ points: [], pace: null, next: null }, 100, 40)).toBeNull();
  expect(drawSpark({ points: [{ at: 0, value: 4 }], pace: null, next: null }, 100, 40)?.last).toEqual({ x: 50, y: 20 });
});
