/** Which groupings may be told so that everybody stays hidden: the one rule behind the cells and behind what is published. */
import { type Block, splitInto, splitsBy } from "./blocks.ts";
import type { Limits } from "./limits.ts";

/** A team with everyone beneath it, a site, an arm of a policy: whatever somebody could ask the figures of. */
export interface Grouping {
  id: string;
  memberIds: readonly string[];
}

/**
 * Where each member stood in an earlier pulse that asked the same and is remembered: members who stand
 * alike were never told apart by what it told (`standing` of publish.ts).
 */
export type Earlier = ReadonlyMap<string, string>;

export interface Hidden {
  kept: Grouping[];
  /** Everyone, by what the kept groupings tell apart. */
  blocks: Block<string>[];
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
  isTooSmall: (memberIds: readonly string[]) => boolean,
  limits: Limits,
): Hidden {
  const past = pastOf(
    [...groupings.map(({ memberIds }) => memberIds), ...earlier.map((one) => [...one.keys()])],
    earlier,
  );
  const found: Hidden = { kept: [], refused: [], blocks: [{ items: [...past.pathOf.keys()], covered: false }] };
  for (const grouping of groupings) {
    const splits = splitsBy(found.blocks, new Set(grouping.memberIds));
    const parts = [...splits.values()].flatMap(({ inside, outside }) => [inside, outside]);
    const next = splitInto(found.blocks, splits);
    const why = parts.some(({ items, covered }) => covered && isTooSmall(items))
      ? "would-isolate"
      : exposesAny(parts, next, past, limits)
        ? "changed-since"
        : null;
    if (why) {
      found.refused.push({ id: grouping.id, why });
      continue;
    }
    found.kept.push(grouping);
    found.blocks = next;
  }
  return found;
}

interface Past {
  /** Members who were together in every earlier pulse share a path; "" for who was in none. */
  pathOf: ReadonlyMap<string, string>;
  /** For each earlier pulse, the group of a member: everyone in it. */
  groupIn: readonly ReadonlyMap<string, ReadonlySet<string>>[];
}

function pastOf(people: readonly (readonly string[])[], earlier: readonly Earlier[]): Past {
  const groupIn = earlier.map((one) => {
    const groups = Map.groupBy(one.keys(), (id) => one.get(id) as string);
    const sets = [...groups.values()].map((ids) => new Set(ids));
    return new Map(sets.flatMap((set) => [...set].map((id) => [id, set] as const)));
  });
  const path = (id: string) => {
    const along = earlier.map((one) => one.get(id) ?? null);
    return along.every((group) => group === null) ? "" : JSON.stringify(along);
  };
  return { pathOf: new Map([...new Set(people.flat())].map((id) => [id, path(id)])), groupIn };
}

/** Only parts of what was split can stand alone newly, and with them whoever no grouping holds. */
function exposesAny(
  parts: readonly Block<string>[],
  next: readonly Block<string>[],
  past: Past,
  limits: Limits,
): boolean {
  if (past.groupIn.length === 0) return false;
  const touched = new Set([...parts, ...next.filter(({ covered }) => !covered)]);
  const blockOf = blockOfEach(next);
  return next.some((block) => touched.has(block) && exposes(block, blockOf, past, limits));
}

type BlockOf = () => ReadonlyMap<string, readonly string[]>;

/** Member → everyone in the same covered block; made when first asked for, which is seldom. */
function blockOfEach(blocks: readonly Block<string>[]): BlockOf {
  let made: ReadonlyMap<string, readonly string[]> | undefined;
  return () => {
    const covered = blocks.filter((block) => block.covered);
    made ??= new Map(covered.flatMap(({ items }) => items.map((id) => [id, items] as const)));
    return made;
  };
}

/**
 * Whether a block of now, held against the groups of then, leaves a few people standing alone. What is uncovered now
 * counts with those who left; who is uncovered and was never asked stands in no figure.
 */
function exposes(block: Block<string>, blockOf: BlockOf, past: Past, limits: Limits): boolean {
  return [...Map.groupBy(block.items, (id) => past.pathOf.get(id) ?? "")].some(([path, few]) => {
    if (few.length >= limits.answers || (path === "" && !block.covered)) return false;
    return past.groupIn.some((earlier) => !isCrowded(few, block, blockOf, earlier, limits));
  });
}

/**
 * To be left with a few people's figure, whoever stands with them in one pulse must be taken away by figures of another:
 * the crowd is everybody who answers anew in those. Both ways must meet one. Where both pulses have them among the same
 * people, or one has none of them all, nothing can be taken away.
 */
function isCrowded(
  few: readonly string[],
  { items, covered }: Block<string>,
  blockOf: BlockOf,
  earlier: Past["groupIn"][number],
  { crowd }: Limits,
): boolean {
  const group = earlier.get(few[0] ?? "");
  if (covered && group?.size === items.length && items.every((id) => group.has(id))) return true;
  const alone = new Set(few);
  const isLarge = (people: number) => people - few.length >= crowd;
  const areMany = (mates: Set<string>, others: readonly Iterable<string>[]) => {
    return isLarge(others.reduce((all: Set<string>, each) => all.union(new Set(each)), mates.union(alone)).size);
  };
  if (covered && !isLarge(items.length)) {
    const mates = new Set(items).difference(alone);
    const before = new Set([...mates].flatMap((id) => earlier.get(id) ?? []));
    if ((before.size > 0 || group) && !areMany(mates, [...before])) return false;
  }
  if (group === undefined || isLarge(group.size)) return true;
  const mates = group.difference(alone);
  const now = new Set([...mates].flatMap((id) => [blockOf().get(id) ?? []]).filter(({ length }) => length > 0));
  return (now.size === 0 && !covered) || [...now].some(({ length }) => isLarge(length)) || areMany(mates, [...now]);
}
