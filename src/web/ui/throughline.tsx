import type { ReactNode } from "react";
import { messages } from "./messages.ts";
import "./throughline.css";
import catalogue from "./throughline.messages.json";

const m = messages(catalogue);

/**
 * The line: one stroke from the vision through what supports it to what is measured. Its parts are list items, in
 * their order: LineRing, LineKnot, LineHeading, LineSpur, then LineEnd or, where something is missing, LineStop.
 */
export function Throughline({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ol className="thread" aria-label={label}>
      {children}
    </ol>
  );
}

interface KnotProps {
  /** What it is: "Vision", "Product objective". */
  level: string;
  /** The words themselves, or a link with them. */
  children: ReactNode;
  /** Beside the words: a status. */
  aside?: ReactNode;
}

/** Where the line begins: the vision. */
export function LineRing({ level, children, aside }: KnotProps) {
  return knot("knot k-vision", level, children, aside);
}

/** An imperative ("lead") or an objective on the way. "page" makes its words the page's h1. */
export function LineKnot({
  level,
  children,
  aside,
  size = "body",
}: KnotProps & { size?: "small" | "body" | "lead" | "page" }) {
  return knot(`knot k-${size}`, level, children, aside, size === "page" ? "h1" : "p");
}

function knot(className: string, level: string, children: ReactNode, aside: ReactNode, Words: "h1" | "p" = "p") {
  return (
    <li className={className}>
      <span className="lvl">{level}</span>
      <Words className="knot-w" dir="auto">
        {children}
      </Words>
      {aside && <span className="knot-s">{aside}</span>}
    </li>
  );
}

/** Words along the line, with a legend or an act beside them. */
export function LineHeading({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <li className="knot-h">
      <h2>{children}</h2>
      {aside}
    </li>
  );
}

/** The line leaves the trunk, bends once and becomes the track in `children`. */
export function LineSpur({
  title,
  note,
  children,
  aside,
}: {
  title: ReactNode;
  note?: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <li className="spur">
      <div className="spur-head">
        <span className="kr-t" dir="auto">
          {title}
        </span>
        {note && <span className="meta">{note}</span>}
      </div>
      <div className="spur-track">{children}</div>
      {aside && <div className="spur-aside num">{aside}</div>}
    </li>
  );
}

/** Where the line arrives: what somebody does about it. */
export function LineEnd({ children }: { children: ReactNode }) {
  return <li className="knot k-end">{children}</li>;
}

/** Where something is missing the line turns dotted: what is missing in a sentence, and one act that draws it on. */
export function LineStop({
  title = m.stops(),
  children,
  acts,
}: {
  title?: string;
  children: ReactNode;
  acts?: ReactNode;
}) {
  return (
    <li className="knot k-stop">
      <h2>{title}</h2>
      <p className="small">{children}</p>
      {acts && <div className="row">{acts}</div>}
    </li>
  );
}
