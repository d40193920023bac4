import { normalQuantile } from "./distributions.ts";
import type { Range } from "./range.ts";

/** So many of so many; `of` above 0. */
export interface Share {
  yes: number;
  of: number;
}

/**
 * Wilson's score range of one share: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n), which stays within 0 and 1
 * and is never empty (Wilson 1927). `level`: 0.95 for a 95 % range.
 */
export function wilson({ yes, of }: Share, level: number): Range {
  const z = normalQuantile(1 - (1 - level) / 2);
  const share = yes / of;
  const middle = share + z ** 2 / (2 * of);
  const reach = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  const whole = 1 + z ** 2 / of;
  return { low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole) };
}

/**
 * Range of one share minus another, by Newcombe's hybrid score method (Newcombe 1998, Statistics in Medicine 17:
 * 873–890, method 10): with Wilson's ranges l₁–u₁ and l₂–u₂ of the two,
 * d − √((p₁−l₁)² + (u₂−p₂)²) to d + √((u₁−p₁)² + (p₂−l₂)²).
 * It takes answers as independent; where people of a team answer alike it is too narrow, so it only describes.
 */
export function newcombe(one: Share, other: Share, level: number): { difference: number; range: Range } {
  const [first, second] = [wilson(one, level), wilson(other, level)];
  const [p1, p2] = [one.yes / one.of, other.yes / other.of];
  const difference = p1 - p2;
  return {
    difference,
    range: {
      low: difference - Math.hypot(p1 - first.low, second.high - p2),
      high: difference + Math.hypot(first.high - p1, p2 - second.low),
    },
  };
}
