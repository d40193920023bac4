import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createThrottle, networkOf } from "./throttle.ts";

describe("a throttle of 3 attempts in 60 seconds", () => {
  const threeAMinute = () => createThrottle({ attempts: 3, seconds: 60 });

  test("lets three through, then says how long to wait", () => {
    const throttle = threeAMinute();
    expect([0, 1_000, 2_000].map((now) => throttle.attempt("ada", now))).toEqual([0, 0, 0]);
    expect(throttle.attempt("ada", 2_500)).toBe(58);
    expect(throttle.attempt("ada", 59_999)).toBe(1);
    expect(throttle.attempt("ada", 60_000)).toBe(0);
  });

  test("holds nothing against anybody else", () => {
    const throttle = threeAMinute();
    for (const now of [0, 1, 2, 3]) throttle.attempt("ada", now);
    expect(throttle.attempt("lin", 4)).toBe(0);
  });

  test("forgives", () => {
    const throttle = threeAMinute();
    for (const now of [0, 1, 2]) throttle.attempt("ada", now);
    throttle.forgive("ada");
    expect(throttle.attempt("ada", 3)).toBe(0);
  });

  test("never lets more than three through in any minute", () => {
    const steps = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (gaps) => {
        const throttle = threeAMinute();
        let now = 0;
        const passed: number[] = [];
        for (const gap of gaps) {
          now += gap;
          if (throttle.attempt("ada", now) === 0) passed.push(now);
        }
        return passed.every((at) => passed.filter((other) => other >= at && other < at + 60_000).length <= 3);
      }),
    );
  });
});

test("forgets the keys seen first when there are too many", () => {
  const throttle = createThrottle({ attempts: 1, seconds: 60, keys: 2 });
  for (const key of ["a", "b", "c"]) throttle.attempt(key, 0);
  expect(throttle.attempt("c", 1)).toBe(60);
  expect(throttle.attempt("a", 1)).toBe(0);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("%s belongs to %s", (ip, network) => expect(networkOf(ip)).toBe(network));
