import type { ReactNode } from "react";

/** The heading of a section with a rule below it and a few words or an act at its other end. */
export function SectionHead({ title, id, aside }: { title: ReactNode; id?: string; aside?: ReactNode }) {
  return (
    <div className="sec-h">
      <h2 id={id}>{title}</h2>
      {aside && <span className="aside">{aside}</span>}
    </div>
  );
}
