/** Stretches of time: instants in milliseconds since 1970, the end not included; lists are in order and never touch. */
export type Span = readonly [start: number, end: number];

/** In order, what touches or overlaps made one, what is empty left out. */
export function joined(spans: readonly Span[]): Span[] {
  const inOrder = spans.filter(([start, end]) => start < end).sort(([one], [other]) => one - other);
  const whole: [number, number][] = [];
  for (const [start, end] of inOrder) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole;
}

/** What lies in both. */
export function both(ones: readonly Span[], others: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let [one, other] = [0, 0]; one < ones.length && other < others.length; ) {
    const [a, b] = [ones[one] as Span, others[other] as Span];
    const [start, end] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
    if (start < end) found.push([start, end]);
    if (a[1] < b[1]) one += 1;
    else other += 1;
  }
  return found;
}

/** What lies in the first and not in the second. */
export function without(ones: readonly Span[], taken: readonly Span[]): Span[] {
  return ones.flatMap(([start, end]) => {
    const left: Span[] = [];
    let from = start;
    for (const [out, back] of taken) {
      if (back <= from || out >= end) continue;
      if (out > from) left.push([from, out]);
      from = Math.max(from, back);
    }
    return from < end ? [...left, [from, end] as Span] : left;
  });
}

/** Milliseconds that a stretch has in common with a list. */
export function common([start, end]: Span, spans: readonly Span[]): number {
  let sum = 0;
  for (let at = firstEndingAfter(spans, start); at < spans.length; at += 1) {
    const [from, to] = spans[at] as Span;
    if (from >= end) break;
    sum += Math.min(end, to) - Math.max(start, from);
  }
  return sum;
}

export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

/** The place of the first that ends after an instant, found by halving. */
export function firstEndingAfter(spans: readonly Span[], instant: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span)[1] > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}
