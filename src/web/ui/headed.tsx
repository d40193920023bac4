import type { ComponentType, ReactNode } from "react";
import { PageHead } from "./page-head.tsx";

/** What stands around a page that is not there, or not yet. */
export type PageFrame = ComponentType<{ title: string; children: ReactNode }>;

/** A page inside of the frame by its name alone, and what keeps it. */
export function Headed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <PageHead title={title} />
      {children}
    </>
  );
}
