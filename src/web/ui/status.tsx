import { messages } from "./messages.ts";
import catalogue from "./status.messages.json";
import "./status.css";

/** The status words of the product, as keys; dropped and postponed appear in history only. */
export type Status =
  | "on-track"
  | "at-risk"
  | "off-track"
  | "not-started"
  | "no-update"
  | "achieved"
  | "paused"
  | "dropped"
  | "postponed";

const m = messages(catalogue);

/** The word of a status, in the reader's language. */
export function statusWord(status: Status): string {
  return m[status]();
}

/** Worst first, the order in which counts and branches are shown. */
export const worstFirst: readonly Status[] = [
  "off-track",
  "at-risk",
  "no-update",
  "not-started",
  "on-track",
  "paused",
  "achieved",
  "postponed",
  "dropped",
];

/** Shape first, colour second. Alone it says its word to screen readers; beside the word it is decoration. */
export function StatusGlyph({ status, size = 12, alone = false }: { status: Status; size?: number; alone?: boolean }) {
  const drawn = { className: `glyph st-${status}`, width: size, height: size, viewBox: "0 0 12 12" };
  return alone ? (
    <svg {...drawn} role="img" aria-label={statusWord(status)}>
      {shapes[status]}
    </svg>
  ) : (
    <svg {...drawn} aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

/** Glyph and word. `words` says more than the word alone, such as "Still at risk". */
export function StatusMark({ status, words, title }: { status: Status; words?: string; title?: string }) {
  return (
    <span className={`status st-${status}`} title={title}>
      <StatusGlyph status={status} />
      {words ?? statusWord(status)}
    </span>
  );
}

/** How many of each status, worst first; zeros are left out. */
export function StatusCounts({ counts }: { counts: Partial<Record<Status, number>> }) {
  return (
    <span className="stc">
      {worstFirst
        .filter((status) => counts[status])
        .map((status) => (
          <span key={status}>
            <StatusGlyph status={status} size={10} alone />
            {counts[status]}
          </span>
        ))}
    </span>
  );
}

const ring = { cx: 6, cy: 6, r: 4.4, className: "g-s" };
const shapes: Record<Status, React.ReactNode> = {
  "on-track": <circle cx="6" cy="6" r="5" className="g-f" />,
  "at-risk": <path d="M6 .9 11.6 10.9H.4Z" className="g-f" strokeLinejoin="round" />,
  "off-track": <rect x="1.1" y="1.1" width="9.8" height="9.8" rx="1" className="g-f" />,
  "not-started": <circle {...ring} />,
  "no-update": <circle {...ring} strokeDasharray="2 2.2" />,
  achieved: (
    <>
      <circle cx="6" cy="6" r="5.4" className="g-f" />
      <path d="M3.4 6.2 5.2 8 8.6 4.4" className="g-k" />
    </>
  ),
  paused: <path d="M3.6 1.5v9M8.4 1.5v9" className="g-s" />,
  dropped: <path d="M2 6h8" className="g-s" />,
  postponed: <path d="M2 6h7M6.4 3 9.4 6l-3 3" className="g-s" />,
};
