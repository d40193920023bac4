import { type RefObject, useEffect, useRef } from "react";

/**
 * For rows that are written one by one: the focus goes into the row that was added, and to what adds, which stands last,
 * once one was removed. `rows` says what a row is.
 */
export function useFocusOnRows<Element extends HTMLElement>(count: number, rows: string): RefObject<Element | null> {
  const around = useRef<Element>(null);
  const before = useRef(count);
  useEffect(() => {
    const [was, here] = [before.current, around.current];
    before.current = count;
    if (!here || count === was) return;
    const added = [...here.querySelectorAll(rows)].at(-1)?.querySelector<HTMLElement>("input, select, textarea");
    const adds = [...here.querySelectorAll<HTMLElement>("button")].at(-1);
    (count > was ? added : adds)?.focus();
  }, [count, rows]);
  return around;
}
