import type { ReactNode } from "react";

/** The top of a page: its one h1, a sentence that says the answer, and what can be done. */
export function PageHead({ title, sub, acts }: { title: ReactNode; sub?: ReactNode; acts?: ReactNode }) {
  return (
    <header className="page-head">
      <div>
        <h1 dir="auto">{title}</h1>
        {sub && <p className="sub">{sub}</p>}
      </div>
      {acts && <div className="actions">{acts}</div>}
    </header>
  );
}
