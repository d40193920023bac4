/** Which groupings of a pulse will ever be shown: fixed at its launch, from who is invited and what earlier pulses told. */
import { type Grouping, hidden } from "./hiding.ts";
import type { Limits } from "./limits.ts";
import type { Earlier } from "./past.ts";

export interface FixedCells {
  cells: Cell[];
  /** An answer is kept with its group and nothing finer, so what is stored never tells more than what may be shown. */
  groups: Group[];
  withheld: { id: string; why: "too-few" | "would-isolate" | "changed-since" }[];
}

/** A grouping that may be shown, as the groups it is made of. */
export interface Cell {
  id: string;
  groups: readonly string[];
}

export interface Group {
  id: string;
  memberIds: readonly string[];
}

/**
 * Keeps of the groupings (the organisation first, then what matters most) those in which nobody can be singled out,
 * whatever is combined, and cuts those invited into the groups that they tell apart.
 */
export function fixCells(groupings: readonly Grouping[], earlier: readonly Earlier[], limits: Limits): FixedCells {
  const isLarge = ({ memberIds }: Grouping) => memberIds.length >= limits.answers;
  const people = { count: limits.answers, sizeOf: () => 1 };
  const { kept, blocks, refused } = hidden(groupings.filter(isLarge), earlier, people, limits);
  const groups = blocks.map((memberIds, at): Group => ({ id: `${at + 1}`, memberIds }));
  const groupOf = new Map(groups.flatMap(({ id, memberIds }) => memberIds.map((member) => [member, id] as const)));
  const cells = kept.map(({ id, memberIds }) => {
    return { id, groups: [...new Set(memberIds.map((member) => groupOf.get(member) as string))] };
  });
  const why = new Map(refused.map((one) => [one.id, one.why]));
  const withheld = groupings.flatMap((grouping) => {
    const reason = isLarge(grouping) ? why.get(grouping.id) : ("too-few" as const);
    return reason ? [{ id: grouping.id, why: reason }] : [];
  });
  return { cells, groups, withheld };
}
