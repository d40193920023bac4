import { lazy } from "react";

/** Fetched when it is first opened. */
export const MakeInitiative = lazy(() => import("./make-initiative.tsx"));
