import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Chance that can be drawn again: the same seed gives the same draws on every machine. */
export interface Chance {
  /** A whole number from 0 up to, not including, `below` (at most 2³²), each as likely. */
  whole(below: number): number;
}

/** `seed`: a whole number. */
export function chanceFrom(seed: number): Chance {
  const generator = xoroshiro128plus(seed | 0);
  const whole = (below: number): number => {
    const limit = 2 ** 32 - (2 ** 32 % below);
    for (;;) {
      const drawn = generator.next() >>> 0;
      if (drawn < limit) return drawn % below;
    }
  };
  return { whole };
}
