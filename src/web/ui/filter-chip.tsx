import type { ReactNode } from "react";
import "./filter-chip.css";

/** A filter that is on or off: a glyph, a word, how many. */
export function FilterChip({
  on,
  onToggle,
  glyph,
  children,
  count,
}: {
  on: boolean;
  onToggle: () => void;
  glyph?: ReactNode;
  children: ReactNode;
  count?: number;
}) {
  return (
    <button type="button" className="chip" aria-pressed={on} onClick={onToggle}>
      {glyph}
      {children}
      {count !== undefined && <b>{count}</b>}
    </button>
  );
}
