/** Counts that what was told leaves only one possibility for. */
import { eliminated, type Fraction, fraction, ONE, type Row } from "./elimination.ts";

/** So many favourable answers lie together in some places: between two bounds, which are equal where told exactly. */
export interface Told {
  terms: ReadonlySet<number>;
  from: number;
  to: number;
}

/**
 * Which places have but one possible count, given how many answered in each (0 ≤ count ≤ answers, whole numbers) and
 * what was told. First by elimination over everything told exactly, then by narrowing bounds until nothing moves. What it
 * finds is certain. In a tree of teams it finds all; where groupings cross, several
 * bounds at once may force more.
 */
export function forcedCounts(answers: readonly number[], told: readonly Told[]): Map<number, number> {
  const exactly = told.filter(({ from, to }) => from === to);
  const solved = eliminated(exactly.map(({ terms, from }) => ({ terms: ones(terms), total: fraction(from) }))) ?? [];
  const bounds = answers.map((most) => ({ low: 0, high: most }));
  const rules = [
    ...solved.map((row) => ({ terms: numbers(row), from: asNumber(row.total), to: asNumber(row.total) })),
    ...told.map(({ terms, from, to }) => ({ terms: new Map([...terms].map((term) => [term, 1])), from, to })),
  ];
  const rulesOn = Map.groupBy(
    rules.flatMap((rule) => [...rule.terms.keys()].map((term) => ({ term, rule }))),
    ({ term }) => term,
  );
  const due = new Set<Rule>(rules);
  // Bounds are whole and only move inward, so this ends; whichever rule comes first, it ends at the same bounds.
  for (const rule of due) {
    due.delete(rule);
    for (const term of narrowed(rule, bounds)) for (const each of rulesOn.get(term) ?? []) due.add(each.rule);
  }
  return new Map(bounds.flatMap(({ low, high }, at) => (low === high ? [[at, low] as const] : [])));
}

interface Rule {
  terms: ReadonlyMap<number, number>;
  from: number;
  to: number;
}

interface Bounds {
  low: number;
  high: number;
}

/** Narrows the bounds of each place in a sum by what the others in it leave; the places where any moved. */
function narrowed({ terms, from, to }: Rule, bounds: Bounds[]): number[] {
  const reaches = [...terms].map(([term, by]) => {
    const { low, high } = bounds[term] as Bounds;
    return { term, by, least: Math.min(by * low, by * high), most: Math.max(by * low, by * high) };
  });
  const least = from - reaches.reduce((sum, each) => sum + each.most, 0);
  const most = to - reaches.reduce((sum, each) => sum + each.least, 0);
  return reaches.flatMap((reach) => {
    const ends = [(least + reach.most) / reach.by, (most + reach.least) / reach.by];
    const bound = bounds[reach.term] as Bounds;
    const low = Math.max(bound.low, Math.ceil(Math.min(...ends) - tiny));
    const high = Math.min(bound.high, Math.floor(Math.max(...ends) + tiny));
    if (low <= bound.low && high >= bound.high) return [];
    bounds[reach.term] = { low, high };
    return [reach.term];
  });
}

/** Fractions of the elimination are exact; dividing them out may leave this much beside a whole number. */
const tiny = 1e-6;

function ones(terms: ReadonlySet<number>): Map<number, Fraction> {
  return new Map([...terms].map((term) => [term, ONE]));
}

function numbers(row: Row): Map<number, number> {
  return new Map([...row.terms].map(([term, by]) => [term, asNumber(by)]));
}

function asNumber({ over, under }: Fraction): number {
  return Number(over) / Number(under);
}
