/** An objective that may be where a member's line ends. */
export interface Candidate {
  id: string;
  level: "company" | "team" | "personal";
  private: boolean;
  rank: number;
  cycleId: string;
  /** Whether the member owns it; it may also be their team's. */
  owned: boolean;
  /** Key results on it that the member owns. */
  keyResults: number;
}

/**
 * The objective a member's line leads to: of the current cycle rather than another, theirs rather than only their
 * team's, one that others can see, the one with most of their key results, then one they own, then the nearest to them
 * (personal, team, company), then the first in order. null for somebody with none.
 */
export function mainObjective<Each extends Candidate>(
  candidates: readonly Each[],
  cycleId: string | null,
): Each | null {
  const preference = (each: Candidate) => [
    Number(each.cycleId !== cycleId),
    Number(!each.owned && each.keyResults === 0),
    Number(each.private),
    -each.keyResults,
    Number(!each.owned),
    ["personal", "team", "company"].indexOf(each.level),
    each.rank,
  ];
  const [first = null] = candidates.toSorted(
    (one, other) => inOrder(preference(one), preference(other)) || (one.id < other.id ? -1 : 1),
  );
  return first;
}

function inOrder(one: number[], other: number[]): number {
  const differences = one.map((value, at) => value - (other[at] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
