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

export interface Part {
  /** "written": as it was; "guessed"; "aside": kept aside. */
  kind: "written" | "guessed" | "aside";
  words: string;
  count: number;
}

/** What came of a task: the same bar split, each part with its number and word. */
export function PartsBar({ parts }: { parts: readonly Part[] }) {
  const shown = parts.filter(({ count }) => count > 0);
  return (
    <>
      <div className="bar" aria-hidden="true">
        {shown.map(({ kind, count }) => (
          <i key={kind} className={`is-${kind}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="bar-k">
        {parts.map(({ kind, words, count }) => (
          <li key={kind}>
            <i className={`is-${kind}`} aria-hidden="true" />
            <b className="num">{count}</b> {words}
          </li>
        ))}
      </ul>
    </>
  );
}
