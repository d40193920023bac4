import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Question } from "./course.ts";
import { type Forecast, forecast, type Likely } from "./forecast.ts";

/** A quarter of 84 days from 0 to 100, checked in every week, asked for right after the last check-in. */
const quarter = (values: number[], more: Partial<Question> = {}): Question => ({
  checkIns: values.map((value, week) => ({ at: (week + 1) * 7, value })),
  startsAt: 0,
  endsAt: 84,
  now: values.length * 7,
  start: 0,
  target: 100,
  bounds: { low: null, high: null },
  goal: { low: 100, high: null },
  ...more,
});
const percent = { low: 0, high: 100 };
const likely = (question: Question) => forecast(question) as Likely;

describe("a forecast", () => {
  it.each<[string, number[], Partial<Question>, number]>([
    ["no check-ins", [], {}, 0],
    ["two", [10, 20], {}, 2],
    ["three at one instant count once", [], { checkIns: [1, 2, 3].map((value) => ({ at: 7, value })), now: 9 }, 1],
    ["three of which one is after now", [10, 20, 30], { now: 20 }, 2],
  ])("is not given for %s", (_, values, more, checkIns) => {
    expect(forecast(quarter(values, more))).toEqual({ kind: "not-enough-data", checkIns });
  });

  it("is given for three", () => {
    expect(forecast(quarter([10, 20, 30])).kind).toBe("forecast");
  });

  it.each<[string, Question, (forecast: Likely) => boolean]>([
    ["a steady way goes on", quarter([8, 17, 25, 33, 42, 50, 58, 67, 75]), ({ middle }) => middle > 88 && middle < 104],
    ["what never moved hardly will", quarter([0, 0, 0, 0, 0, 0]), ({ middle, chance }) => middle < 10 && chance! < 0.1],
    ["what falls does not head for the target", quarter([9.5, 4, -1.5]), ({ middle }) => middle < 10],
    [
      "what stands at its target may stay",
      quarter([40, 80, 100, 100, 100], { bounds: percent }),
      (is) => is.chance! > 0.5,
    ],
    [
      "a level without a start stays near it",
      quarter([99.9, 99.95, 99.92, 99.94], { start: null, target: 99.9 }),
      (is) => {
        return is.middle > 99.8 && is.middle < 100 && is.range80[1] - is.range80[0] < 0.3;
      },
    ],
    [
      "without a goal there is no chance",
      quarter([1, 2, 3], { goal: null, target: null, start: null }),
      (is) => is.chance === null,
    ],
  ])("%s", (_, question, holds) => {
    expect(likely(question)).toSatisfy(holds);
  });

  it("is narrower the nearer the end", () => {
    const widths = [6, 8, 10].map((weeks) => {
      const [low, high] = likely(quarter(Array.from({ length: weeks }, (_, week) => (week + 1) * 8))).range80;
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((one, other) => other - one));
  });

  it("is the last value once the cycle is over, and the chance whether it is reached", () => {
    const over = (last: number) => forecast(quarter([10, 20, last], { now: 84 }));
    const sure = { kind: "forecast", checkIns: 3 };
    expect(over(40)).toEqual({ ...sure, middle: 40, range50: [40, 40], range80: [40, 40], chance: 0 });
    expect(over(100)).toEqual({ ...sure, middle: 100, range50: [100, 100], range80: [100, 100], chance: 1 });
  });

  it("does not change by waiting, only by a check-in", () => {
    expect(forecast(quarter([10, 25, 30], { now: 60 }))).toEqual(forecast(quarter([10, 25, 30])));
  });

  it("takes the last of several at one instant", () => {
    const corrected = quarter([10, 20, 30]);
    const twice = { ...corrected, checkIns: [{ at: 21, value: 99 }, ...corrected.checkIns] };
    expect(forecast(twice)).toEqual(forecast(corrected));
  });

  it("costs no more for a year of daily check-ins, and tells much the same", () => {
    const days = Array.from({ length: 60 }, (_, day) => ({ at: day + 1, value: (day + 1) * 1.2 }));
    const { middle } = likely(quarter([], { checkIns: days, now: 60 }));
    expect(middle).toBeGreaterThan(85);
    expect(middle).toBeLessThan(110);
  });
});

describe("whatever the check-ins", () => {
  const value = fc.double({ min: -1000, max: 1000, noNaN: true }).map((each) => Math.round(each * 100) / 100 + 0);
  const checkIns = fc.uniqueArray(fc.record({ at: fc.integer({ min: 1, max: 800 }), value }), {
    minLength: 3,
    maxLength: 40,
    selector: ({ at }) => at,
  });
  const question = fc
    .record({
      checkIns,
      start: value,
      way: fc.constantFrom(-200, -3, 0.5, 40, 700),
      beyond: fc.integer({ min: 1, max: 400 }),
    })
    .map(({ checkIns: all, start, way, beyond }): Question => {
      const at = all.map((each) => ({ at: each.at / 4, value: each.value }));
      const now = Math.max(...at.map((each) => each.at));
      const goal = way > 0 ? { low: start + way, high: null } : { low: null, high: start + way };
      const bounds = { low: null, high: null };
      return { checkIns: at, startsAt: 0, endsAt: now + beyond / 4, now, start, target: start + way, bounds, goal };
    });
  const all = (each: Likely) => [each.range80[0], each.range50[0], each.middle, each.range50[1], each.range80[1]];
  const near = (one: Forecast, other: Forecast, size: number) => {
    const [left, right] = [all(one as Likely), all(other as Likely)];
    for (const [at, each] of left.entries()) expect(Math.abs(each - (right[at] as number))).toBeLessThan(1e-6 * size);
    expect((one as Likely).chance).toBeCloseTo((other as Likely).chance as number, 5);
  };

  it("the ranges lie one in the other and hold the middle; the chance is a share", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const values = all(likely(asked));
        expect(values).toEqual([...values].sort((one, other) => one - other));
        expect(likely(asked).chance).toBeGreaterThanOrEqual(0);
        expect(likely(asked).chance).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("nothing lies beyond the bounds", () => {
    fc.assert(
      fc.property(question, fc.integer({ min: -100, max: 0 }), fc.integer({ min: 1, max: 100 }), (asked, low, high) => {
        for (const each of all(likely({ ...asked, bounds: { low, high } }))) {
          expect(each).toBeGreaterThanOrEqual(low);
          expect(each).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it("another unit, another zero, or a fall for a rise tell the same", () => {
    const factor = fc.constantFrom(-1, -250, 0.001, 3, 1e9);
    fc.assert(
      fc.property(question, factor, fc.integer({ min: -1000, max: 1000 }), (asked, by, plus) => {
        const turned = (each: number) => each * by + plus * Math.abs(by);
        const { goal } = asked;
        const [low, high] = [goal?.low, goal?.high].map((each) => (each == null ? null : turned(each)));
        const same: Question = {
          ...asked,
          checkIns: asked.checkIns.map((each) => ({ at: each.at, value: turned(each.value) })),
          start: turned(asked.start as number),
          target: turned(asked.target as number),
          goal: by > 0 ? { low: low ?? null, high: high ?? null } : { low: high ?? null, high: low ?? null },
        };
        const expected = likely(asked);
        const flip = ([one, other]: [number, number]): [number, number] => {
          return by > 0 ? [turned(one), turned(other)] : [turned(other), turned(one)];
        };
        const forecasted = {
          ...expected,
          middle: turned(expected.middle),
          range50: flip(expected.range50),
          range80: flip(expected.range80),
        };
        near(likely(same), forecasted, Math.abs(by) * 1e4);
      }),
    );
  });

  it("another calendar tells the same", () => {
    fc.assert(
      fc.property(question, fc.integer({ min: -20_000, max: 20_000 }), (asked, days) => {
        const moved = {
          ...asked,
          checkIns: asked.checkIns.map((each) => ({ at: each.at + days, value: each.value })),
          startsAt: asked.startsAt + days,
          endsAt: asked.endsAt + days,
          now: asked.now + days,
        };
        near(forecast(moved), forecast(asked), 1e4);
      }),
    );
  });

  it("the order they come in tells nothing", () => {
    const shuffled = question.chain((asked) => {
      const { checkIns: given } = asked;
      const all = fc.shuffledSubarray(given as Question["checkIns"][number][], { minLength: given.length });
      return all.map((other) => [asked, { ...asked, checkIns: other }] as const);
    });
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(forecast(other)).toEqual(forecast(one));
      }),
    );
  });

  it("a value that never changes gives a range around it that holds it", () => {
    fc.assert(
      fc.property(question, value, fc.boolean(), (asked, constant, withStart) => {
        const same = asked.checkIns.map(({ at }) => ({ at, value: constant }));
        const start = withStart ? constant : null;
        const target = withStart ? constant + 10 : null;
        const { middle, range80 } = likely({ ...asked, checkIns: same, start, target });
        expect(range80[0]).toBeLessThanOrEqual(constant);
        expect(range80[1]).toBeGreaterThanOrEqual(constant);
        if (!withStart) expect([middle, ...range80]).toEqual([constant, constant, constant]);
      }),
    );
  });

  it("figures of any size give finite figures", () => {
    const any = fc.oneof(
      fc.double({ min: -1e20, max: 1e20, noNaN: true }),
      fc.double({ min: -1e-9, max: 1e-9, noNaN: true }),
      fc.constantFrom(0, 1e15, -1e15, 1e15 + 1, 1e-10),
    );
    const instants = fc.array(fc.record({ at: fc.double({ min: -1e5, max: 1e5, noNaN: true }), value: any }));
    const some = fc.option(any);
    fc.assert(
      fc.property(
        instants,
        some,
        some,
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (given, start, target, endsAt) => {
          const goal = { low: target, high: null };
          const said = forecast({ ...quarter([]), checkIns: given, start, target, goal, endsAt, now: 1e5 - 1 });
          const early = forecast({ ...quarter([]), checkIns: given, start, target, goal, endsAt: 1e5, now: endsAt });
          for (const each of [said, early]) {
            if (each.kind === "forecast") expect(all(each).every(Number.isFinite)).toBe(true);
          }
        },
      ),
    );
  });

  it("a nearer goal is never less likely", () => {
    fc.assert(
      fc.property(question, value, value, (asked, one, other) => {
        const chance = (low: number) => likely({ ...asked, goal: { low, high: null } }).chance as number;
        expect(chance(Math.min(one, other))).toBeGreaterThanOrEqual(chance(Math.max(one, other)) - 1e-9);
      }),
    );
  });

  it("the chance agrees with the ranges", () => {
    fc.assert(
      fc.property(question, (asked) => {
        const { middle, range50, range80 } = likely(asked);
        const chance = (low: number) => likely({ ...asked, goal: { low, high: null } }).chance as number;
        for (const [at, share] of [
          [range80[0], 0.9],
          [range50[0], 0.75],
          [range50[1], 0.25],
          [range80[1], 0.1],
        ] as const) {
          if (range80[0] < range50[0] && range50[0] < middle && middle < range50[1] && range50[1] < range80[1]) {
            expect(chance(at)).toBeCloseTo(share, 5);
          }
        }
      }),
    );
  });
});
