import type { ReactNode } from "react";
import { PageHead } from "./page-head.tsx";

/** A page before its frame is there: its name, and what keeps it. index.html begins alike. */
export function Alone({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="main" tabIndex={-1}>
      <PageHead title={title} />
      {children}
    </main>
  );
}
