/** Which groupings may be told so that everybody stays hidden: the one rule behind the cells and behind what is published. */
import { Blocks } from "./blocks.ts";
import type { Limits } from "./limits.ts";
import { type Earlier, exposesAnyone, pastOf } from "./past.ts";

/** A team with everyone beneath it, a site, an arm of a policy: whatever somebody could ask the figures of. */
export interface Grouping {
  id: string;
  memberIds: readonly string[];
}

/** What is counted of people, and how many of it a block needs if it has any. */
export interface Fewest {
  count: number;
  sizeOf(memberId: string): number;
}

export interface Hidden {
  kept: Grouping[];
  /** Everyone in a kept grouping, by what these tell apart. */
  blocks: string[][];
  refused: { id: string; why: "would-isolate" | "changed-since" }[];
}

/**
 * Takes groupings in the order given and keeps each that makes no block too small: so parent minus child, team within
 * site and any other addition, subtraction or intersection of the kept ones has nobody in it or enough. Against earlier
 * pulses the same holds of everyone who joined, left or moved, unless they are lost in a crowd.
 */
export function hidden(
  groupings: readonly Grouping[],
  earlier: readonly Earlier[],
  { count, sizeOf }: Fewest,
  limits: Limits,
): Hidden {
  const everyone = new Set([
    ...groupings.flatMap(({ memberIds }) => memberIds),
    ...earlier.flatMap((one) => [...one.keys()]),
  ]);
  const past = pastOf(everyone, earlier);
  const blocks = new Blocks(everyone, sizeOf);
  const found: Omit<Hidden, "blocks"> = { kept: [], refused: [] };
  for (const grouping of groupings) {
    const splits = blocks.split(grouping.memberIds);
    const parts = splits.flatMap(({ inside, outside }) => [inside, outside]);
    const isolates = parts.some(({ covered, size }) => covered && size > 0 && size < count);
    if (!isolates && !exposesAnyone(splits, blocks, past, limits)) {
      found.kept.push(grouping);
      continue;
    }
    found.refused.push({ id: grouping.id, why: isolates ? "would-isolate" : "changed-since" });
    blocks.join(splits);
  }
  return { ...found, blocks: blocks.covered() };
}
