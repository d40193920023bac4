/** Answers go where nobody can follow them: mixed while they wait, and written down all at once, in another order. */

/** So many that wait are taken out and put back with each that comes: it is one of so many and one. */
export const MIXED_WITH = 9;

/**
 * What is written once a pulse has closed, in one statement and this order; of fewer than the limit nothing is, since
 * no figure could be told of them. Not in batches as they fill: who took part by then is known, and of a group of five
 * a first batch may hold one. `random` answers 0 ≤ x < 1.
 */
export function release<Answer>(waiting: readonly Answer[], limit: number, random: () => number): Answer[] {
  return waiting.length < limit ? [] : shuffled(waiting, random);
}

/** Every order equally likely (Fisher and Yates, as Durstenfeld wrote it down in 1964). */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = Math.floor(random() * (last + 1));
    [order[last], order[at]] = [order[at] as Item, order[last] as Item];
  }
  return order;
}
