import { Suspense } from "react";
import { quietly } from "../../../web/quietly.ts";
import type { MarginProps } from "./coach-margin.tsx";

const CoachMargin = quietly<MarginProps>(() => import("./coach-margin.tsx"));

/** What the coach says of a line; fetched with the coach, so that the page waits for neither. */
export function Margin(props: MarginProps) {
  if (!props.advice) return <div />;
  return (
    <Suspense fallback={<div />}>
      <CoachMargin {...props} />
    </Suspense>
  );
}
