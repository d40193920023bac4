import fc from "fast-check";
import { expect, it } from "vitest";
import { calibration, type Said } from "./calibration.ts";

const said = (confidence: number, reached: number, of: number): Said[] =>
  Array.from({ length: of }, (_, at) => ({ confidence, reached: at < reached }));

it("said 7, reached how often?", () => {
  const { rows, brier, tooHopefulBy } = calibration([...said(7, 5, 10), ...said(9, 3, 4)]);
  expect(rows).toEqual([
    { confidence: 7, said: 10, reached: 5, share: "0.5" },
    { confidence: 9, said: 4, reached: null, share: null },
  ]);
  expect(Number(brier)).toBeCloseTo((5 * 0.09 + 5 * 0.49 + 3 * 0.01 + 0.81) / 14, 9);
  expect(Number(tooHopefulBy)).toBeCloseTo((70 + 36) / 140 - 8 / 14, 9);
});

it("tells nothing of fewer than five", () => {
  expect(calibration(said(7, 2, 4))).toMatchObject({ said: 4, brier: null, tooHopefulBy: null });
  expect(calibration([])).toEqual({ rows: [], said: 0, brier: null, tooHopefulBy: null });
});

it("is 0 for those who always know, 0.25 for those who always say 5, and takes no notice of order", () => {
  expect(calibration([...said(10, 6, 6), ...said(0, 0, 6)]).brier).toBe("0");
  const statements = fc.array(fc.record({ confidence: fc.integer({ min: 0, max: 10 }), reached: fc.boolean() }), {
    minLength: 5,
  });
  fc.assert(
    fc.property(statements, (some) => {
      expect(calibration(some.toReversed())).toEqual(calibration(some));
      expect(calibration(some.map(({ reached }) => ({ confidence: 5, reached }))).brier).toBe("0.25");
      expect(Number(calibration(some).brier)).toBeLessThanOrEqual(1);
    }),
  );
});
