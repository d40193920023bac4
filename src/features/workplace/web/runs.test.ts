import fc from "fast-check";
import { expect, test } from "vitest";
import { runsOf } from "./runs.ts";

const day = (at: string | null, holiday: string | null = null) => ({ at, holiday, elsewhere: null });

test("consecutive days that say the same are one", () => {
  const days = [day("home"), day("office"), day("office"), day("off", "Family Day"), day("off")];
  expect(runsOf(days).map(({ from, length }) => [from, length])).toEqual([
    [0, 1],
    [1, 2],
    [3, 1],
    [4, 1],
  ]);
});

test("days without a plan stay apart", () => {
  expect(runsOf([day(null), day(null)])).toHaveLength(2);
});

test("every day stands in exactly one run, in order", () => {
  const cells = fc.array(fc.constantFrom(day("home"), day("office"), day(null), day("off", "Easter Monday")));
  fc.assert(
    fc.property(cells, (days) => {
      const told = runsOf(days).flatMap(({ from, length, cell }) =>
        Array.from({ length }, (_, at) => ({ at: from + at, cell })),
      );
      expect(told.map(({ at }) => at)).toEqual(days.map((_, at) => at));
      expect(told.map(({ cell }) => cell)).toEqual(days);
    }),
  );
});
