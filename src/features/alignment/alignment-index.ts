/** The alignment index of a cycle: one figure, always with its parts, each with what it is made of. */
import { type Decimal, decimal, type Exactly, exact, ratio } from "../okrs/public.ts";
import { type Counts, UPKEEP } from "./counts.ts";

/** Points of the index that each part is worth (PRODUCT: "Alignment index"). */
export const PARTS = { linked: 35, measurable: 15, resourced: 25, understood: 25 } as const;
export type PartName = keyof typeof PARTS;

export interface IndexGiven {
  counts: Counts;
  /** Those that are active, with their priority in percent; null where leadership stated none. */
  imperatives: readonly { id: string; priorityShare: Decimal | null }[];
  /** Priority in percent of what reaches no imperative and of upkeep: 0 unless leadership sets one. */
  priorityOf?: { unlinked?: Decimal; upkeep?: Decimal };
  /** "I can see how my work moves our strategy", as the pulse published it; null where it published nothing. */
  understood: Understood | null;
}

/** A published share, 0..1. Near unanimity only a bound is published; the index then counts with the bound. */
export interface Understood {
  share: Decimal;
  reads: "exactly" | "about" | "or-more" | "or-less";
}

export interface AlignmentIndex {
  /** 0–100, to 10 digits; null where no part has data. */
  index: Decimal | null;
  parts: Part[];
  /** The rest is re-weighted, and that is said. */
  leftOut: PartName[];
  /** Where energy stands against priority: one row per imperative, then "unlinked" and "upkeep". */
  placed: Placed[];
}

export interface Part {
  part: PartName;
  /** Points it is worth, and its share of this index after re-weighting (0..1; "0" when left out). */
  weight: number;
  counts: Decimal;
  /** 0–100; null when left out. numerator ÷ denominator × 100, in the unit that `of` names. */
  value: Decimal | null;
  numerator: Decimal;
  denominator: Decimal;
  of: "people" | "objectives" | "key-results" | "share";
  /** How to read a published share; null for the other parts. */
  reads: Understood["reads"] | null;
  leftOut: "no-leaf-objectives" | "no-key-results" | "no-energy-placed" | "no-priority-shares" | "no-pulse" | null;
}

export interface Placed {
  on: string;
  /** Shares, 0..1, each adding up to 1; null where none are stated. */
  priority: Decimal | null;
  placed: Decimal | null;
  /** Placed energy in people; equal parts of what reaches several imperatives. */
  people: Decimal;
}

/** Every figure with what it is made of (PRODUCT: "always shown with its parts"). */
export function alignmentIndex(given: IndexGiven): AlignmentIndex {
  const placement = placementOf(given);
  const parts = [
    linked(given.counts),
    measurable(given.counts),
    resourced(placement),
    understood(given.understood),
  ] satisfies Unweighed[];
  const weights = parts.reduce((sum, { part, leftOut }) => sum + (leftOut ? 0 : PARTS[part]), 0);
  const points = parts.reduce(
    (sum, each) => (each.leftOut ? sum : sum.plus(shareOf(each).times(PARTS[each.part]))),
    exact(0),
  );
  return {
    index: weights === 0 ? null : ratio(points.times(100).div(weights)),
    parts: parts.map((each) => weighed(each, weights)),
    leftOut: parts.filter(({ leftOut }) => leftOut).map(({ part }) => part),
    placed: rowsOf(placement),
  };
}

/** The index or a part as it is shown: a whole number, half away from zero. Everything before is unrounded. */
export function wholePoints(value: Decimal): number {
  return Number(decimal(exact(value).round(0)));
}

interface Unweighed {
  part: PartName;
  numerator: Decimal;
  denominator: Decimal;
  /** Of the numerator before it was rounded, 0..1. */
  share?: Exactly;
  of: Part["of"];
  reads?: Part["reads"];
  leftOut: Part["leftOut"];
}

function shareOf({ share, numerator, denominator }: Unweighed): Exactly {
  return share ?? exact(numerator).div(denominator);
}

function weighed(unweighed: Unweighed, weights: number): Part {
  const { part, numerator, denominator, of, reads = null, leftOut } = unweighed;
  return {
    part,
    weight: PARTS[part],
    counts: leftOut ? "0" : ratio(exact(PARTS[part]).div(weights)),
    value: leftOut ? null : ratio(shareOf(unweighed).times(100)),
    numerator,
    denominator,
    of,
    reads,
    leftOut,
  };
}

/** Energy-weighted; where nobody states energy each leaf objective counts 1, and what is added up are objectives. */
function linked({ weight, linkedWeight, leaves, unstated }: Counts): Unweighed {
  const leftOut = leaves === 0 || weight === "0" ? "no-leaf-objectives" : null;
  const of = unstated === leaves ? "objectives" : "people";
  return { part: "linked", numerator: linkedWeight, denominator: weight, of, leftOut };
}

function measurable({ keyResults, measurable: sound }: Counts): Unweighed {
  const leftOut = keyResults === 0 ? "no-key-results" : null;
  return { part: "measurable", numerator: `${sound}`, denominator: `${keyResults}`, of: "key-results", leftOut };
}

function understood(pulse: Understood | null): Unweighed {
  const leftOut = pulse === null ? "no-pulse" : null;
  const reads = pulse?.reads ?? null;
  return { part: "understood", numerator: pulse?.share ?? "0", denominator: "1", of: "share", reads, leftOut };
}

/**
 * 1 − ½ Σ|priority − placed| of two lists of shares is the part they have in common, Σ min(priority, placed); so the
 * figure opens to people: the energy that stands where priority wants it, of all energy placed.
 */
function resourced({ rows, parts, people, priorities }: Placement): Unweighed {
  const common = rows.reduce((sum, { priority, placedParts }) => {
    // Both sides times (people × parts × priorities), which keeps thirds and quarters whole.
    const wanted = priority.times(people).times(parts);
    const there = placedParts.times(priorities);
    return sum.plus(wanted.lt(there) ? wanted : there);
  }, exact(0));
  const leftOut = people.eq(0) ? "no-energy-placed" : priorities.eq(0) ? "no-priority-shares" : null;
  if (leftOut) return { part: "resourced", numerator: "0", denominator: decimal(people), of: "people", leftOut };
  const there = common.div(priorities.times(parts));
  return {
    ...{ part: "resourced", numerator: ratio(there), denominator: decimal(people), of: "people", leftOut },
    share: there.div(people),
  };
}

interface Placement {
  rows: { on: string; priority: Exactly; placedParts: Exactly }[];
  /** Energy is split into so many parts, the least common multiple of the numbers of imperatives reached. */
  parts: number;
  people: Exactly;
  /** Sum of all priorities: shares that do not add up to 100 are read in proportion. */
  priorities: Exactly;
}

function placementOf({ counts: { placed }, imperatives, priorityOf }: IndexGiven): Placement {
  const entries = Object.entries(placed).map(([place, people]) => ({ reached: placesOf(place), people }));
  const parts = entries.reduce((multiple, { reached }) => leastCommonMultiple(multiple, reached.length), 1);
  const on = new Map<string, Exactly>();
  for (const { reached, people } of entries) {
    const each = exact(people).times(parts / reached.length);
    for (const place of reached) on.set(place, (on.get(place) ?? exact(0)).plus(each));
  }
  const rows = [
    ...imperatives.map(({ id, priorityShare }) => ({ on: id, priority: exact(priorityShare ?? 0) })),
    { on: "unlinked", priority: exact(priorityOf?.unlinked ?? 0) },
    { on: UPKEEP, priority: exact(priorityOf?.upkeep ?? 0) },
  ].map((row) => ({ ...row, placedParts: on.get(row.on) ?? exact(0) }));
  return {
    rows,
    parts,
    people: entries.reduce((sum, { people }) => sum.plus(people), exact(0)),
    priorities: rows.reduce((sum, { priority }) => sum.plus(priority), exact(0)),
  };
}

function rowsOf({ rows, parts, people, priorities }: Placement): Placed[] {
  return rows.map(({ on, priority, placedParts }) => ({
    on,
    priority: priorities.eq(0) ? null : ratio(priority.div(priorities)),
    placed: people.eq(0) ? null : ratio(placedParts.div(people.times(parts))),
    people: ratio(placedParts.div(parts)),
  }));
}

function placesOf(key: string): string[] {
  return key === "" ? ["unlinked"] : key.split(" ");
}

function leastCommonMultiple(one: number, other: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return (one / divisor(one, other)) * other;
}
