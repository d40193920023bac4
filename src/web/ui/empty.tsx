import type { ReactNode } from "react";
import catalogue from "./empty.messages.json";
import { messages } from "./messages.ts";
import "./empty.css";

const m = messages(catalogue);

/** Where the line stops: what is missing in a sentence, and one act that draws it on. */
export function Empty({
  title = m.title(),
  children,
  acts,
}: {
  title?: string;
  children: ReactNode;
  acts?: ReactNode;
}) {
  return (
    <div className="empty">
      <svg width="56" height="64" viewBox="0 0 56 64" aria-hidden="true">
        <path className="em-l" d="M9 6V44a14 14 0 0 0 14 14h4" />
        <path className="em-d" d="M28 58h28" />
        <circle className="em-a" cx="9" cy="9" r="6" />
      </svg>
      <div>
        <h2>{title}</h2>
        <p>{children}</p>
        {acts && <div className="row">{acts}</div>}
      </div>
    </div>
  );
}
