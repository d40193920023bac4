import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { wifiOff } from "./icons.ts";
import { StatusGlyph } from "./status.tsx";
import "./banner.css";

interface BannerProps {
  /** "error": something was lost or blocked; "conflict": a choice is needed; "offline"; "done": good news; "note": neither. */
  kind: "error" | "conflict" | "offline" | "done" | "note";
  /** The bold fact: "Check-ins didn’t load." */
  fact: ReactNode;
  /** What is safe. */
  children?: ReactNode;
  /** One act, or the two sides of a conflict. */
  acts?: ReactNode;
}

export function Banner({ kind, fact, children, acts }: BannerProps) {
  return (
    <div className={`banner is-${kind}`} role={kind === "error" ? "alert" : "status"}>
      {glyphs[kind]}
      <span>
        <b>{fact}</b> {children}
      </span>
      {acts && <span className="pair">{acts}</span>}
    </div>
  );
}

const glyphs = {
  error: <StatusGlyph status="off-track" />,
  conflict: <StatusGlyph status="at-risk" />,
  offline: <Icon of={wifiOff} />,
  done: <StatusGlyph status="achieved" />,
  note: null,
};
