/** Members that no published grouping tells apart. What is published of sets is known of blocks. */
export interface Block {
  members: Set<string>;
  /** What is counted of them: people asked, or answers. */
  size: number;
  /** Whether any grouping holds it; what none holds is in no figure. */
  covered: boolean;
}

/** Those of a block whom a grouping holds, and the block that they were taken out of, which may be left empty. */
export interface Split {
  inside: Block;
  outside: Block;
}

/**
 * Everyone, cut into blocks by one grouping after another. It is known at once where a member stands, so that a grouping
 * costs what it holds and not what there is.
 */
export class Blocks {
  readonly #sizeOf: (memberId: string) => number;
  readonly #blockOf: Map<string, Block>;

  constructor(memberIds: Iterable<string>, sizeOf: (memberId: string) => number) {
    this.#sizeOf = sizeOf;
    const everyone = this.#block(memberIds, false);
    this.#blockOf = new Map([...everyone.members].map((id) => [id, everyone]));
  }

  /** Undefined for whoever is in no grouping and was in none. */
  of(memberId: string): Block | undefined {
    return this.#blockOf.get(memberId);
  }

  /** Cuts by a further grouping. */
  split(memberIds: readonly string[]): Split[] {
    const touched = Map.groupBy(new Set(memberIds), (id) => this.#blockOf.get(id) as Block);
    return [...touched].flatMap(([outside, held]) => {
      if (outside.covered && held.length === outside.members.size) return [];
      const inside = this.#block(held, true);
      for (const id of held) {
        outside.members.delete(id);
        this.#blockOf.set(id, inside);
      }
      outside.size -= inside.size;
      return [{ inside, outside }];
    });
  }

  /** Puts together again what the last grouping cut. */
  join(splits: readonly Split[]): void {
    for (const { inside, outside } of splits) {
      for (const id of inside.members) {
        outside.members.add(id);
        this.#blockOf.set(id, outside);
      }
      outside.size += inside.size;
    }
  }

  /** The members of each block that some grouping holds, in the order that everyone was given in. */
  covered(): string[][] {
    const groups = Map.groupBy(this.#blockOf.keys(), (id) => this.#blockOf.get(id) as Block);
    return [...groups].flatMap(([{ covered }, memberIds]) => (covered ? [memberIds] : []));
  }

  #block(memberIds: Iterable<string>, covered: boolean): Block {
    const members = new Set(memberIds);
    return { members, covered, size: members.values().reduce((sum, id) => sum + this.#sizeOf(id), 0) };
  }
}
