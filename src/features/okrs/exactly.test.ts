import Big from "big.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Exactly } from "./exactly.ts";

/** A second opinion: a library that keeps its digits in another way. */
const Other = Big();
Other.DP = 30;
Other.RM = Big.roundHalfUp;
const written = (value: Big) => value.toFixed().replace(/^-0$/, "0");

const anyDecimal = fc
  .tuple(fc.constantFrom("", "-"), fc.bigInt(0n, 10n ** 22n), fc.stringMatching(/^\d{0,12}$/))
  .map(([sign, whole, fraction]) => `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`);
const anySmall = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 3 }))
  .map(([n, digits]) => (n / 10 ** digits).toFixed(digits));
const any = fc.oneof(anyDecimal, anySmall);

describe("exact arithmetic", () => {
  test("adds, takes away, multiplies and compares as the other does", () => {
    fc.assert(
      fc.property(any, any, (one, two) => {
        const [a, b] = [Exactly.from(one), new Other(one)];
        expect(a.plus(two).toString()).toBe(written(b.plus(two)));
        expect(a.minus(two).toString()).toBe(written(b.minus(two)));
        expect(a.times(two).toString()).toBe(written(b.times(two)));
        expect(a.abs().toString()).toBe(written(b.abs()));
        expect(a.cmp(two)).toBe(b.cmp(two));
        expect([a.eq(two), a.gt(two), a.gte(two), a.lt(two), a.lte(two)]).toEqual([
          b.eq(two),
          b.gt(two),
          b.gte(two),
          b.lt(two),
          b.lte(two),
        ]);
      }),
    );
  });

  test("divides to 30 digits and rounds half away from zero as the other does", () => {
    fc.assert(
      fc.property(any, any, fc.integer({ min: 0, max: 12 }), (one, two, digits) => {
        expect(Exactly.from(one).round(digits).toString()).toBe(written(new Other(one).round(digits)));
        fc.pre(!new Other(two).eq(0));
        const quotient = Exactly.from(one).div(two);
        expect(quotient.toString()).toBe(written(new Other(one).div(two)));
        expect(quotient.round(10).toString()).toBe(written(new Other(one).div(two).round(10)));
      }),
    );
  });

  test.each([
    ["12.5000000000", "12.5"],
    ["-0.000", "0"],
    ["007", "7"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1e3", "1000"],
    ["12.5e-3", "0.0125"],
    [1e-7, "0.0000001"],
    ["-0.05", "-0.05"],
  ])("%s is written %s", (value, plain) => {
    expect(Exactly.from(value).toString()).toBe(plain);
  });

  test.each(["", "-", ".", "12,5", "NaN", "1 000", "+5", "0x10", "1e99999"])("%j is refused", (value) => {
    expect(() => Exactly.from(value)).toThrow("is no decimal number");
  });

  test("nothing is divided by 0", () => {
    expect(() => Exactly.from("1").div("0")).toThrow();
  });
});
