import { useEffect, useRef } from "react";

/**
 * For what makes a list longer and is gone once that was all: the focus goes to the first row that came. `beside` stands
 * in one element with the list; `asked` is called as more is asked for.
 */
export function useFocusOnGrown(ended: boolean) {
  const beside = useRef<HTMLSpanElement>(null);
  const before = useRef<number>(undefined);
  const rows = () => [
    ...(beside.current?.parentElement?.querySelectorAll<HTMLElement>("tbody > tr, ol > li, ul > li") ?? []),
  ];
  useEffect(() => {
    if (!ended || before.current === undefined) return;
    const row = rows()[before.current];
    before.current = undefined;
    if (!row || document.activeElement !== document.body) return;
    row.tabIndex = -1;
    row.focus();
  });
  const asked = () => {
    before.current = rows().length;
  };
  return { beside, asked };
}
