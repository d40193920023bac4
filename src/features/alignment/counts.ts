/** What the alignment index counts, kept as sums so that a change takes its old facts out and puts its new ones in. */
import { type Decimal, decimal, exact } from "../okrs/public.ts";
import type { Reach } from "./reach.ts";

/** All that the index needs to know of one objective. */
export interface ObjectiveFacts {
  /** In this cycle, active, and no private one: PRODUCT lets those count in no public figure. */
  counted: boolean;
  /** Nothing counted contributes to it or one of its key results, nor supports it unless it states energy of its own. */
  leaf: boolean;
  upkeep: boolean;
  /** People of the owning team; 1 for a personal objective, everyone for one of the organisation. */
  headcount: number;
  /** Percent of the owning team's capacity; null where none is stated. */
  energy: Decimal | null;
  reach: Reach;
  /** Key results that are neither dropped nor postponed, and those of them with owner, baseline and target. */
  keyResults: number;
  measurable: number;
}

/** Sums over the counted objectives of a cycle. Plain values, so that they can be stored as they are. */
export interface Counts {
  leaves: number;
  linkedLeaves: number;
  /** Leaf objectives that state no energy and count 1 each. */
  unstated: number;
  /** Energy in people (headcount × percent / 100) of leaf objectives, upkeep apart, and of those that are linked. */
  weight: Decimal;
  linkedWeight: Decimal;
  /** Stated energy in people by what it reaches: `reachKey`, or "upkeep". What is 0 is not kept. */
  placed: Record<string, Decimal>;
  keyResults: number;
  measurable: number;
}

export const UPKEEP = "upkeep";

export const noCounts: Counts = {
  leaves: 0,
  linkedLeaves: 0,
  unstated: 0,
  weight: "0",
  linkedWeight: "0",
  placed: {},
  keyResults: 0,
  measurable: 0,
};

/** The same for every order of the same imperatives; "" for what reaches none. */
export function reachKey(reach: Reach): string {
  return reach.toSorted().join(" ");
}

/** Everything at once, for the first time or to check what was kept. */
export function countAll(facts: Iterable<ObjectiveFacts>): Counts {
  let counts = noCounts;
  for (const each of facts) counts = recount(counts, null, each);
  return counts;
}

/** The sums after one objective's facts changed; null before it was there or after it went. */
export function recount(counts: Counts, before: ObjectiveFacts | null, after: ObjectiveFacts | null): Counts {
  return added(added(counts, before, -1), after, 1);
}

/**
 * The energy of an objective in people: Σ of these is what PRODUCT's "headcount × energy" adds up. null where none is
 * stated.
 */
export function energyInPeople({ headcount, energy }: Pick<ObjectiveFacts, "headcount" | "energy">): Decimal | null {
  return energy === null ? null : decimal(exact(energy).times(headcount).times("0.01"));
}

function added(counts: Counts, facts: ObjectiveFacts | null, sign: 1 | -1): Counts {
  if (facts === null || !facts.counted) return counts;
  const keyResults = counts.keyResults + sign * facts.keyResults;
  const measurable = counts.measurable + sign * facts.measurable;
  if (!facts.leaf) return { ...counts, keyResults, measurable };
  const people = energyInPeople(facts);
  const place = facts.upkeep ? UPKEEP : reachKey(facts.reach);
  const placed = people === null ? counts.placed : moved(counts.placed, place, people, sign);
  if (facts.upkeep) return { ...counts, keyResults, measurable, placed };
  const linked = facts.reach.length > 0;
  const weight = people ?? "1";
  return {
    keyResults,
    measurable,
    placed,
    leaves: counts.leaves + sign,
    linkedLeaves: counts.linkedLeaves + (linked ? sign : 0),
    unstated: counts.unstated + (people === null ? sign : 0),
    weight: plus(counts.weight, weight, sign),
    linkedWeight: linked ? plus(counts.linkedWeight, weight, sign) : counts.linkedWeight,
  };
}

function moved(placed: Counts["placed"], place: string, people: Decimal, sign: 1 | -1): Counts["placed"] {
  const sum = plus(placed[place] ?? "0", people, sign);
  const { [place]: _, ...others } = placed;
  return sum === "0" ? others : { ...others, [place]: sum };
}

function plus(sum: Decimal, value: Decimal, sign: 1 | -1): Decimal {
  return decimal(sign === 1 ? exact(sum).plus(value) : exact(sum).minus(value));
}
