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
  let rows: Row[] = [];
  for (const sum of sums) {
    const left = rows.reduce<Sum>((rest, row) => without(rest, row), sum);
    if (left.terms.size === 0 && left.total.over !== 0n) return null;
    if (left.terms.size === 0) continue;
    const pivot = Math.min(...left.terms.keys());
    const solved = { ...scaled(left, left.terms.get(pivot) as Fraction), pivot };
    rows = [...rows.map((row) => ({ ...without(row, solved), pivot: row.pivot })), solved];
  }
  return rows;
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

function without(sum: Sum, row: Row): Sum {
  const times = sum.terms.get(row.pivot);
  if (times === undefined) return sum;
  const terms = new Map(sum.terms);
  for (const [term, by] of row.terms) {
    const rest = minus(terms.get(term) ?? ZERO, product(times, by));
    if (rest.over === 0n) terms.delete(term);
    else terms.set(term, rest);
  }
  return { terms, total: minus(sum.total, product(times, row.total)) };
}

function scaled({ terms, total }: Sum, by: Fraction): Sum {
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
