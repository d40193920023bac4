import { type ReactNode, type Ref, useLayoutEffect, useRef, useState } from "react";

/** A region that scrolls where it is wider than the page. Nothing in it takes the focus, so it does itself. */
export function Scrolling({ label, ref, children }: { label: string; ref?: Ref<HTMLElement>; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
    <section ref={ref} className="ev-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

/** A table in such a region. */
export function ScrollTable({
  label,
  heads,
  children,
}: {
  label: string;
  heads: readonly string[];
  children: ReactNode;
}) {
  return (
    <Scrolling label={label}>
      <table className="tbl num">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scrolling>
  );
}

/** An element and its width in pixels, as it changes. */
export function useWidth() {
  const element = useRef<HTMLElement>(null);
  const [width, set] = useState(700);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const watch = new ResizeObserver(([entry]) => entry && set(Math.floor(entry.contentRect.width)));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return [element, width] as const;
}
