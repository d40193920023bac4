/**
 * p adjusted for how many outcomes are tested, so that the chance of one false alarm among all stays at α whatever
 * ties them together (Holm 1979, Scand. J. Statist. 6): in order of size the k-th of m is multiplied by m − k + 1, none
 * falls below the one before it, none exceeds 1. Answers in the order given.
 */
export function holm(ps: readonly number[]): number[] {
  const inOrder = ps.map((_, at) => at).sort((one, other) => ps[one]! - ps[other]!);
  const adjusted = new Array<number>(ps.length);
  let least = 0;
  for (const [rank, at] of inOrder.entries()) {
    least = Math.max(least, Math.min(1, ps[at]! * (ps.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
}
