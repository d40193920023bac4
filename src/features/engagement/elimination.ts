/** Exact elimination: what a list of sums says of the single terms. Whole numbers in, fractions inside, nothing rounded. */

/** One sum: coefficient of each term, and what it comes to. */
export interface Sum {
  terms: ReadonlyMap<number, Fraction>;
  total: Fraction;
}

export interface Fraction {
  over: bigint;
  under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };
export const ONE: Fraction = { over: 1n, under: 1n };

export function fraction(over: bigint | number, under: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(over), BigInt(under)];
  const by = divisor(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) * (bottom < 0n ? -1n : 1n);
  return { over: top / by, under: bottom / by };
}

/** A sum solved for one term, which no other row has. */
export interface Row extends Sum {
  pivot: number;
}

/** Reduced row echelon form (Gauss and Jordan): equivalent sums; null where they contradict each other. */
export function eliminated(sums: readonly Sum[]): Row[] | null {
  const rows = new Map<number, Row & Left>();
  const rowsWith = new Map<number, Set<Row & Left>>();
  for (const sum of sums) {
    const left: Left = { terms: new Map(sum.terms), total: sum.total };
    for (const term of sum.terms.keys()) takeOut(left, rows.get(term));
    if (left.terms.size === 0 && left.total.over !== 0n) return null;
    if (left.terms.size === 0) continue;
    const pivot = Math.min(...left.terms.keys());
    const solved = { ...scaled(left, left.terms.get(pivot) as Fraction), pivot };
    const changed = [...(rowsWith.get(pivot) ?? [])].filter(({ terms }) => terms.has(pivot));
    for (const row of changed) takeOut(row, solved);
    rows.set(pivot, solved);
    for (const term of solved.terms.keys()) {
      const holding = rowsWith.get(term) ?? new Set();
      rowsWith.set(term, holding);
      for (const row of [...changed, solved]) holding.add(row);
    }
  }
  return [...rows.values()];
}

/** A sum that is being worked on. */
interface Left {
  terms: Map<number, Fraction>;
  total: Fraction;
}

/**
 * How often each of these sets must be added (or subtracted) to give exactly `wanted`; null when no combination does.
 */
export function combinationFor(sets: readonly ReadonlySet<number>[], wanted: ReadonlySet<number>): Fraction[] | null {
  const elements = new Set([...sets.flatMap((set) => [...set]), ...wanted]);
  const rows = eliminated(
    [...elements].map((element) => ({
      terms: new Map(sets.flatMap((set, at) => (set.has(element) ? [[at, ONE] as const] : []))),
      total: wanted.has(element) ? ONE : ZERO,
    })),
  );
  return rows && sets.map((_, at) => rows.find(({ pivot }) => pivot === at)?.total ?? ZERO);
}

/** Takes a row out of a sum as often as its term is in there. */
function takeOut(sum: Left, row: Row | undefined): void {
  const times = row && sum.terms.get(row.pivot);
  if (row === undefined || times === undefined) return;
  for (const [term, by] of row.terms) {
    const rest = minus(sum.terms.get(term) ?? ZERO, product(times, by));
    if (rest.over === 0n) sum.terms.delete(term);
    else sum.terms.set(term, rest);
  }
  sum.total = minus(sum.total, product(times, row.total));
}

function scaled({ terms, total }: Left, by: Fraction): Left {
  const over = (value: Fraction) => fraction(value.over * by.under, value.under * by.over);
  return { terms: new Map([...terms].map(([term, value]) => [term, over(value)])), total: over(total) };
}

function minus(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.under - other.over * one.under, one.under * other.under);
}

function product(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.over, one.under * other.under);
}

function divisor(one: bigint, other: bigint): bigint {
  return other === 0n ? one || 1n : divisor(other, one % other);
}
