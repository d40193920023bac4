import type { CSSProperties } from "react";
import "./bars.css";

/** How far a task is; the sentence above it names both numbers. */
export function ProgressBar({ label, done, total }: { label: string; done: number; total: number }) {
  const style = { "--share": `${total > 0 ? (100 * done) / total : 0}%` } as CSSProperties;
  return (
    <div
      className="bar run"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
    >
      <i style={style} />
    </div>
  );
}
