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
  const [first, ...others] = candidates.map((each) => ({ each, preference: preference(each) }));
  if (!first) return null;
  const sooner = (one: typeof first, other: typeof first) =>
    inOrder(one.preference, other.preference) || (one.each.id < other.each.id ? -1 : 1);
  return others.reduce((best, other) => (sooner(other, best) < 0 ? other : best), first).each;
}

function inOrder(one: number[], other: number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
}
