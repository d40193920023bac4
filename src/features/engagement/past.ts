/** Whether what is told now leaves a few people standing alone when earlier pulses are held against it. */
import type { Block, Blocks, Split } from "./blocks.ts";
import type { Limits } from "./limits.ts";

/**
 * Where each member stood in an earlier pulse that asked the same and is remembered: members who stand
 * alike were never told apart by what it told (`standing` of publish.ts).
 */
export type Earlier = ReadonlyMap<string, string>;

export interface Past {
  /** Members who were together in every earlier pulse share a path; "" for who was in none. */
  pathOf: ReadonlyMap<string, string>;
  /** Everyone on a path. */
  along: ReadonlyMap<string, readonly string[]>;
  /** For each earlier pulse, the group of a member: everyone in it. */
  groupIn: readonly GroupIn[];
}

type GroupIn = ReadonlyMap<string, ReadonlySet<string>>;

export function pastOf(everyone: ReadonlySet<string>, earlier: readonly Earlier[]): Past {
  const groupIn = earlier.map((one) => {
    const groups = Map.groupBy(one.keys(), (id) => one.get(id) as string);
    const sets = [...groups.values()].map((ids) => new Set(ids));
    return new Map(sets.flatMap((set) => [...set].map((id) => [id, set] as const)));
  });
  const path = (id: string) => {
    const groups = earlier.map((one) => one.get(id) ?? null);
    return groups.every((group) => group === null) ? "" : JSON.stringify(groups);
  };
  const pathOf = new Map([...everyone].map((id) => [id, path(id)]));
  return { pathOf, along: Map.groupBy(pathOf.keys(), (id) => pathOf.get(id) as string), groupIn };
}

/** Those of one path in one block: no figure of then or now tells them apart. */
interface Strand {
  block: Block;
  path: string;
}

/** Whether somebody stands alone since these blocks were split, who did not before. */
export function exposesAnyone(splits: readonly Split[], blocks: Blocks, past: Past, limits: Limits): boolean {
  if (past.groupIn.length === 0) return false;
  const seen = new Map<Block, Set<string>>();
  return concerned(splits, blocks, past, limits).some(({ block, path }) => {
    const paths = seen.get(block) ?? new Set();
    if (paths.has(path)) return false;
    seen.set(block, paths.add(path));
    return exposes({ block, path }, blocks, past, limits);
  });
}

/**
 * Every strand that a split can expose: those it made or made smaller; where a part is too small to be a crowd, all in
 * it, and whoever stood then with somebody in it, since it is their crowd that shrank.
 */
function* concerned(
  splits: readonly Split[],
  blocks: Blocks,
  { pathOf, groupIn }: Past,
  { answers, crowd }: Limits,
): Generator<Strand> {
  const strandOf = (id: string): Strand => ({ block: blocks.of(id) as Block, path: pathOf.get(id) as string });
  const isCrowd = ({ size }: ReadonlySet<string>) => size - answers >= crowd;
  for (const { inside, outside } of splits) {
    const cut = [...inside.members].map(strandOf);
    yield* cut;
    for (const { path } of cut) yield { block: outside, path };
    for (const { members, covered } of [inside, outside]) {
      if (isCrowd(members)) continue;
      for (const id of members) yield strandOf(id);
      const then = covered ? groupIn.flatMap((group) => [...members].flatMap((id) => group.get(id) ?? [])) : [];
      for (const mates of new Set(then)) if (!isCrowd(mates)) for (const id of mates) yield strandOf(id);
    }
  }
}

/**
 * What is uncovered now counts with those who left; who is uncovered and was never asked stands in no figure, and who is
 * new among a crowd was in none that could be taken away.
 */
function exposes({ block, path }: Strand, blocks: Blocks, past: Past, limits: Limits): boolean {
  const { members, covered } = block;
  if (path === "" && (!covered || members.size - limits.answers >= limits.crowd)) return false;
  const along = past.along.get(path) ?? [];
  const few = (along.length < members.size ? along.values() : members.values())
    .filter((id) => members.has(id) && past.pathOf.get(id) === path)
    .take(limits.answers)
    .toArray();
  if (few.length === 0 || few.length === limits.answers) return false;
  return past.groupIn.some((groupOf) => !isCrowded(few, block, blocks, groupOf, limits));
}

/**
 * To be left with a few people's figure, whoever stands with them in one pulse must be taken away by figures of another:
 * the crowd is everybody who answers anew in those. Both ways must meet one. Where both pulses have them among the same
 * people, or one has none of them all, nothing can be taken away.
 */
function isCrowded(
  few: readonly string[],
  { members, covered }: Block,
  blocks: Blocks,
  groupOf: GroupIn,
  { crowd }: Limits,
): boolean {
  const group = groupOf.get(few[0] ?? "");
  const isLarge = ({ size }: ReadonlySet<string>) => size - few.length >= crowd;
  const othersIn = (people: ReadonlySet<string>) => [...people].filter((id) => !few.includes(id));
  if (covered && !isLarge(members)) {
    if (group?.size === members.size && group.isSubsetOf(members)) return true;
    const mates = othersIn(members);
    const before = new Set(mates.flatMap((id) => groupOf.get(id) ?? []));
    if ((before.size > 0 || group) && !areMany([mates, ...before], few, crowd)) return false;
  }
  if (group === undefined || isLarge(group)) return true;
  const mates = othersIn(group);
  const now = new Set(mates.flatMap((id) => coveredAt(blocks.of(id))));
  return (now.size === 0 && !covered) || [...now].some(isLarge) || areMany([mates, ...now], few, crowd);
}

function coveredAt(block: Block | undefined): ReadonlySet<string>[] {
  return block?.covered ? [block.members] : [];
}

/** Whether these hold so many different people beside the few; they may be very large, so it counts no further. */
function areMany(sets: readonly Iterable<string>[], few: readonly string[], many: number): boolean {
  const met = new Set<string>();
  for (const set of sets) {
    for (const id of set) {
      if (!few.includes(id)) met.add(id);
      if (met.size >= many) return true;
    }
  }
  return false;
}
