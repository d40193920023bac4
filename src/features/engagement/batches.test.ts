import fc from "fast-check";
import { expect, it } from "vitest";
import { release, shuffled } from "./batches.ts";

const middle = () => 0.5;
const waiting = (count: number) => Array.from({ length: count }, (_, at) => at);

it.each([
  ["four in all are never written", 4, 0],
  ["five are", 5, 5],
])("%s", (_, count, written) => {
  expect(release(waiting(count), 5, middle)).toHaveLength(written);
});

it("loses no answer and adds none", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 5 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (all, luck) => {
        expect(release(all, 5, () => luck).toSorted((one, other) => one - other)).toEqual(
          all.toSorted((one, other) => one - other),
        );
      },
    ),
  );
});

it("brings every order about equally often", () => {
  let seed = 1;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const counts = new Map<string, number>();
  for (let draw = 0; draw < 6000; draw += 1) {
    const order = shuffled(["a", "b", "c"], random).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
