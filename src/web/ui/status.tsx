import { useContext } from "react";
import { type Format, FormatContext } from "./format.ts";
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
  | "closed"
  | "achieved"
  | "paused"
  | "dropped"
  | "postponed";

const m = messages(catalogue);

/** What closed or achieved ended with; a score has one decimal. */
export interface End {
  score: string | null;
  outcome: "validated" | "invalidated" | "not-yet-observable" | null;
}

/** "Closed · 0.7", "Closed · validated"; the word alone for what goes on or was closed without a grade. */
export function endWords(status: Status, end: End | null | undefined, format: Format): string {
  const score = end?.score ?? null;
  const said = score === null ? end?.outcome && m[end.outcome]() : format.number(Number(score), oneDecimal);
  return said ? m.ended({ status: statusWord(status), said }) : statusWord(status);
}

/** The same; before anybody is signed in nothing has ended, and nobody's formats are known. */
function useWords(status: Status, end: End | null | undefined): string {
  const format = useContext(FormatContext);
  return format && end ? endWords(status, end, format) : statusWord(status);
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

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
  "closed",
  "achieved",
  "postponed",
  "dropped",
];

interface StatusGlyphProps {
  status: Status;
  /** What it ended with. */
  end?: End | null;
  size?: number;
  alone?: boolean;
}

/** Shape first, colour second. Alone it says its word to screen readers; beside the word it is decoration. */
export function StatusGlyph({ status, end, size = 12, alone = false }: StatusGlyphProps) {
  const words = useWords(status, end);
  const drawn = { className: `glyph st-${status}`, width: size, height: size, viewBox: "0 0 12 12" };
  return alone ? (
    <svg {...drawn} role="img" aria-label={words}>
      {shapes[status]}
    </svg>
  ) : (
    <svg {...drawn} aria-hidden="true">
      {shapes[status]}
    </svg>
  );
}

interface StatusMarkProps {
  status: Status;
  /** What it ended with. */
  end?: End | null;
  /** More than the word alone, such as "Still at risk". */
  words?: string;
  title?: string;
}

/** Glyph and word, and what it ended with. */
export function StatusMark({ status, end, words, title }: StatusMarkProps) {
  const said = useWords(status, end);
  return (
    <span className={`status st-${status}`} title={title}>
      <StatusGlyph status={status} />
      {words ?? said}
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
  closed: <rect x="1.8" y="1.8" width="8.4" height="8.4" rx="1" className="g-s" />,
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
