/** Chance that can be drawn again: the same seed gives the same draws on every machine. */
export interface Draws {
  /** From 0 up to, not including, 1. */
  share(): number;
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Mean 1. */
  exponential(): number;
  /** How many, where `mean` are expected. */
  poisson(mean: number): number;
  happens(chance: number): boolean;
  oneOf<T>(these: readonly T[]): T;
}

/** Counts on in steps and mixes the bits of each (mulberry32 by T. Ettinger, public domain). */
export function drawsFrom(seed: number): Draws {
  let state = seed >>> 0;
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return {
    share,
    normal,
    between: (low, high) => low + (high - low) * share(),
    whole: (low, high) => low + Math.floor(share() * (high - low + 1)),
    exponential: () => -Math.log(1 - share()),
    poisson: (mean) => (mean > 30 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : fewOf(mean, share)),
    happens: (chance) => share() < chance,
    oneOf: (these) => these[Math.floor(share() * these.length)] as (typeof these)[number],
  };
}

/** Poisson by Knuth's product of shares: as many draws as it counts, so for small means only. */
function fewOf(mean: number, share: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = share(); product > limit; product *= share()) count += 1;
  return count;
}
