import type { ReactNode } from "react";
import { Bare } from "../ui/bare.tsx";
import "./door.css";

/** The frame of the pages at the door: the line leads to a form. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Bare aside={location.host} place="middle">
      <div className="door">
        <span className="door-l" aria-hidden="true" />
        <div>
          <h1>{title}</h1>
          {children}
        </div>
      </div>
    </Bare>
  );
}
