import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { SkipLink } from "./shell.tsx";
import "./bare.css";

/** The frame of pages before anyone is signed in: the name, where this runs, and the page. */
export function Bare({
  aside,
  children,
  place = "top",
}: {
  aside: ReactNode;
  children: ReactNode;
  place?: "top" | "middle";
}) {
  return (
    <>
      <SkipLink />
      <div className={`bare is-${place}`}>
        <header className="bare-h">
          <Brand />
          <span className="meta">{aside}</span>
        </header>
        <main id="main" className="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </>
  );
}
