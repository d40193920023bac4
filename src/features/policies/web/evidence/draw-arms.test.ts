import fc from "fast-check";
import { expect, test } from "vitest";
import { drawArms, plan } from "./draw-arms.ts";

const levels = { before: 5, after: 4 };
const weeksFrom = (from: number, values: readonly (number | null)[]) =>
  values.map((covered, at) => ({ week: from + at, covered, others: 5 }));

test("a week without a value breaks the line and is not drawn over", () => {
  const weeks = weeksFrom(-2, [5, 6, null, 4, 3]);
  const { covered, others } = drawArms({ weeks, decision: 12, covered: levels, others: levels, marked: false }, 600);
  expect([covered.pieces.length, covered.dots.length, others.pieces.length]).toEqual([2, 4, 1]);
  expect(covered.dots.map(({ last }) => last)).toEqual([false, false, false, true]);
});

test("the start stands between the week before and the first week, and the decision after the last", () => {
  const drawn = drawArms(
    { weeks: weeksFrom(-4, [5, 5, 5, 5, 4, 4]), decision: 8, covered: levels, others: levels, marked: false },
    600,
  );
  expect(drawn.start).toBeGreaterThan(drawn.x(-1));
  expect(drawn.start).toBeLessThan(drawn.x(0));
  expect(drawn.decision).toBeGreaterThan(drawn.x(7));
  expect(drawn.ticks.map(({ week }) => week)).toContain(0);
});

test("all lies inside the drawing, whatever the values", () => {
  const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(value, value), { maxLength: 60 }),
      fc.integer({ min: -30, max: 0 }),
      (values, from) => {
        const weeks = values.map(([covered, others], at) => ({ week: from + at, covered, others }));
        const none = { before: null, after: null };
        const { covered, others } = drawArms({ weeks, decision: 12, covered: none, others: none, marked: true }, 600);
        for (const { x, y } of [...covered.dots, ...others.dots]) {
          expect(x >= 0 && x <= 600 && y >= plan.top && y <= plan.bottom).toBe(true);
        }
      },
    ),
  );
});
