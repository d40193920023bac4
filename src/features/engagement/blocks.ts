/** Members (or groups of them) that no published grouping tells apart. What is published of sets is known of blocks. */
export interface Block<Item> {
  items: Item[];
  /** Whether any grouping holds it; what none holds is in no figure. */
  covered: boolean;
}

/**
 * Blocks that a further grouping would split, each with its two parts; a part may be empty. The others stay as they are.
 */
export function splitsBy<Item>(
  blocks: readonly Block<Item>[],
  grouping: ReadonlySet<Item>,
): Map<Block<Item>, { inside: Block<Item>; outside: Block<Item> }> {
  const splits = new Map<Block<Item>, { inside: Block<Item>; outside: Block<Item> }>();
  for (const block of blocks) {
    const items = block.items.filter((item) => grouping.has(item));
    if (items.length === 0 || (items.length === block.items.length && block.covered)) continue;
    const rest = block.items.filter((item) => !grouping.has(item));
    splits.set(block, { inside: { items, covered: true }, outside: { items: rest, covered: block.covered } });
  }
  return splits;
}

/** The blocks after a grouping was added to what is published. */
export function splitInto<Item>(
  blocks: readonly Block<Item>[],
  splits: ReturnType<typeof splitsBy<Item>>,
): Block<Item>[] {
  return blocks.flatMap((block) => {
    const split = splits.get(block);
    if (!split) return [block];
    return split.outside.items.length === 0 ? [split.inside] : [split.inside, split.outside];
  });
}
